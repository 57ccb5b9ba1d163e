import { startLocal } from './baselines/local.ts'
import type { Contender } from './contender.ts'
import type { BenchContext } from './context.ts'
import { startHiro } from './hiro.ts'
import { measureLargeFile } from './measures/large-file.ts'
import { measureMount } from './measures/mount.ts'
import { measureSmallFile } from './measures/small-file.ts'
import { measureTree } from './measures/tree.ts'
import { startGlusterFs } from './peers/glusterfs.ts'
import { startMooseFs } from './peers/moosefs.ts'
import type { Line } from './report.ts'
import type { Samples } from './samples.ts'
import { warmMemory } from './tools/warm-memory.ts'

const measures = {
  'large-file': measureLargeFile,
  tree: measureTree,
  'small-file': measureSmallFile,
  mount: measureMount,
} as const

export type FileMeasure = keyof typeof measures
export const FILE_MEASURES = Object.keys(measures) as FileMeasure[]

/** Three copies in the page cache, the source, and what the processes hold. */
const WARM_BYTES_PER_BYTE = 6

type Start = (context: BenchContext) => Promise<Contender>

export const OWN: readonly Start[] = [startLocal, startHiro]
export const PEERS: readonly Start[] = [startMooseFs, startGlusterFs]

/** Every contender, one after the other, each alone on the machine while it is measured. */
export async function measureContenders(
  context: BenchContext,
  samples: Samples,
  starts: readonly Start[],
  wanted: readonly FileMeasure[],
): Promise<Line[]> {
  const lines: Line[] = []
  for (const start of starts) {
    await warmMemory(context.sizeBytes * WARM_BYTES_PER_BYTE, context.signal)
    await using contender = await start(context)
    for (const name of wanted) lines.push(...(await measures[name](context, contender, samples)))
  }
  return lines
}
