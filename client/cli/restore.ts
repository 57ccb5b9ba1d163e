import type { Command } from 'commander'
import type { Cli, CommonOptions } from './cli.ts'
import { restoredJson } from './interface.ts'
import { addExamples, versionArgument } from './options.ts'
import { swarmPath } from './swarm-path.ts'
import { revisionText } from './terminal/for-people.ts'

interface RestoreCommandOptions extends CommonOptions {
  readonly version?: number
  readonly to?: string
}

export function defineRestore(command: Command, cli: Cli): void {
  command
    .argument('<path>', 'where it was', swarmPath)
    .option('--version <n>', 'this one of those that hiro trash shows; else what was removed last', versionArgument)
    .option('--to <path>', 'to another place', swarmPath)
    .option('--json', 'one JSON object')
    .action(async (path: string, { version, to, ...options }: RestoreCommandOptions) => {
      const { terminal, signal } = cli
      const swarm = await cli.open(options)
      const restored = await swarm.restore(path, { version, to, signal })
      if (options.json) return terminal.print(JSON.stringify(restoredJson(restored)))
      const content = restored.version > 0 ? `, version ${revisionText(restored.version)}` : ''
      const what = restored.kind === 'folder' ? ' and all that it held' : content
      terminal.print(`restored ${terminal.name(restored.path)}${what}`)
    })
  addExamples(command, [
    ['hiro restore /notes.txt', 'what was removed there last, a folder with all that it held'],
    ['hiro restore /notes.txt --to /old.txt', 'where something else has its place now'],
    ['hiro restore /notes.txt --version 41', 'gives the file the content it had then'],
  ])
}
