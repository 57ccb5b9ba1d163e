import type { Command } from 'commander'
import { formatSize } from '../../shared/config/for-people.ts'
import type { Entry } from '../index.ts'
import { inSnapshots } from '../paths.ts'
import type { Cli, CommonOptions } from './cli.ts'
import { entryJson } from './interface.ts'
import { addExamples } from './options.ts'
import { policyLine } from './policy-line.ts'
import { swarmPath } from './swarm-path.ts'
import { inColumns } from './terminal/columns.ts'
import { counted, modeText, revisionText, TimeText } from './terminal/for-people.ts'
import type { Terminal } from './terminal/terminal.ts'

export function defineStat(command: Command, cli: Cli): void {
  command
    .argument('<path>', 'a file or folder in the swarm', swarmPath)
    .option('--json', 'one JSON object')
    .action(async (path: string, options: CommonOptions) => await stat(cli, path, options))
  addExamples(command, [
    ['hiro stat /notes.txt', ''],
    ['hiro stat --json /notes.txt | jq .size', ''],
  ])
}

async function stat(cli: Cli, path: string, options: CommonOptions): Promise<void> {
  const { terminal, signal } = cli
  const swarm = await cli.open(options)
  const entry = await swarm.stat(path, { signal })
  // What is in a snapshot is kept as it is.
  const policy = inSnapshots(path) ? undefined : await swarm.policy(path, { signal })
  if (options.json) return terminal.print(JSON.stringify(entryJson(entry, policy)))
  const facts = [
    ['path', terminal.name(entry.path)],
    ...factsOf(terminal, entry),
    ...(policy ? [['policy', policyLine(terminal, policy)]] : []),
  ]
  for (const line of inColumns([{}, {}], facts)) terminal.print(line)
}

function contentOf(terminal: Terminal, entry: Entry): string[][] {
  if (entry.kind === 'link') return [['target', terminal.name(entry.target)]]
  if (entry.kind === 'folder') return []
  const size = ['size', `${formatSize(entry.sizeBytes)} (${counted(entry.sizeBytes, 'byte')})`]
  return [size, ['version', entry.version === 0 ? 'none yet' : revisionText(entry.version)]]
}

function factsOf(terminal: Terminal, entry: Entry): string[][] {
  const time = new TimeText()
  const mode = entry.mode.toString(8).padStart(4, '0')
  const owner = [entry.uid ?? '-', entry.gid ?? '-']
  const xattrs = [...(entry.xattrs?.keys() ?? [])]
  // Nobody made the root.
  const made = entry.path === '/' ? [] : [['modified', time.of(entry.mtimeMs)]]
  const committed =
    entry.path === '/'
      ? []
      : [['committed', `${time.of(entry.committedAtMs)}, revision ${revisionText(entry.revision)}`]]
  return [
    ['kind', entry.kind],
    ...contentOf(terminal, entry),
    ['mode', `${mode} ${modeText(entry.kind, entry.mode)}`],
    ...(owner.every((one) => one === '-') ? [] : [['owner', owner.join(':')]]),
    ...(xattrs.length === 0 ? [] : [['attributes', xattrs.map((name) => terminal.name(name)).join(' ')]]),
    ...made,
    ...committed,
    ['id', entry.id],
  ]
}
