import { mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gitSuite } from './git-suite.ts'
import { npmSuite } from './npm-suite.ts'
import { type ProgramsSize, SHORT } from './programs-size.ts'
import { sqliteSuite } from './sqlite-suite.ts'
import { treeSuite } from './tree-suite.ts'
import { savesSuite, writersSuite } from './writers-suite.ts'

const PROGRAM_TIMEOUT_MS = 600_000

/**
 * Programs that people have, each in a folder of its own below `folder`; nothing here knows whose file system it is. `other`: the same folder through another mount, where readers read what writers
 * write.
 */
export function programsSuite(folder: () => string, size: ProgramsSize = SHORT, other: () => string = folder): void {
  ownFolderSuite(folder, (own) => {
    const there = (): string => join(other(), basename(own()))
    someSuites(own, there, size)
    npmSuite(own)
    describe('many at once', () => writersSuite(own, there, size))
  })
}

/** Those of them that take seconds where each name and each fsync goes to several disks. */
export function fewProgramsSuite(folder: () => string, size: ProgramsSize, other: () => string): void {
  ownFolderSuite(folder, (own) => someSuites(own, () => join(other(), basename(own())), size))
}

function someSuites(own: () => string, there: () => string, size: ProgramsSize): void {
  gitSuite(own, size)
  sqliteSuite(own, size)
  treeSuite(own, size)
  describe('an editor', () => savesSuite(own, there, size))
}

function ownFolderSuite(folder: () => string, suites: (own: () => string) => void): void {
  describe('programs', function () {
    this.timeout(PROGRAM_TIMEOUT_MS)
    let own = ''
    before(async () => {
      own = await mkdtemp(join(folder(), 'programs-'))
    })
    after(async () => {
      await rm(own, { recursive: true, force: true })
    })
    suites(() => own)
  })
}
