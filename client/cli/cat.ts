import type { Command } from 'commander'
import { warnOfBadCopies } from './bad-copy.ts'
import type { Cli, CommonOptions } from './cli.ts'
import { addExamples, sizeArgument, versionArgument } from './options.ts'
import { swarmPath } from './swarm-path.ts'

interface CatOptions extends CommonOptions {
  readonly offset?: number
  readonly length?: number
  readonly version?: number
}

export function defineCat(command: Command, cli: Cli): void {
  command
    .argument('<path>', 'a file in the swarm', swarmPath)
    .option('--offset <n>', 'begin at this byte, such as 4096 or 1MiB (default: 0)', sizeArgument)
    .option('--length <n>', 'write at most so many bytes (default: to the end)', sizeArgument)
    .option('--version <n>', 'this one of those that hiro versions shows (default: the newest)', versionArgument)
    .action(async (path: string, options: CatOptions) => await cat(cli, path, options))
  addExamples(command, [
    ['hiro cat /notes.txt', ''],
    ['hiro cat /film.mkv | mpv -', 'plays while it is fetched'],
    ['hiro cat --version 41 /notes.txt', 'what it was'],
    ['hiro cat --offset 1GiB --length 4KiB /disk.img | xxd', 'fetches no more than it needs'],
  ])
}

async function cat(cli: Cli, path: string, options: CatOptions): Promise<void> {
  const { terminal, signal } = cli
  const swarm = await cli.open(options)
  // Where the bytes go to a terminal or to another program, that one has the screen.
  const meter = cli.stdoutIsFile ? terminal.meter('reading') : undefined
  const transfer = meter?.transfer()
  const slices = swarm.read(path, {
    offset: options.offset,
    lengthBytes: options.length,
    version: options.version,
    signal,
    onProgress: (progress) => {
      if (progress.bytesTotal !== undefined) meter?.expect(progress.bytesTotal)
      transfer?.(progress)
    },
    onBadCopy: warnOfBadCopies(cli),
  })
  try {
    for await (const slice of slices) await terminal.bytes(slice)
  } finally {
    meter?.end()
  }
}
