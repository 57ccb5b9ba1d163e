import { accessSync, constants, lstatSync, type Stats } from 'node:fs'
import { lstat, readdir, readlink, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { HiroError } from '../../../shared/errors.ts'
import { fileError } from '../../../shared/files/file-error.ts'
import { throwIfAborted } from '../../../shared/work/signal.ts'
import { joinPath, SNAPSHOTS_NAME } from '../../paths.ts'
import { quoted } from '../../seal/name-rules.ts'

/** The loop turns between so many, so that Ctrl-C is heard. */
const LOOKS_A_TURN = 64

/** A file or folder on this machine, and where it goes. */
export interface LocalEntry {
  readonly kind: 'file' | 'folder'
  readonly local: string
  /** In the swarm. */
  readonly path: string
  readonly stats: Stats
}

/** A symbolic link, which goes to the swarm as it is and is not followed. */
export interface LocalLink extends Omit<LocalEntry, 'kind'> {
  readonly kind: 'link'
  readonly target: string
}

export type LeftOut = 'special file' | 'swarm of its own'

export interface WalkOptions {
  /** The swarm's own folder: to add the pieces of a swarm to that swarm would never end. */
  readonly except: string
  readonly signal: AbortSignal
  readonly onLeftOut?: (what: LeftOut, local: string) => void
}

/**
 * The files, folders and links below the folder `root`, which itself goes to `path`: a folder before what it holds, names in order. What vanishes meanwhile is left out. Throws
 * `name-invalid` for a name that the swarm cannot take, `io` for what cannot be read.
 */
export async function* walkLocal(
  root: string,
  path: string,
  options: WalkOptions,
): AsyncGenerator<LocalEntry | LocalLink> {
  const except = await stat(options.except).catch(() => undefined)
  yield* below(root, path, { ...options, isExcept: (stats) => stats.ino === except?.ino && stats.dev === except.dev })
}

type Walk = WalkOptions & { readonly isExcept: (stats: Stats) => boolean }

async function* below(folder: string, path: string, walk: Walk): AsyncGenerator<LocalEntry | LocalLink> {
  for (const [at, name] of (await namesIn(folder)).entries()) {
    throwIfAborted(walk.signal)
    const local = join(folder, name)
    const stats = at % LOOKS_A_TURN === 0 ? await orVanished(lstat(local), local) : look(local)
    if (stats === undefined) continue
    if (name === SNAPSHOTS_NAME)
      throw new HiroError(
        'name-invalid',
        `${local} cannot be added: under that name the swarm has the snapshots of a folder`,
      )
    if (stats.isDirectory() && walk.isExcept(stats)) walk.onLeftOut?.('swarm of its own', local)
    else if (stats.isSymbolicLink()) {
      const target = await targetOf(local)
      if (target !== undefined) yield { kind: 'link', local, path: joinPath(path, name), stats, target }
    } else if (stats.isDirectory()) {
      const there = joinPath(path, name)
      yield { kind: 'folder', local, path: there, stats }
      yield* below(local, there, walk)
    } else if (stats.isFile()) yield { kind: 'file', local, path: joinPath(path, name), stats }
    else walk.onLeftOut?.('special file', local)
  }
}

/** Without the thread pool, whose way there and back costs ten times what a look does. */
function look(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch (cause) {
    const error = fileError(cause, path)
    if (error.code === 'not-found') return undefined
    throw error
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

async function namesIn(folder: string): Promise<string[]> {
  const names = (await orVanished(readdir(folder, { encoding: 'buffer' }), folder)) ?? []
  return names
    .map((name) => textOf(name, `${quoted(name.toString('latin1'))} in ${folder} cannot be a name in the swarm`))
    .toSorted((a, b) => (a < b ? -1 : 1))
}

/** `undefined`: the link vanished, or gave way to something else. */
async function targetOf(link: string): Promise<string | undefined> {
  try {
    return textOf(await readlink(link, { encoding: 'buffer' }), `the link ${link} cannot be kept in the swarm`)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EINVAL'))
      return undefined
    throw fileError(error, link)
  }
}

function textOf(bytes: Buffer, otherwise: string): string {
  try {
    return utf8.decode(bytes)
  } catch (cause) {
    throw new HiroError('name-invalid', `${otherwise}: it is not UTF-8`, { cause })
  }
}

async function orVanished<T>(look: Promise<T>, path: string): Promise<T | undefined> {
  try {
    return await look
  } catch (cause) {
    const error = fileError(cause, path)
    if (error.code === 'not-found') return undefined
    throw error
  }
}

export interface Survey {
  readonly files: number
  readonly links: number
  readonly folders: number
  readonly bytes: number
  /** How many of each, and the first of them relative to the root. */
  readonly leftOut: ReadonlyMap<LeftOut, { readonly count: number; readonly first: string }>
}

function requireReadable(path: string): void {
  try {
    accessSync(path, constants.R_OK)
  } catch (cause) {
    const error = fileError(cause, path)
    if (error.code !== 'not-found') throw error
  }
}

/** Looks at all that `walkLocal` will give, before anything is sent: what cannot be named in the swarm, or not be read, is better known now. */
export async function surveyLocal(root: string, path: string, options: WalkOptions): Promise<Survey> {
  let [files, links, folders, bytes] = [0, 0, 0, 0]
  const leftOut = new Map<LeftOut, { count: number; first: string }>()
  const onLeftOut = (what: LeftOut, local: string): void => {
    const known = leftOut.get(what)
    if (known) known.count++
    else leftOut.set(what, { count: 1, first: relative(root, local) })
  }
  for await (const { kind, local, stats } of walkLocal(root, path, { ...options, onLeftOut })) {
    if (kind === 'folder') folders++
    else if (kind === 'link') links++
    else {
      requireReadable(local)
      files++
      bytes += stats.size
    }
  }
  return { files, links, folders, bytes, leftOut }
}
