import { Argument, type Command } from 'commander'
import { parseSize } from '../../shared/config/units.ts'
import { HiroError } from '../../shared/errors.ts'
import type { Quota, QuotaUse } from '../index.ts'
import { quoted } from '../seal/name-rules.ts'
import type { Cli, CommonOptions } from './cli.ts'
import { quotaJson } from './interface.ts'
import { addExamples } from './options.ts'
import { usedLine } from './quota-line.ts'
import { swarmPath } from './swarm-path.ts'
import { inColumns } from './terminal/columns.ts'

interface QuotaOptions extends CommonOptions {
  readonly files?: string
}

export function defineQuota(command: Command, cli: Cli): void {
  command
    .addArgument(new Argument('<what>', 'set, show or rm').choices(['set', 'show', 'rm']))
    .argument('[path]', 'a folder in the swarm; for show also a file, or nothing: all quotas', swarmPath)
    .argument('[size]', 'to set: how large all files below it may be together, like 10GiB, or none')
    .option('--files <n>', 'to set: how many files there may be')
    .option('--json', 'show: one JSON object for each')
    .action(async (what: string, path: string | undefined, size: string | undefined, options: QuotaOptions) => {
      if (what !== 'set' && (size !== undefined || options.files !== undefined))
        throw new HiroError('usage', `quota ${what} takes a folder and nothing else`)
      if (what === 'show') return await show(cli, path, options)
      if (path === undefined) throw new HiroError('usage', `quota ${what} needs a folder`)
      if (what === 'set') await set(cli, path, quotaOf(size, options.files), options)
      else await remove(cli, path, options)
    })
  addExamples(command, [
    ['hiro quota set /home/ada 50GiB', 'by the size of the files, whatever their copies take'],
    ['hiro quota set /home/ada 50GiB --files 100000', ''],
    ['hiro quota set /mail none --files 100000', ''],
    ['hiro quota show', 'all quotas, and what is used of them'],
    ['hiro quota show /home/ada/music', 'the one that holds there'],
    ['hiro quota rm /home/ada', ''],
  ])
}

/** Throws `usage`. */
function quotaOf(size: string | undefined, files: string | undefined): Quota {
  if (size === undefined) throw new HiroError('usage', 'quota set needs a size, like "10GiB", or "none" with --files')
  if (files !== undefined && !/^[1-9]\d{0,14}$/.test(files))
    throw new HiroError('usage', `--files ${files}: expected a number of files, at least 1`)
  const filesMax = files === undefined ? undefined : Number(files)
  if (size === 'none') {
    if (filesMax === undefined)
      throw new HiroError('usage', 'none without --files limits nothing; quota rm ends a quota')
    return { filesMax }
  }
  const bytesMax = parseSize(size)
  if (bytesMax === 0) throw new HiroError('usage', 'a quota is at least a byte')
  return { bytesMax, ...(filesMax !== undefined && { filesMax }) }
}

async function set(cli: Cli, path: string, quota: Quota, options: CommonOptions): Promise<void> {
  const swarm = await cli.open(options)
  await swarm.setQuota(path, quota, { signal: cli.signal })
}

async function remove(cli: Cli, path: string, options: CommonOptions): Promise<void> {
  const swarm = await cli.open(options)
  const found = await swarm.quota(path, { signal: cli.signal })
  if (found?.path !== path) throw new HiroError('not-found', `${quoted(path)} has no quota of its own`)
  await swarm.setQuota(path, undefined, { signal: cli.signal })
}

async function show(cli: Cli, path: string | undefined, options: CommonOptions): Promise<void> {
  const { terminal, signal } = cli
  const swarm = await cli.open(options)
  const one = path === undefined ? undefined : await swarm.quota(path, { signal })
  const uses = path === undefined ? await Array.fromAsync(swarm.quotas({ signal })) : one ? [one] : []
  const sorted = uses.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  if (options.json) for (const use of sorted) terminal.print(JSON.stringify(quotaJson(use)))
  else for (const line of lines(cli, sorted)) terminal.print(line)
  // Of nothing there is nothing to print; who looks at a screen is told so.
  if (sorted.length === 0 && !options.json)
    terminal.note(path === undefined ? 'there are no quotas' : 'no quota holds there')
}

function lines({ terminal }: Cli, uses: readonly QuotaUse[]): string[] {
  return inColumns(
    [{}, {}],
    uses.map((use) => [terminal.name(use.path), usedLine(use)]),
  )
}
