import type { ErrorCode } from '../../../shared/errors.ts'
import type { Operation } from '../work/operation.ts'
import { folderOf } from './tree-changes.ts'
import type { Window } from './window.ts'

/** Nothing in this swarm is damaged, forged or of another version. */
const NEVER: readonly ErrorCode[] = [
  'usage',
  'name-invalid',
  'integrity',
  'metadata-damaged',
  'refused',
  'bad-frame',
  'version-unknown',
  'io',
  'internal',
]

/** What was refused must have been impossible at some moment of the operation. */
export function judgeRefusal({ wanted, code }: Operation, window: Window, violated: (what: string) => void): void {
  if (code === undefined || NEVER.includes(code)) return violated('this must never happen here')
  const { path } = wanted
  const could = (path: string, is: (node: { folder: boolean; version: number } | undefined) => boolean): boolean => {
    return path === '/' ? is({ folder: true, version: 0 }) : [...window.nodes(path)].some((node) => is(node))
  }
  const to = 'to' in wanted ? (wanted.to ?? path) : path
  switch (code) {
    case 'not-found':
      // What the trash holds, who judges the trash says.
      if (wanted.kind === 'restore' || wanted.kind === 'revert') return
      if (needs(wanted).every((needed) => window.alwaysThere(needed))) violated('everything was there all the time')
      return
    case 'exists':
      if (window.neverThere(to)) violated('nothing was there at any time')
      return
    case 'is-a-folder':
      if (!could(wanted.kind === 'move-over' ? to : path, (node) => node?.folder === true))
        violated('there was no folder at any time')
      return
    case 'is-a-link':
      if (wanted.kind !== 'read') violated('only what is read may not be a link')
      if (!could(path, (node) => node?.folder === false && node.version === 0))
        violated('there was no link at any time')
      return
    case 'not-a-folder': {
      const places = [path, to, ...above(path), ...above(to)]
      if (!places.some((place) => could(place, (node) => node?.folder === false)))
        violated('there was no file at any time')
      return
    }
    case 'not-empty':
      if (could(wanted.kind === 'move-over' ? to : path, (node) => node?.folder === true)) return
      violated('there was no folder at any time')
      return
    case 'under-itself':
      // The client says so by the paths alone, whatever is there.
      if (!to.startsWith(`${path}/`) && window.neverThere(path)) violated('nothing was there to be moved')
      return
    default: // what the state of network and workers excuses
  }
}

/** What has to be there for it. */
function needs(wanted: Operation['wanted']): string[] {
  switch (wanted.kind) {
    case 'add':
    case 'replace':
    case 'mkdir':
    case 'make-file':
    case 'symlink':
      return [folderOf(wanted.path)]
    case 'move':
    case 'move-over':
      return [wanted.path, folderOf(wanted.to)]
    case 'read':
    case 'stat':
    case 'list':
    case 'rmdir':
    case 'remove':
    case 'remove-now':
    case 'remove-all':
    case 'chmod':
    case 'utimes':
      return [wanted.path]
    case 'restore':
    case 'revert':
    case 'empty-trash':
      return []
  }
}

function above(path: string): string[] {
  const folder = folderOf(path)
  return folder === '/' ? [] : [folder, ...above(folder)]
}
