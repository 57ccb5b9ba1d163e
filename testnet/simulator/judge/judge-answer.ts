import type { Operation } from '../work/operation.ts'
import { folderOf } from './tree-changes.ts'
import type { TreeHistory } from './tree-history.ts'
import type { Window } from './window.ts'

interface Answered {
  readonly operation: Operation
  readonly window: Window
  readonly history: TreeHistory
  /** By version, what it can consist of. */
  readonly contents: ReadonlyMap<number, readonly Uint8Array[]>
}

/** What was given out must have been so at some moment of the operation, and bytes are those of one version. */
export function judgeAnswer(
  { operation, window, history, contents }: Answered,
  violated: (what: string) => void,
): void {
  const { wanted, answer, outcome, bytes } = operation
  const done = outcome === 'acknowledged'
  switch (wanted.kind) {
    case 'read': {
      if (!done && bytes.byteLength === 0) return
      const versions = [...window.nodes(wanted.path)].flatMap((node) =>
        node && !node.folder && !history.isLink(node) ? [node.version] : [],
      )
      const right = versions
        .flatMap((version) => contents.get(version) ?? [])
        .some((content) => {
          const wholly = content.subarray(wanted.offset, wanted.offset + wanted.lengthBytes)
          return Buffer.compare(done ? wholly : wholly.subarray(0, bytes.byteLength), bytes) === 0
        })
      if (!right) violated(`these bytes were in none of the ${versions.length} versions that were there`)
      return
    }
    case 'stat': {
      if (!done || answer.entry === undefined) return
      const { kind, sizeBytes, mode, mtimeMs } = answer.entry
      const right = [...window.nodes(wanted.path)].some((node) => {
        if (node === undefined) return false
        const attributes = history.attributesOf(node)
        if (attributes?.mode !== mode || attributes.mtimeMs !== mtimeMs) return false
        const isLink = history.isLink(node)
        if (kind !== 'file' || isLink) return kind === 'link' ? isLink : kind === 'folder' && node.folder
        return (
          !node.folder && (contents.get(node.version)?.some((content) => content.byteLength === sizeBytes) ?? false)
        )
      })
      if (!right) violated('nothing like that was there')
      return
    }
    case 'list':
      if (done) judgeNames({ operation, window, history, contents }, violated)
      return
    case 'add':
    case 'replace':
    case 'mkdir':
    case 'rmdir':
    case 'remove':
    case 'remove-now':
    case 'remove-all':
    case 'move':
    case 'move-over':
    case 'make-file':
    case 'symlink':
    case 'chmod':
    case 'utimes':
    case 'restore':
    case 'revert':
    case 'empty-trash':
  }
}

/** What stays is shown exactly once, what comes or goes meanwhile may show, and nothing else does. */
function judgeNames({ operation, window, history }: Answered, violated: (what: string) => void): void {
  const { wanted, answer, startRevision, endRevision } = operation
  const names = answer.names ?? []
  if (new Set(names).size !== names.length) violated('a name is shown twice')
  const path = wanted.path === '/' ? '' : wanted.path
  for (const name of names) if (window.neverThere(`${path}/${name}`)) violated(`${name} was not there`)
  const throughout = [...history.at(startRevision).keys()].filter((below) => folderOf(below) === wanted.path)
  for (const below of throughout) {
    if (!window.alwaysThere(below) || names.includes(below.slice(path.length + 1))) continue
    violated(`${below} was there from ${startRevision} to ${endRevision}, and is not shown`)
  }
}
