import { need } from '../../machine/need.ts'
import { needs } from '../../machine/needs-fixture.ts'
import { lackOfCompiler } from '../compile.ts'
import { areas } from './areas.ts'
import { withPlace } from './place.ts'
import { refusals } from './refusals.ts'
import type { Area, Feature, Row } from './row.ts'

const ROW_TIMEOUT_MS = 60_000

export interface PosixOptions {
  /** The same folder through another mount. */
  readonly other?: () => string
  /** Of all rows one in so many, a few of each area; 1 unless given. */
  readonly oneIn?: number
  /** See `Folders`. */
  readonly share?: number
}

/**
 * What programs may take from a file system, row by row, in a folder that everybody may enter. Features that are not `supported` must be refused clearly. Each row of `posixTable` is the title of one test.
 */
export function posixSuite(
  folder: () => string,
  supported: ReadonlySet<Feature>,
  { other = folder, oneIn = 1, share }: PosixOptions = {},
): void {
  const test = (row: Row): void => {
    it(row.check, async () => {
      await withPlace({ folder: folder(), other: other(), share }, row.run)
    })
  }
  const taken = new Set(areas.flatMap(({ rows }) => rows).filter((_, at) => at % oneIn === 0))
  const isSupported = (row: Row): boolean => taken.has(row) && (row.needs === undefined || supported.has(row.needs))

  const areaSuite = ({ area, rows }: Area): void => {
    describe(area, () => {
      const these = rows.filter(isSupported)
      for (const row of these.filter(({ root }) => root !== true)) test(row)
      if (!these.some(({ root }) => root === true)) return
      describe('as other users', () => {
        needs(() => need([], async () => {}))
        for (const row of these.filter(({ root }) => root === true)) test(row)
      })
    })
  }

  describe('POSIX', function () {
    this.timeout(ROW_TIMEOUT_MS)
    needs(lackOfCompiler)
    for (const area of areas) areaSuite(area)
    describe('refused clearly', () => {
      for (const [feature, run] of Object.entries(refusals)) {
        if (!supported.has(feature as Feature)) test({ check: feature, run })
      }
    })
  })
}
