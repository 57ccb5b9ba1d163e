import { keys as rows } from '../../../coordinator/metadata/keys.ts'
import type { Revision } from '../../../coordinator/metadata/metadata-store.ts'
import { LogRecord } from '../../../coordinator/metadata/records.js'
import { ROOT_ID, toHex } from '../../../shared/ids.ts'
import type { Node, Tree, TreeHistory } from './tree-history.ts'

/** One step of the tree of names, as the coordinator's log of changes tells it. */
export interface TreeChange {
  readonly revision: Revision
  readonly kind: 'publish' | 'make-folder' | 'make-file' | 'remove' | 'move' | 'restore' | 'attributes'
  readonly id: string
  /** Of a publish, or of a file's restore. */
  readonly version: number
  /** Where it was before, and where it is then. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** What a move removed at its target. */
  readonly over?: Node | undefined
  readonly before: Tree
  readonly after: Tree
}

/** All steps; `violated` is told of those that do something else to the tree than their kind says, and of what changes the tree without a line in the log. */
export function treeChanges(history: TreeHistory, violated: (what: string) => void): TreeChange[] {
  const changes: TreeChange[] = []
  let before: Tree = new Map()
  for (const revision of history.changes) {
    const after = history.at(revision)
    const line = history.timeline.at(rows.log(revision), revision)
    if (line === undefined) {
      if (!sameTree(before, after)) violated(`transaction ${revision} changed the tree without a line in the log`)
    } else {
      const { change, id, version } = LogRecord.decode(line)
      const [from, to] = [pathOf(before, toHex(id)), pathOf(after, toHex(id))]
      const kind = change as TreeChange['kind']
      const over = kind === 'move' && to !== undefined && from !== to ? before.get(to) : undefined
      const step: TreeChange = { revision, kind, id: toHex(id), version, from, to, over, before, after }
      if (over && !isRemovalOf(history.timeline.at(rows.log(revision, 1), revision), over.id))
        violated(`transaction ${revision} removed what was at ${to ?? '-'} without a line in the log`)
      const expected = step.kind === 'restore' ? expectedAfterRestore(step, changes) : expectedAfter(step)
      if (expected === undefined || !sameTree(expected, after)) {
        violated(
          `transaction ${revision} (${change} of ${from ?? '-'} to ${to ?? '-'}) made another tree than it should`,
        )
      }
      changes.push(step)
    }
    before = after
  }
  return changes
}

function isRemovalOf(line: Uint8Array | undefined, removed: string): boolean {
  if (line === undefined) return false
  const { change, id } = LogRecord.decode(line)
  return change === 'remove' && toHex(id) === removed
}

/** A folder comes back with everything in it as it was when it was removed. */
function expectedAfterRestore(
  { id, version, from, to, before, after }: TreeChange,
  changes: readonly TreeChange[],
): Tree | undefined {
  const node = to === undefined ? undefined : after.get(to)
  if (to === undefined || node === undefined || !isFolder(before, folderOf(to))) return undefined
  if (from === undefined ? before.has(to) : from !== to || node.folder) return undefined
  const tree = new Map(before).set(to, { id, parent: node.parent, folder: node.folder, version })
  if (!node.folder) return tree
  const removal = changes.findLast((change) => (change.kind === 'remove' ? change.id : change.over?.id) === id)
  // It was empty, or it would not have given way.
  if (removal?.kind === 'move') return tree
  if (removal?.from === undefined) return undefined
  for (const [path, below] of removal.before) {
    if (path !== removal.from && isAtOrUnder(path, removal.from)) tree.set(to + path.slice(removal.from.length), below)
  }
  return tree
}

/** `undefined`: this was not possible. */
function expectedAfter({ kind, id, version, from, to, before, after }: TreeChange): Tree | undefined {
  const tree = new Map(before)
  const there = to === undefined ? undefined : before.get(to)
  const node = to === undefined ? undefined : after.get(to)
  if (to !== undefined && !isFolder(before, folderOf(to))) return undefined
  switch (kind) {
    case 'publish':
      if (to === undefined || node === undefined || there?.folder || (from !== undefined && from !== to))
        return undefined
      return tree.set(to, { id, parent: node.parent, folder: false, version })
    case 'make-folder':
      if (to === undefined || node === undefined || there !== undefined) return undefined
      return tree.set(to, { id, parent: node.parent, folder: true, version: 0 })
    case 'make-file':
      if (to === undefined || node === undefined || there !== undefined) return undefined
      return tree.set(to, { id, parent: node.parent, folder: false, version: 0 })
    case 'attributes':
      return from === undefined ? undefined : tree
    case 'remove':
      if (from === undefined) return undefined
      for (const path of before.keys()) if (isAtOrUnder(path, from)) tree.delete(path)
      return tree
    case 'restore':
      return undefined
    case 'move': {
      const moved = from === undefined ? undefined : before.get(from)
      if (from === undefined || moved === undefined || to === undefined || node === undefined) return undefined
      if (isAtOrUnder(to, from) || (there && !givesWay(before, to, there, moved))) return undefined
      tree.delete(to)
      for (const [path, below] of before) {
        if (!isAtOrUnder(path, from)) continue
        tree.delete(path)
        tree.set(to + path.slice(from.length), path === from ? { ...moved, parent: node.parent } : below)
      }
      return tree
    }
  }
}

/** As rename(2) has it. */
function givesWay(tree: Tree, path: string, there: Node, moved: Node): boolean {
  const isEmpty = ![...tree.keys()].some((below) => below.startsWith(`${path}/`))
  return there.folder === moved.folder && isEmpty
}

function sameTree(a: Tree, b: Tree): boolean {
  return a.size === b.size && [...a].every(([path, node]) => sameNode(node, b.get(path)))
}

function sameNode(a: Node, b: Node | undefined): boolean {
  return b !== undefined && a.id === b.id && a.parent === b.parent && a.folder === b.folder && a.version === b.version
}

function pathOf(tree: Tree, id: string): string | undefined {
  for (const [path, node] of tree) if (node.id === id) return path
  return undefined
}

function isFolder(tree: Tree, path: string): boolean {
  return path === '/' || tree.get(path)?.folder === true
}

function isAtOrUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

/** The folder of a path, and its name in there. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/'
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

export function folderId(tree: Tree, path: string): string | undefined {
  return path === '/' ? ROOT_ID : tree.get(path)?.id
}
