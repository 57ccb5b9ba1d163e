import { need } from '../../machine/need.ts'
import { needs } from '../../machine/needs-fixture.ts'
import { lackOfCompiler } from '../compile.ts'
import { areas } from './areas.ts'
import { withPlace } from './place.ts'
import { refusals } from './refusals.ts'
import type { Area, Feature, Row } from './row.ts'

const ROW_TIMEOUT_MS = 60_000

/**
 * What programs may take from a file system, row by row, in a folder that everybody may enter. Features that are not `supported` must be refused clearly. `other`: the same folder through
 * another mount. Each row of `posixTable` is the title of one test.
 */
export function posixSuite(folder: () => string, supported: ReadonlySet<Feature>, other: () => string = folder): void {
  const test = (row: Row): void => {
    it(row.check, async () => {
      await withPlace({ folder: folder(), other: other() }, row.run)
    })
  }
  const isSupported = ({ needs }: Row): boolean => needs === undefined || supported.has(needs)

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
