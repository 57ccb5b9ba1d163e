import type { Command } from 'commander'
import { formatSize } from '../../shared/config/for-people.ts'
import type { Peer } from '../../shared/piece-map.ts'
import type { PiecePlace, Why } from '../index.ts'
import type { Cli, CommonOptions } from './cli.ts'
import { whyJson } from './interface.ts'
import { addExamples } from './options.ts'
import { policyLine } from './policy-line.ts'
import { swarmPath } from './swarm-path.ts'
import { inColumns } from './terminal/columns.ts'
import { counted, revisionText } from './terminal/for-people.ts'
import type { Terminal } from './terminal/terminal.ts'

export function defineWhy(command: Command, cli: Cli): void {
  command
    .argument('<path>', 'a file in the swarm', swarmPath)
    .option('--json', 'one JSON object: its policy and pieces, and for each its cid and workers or shards')
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

function whyLines(terminal: Terminal, { path, sizeBytes, version, policy, pieces }: Why): string[] {
  const what = `${terminal.name(path)}: ${formatSize(sizeBytes)} in ${counted(pieces.length, 'piece')}, version ${revisionText(version)}`
  const summary = [what, `kept as ${policyLine(terminal, policy)}`]
  if (pieces.length === 0) return summary
  const columns = [
    { head: 'offset', align: 'right' },
    { head: 'bytes', align: 'right' },
    { head: 'piece' },
    { head: 'kept as' },
    { head: 'workers' },
  ] as const
  const rows = pieces.flatMap((piece) => [
    [
      formatSize(piece.offset),
      formatSize(piece.lengthBytes),
      piece.cid,
      keptAs(piece),
      piece.copies > 0 || piece.shards === undefined ? workersText(terminal, piece.workers) : '',
    ],
    ...(piece.shards?.shards ?? []).map(({ shard, cid, holders }) => [
      '',
      '',
      cid,
      shard < (piece.shards?.dataShards ?? 0) ? `data ${shard}` : `parity ${shard - (piece.shards?.dataShards ?? 0)}`,
      workersText(terminal, holders),
    ]),
  ])
  return [...summary, ...inColumns(columns, rows)]
}

/** Both, while it is on its way from one to the other. */
function keptAs({ copies, shards, workers }: PiecePlace): string {
  const code = shards && `ec:${shards.dataShards}+${shards.parityShards}`
  const found = copies === 0 && code ? '' : `${workers.length} of ${counted(copies, 'copy', 'copies')}`
  return [found, code].filter(Boolean).join(', ')
}

function workersText(terminal: Terminal, workers: readonly Peer[]): string {
  const names = workers.map(({ name, alive }) =>
    alive ? terminal.name(name) : terminal.style('red', `${name} (down)`),
  )
  return names.join(' ') || terminal.style('red', 'nobody')
}
