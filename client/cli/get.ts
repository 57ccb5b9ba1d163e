import type { Command } from 'commander'
import type { Cli } from './cli.ts'
import type { GetOptions } from './local/get-local.ts'
import { addExamples, versionArgument } from './options.ts'
import { swarmPath } from './swarm-path.ts'

export function defineGet(command: Command, cli: Cli): void {
  command
    .argument('<path>', 'a file or folder in the swarm', swarmPath)
    .argument('[dest]', 'where it goes; into it, if it is a folder (default: ./ and its name)')
    .option('--replace', 'put files in the place of those that are there')
    .option(
      '--version <n>',
      'of a file, this one of those that hiro versions shows (default: the newest)',
      versionArgument,
    )
    .action(async (path: string, dest: string | undefined, options: GetOptions) => {
      const { getLocal } = await import('./local/get-local.ts')
      await getLocal(cli, { path, dest }, options)
    })
  addExamples(command, [
    ['hiro get /notes.txt', 'to ./notes.txt'],
    ['hiro get /pictures ~/back', 'a whole tree, with modes, times and empty folders'],
    ['hiro get /pictures/.snapshots/monday ~/back', 'as it was when hiro snapshot was given'],
  ])
}
