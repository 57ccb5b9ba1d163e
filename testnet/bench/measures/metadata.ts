import { statSync } from 'node:fs'
import { join } from 'node:path'
import { peakMemoryBytes } from '../../process/proc.ts'
import { waitFor } from '../../process/wait.ts'
import type { Testnet } from '../../testnet.ts'
import type { BenchContext } from '../context.ts'
import type { Operated } from '../metadata/operate.ts'
import { ownTestnet } from '../own-testnet.ts'
import type { MetadataLine, MetadataStart } from '../report.ts'
import { dropCaches } from '../tools/cold.ts'
import { outputOf } from '../tools/command.ts'
import { summarize } from '../tools/statistics.ts'

/** Of each kind of operation, one at a time; four times that with many. Fewer where there are few files. */
const TIMES_MAX = 1000
const FILES_PER_TIME = 10
/** Of the first backup: a million files on a busy machine take some ten minutes. */
const BACKUP_TIMEOUT_MS = 60 * 60_000
/** Each time it is asked, the coordinator counts all pieces. */
const BACKUP_POLL_MS = 5_000

export interface MetadataResult {
  readonly lines: MetadataLine[]
  readonly start: MetadataStart
}

/** A coordinator whose metadata hold `files` files: how it starts, and what it does in a second. */
export async function measureMetadata(context: BenchContext, files: number): Promise<MetadataResult> {
  const { folder, signal, tell } = context
  const dir = join(folder, `metadata-${files}`)
  await using own = await ownTestnet({ dir, workers: 1, signal })
  const { net } = own
  const metadataFile = join(net.files('coordinator').folder, 'metadata.sqlite')
  const fillArgs = [metadataFile, join(net.clientFolder, 'vault'), String(files)]
  await net.stop('coordinator')
  const filling = performance.now()
  const rows = Number(await outputOf(program('fill.ts', fillArgs), signal))
  const fillSeconds = (performance.now() - filling) / 1000
  tell(`metadata of ${files} files: ${rows} rows in ${fillSeconds.toFixed(1)} s`)

  await dropCaches()
  const startColdSeconds = await secondsToStart(net)
  await net.stop('coordinator')
  const startWarmSeconds = await secondsToStart(net)
  await net.waitJoined()
  const backupSeconds = await secondsToBackup(net, signal)
  const asked = performance.now()
  await net.status()
  const statusSeconds = (performance.now() - asked) / 1000
  tell(
    `  it starts in ${startColdSeconds.toFixed(2)} s cold, ${startWarmSeconds.toFixed(2)} s warm; the first backup takes ${backupSeconds.toFixed(0)} s; status takes ${statusSeconds.toFixed(2)} s`,
  )

  const all: Operated[][] = []
  const times = Math.min(TIMES_MAX, Math.ceil(files / FILES_PER_TIME))
  for (let run = 1; run <= context.runs; run++) {
    const args = [net.clientFolder, String(net.pid('coordinator')), `run-${run}`, String(files), String(times)]
    all.push(JSON.parse(await outputOf(program('operate.ts', args), signal)) as Operated[])
  }
  const lines = linesOf(files, all)
  for (const line of lines) tell(`  ${line.operation}, ${line.inFlight} at once: ${line.perSecond.median.toFixed(0)}/s`)
  const peakBytes = peakMemoryBytes(net.pid('coordinator') ?? 0) ?? 0
  const { size: sizeBytes } = statSync(metadataFile)
  return {
    lines,
    start: {
      files,
      rows,
      sizeBytes,
      fillSeconds,
      startColdSeconds,
      startWarmSeconds,
      backupSeconds,
      statusSeconds,
      peakBytes,
    },
  }
}

function program(name: string, args: readonly string[]): { argv: string[] } {
  const file = join(import.meta.dirname, '..', 'metadata', name)
  return { argv: [process.execPath, '--disable-warning=ExperimentalWarning', file, ...args] }
}

/** Until it says that it listens. */
async function secondsToStart(net: Testnet): Promise<number> {
  const beganMs = performance.now()
  await net.start('coordinator')
  return (performance.now() - beganMs) / 1000
}

/**
 * Until the first backup is there. It reads all rows, which files that are added one by one had behind them long ago: what it leaves of the coordinator would else be measured, and
 * the more files the longer.
 */
async function secondsToBackup(net: Testnet, signal: AbortSignal): Promise<number> {
  const beganMs = performance.now()
  const isThere = async (): Promise<boolean> => {
    const { stdout } = await net.hiro(['status', '--json'], { signal })
    const { backup } = JSON.parse(stdout) as { readonly backup: { readonly condition: string } }
    return backup.condition === 'ok'
  }
  const how = { otherwise: 'there was no backup', timeoutMs: BACKUP_TIMEOUT_MS, pollMs: BACKUP_POLL_MS, signal }
  await waitFor(isThere, how)
  return (performance.now() - beganMs) / 1000
}

function linesOf(files: number, runs: readonly (readonly Operated[])[]): MetadataLine[] {
  return (runs[0] ?? []).map(({ operation, inFlight }, at) => {
    const same = runs.flatMap((run) => run[at] ?? [])
    return {
      files,
      operation,
      inFlight,
      perSecond: summarize(same.map(({ perSecond }) => perSecond)),
      coordinatorCpuMicroseconds: summarize(same.map(({ coordinatorCpuMicroseconds: cpu }) => cpu)),
      clientCpuMicroseconds: summarize(same.map(({ clientCpuMicroseconds: cpu }) => cpu)),
    }
  })
}
