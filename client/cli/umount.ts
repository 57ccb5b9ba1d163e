import type { Command } from 'commander'
import type { Cli, CommonOptions } from './cli.ts'
import { addExamples } from './options.ts'

interface UmountOptions extends CommonOptions {
  readonly force?: boolean
}

export function defineUmount(command: Command, cli: Cli): void {
  command
    .argument('<dir>', 'where a swarm is mounted')
    .option('--force', 'also while programs have files open there: those are cut off')
    .action(async (dir: string, { force = false }: UmountOptions) => {
      await cli.unmount(dir, { force })
    })
  addExamples(command, [
    ['hiro umount ~/swarm', ''],
    ['hiro umount --force ~/swarm', 'what was synced or closed is kept, what was only written is lost'],
  ])
}
