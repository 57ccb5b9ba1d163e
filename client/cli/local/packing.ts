import { PACK_FILES_MAX } from '../../../shared/limits.ts'
import type { LocalEntry } from './walk-local.ts'

/** Larger files travel by themselves. More: a file that is removed leaves more behind in a piece that others need. */
export const SMALL_BYTES_MAX = 64 * 1024
/** Of one pack. More: fewer round trips for each file; less: a piece of files of which most are removed takes less room. */
const PACK_BYTES = 1024 * 1024

/** Files that go to the swarm together, or one that does not. */
export type Load = readonly LocalEntry[]

/** Gathers small files, in their order, until they fill a pack; others come at once. */
export async function* loadsOf(files: AsyncIterable<LocalEntry>): AsyncGenerator<Load> {
  let [pack, bytes]: [LocalEntry[], number] = [[], 0]
  for await (const file of files) {
    const { size } = file.stats
    if (size > SMALL_BYTES_MAX) {
      yield [file]
      continue
    }
    if (bytes + size > PACK_BYTES || pack.length === PACK_FILES_MAX) {
      yield pack
      ;[pack, bytes] = [[], 0]
    }
    pack.push(file)
    bytes += size
  }
  if (pack.length > 0) yield pack
}
