import type { Command } from 'commander'
import { formatSize } from '../../shared/config/for-people.ts'
import type { PiecePlace, Why } from '../index.ts'
import type { Cli, CommonOptions } from './cli.ts'
import { whyJson } from './interface.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'
import { inColumns } from './terminal/columns.ts'
import { counted, revisionText } from './terminal/for-people.ts'
import type { Terminal } from './terminal/terminal.ts'

export function defineWhy(command: Command, cli: Cli): void {
  command
    .argument('<path>', 'a file in the swarm', swarmPath)
    .option('--json', 'one JSON object: its pieces, and for each its cid and workers')
    .action(async (path: string, options: CommonOptions) => {
      const swarm = await cli.open(options)
      const why = await swarm.why(path, { signal: cli.signal })
      if (options.json) cli.terminal.print(JSON.stringify(whyJson(why)))
      else for (const line of whyLines(cli.terminal, why)) cli.terminal.print(line)
    })
  addExamples(command, [
    ['hiro why /notes.txt', ''],
    ["hiro why --json /notes.txt | jq -r '.pieces[].workers[]' | sort | uniq -c", 'pieces per worker'],
  ])
}

function whyLines(terminal: Terminal, { path, sizeBytes, version, pieces }: Why): string[] {
  const summary = `${terminal.name(path)}: ${formatSize(sizeBytes)} in ${counted(pieces.length, 'piece')}, version ${revisionText(version)}`
  if (pieces.length === 0) return [summary]
  const columns = [
    { head: 'offset', align: 'right' },
    { head: 'bytes', align: 'right' },
    { head: 'piece' },
    { head: 'workers' },
  ] as const
  const rows = pieces.map((piece) => [
    formatSize(piece.offset),
    formatSize(piece.lengthBytes),
    piece.cid,
    workersText(terminal, piece),
  ])
  return [summary, ...inColumns(columns, rows)]
}

function workersText(terminal: Terminal, { workers }: PiecePlace): string {
  const names = workers.map(({ name, alive }) =>
    alive ? terminal.name(name) : terminal.style('red', `${name} (down)`),
  )
  return names.join(' ') || terminal.style('red', 'nobody')
}
