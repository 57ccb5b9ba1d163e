import { Argument, type Command } from 'commander'
import { HiroError } from '../../shared/errors.ts'
import { joinPath, SNAPSHOTS_NAME } from '../paths.ts'
import type { Cli, CommonOptions } from './cli.ts'
import { snapshotJson } from './interface.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'
import { inColumns } from './terminal/columns.ts'
import { TimeText } from './terminal/for-people.ts'

export function defineSnapshot(command: Command, cli: Cli): void {
  command
    .addArgument(new Argument('<what>', 'create, list or rm').choices(['create', 'list', 'rm']))
    .argument('[words...]', 'its NAME, not for list; and the folder (default: /)')
    .usage('[options] create|rm NAME [FOLDER] | list [FOLDER]')
    .option('--json', 'create and list: one JSON object a line for each snapshot')
    .action(async (what: string, words: string[], options: CommonOptions) => {
      const [name, folder = '/', ...more] = what === 'list' ? ['', ...words] : words
      if (more.length > 0)
        throw new HiroError(
          'usage',
          `snapshot ${what} takes ${what === 'list' ? '' : 'a name and '}a folder, and nothing else`,
        )
      if (name === undefined)
        throw new HiroError('usage', `which snapshot? As in: hiro snapshot ${what} before-cleanup /pictures`)
      const at = swarmPath(folder)
      if (what === 'create') await create(cli, name, at, options)
      else if (what === 'list') await list(cli, at, options)
      else await (await cli.open(options)).dropSnapshot(name, at, { signal: cli.signal })
    })
  addExamples(command, [
    ['hiro snapshot create monday /pictures', 'at once, whatever the size'],
    ['hiro snapshot list /pictures', ''],
    ['hiro get /pictures/.snapshots/monday/lake.jpg', 'what was, under a folder that is in no listing'],
    ['hiro snapshot rm monday /pictures', 'what only it shows is gone for good'],
  ])
}

async function create(cli: Cli, name: string, folder: string, options: CommonOptions): Promise<void> {
  const { terminal, signal } = cli
  const swarm = await cli.open(options)
  const snapshot = await swarm.takeSnapshot(name, folder, { signal })
  if (options.json) return terminal.print(JSON.stringify(snapshotJson(snapshot)))
  terminal.print(`${terminal.name(joinPath(folder, SNAPSHOTS_NAME, name))} shows ${terminal.name(folder)} as it is now`)
}

async function list(cli: Cli, folder: string, options: CommonOptions): Promise<void> {
  const { terminal, signal } = cli
  const swarm = await cli.open(options)
  const snapshots = await swarm.snapshots(folder, { signal })
  if (options.json) {
    for (const snapshot of snapshots) terminal.print(JSON.stringify(snapshotJson(snapshot)))
    return
  }
  const time = new TimeText()
  const rows = snapshots.map(({ name, takenAtMs }) => [
    time.of(takenAtMs),
    terminal.name(joinPath(folder, SNAPSHOTS_NAME, name)),
  ])
  if (rows.length > 0) for (const line of inColumns([{ head: 'taken' }, { head: 'path' }], rows)) terminal.print(line)
}
