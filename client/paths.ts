import { HiroError } from '../shared/errors.ts'
import { PATH_DEPTH_MAX } from '../shared/limits.ts'
import { nameFault, quoted } from './seal/name-rules.ts'

/**
 * Paths in the swarm: absolute, parts separated by single slashes, '/' alone for the folder that everything is under. There is one way to write a
 * path, so paths are equal when their text is. Names are as client/seal/name-rules.ts has them; nothing is normalised or resolved.
 */

/** The names on the way from the root; none for '/'. Throws `name-invalid`, which says what is wrong. */
export function parsePath(path: string): string[] {
  if (!path.startsWith('/')) throw invalid(path, "it does not start with '/'")
  if (path === '/') return []
  const names = path.slice(1).split('/')
  if (names.includes('')) throw invalid(path, names.at(-1) === '' ? "it ends with '/'" : "it holds '//'")
  for (const name of names) {
    const fault = nameFault(name)
    if (fault !== undefined) throw invalid(path, `of its part ${quoted(name)}, ${fault}`)
  }
  if (names.length > PATH_DEPTH_MAX) throw invalid(path, `it has ${names.length} parts, more than ${PATH_DEPTH_MAX}`)
  return names
}

/** The path of `names` below the folder `path`. Throws `name-invalid`. */
export function joinPath(path: string, ...names: string[]): string {
  const joined = names.length === 0 ? path : `${path === '/' ? '' : path}/${names.join('/')}`
  const parts = parsePath(joined)
  // A name with a slash would be two.
  if (parts.length !== parsePath(path).length + names.length) throw invalid(joined, "a name holds '/'")
  return joined
}

/** The last name of a path. Throws `name-invalid`, also for '/', which has none. */
export function baseName(path: string): string {
  const name = parsePath(path).at(-1)
  if (name === undefined) throw invalid(path, 'it has no name')
  return name
}

/** The folder that holds `path`. Throws `name-invalid`, also for '/', which nothing holds. */
export function parentPath(path: string): string {
  const names = parsePath(path)
  if (names.length === 0) throw invalid(path, 'it is in no folder')
  return `/${names.slice(0, -1).join('/')}`
}

/** Under this name every folder has its snapshots; nothing else can have it. */
export const SNAPSHOTS_NAME = '.snapshots'

/** What is in the snapshots of a folder: `names` begins with that of the snapshot, and is empty for all of them. `undefined`: `path` is none of that. Throws `name-invalid`. */
export function inSnapshots(path: string): { readonly folder: string; readonly names: readonly string[] } | undefined {
  if (!path.includes(`/${SNAPSHOTS_NAME}`)) return undefined
  const names = parsePath(path)
  const at = names.indexOf(SNAPSHOTS_NAME)
  return at === -1 ? undefined : { folder: `/${names.slice(0, at).join('/')}`, names: names.slice(at + 1) }
}

/** For whoever looks for what can be changed. Throws `name-invalid` for the folder of the snapshots itself, `usage` for what is in it. */
export function requirePresent(path: string): void {
  const there = inSnapshots(path)
  if (there === undefined) return
  if (there.names.length > 0)
    throw new HiroError('usage', `${quoted(path)} is in a snapshot, which shows what was; get or copy it from there`)
  throw new HiroError(
    'name-invalid',
    `${quoted(path)} cannot be: under ${quoted(SNAPSHOTS_NAME)} a folder has its snapshots, which "hiro snapshot" makes and removes`,
  )
}

function invalid(path: string, why: string): HiroError {
  return new HiroError('name-invalid', `${quoted(path)} is not a path of the swarm: ${why}`)
}
