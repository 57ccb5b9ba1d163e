import type { Command } from 'commander'
import { formatSize } from '../../shared/config/for-people.ts'
import { HiroError } from '../../shared/errors.ts'
import type { Entry } from '../index.ts'
import type { Cli, CommonOptions, Swarm } from './cli.ts'
import { entryJson } from './interface.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'
import { inColumns } from './terminal/columns.ts'
import { modeText, TimeText } from './terminal/for-people.ts'

interface LsOptions extends CommonOptions {
  readonly long?: boolean
}

export function defineLs(command: Command, cli: Cli): void {
  command
    .argument('[path]', 'a folder or file in the swarm', swarmPath, '/')
    .option('-l, --long', 'mode, size, time and name of each')
    .option('--json', 'one JSON object a line for each entry')
    .action(async (path: string, options: LsOptions) => await ls(cli, path, options))
  addExamples(command, [
    ['hiro ls', 'what the root holds'],
    ['hiro ls -l /pictures', ''],
    ['hiro ls --json /pictures | jq -r .name', 'names for a script'],
  ])
}

async function ls(cli: Cli, path: string, options: LsOptions): Promise<void> {
  const { terminal } = cli
  // The coordinator knows no names, so it cannot sort them.
  const entries = (await entriesAt(cli, path, options)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  if (options.json) for (const entry of entries) terminal.print(JSON.stringify(entryJson(entry)))
  else if (options.long) for (const line of longLines(cli, entries)) terminal.print(line)
  else for (const { name } of entries) terminal.print(terminal.name(name))
}

async function entriesAt(cli: Cli, path: string, options: LsOptions): Promise<Entry[]> {
  const { signal } = cli
  const swarm = await cli.open(options)
  try {
    return await Array.fromAsync(swarm.list(path, { signal }))
  } catch (error) {
    const file = await fileAt(swarm, path, error, signal)
    if (file === undefined) throw error
    return [file]
  }
}

/** A path of a file is listed as that file, as everywhere. */
async function fileAt(swarm: Swarm, path: string, error: unknown, signal: AbortSignal): Promise<Entry | undefined> {
  if (!(error instanceof HiroError) || error.code !== 'not-a-folder') return undefined
  const entry = await swarm.stat(path, { signal }).catch(() => undefined)
  return entry?.kind === 'folder' ? undefined : entry
}

function longLines({ terminal }: Cli, entries: readonly Entry[]): string[] {
  const time = new TimeText()
  const rows = entries.map((entry) => [
    modeText(entry.kind, entry.mode),
    entry.kind === 'file' ? formatSize(entry.sizeBytes) : '-',
    time.of(entry.mtimeMs),
    entry.kind === 'link'
      ? `${terminal.name(entry.name)} -> ${terminal.name(entry.target)}`
      : terminal.name(entry.name),
  ])
  return inColumns([{}, { align: 'right' }, {}, {}], rows)
}
