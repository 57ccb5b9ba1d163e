import { type Command, Option } from 'commander'
import type { Cli, CommonOptions } from './cli.ts'
import { addExamples, sizeArgument } from './options.ts'

interface MountCommandOptions extends CommonOptions {
  readonly readOnly?: boolean
  readonly foreground?: boolean
  readonly cache: number
}

/** Enough that programs which go back and forth in a file of such a size find it here. */
const CACHE_BYTES_DEFAULT = 256 * 1024 * 1024

export function defineMount(command: Command, cli: Cli): void {
  command
    .argument('<dir>', 'a folder on this machine, which shows the swarm from then on')
    .option('--read-only', 'nothing can be changed through it')
    .option('--foreground', 'stay until it is unmounted; Ctrl-C unmounts it')
    .addOption(
      new Option('--cache <size>', 'memory for what was read last, opened')
        .argParser(sizeArgument)
        .default(CACHE_BYTES_DEFAULT, '256MiB'),
    )
    .action(async (dir: string, { readOnly = false, foreground = false, cache, ...options }: MountCommandOptions) => {
      if (!foreground) {
        await cli.background('--foreground')
        return cli.terminal.print(`the swarm is mounted at ${dir}; hiro umount ${dir} ends that`)
      }
      const mounted = await cli.mount(options, dir, { readOnly, cacheBytes: cache })
      await mounted.ended
    })
  addExamples(command, [
    ['hiro mount ~/swarm', 'every program can read and write there'],
    ['hiro mount --read-only /mnt/swarm', ''],
    ['hiro umount ~/swarm', 'once no program has files open there'],
  ])
}
