import { isDeepStrictEqual } from 'node:util'
import type { Attributes } from '../../../client/seal/attributes.ts'
import { keys as rows } from '../../../coordinator/metadata/keys.ts'
import { IntentRecord } from '../../../coordinator/metadata/records.js'
import type { Operation, Wanted } from '../work/operation.ts'
import { folderId, folderOf, nameOf, type TreeChange } from './tree-changes.ts'
import type { TreeHistory } from './tree-history.ts'
import type { Window } from './window.ts'

const kinds: Readonly<Record<TreeChange['kind'], readonly Wanted['kind'][]>> = {
  publish: ['add', 'replace'],
  'make-folder': ['mkdir'],
  'make-file': ['make-file', 'symlink'],
  attributes: ['chmod', 'utimes'],
  remove: ['remove', 'remove-now', 'rmdir', 'remove-all'],
  move: ['move', 'move-over'],
  restore: ['restore', 'revert'],
}

/** Whether this change can be the effect of this operation: kind, time, and the folders by the ids that the operation can have found. */
export function canBe(history: TreeHistory, operation: Operation, window: Window, change: TreeChange): boolean {
  const { wanted, startRevision, endRevision } = operation
  const { revision, from, to, before, after } = change
  if (!kinds[change.kind].includes(wanted.kind) || revision <= startRevision || revision > endRevision) return false
  const isAt = (path: string, place: string | undefined, tree: TreeChange['before']): boolean => {
    if (place === undefined || nameOf(place) !== nameOf(path)) return false
    const folder = folderId(tree, folderOf(place))
    return folder !== undefined && window.folders(path).has(folder)
  }
  const attributesAt = (tree: TreeChange['before']): Attributes | undefined => {
    const node = to === undefined ? undefined : tree.get(to)
    return node && history.attributesOf(node)
  }
  switch (wanted.kind) {
    case 'add':
    case 'replace':
      return isAt(wanted.path, to, after) && isVersionOf(history, operation, change)
    case 'mkdir':
      return isAt(wanted.path, to, after)
    case 'restore':
    case 'revert': {
      const { restored } = operation.answer
      const isThis = restored === undefined || (restored.id === change.id && restored.version === change.version)
      return isThis && isAt(wanted.to ?? wanted.path, to, after) && (from === undefined || wanted.kind === 'revert')
    }
    case 'remove':
    case 'remove-now':
      return isAt(wanted.path, from, before) && before.get(from ?? '')?.folder === false
    case 'rmdir':
      return isAt(wanted.path, from, before) && ![...before.keys()].some((path) => path.startsWith(`${from}/`))
    case 'remove-all':
      return isAt(wanted.path, from, before)
    case 'move':
      return change.over === undefined && isAt(wanted.path, from, before) && isAt(wanted.to, to, after)
    case 'move-over':
      return isAt(wanted.path, from, before) && isAt(wanted.to, to, after)
    case 'symlink': {
      const attributes = attributesAt(after)
      return isAt(wanted.path, to, after) && attributes?.link === wanted.target && attributes.mode === LINK_MODE
    }
    case 'make-file':
    case 'chmod':
    case 'utimes':
      return (
        isAt(wanted.path, to, after) &&
        isDeepStrictEqual(attributesAt(after), attributesAfter(wanted, attributesAt(before)))
      )
    case 'read':
    case 'stat':
    case 'list':
    case 'empty-trash':
      return false
  }
}

const MADE_MODE = 0o644
const LINK_MODE = 0o777

/** Nothing else may be otherwise then: what others changed meanwhile stays. */
function attributesAfter(wanted: Wanted, before: Attributes | undefined): Partial<Attributes> | undefined {
  switch (wanted.kind) {
    case 'make-file':
      return { mode: MADE_MODE, mtimeMs: wanted.mtimeMs, fresh: true }
    case 'chmod':
      return before && { ...before, mode: wanted.mode }
    case 'utimes':
      return before && { ...before, mtimeMs: wanted.mtimeMs }
    default:
      return undefined
  }
}

function isVersionOf(history: TreeHistory, operation: Operation, { id, version, revision }: TreeChange): boolean {
  const { wanted, answer, peer, startRevision } = operation
  if (wanted.kind !== 'add' && wanted.kind !== 'replace') return false
  const { published } = answer
  if (published) return published.version === version && published.revision === revision && published.file === id
  const value = history.timeline.at(rows.intent(version), revision)
  const intent = value && IntentRecord.decode(value)
  if (intent?.client !== peer || intent.replace !== (wanted.kind === 'replace')) return false
  return version > startRevision && history.sizeOf(id, revision) === wanted.content.byteLength
}
