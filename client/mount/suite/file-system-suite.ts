import { contentSuite, holesSuite } from './content-suite.ts'
import type { MakeFileSystem } from './file-system-fixture.ts'
import { foldersSuite } from './folders-suite.ts'
import { locksAndExtendedSuite } from './locks-and-extended-suite.ts'
import { namesSuite } from './names-suite.ts'

export interface SuiteOptions {
  /** It tells where a file has holes, and takes no space for them. */
  readonly holes: boolean
}

/** What every engine of the FileSystem port does. `make` gives an empty one, with a root that may be written to. */
export function fileSystemSuite(name: string, make: MakeFileSystem, { holes }: SuiteOptions = { holes: true }): void {
  describe(`FileSystem: ${name}`, () => {
    namesSuite(make)
    foldersSuite(make)
    contentSuite(make)
    if (holes) holesSuite(make)
    locksAndExtendedSuite(make)
  })
}
