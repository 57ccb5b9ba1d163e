import { join } from 'node:path'
import type { BenchContext } from '../context.ts'
import type { StepLine } from '../report.ts'
import type { StepResult } from '../steps/main.ts'
import { outputOf } from '../tools/command.ts'
import { summarize } from '../tools/statistics.ts'

/** In the order in which a byte meets them; then those of pieces that are kept as shards. */
const STEPS = ['seal', 'hash', 'send', 'store', 'forward', 'open', 'encode', 'rebuild-1', 'rebuild-2']
const MIB = 1024 ** 2
/** Of each turn; memory holds them all where a step needs different ones. */
const TURN_BYTES_MAX = 512 * MIB
const PROGRAM = join(import.meta.dirname, '..', 'steps', 'main.ts')
/** As the launcher starts everything. */
const NODE_FLAGS = [
  '--max-semi-space-size=2',
  '--heap-growing-percent=300',
  '--single-threaded-gc',
  '--disable-warning=ExperimentalWarning',
]

const MEMORY = {
  MALLOC_ARENA_MAX: '1',
  GLIBC_TUNABLES:
    'glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=268435456:glibc.malloc.top_pad=4194304',
}

/** Each step of a byte's way alone, in a process of its own with nothing else under way. */
export async function measureSteps({ folder, sizeBytes, runs, signal, tell }: BenchContext): Promise<StepLine[]> {
  const lines: StepLine[] = []
  for (const step of STEPS) {
    const bytes = Math.min(sizeBytes, TURN_BYTES_MAX)
    const argv = [process.execPath, ...NODE_FLAGS, PROGRAM, step, folder, String(bytes), String(runs)]
    const { says, turns } = JSON.parse(await outputOf({ argv, env: MEMORY }, signal)) as StepResult
    const mibPerSecond = summarize(turns.map(({ bytes, seconds }) => bytes / MIB / seconds))
    const mibPerCpuSecond = summarize(turns.map(({ bytes, cpuSeconds }) => bytes / MIB / cpuSeconds))
    tell(`step ${step}: ${mibPerCpuSecond.median.toFixed(0)} MiB/s per core`)
    lines.push({ step, says, runs: turns.length, mibPerSecond, mibPerCpuSecond })
  }
  return lines
}
