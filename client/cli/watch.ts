import type { Command } from 'commander'
import type { WatchedChange } from '../index.ts'
import type { Cli, CommonOptions } from './cli.ts'
import { watchJson } from './interface.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'

interface WatchCommandOptions extends CommonOptions {
  readonly recursive?: boolean
}

/** That of the longest. */
const KIND_WIDTH = 'overflow'.length

export function defineWatch(command: Command, cli: Cli): void {
  command
    .argument('[path]', 'a folder or file in the swarm', swarmPath, '/')
    .option('-r, --recursive', 'all that is below the folder, and not only what it holds itself')
    .option('--json', 'one JSON object a line for each change')
    .action(async (path: string, options: WatchCommandOptions) => await watch(cli, path, options))
  addExamples(command, [
    ['hiro watch /inbox', 'a line for each change, until Ctrl-C'],
    ['hiro watch -r --json / | jq -r .path', 'paths for a script; `overflow`: look at everything anew'],
  ])
}

async function watch(cli: Cli, path: string, { recursive, ...options }: WatchCommandOptions): Promise<void> {
  const { terminal, signal } = cli
  const swarm = await cli.open(options)
  for await (const change of swarm.watch(path, { recursive, signal })) {
    terminal.print(options.json ? JSON.stringify(watchJson(change)) : line(cli, change))
  }
}

function line({ terminal }: Cli, change: WatchedChange): string {
  const kind = change.kind.padEnd(KIND_WIDTH)
  const path = terminal.name(change.path)
  if (change.kind === 'overflow') return `${kind}  ${path}  (something may have been missed: look at all of it anew)`
  return change.kind === 'moved' ? `${kind}  ${terminal.name(change.from)} -> ${path}` : `${kind}  ${path}`
}
