import type { Command } from 'commander'
import { formatDuration, formatSize } from '../../shared/config/for-people.ts'
import type { Version } from '../index.ts'
import type { Cli, CommonOptions } from './cli.ts'
import { versionJson } from './interface.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'
import { inColumns } from './terminal/columns.ts'
import { revisionText, TimeText } from './terminal/for-people.ts'

export function defineVersions(command: Command, cli: Cli): void {
  command
    .argument('<path>', 'a file in the swarm, or one that was removed from there', swarmPath)
    .option('--json', 'one JSON object a line for each version')
    .action(async (path: string, options: CommonOptions) => await list(cli, path, options))
  addExamples(command, [
    ['hiro versions /notes.txt', 'the newest first, and what keeps each'],
    ['hiro cat --version 41 /notes.txt', 'one of them'],
  ])
}

async function list(cli: Cli, path: string, options: CommonOptions): Promise<void> {
  const { terminal, signal } = cli
  const swarm = await cli.open(options)
  if (options.json) {
    for await (const one of swarm.versions(path, { signal })) terminal.print(JSON.stringify(versionJson(one)))
    return
  }
  for (const line of lines(cli, await Array.fromAsync(swarm.versions(path, { signal })))) terminal.print(line)
}

function lines(cli: Cli, versions: readonly Version[]): string[] {
  const time = new TimeText()
  const columns = [
    { head: 'version', align: 'right' },
    { head: 'size', align: 'right' },
    { head: 'published' },
    { head: 'kept by' },
  ] as const
  const rows = versions.map((one) => [
    one.version > 0 ? revisionText(one.version) : '-',
    formatSize(one.sizeBytes),
    time.of(one.committedAtMs),
    keptBy(cli, one),
  ])
  return inColumns(columns, rows)
}

function keptBy({ terminal, clock }: Cli, { current, trashUntilMs, snapshots }: Version): string {
  const trash =
    trashUntilMs === undefined ? [] : [`trash, for ${formatDuration(Math.max(0, trashUntilMs - clock.now()))}`]
  const seers = snapshots.map(({ name, folder }) => {
    const where = folder === undefined ? '' : ` of ${terminal.name(folder)}`
    return `snapshot ${terminal.name(name)}${where}`
  })
  return [...(current ? ['current'] : []), ...trash, ...seers].join('; ')
}
