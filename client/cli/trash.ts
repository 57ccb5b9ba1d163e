import type { Command } from 'commander'
import { formatDuration, formatSize } from '../../shared/config/for-people.ts'
import type { TrashItem } from '../index.ts'
import type { Cli, CommonOptions } from './cli.ts'
import { trashEmptiedJson, trashJson } from './interface.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'
import { inColumns } from './terminal/columns.ts'
import { counted, revisionText, TimeText } from './terminal/for-people.ts'

export function defineTrash(command: Command, cli: Cli): void {
  command
    .argument('[words...]', '"empty", to throw away; and a path: what was there, and below it')
    .usage('[options] [empty] [/path]')
    .option('--json', 'one JSON object a line for each item')
    .action(async (words: string[], options: CommonOptions) => {
      const empties = words[0] === 'empty'
      const [path = '/', ...more] = empties ? words.slice(1) : words
      if (more.length > 0) command.error('error: too many arguments', { code: 'commander.excessArguments' })
      if (empties) await empty(cli, swarmPath(path), options)
      else await list(cli, swarmPath(path), options)
    })
  addExamples(command, [
    ['hiro trash', 'everything that can be restored'],
    ['hiro trash /pictures', 'what was removed from there, or replaced'],
    ['hiro trash empty', 'throws all of it away: the space comes back at once'],
    ['hiro trash empty /pictures/2024', ''],
  ])
}

async function list(cli: Cli, path: string, options: CommonOptions): Promise<void> {
  const { terminal, signal } = cli
  const swarm = await cli.open(options)
  if (options.json) {
    for await (const item of swarm.trash(path, { signal })) terminal.print(JSON.stringify(trashJson(item)))
    return
  }
  const items = await Array.fromAsync(swarm.trash(path, { signal }))
  if (items.length === 0) return
  for (const line of lines(cli, items.toReversed())) terminal.print(line)
}

function lines({ terminal, clock }: Cli, items: readonly TrashItem[]): string[] {
  const time = new TimeText()
  const columns = [
    { head: 'when' },
    { head: 'what' },
    { head: 'size', align: 'right' },
    { head: 'version', align: 'right' },
    { head: 'kept for', align: 'right' },
    { head: 'path' },
  ] as const
  const rows = items.map((item) => [
    time.of(item.atMs),
    item.replaced ? 'replaced' : 'removed',
    item.kind === 'file' ? formatSize(item.sizeBytes) : item.kind,
    item.version > 0 ? revisionText(item.version) : '-',
    formatDuration(Math.max(0, item.untilMs - clock.now())),
    terminal.name(item.path ?? `…/${item.name}`),
  ])
  return inColumns(columns, rows)
}

async function empty(cli: Cli, path: string, options: CommonOptions): Promise<void> {
  const { terminal, signal } = cli
  const swarm = await cli.open(options)
  const emptied = await swarm.emptyTrash(path, { signal })
  if (options.json) terminal.print(JSON.stringify(trashEmptiedJson(emptied)))
  else terminal.print(`threw away ${counted(emptied.items, 'item')}; workers give the space back a little later`)
}
