import { mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gitSuite } from './git-suite.ts'
import { npmSuite } from './npm-suite.ts'
import { sqliteSuite } from './sqlite-suite.ts'
import { treeSuite } from './tree-suite.ts'
import { writersSuite } from './writers-suite.ts'

export interface ProgramsSize {
  readonly commits: number
  /** Of the writer of a database, and transactions before each of them. */
  readonly kills: number
  readonly transactions: number
  /** Of a tree that is packed and copied. */
  readonly files: number
  /** Of one file, by rename. */
  readonly saves: number
  /** Of each of eight processes. */
  readonly lines: number
}

const SHORT: ProgramsSize = { commits: 200, kills: 2, transactions: 20, files: 150, saves: 100, lines: 40 }
export const LONG: ProgramsSize = {
  commits: 1_000,
  kills: 20,
  transactions: 200,
  files: 5_000,
  saves: 2_000,
  lines: 1_000,
}

const PROGRAM_TIMEOUT_MS = 600_000

/**
 * Programs that people have, each in a folder of its own below `folder`; nothing here knows whose file system it is. `other`: the same folder through another mount, where readers read what writers
 * write.
 */
export function programsSuite(folder: () => string, size: ProgramsSize = SHORT, other: () => string = folder): void {
  describe('programs', function () {
    this.timeout(PROGRAM_TIMEOUT_MS)
    let own = ''
    before(async () => {
      own = await mkdtemp(join(folder(), 'programs-'))
    })
    after(async () => {
      await rm(own, { recursive: true, force: true })
    })
    const ownFolder = (): string => own

    gitSuite(ownFolder, size)
    sqliteSuite(ownFolder, size)
    treeSuite(ownFolder, size)
    npmSuite(ownFolder)
    describe('many at once', () => writersSuite(ownFolder, () => join(other(), basename(own)), size))
  })
}
