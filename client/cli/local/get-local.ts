import { stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { formatSize } from '../../../shared/config/for-people.ts'
import { HiroError } from '../../../shared/errors.ts'
import type { Entry, FileEntry, LinkEntry } from '../../index.ts'
import { warnOfBadCopies } from '../bad-copy.ts'
import type { Cli, CommonOptions, Swarm } from '../cli.ts'
import { Fetch } from './fetch.ts'
import { getTree } from './get-tree.ts'
import { requireNothingAt } from './place-file.ts'
import { placeLink } from './place-link.ts'
import { safeName } from './safe-name.ts'

export interface GetOptions extends CommonOptions {
  readonly replace?: boolean
  readonly version?: number
}

/** Fetches the file or folder `path` to the local `dest`. */
export async function getLocal(
  cli: Cli,
  { path, dest }: { path: string; dest: string | undefined },
  options: GetOptions,
): Promise<void> {
  const { signal, terminal } = cli
  const swarm = await cli.open(options)
  const entry = await entryOf(swarm, path, options.version, signal)
  const local = await target(cli.cwd, entry, dest)
  const fetch = new Fetch(
    { swarm, random: cli.random },
    { replace: options.replace ?? false, meter: terminal.meter('fetching'), onBadCopy: warnOfBadCopies(cli) },
  )
  try {
    if (entry.kind === 'folder') await getTree(cli, fetch, { swarm, path, local, entry })
    else if (entry.kind === 'link') await getLink(cli, fetch, entry, local)
    else await getFile(cli, fetch, entry, local)
  } finally {
    fetch.meter.end()
  }
}

async function entryOf(swarm: Swarm, path: string, version: number | undefined, signal: AbortSignal): Promise<Entry> {
  if (version === undefined) return await swarm.stat(path, { signal })
  for await (const one of swarm.versions(path, { signal })) if (one.version === version) return one.entry
  throw new HiroError('not-found', `${path} has no version ${version} (any more); "hiro versions ${path}" lists them`)
}

async function getFile(cli: Cli, fetch: Fetch, entry: FileEntry, local: string): Promise<void> {
  // Known before the first byte is fetched.
  if (!fetch.replace) await requireNothingAt(local)
  fetch.meter.expect(entry.sizeBytes)
  await fetch.file(entry, local, cli.signal)
  cli.terminal.report(`${cli.terminal.name(local)}: ${formatSize(entry.sizeBytes)}`)
}

/** The link, and not what it leads to. */
async function getLink(cli: Cli, { replace }: Fetch, entry: LinkEntry, local: string): Promise<void> {
  await placeLink(local, entry, replace, cli.random)
  cli.terminal.report(`${cli.terminal.name(local)} -> ${cli.terminal.name(entry.target)}`)
}

/** As everywhere: into the folder that is there, or under the name that is given. */
async function target(cwd: string, entry: Entry, dest: string | undefined): Promise<string> {
  const isRoot = entry.path === '/'
  if (dest === undefined) {
    if (isRoot) throw new HiroError('usage', "'/' has no name: say where it goes, as in: hiro get / ./everything")
    return join(cwd, safeName(entry.name))
  }
  const local = resolve(cwd, dest)
  const there = await stat(local).catch(() => undefined)
  const above = await stat(dirname(local)).catch(() => undefined)
  if (!above?.isDirectory()) throw new HiroError('not-found', `there is no folder ${dirname(local)}`)
  if (there?.isDirectory() && !isRoot) return join(local, safeName(entry.name))
  if (entry.kind !== 'folder' && !there && dest.endsWith('/'))
    throw new HiroError('not-found', `there is no folder ${local}`)
  return local
}
