import { type ErrorCode, HiroError, toHiroError } from '../../../shared/errors.ts'
import { mapOrdered } from '../../../shared/work/ordered-window.ts'
import type { AddResult, SmallFile } from '../../index.ts'
import type { Swarm } from '../cli.ts'
import type { Meter } from '../terminal/progress-meter.ts'
import { type Load, SMALL_BYTES_MAX } from './packing.ts'
import { readSmallSource } from './small-source.ts'
import { FILES_AT_ONCE } from './transfers.ts'
import type { LocalEntry } from './walk-local.ts'

/** Those that are there, `undefined` for one that vanished before it could be read; and why the others are not. */
export interface Added {
  readonly results: (AddResult | undefined)[]
  readonly failure?: HiroError
}

interface Packing {
  readonly swarm: Pick<Swarm, 'addPack'>
  readonly meter: Meter
  /** By itself. */
  readonly addFile: (entry: LocalEntry) => Promise<AddResult | undefined>
}

/** What a pack does not take a file for, and trying it alone tells in the words that people know. */
const OF_THE_FILE = new Set<ErrorCode>([
  'changed',
  'exists',
  'is-a-folder',
  'name-invalid',
  'not-a-folder',
  'not-found',
])

/** Files together where they can, and those that a pack does not take by themselves. */
export async function addPacked({ swarm, meter, addFile }: Packing, load: Load, signal: AbortSignal): Promise<Added> {
  const small = new Map<LocalEntry, SmallFile>()
  const read = async (entry: LocalEntry) => ({ entry, source: await readSmallSource(entry.local, SMALL_BYTES_MAX) })
  for await (const { entry, source } of mapOrdered(load, FILES_AT_ONCE, read, signal)) {
    if (source) small.set(entry, { path: entry.path, ...source })
  }
  const files = [...small.values()]
  const outcomes = await swarm.addPack(files, { signal })
  const outcomeOf = new Map(files.map((file, at) => [file, outcomes[at]]))
  const results: (AddResult | undefined)[] = []
  for (const entry of load) {
    const file = small.get(entry)
    const outcome = file && outcomeOf.get(file)
    try {
      if (outcome instanceof HiroError && !OF_THE_FILE.has(outcome.code)) return { results, failure: outcome }
      if (outcome === undefined || outcome instanceof HiroError) results.push(await addFile(entry))
      else {
        results.push(outcome)
        meter.transfer()({ bytesDone: outcome.sizeBytes })
      }
    } catch (cause) {
      return { results, failure: toHiroError(cause) }
    }
  }
  return { results }
}
