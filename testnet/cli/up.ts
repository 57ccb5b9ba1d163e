import type { Command } from 'commander'
import { formatDuration } from '../../shared/config/for-people.ts'
import { COPIES_DEFAULT } from '../../shared/limits.ts'
import { startTestnet, WORKERS_DEFAULT } from '../start.ts'
import {
  countArgument,
  type DirOption,
  dirFlag,
  dirOption,
  homeFlag,
  interruptSignal,
  shortPath,
  sizeArgument,
} from './options.ts'

interface UpOptions extends DirOption {
  readonly workers?: number
  readonly capacity?: number
}

export function defineUp(program: Command): void {
  program
    .command('up')
    .summary('start a swarm in the background')
    .description(
      'Starts a swarm in the background, new or kept by "down --keep", and returns when all workers have joined.',
    )
    .option('--workers <n>', `how many workers (default: ${WORKERS_DEFAULT}, or as many as were kept)`, countArgument)
    .option('--capacity <size>', 'bytes that each worker keeps at most, such as 100MiB (default: 10GiB)', sizeArgument)
    .addOption(dirOption())
    .addHelpText(
      'after',
      '\nExamples:\n  hiro testnet up\n  hiro testnet up --workers 3 --capacity 100MiB --dir /tmp/small',
    )
    .action(up)
}

async function up({ dir, workers, capacity: capacityBytes }: UpOptions): Promise<void> {
  const beganMs = performance.now()
  const testnet = await startTestnet({ dir, workers, capacityBytes, signal: interruptSignal() })
  const { manifest, folder } = testnet
  const count = manifest.workers === 1 ? '1 worker' : `${manifest.workers} workers`
  const lines = [
    `${count} joined in ${formatDuration(performance.now() - beganMs)}; the swarm is in ${shortPath(folder)}`,
  ]
  if (manifest.copies < COPIES_DEFAULT) lines.push(fewCopies(count, manifest.copies))
  lines.push(
    '',
    `  hiro${homeFlag(dir)} add PATH            takes a file or folder to it`,
    `  hiro testnet status${dirFlag(dir)}       its processes`,
    `  hiro testnet down${dirFlag(dir)}         ends and removes it`,
  )
  process.stdout.write(`${lines.join('\n')}\n`)
}

function fewCopies(count: string, copies: number): string {
  const what =
    copies === 1
      ? 'a single copy, which the death of its worker loses'
      : `${copies} copies instead of ${COPIES_DEFAULT}`
  return `note: with ${count} everything is kept in ${what}`
}
