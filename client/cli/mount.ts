import type { Command } from 'commander'
import type { Cli, CommonOptions } from './cli.ts'
import { addExamples } from './options.ts'

interface MountCommandOptions extends CommonOptions {
  readonly readOnly?: boolean
  readonly foreground?: boolean
}

export function defineMount(command: Command, cli: Cli): void {
  command
    .argument('<dir>', 'a folder on this machine, which shows the swarm from then on')
    .option('--read-only', 'nothing can be changed through it')
    .option('--foreground', 'stay until it is unmounted; Ctrl-C unmounts it')
    .action(async (dir: string, { readOnly = false, foreground = false, ...options }: MountCommandOptions) => {
      if (!foreground) {
        await cli.background('--foreground')
        return cli.terminal.print(`the swarm is mounted at ${dir}; hiro umount ${dir} ends that`)
      }
      const mounted = await cli.mount(options, dir, { readOnly })
      await mounted.ended
    })
  addExamples(command, [
    ['hiro mount ~/swarm', 'every program can read and write there'],
    ['hiro mount --read-only /mnt/swarm', ''],
    ['hiro umount ~/swarm', 'once no program has files open there'],
  ])
}
