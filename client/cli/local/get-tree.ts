import { chmod, lstat, mkdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { formatSize } from '../../../shared/config/for-people.ts'
import { HiroError, toHiroError } from '../../../shared/errors.ts'
import { fileError } from '../../../shared/files/file-error.ts'
import { mapOrdered } from '../../../shared/work/ordered-window.ts'
import { throwIfAborted } from '../../../shared/work/signal.ts'
import type { Entry, LinkEntry } from '../../index.ts'
import type { Cli, Readable } from '../cli.ts'
import { counted } from '../terminal/for-people.ts'
import type { Fetch } from './fetch.ts'
import { type FileToFetch, fetchLoad, type Load, loadsOf } from './fetch-load.ts'
import { seconds } from './file-times.ts'
import { existsLocally } from './place-file.ts'
import { placeLink } from './place-link.ts'
import { safeName } from './safe-name.ts'
import { FILES_AT_ONCE, Transfers } from './transfers.ts'

export interface SwarmTree {
  readonly swarm: Readable
  readonly path: string
  readonly local: string
  /** The folder itself. */
  readonly entry: Entry
}

interface MadeFolder {
  readonly local: string
  readonly mode: number
  readonly mtimeMs: number
}

/** While the tree grows; its own mode may forbid writing. */
const MODE_WHILE_MADE = 0o700
/** Nobody made it, so nobody gave it one; the umask decides. */
const ROOT_MODE = 0o777
const FOLDER_MODE_BITS = 0o7777

/**
 * Fetches a folder with all that it holds to `local`, which must not be there yet, except with `replace`. A file that cannot be read does not keep the others back; they are
 * named, and in the end the first one's error is thrown, or `integrity` if it was among them.
 */
export async function getTree(cli: Cli, fetch: Fetch, tree: SwarmTree): Promise<void> {
  const { terminal, signal } = cli
  const transfers = new Transfers()
  const folders: MadeFolder[] = []
  const links: LinkToMake[] = []
  const failures: HiroError[] = []
  let [files, bytes, linksMade] = [0, 0, 0]
  const fail = (path: string, failure: HiroError): void => {
    failures.push(failure)
    terminal.warn(`${path} could not be fetched: ${failure.message}`)
  }
  const loads = loadsOf(filesOf(tree, fetch, { folders, links }, signal))
  const work = async (load: Load, signal: AbortSignal) => await fetchLoad({ fetch, transfers, ...tree }, load, signal)
  for await (const fetched of mapOrdered(loads, FILES_AT_ONCE, work, signal)) {
    for (const { entry, failure } of fetched) {
      if (failure === undefined) {
        files++
        bytes += entry.sizeBytes
      } else fail(entry.path, failure)
    }
  }
  // After all files, so that none is written through a link, whatever the swarm says that there is.
  for (const { entry, local } of links) {
    throwIfAborted(signal)
    try {
      await placeLink(local, entry, fetch.replace, cli.random)
      linksMade++
    } catch (error) {
      fail(entry.path, toHiroError(error))
    }
  }
  // In the end, as what is written into a folder changes its time; from the inside out, as a folder may be closed to us then. The root has neither.
  const attributed = tree.entry.path === '/' ? folders.slice(1) : folders
  for (const folder of attributed.toReversed()) await finish(folder)
  const where = terminal.name(tree.local)
  const what = linksMade === 0 ? counted(files, 'file') : `${counted(files, 'file')} and ${counted(linksMade, 'link')}`
  terminal.report(`${where}: ${what} in ${counted(folders.length, 'folder')}, ${formatSize(bytes)}`)
  if (failures.length > 0) throw summary(failures, files + linksMade)
}

interface LinkToMake {
  readonly entry: LinkEntry
  readonly local: string
}

/** The files of the tree; folders are made as they come, and noted, and links are noted. */
async function* filesOf(
  { swarm, path, local, entry }: SwarmTree,
  fetch: Fetch,
  noted: { readonly folders: MadeFolder[]; readonly links: LinkToMake[] },
  signal: AbortSignal,
): AsyncGenerator<FileToFetch> {
  await makeFolder(local, path === '/' ? ROOT_MODE : MODE_WHILE_MADE, fetch)
  noted.folders.push({ local, mode: entry.mode, mtimeMs: entry.mtimeMs })
  for await (const below of swarm.list(path, { signal })) {
    const there = join(local, safeName(below.name))
    if (below.kind === 'file') yield { entry: below, local: there }
    else if (below.kind === 'link') noted.links.push({ entry: below, local: there })
    else yield* filesOf({ swarm, path: below.path, local: there, entry: below }, fetch, noted, signal)
  }
}

/** A link to a folder is not that folder: following it would write elsewhere. */
async function makeFolder(local: string, mode: number, { replace }: Fetch): Promise<void> {
  try {
    await mkdir(local, { mode })
  } catch (cause) {
    const error = fileError(cause, local)
    if (error.code !== 'exists') throw error
    const there = await lstat(local).catch(() => undefined)
    if (!replace || !there?.isDirectory()) throw existsLocally(local)
  }
}

async function finish({ local, mode, mtimeMs }: MadeFolder): Promise<void> {
  try {
    await utimes(local, seconds(mtimeMs), seconds(mtimeMs))
    await chmod(local, mode & FOLDER_MODE_BITS)
  } catch (error) {
    throw fileError(error, local)
  }
}

function summary(failures: readonly HiroError[], fetched: number): HiroError {
  const [first] = failures
  const worst = failures.find(({ code }) => code === 'integrity') ?? first
  const code = worst?.code ?? 'internal'
  const counts = `${counted(failures.length, 'file')} could not be fetched, ${fetched} could`
  return new HiroError(code, `${counts}: ${worst?.message ?? ''}`, { cause: worst })
}
