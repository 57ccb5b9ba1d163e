import { type Call, checkLinearizable } from '../linearizability/linearizable.ts'
import { type PathOperation, pathModel } from '../linearizability/path-model.ts'
import { changesTree, describeOutcome, describeWanted, type Operation } from '../work/operation.ts'
import { folderOf } from './tree-changes.ts'

/** One operation, as far as it concerns one path. */
interface Part {
  readonly path: string
  readonly does: PathOperation
}

/** Once more without the coordinator's word: for each path whose folders stay what they are, by what clients asked and were told alone. The result is how many paths that were. */
export function judgeLinearizable(operations: readonly Operation[], violated: (what: string) => void): number {
  const shaken = new Set(operations.filter(({ outcome }) => outcome !== 'failed').flatMap(shakenBy))
  const histories = new Map<string, Call<Operation>[]>()
  const parts = new Map<string, Map<Operation, PathOperation>>()
  for (const operation of operations) {
    for (const { path, does } of partsOf(operation, operations)) {
      if (above(path).some((folder) => shaken.has(folder))) continue
      const calls = histories.get(path) ?? []
      const ofPath = parts.get(path) ?? new Map<Operation, PathOperation>()
      histories.set(path, calls)
      parts.set(path, ofPath)
      ofPath.set(operation, does)
      const known = operation.outcome === 'acknowledged' || operation.outcome === 'failed'
      calls.push({ operation, startAt: operation.startAt, endAt: known ? operation.endAt : Number.POSITIVE_INFINITY })
    }
  }
  for (const [path, calls] of histories) {
    const ofPath = parts.get(path)
    const model = {
      ...pathModel,
      step: (state: typeof pathModel.initial, operation: Operation) => {
        const does = ofPath?.get(operation)
        return does && pathModel.step(state, does)
      },
    }
    const { linearizable, order, stuck } = checkLinearizable(model, calls)
    if (linearizable) continue
    const list = (some: readonly Operation[]): string => some.map(({ id }) => `#${id}`).join(' ') || 'nothing'
    const what = stuck && `#${stuck.id} (${describeWanted(stuck.wanted)}: ${describeOutcome(stuck)})`
    violated(`the history of ${path} is not linearizable: ${what} fits nowhere after ${list(order)}`)
  }
  return histories.size
}

/** Folders whose paths may lead to another place after this. */
function shakenBy({ wanted }: Operation): string[] {
  const { kind, path } = wanted
  if (kind === 'move' || kind === 'move-over') return [path, wanted.to]
  if (kind === 'restore') return [wanted.to ?? path]
  return kind === 'rmdir' || kind === 'remove-all' || kind === 'remove' || kind === 'remove-now' ? [path] : []
}

function above(path: string): string[] {
  const folder = folderOf(path)
  return folder === '/' ? [] : [folder, ...above(folder)]
}

function partsOf(operation: Operation, all: readonly Operation[]): Part[] {
  const { wanted, outcome } = operation
  if (outcome === 'failed') return refused(operation)
  return changesTree(wanted) ? done(operation) : outcome === 'acknowledged' ? seen(operation, all) : []
}

function done({ id, wanted }: Operation): Part[] {
  const { kind, path } = wanted
  switch (kind) {
    case 'add':
    case 'replace':
      return [{ path, does: { kind: 'write', content: id, replaces: kind === 'replace' } }]
    case 'mkdir':
      return [{ path, does: { kind: 'make-folder' } }]
    case 'remove':
    case 'remove-now':
      return [{ path, does: { kind: 'take-away', what: 'file' } }]
    case 'restore':
      return [{ path: wanted.to ?? path, does: { kind: 'come-back' } }]
    case 'revert':
      return [{ path, does: { kind: 'revert' } }]
    case 'empty-trash':
      return []
    case 'rmdir':
      return [{ path, does: { kind: 'take-away', what: 'folder' } }]
    case 'remove-all':
      return [{ path, does: { kind: 'take-away', what: 'anything' } }]
    case 'make-file':
    case 'symlink':
      return [{ path, does: { kind: 'write', content: id, replaces: false } }]
    case 'chmod':
    case 'utimes':
      return path === '/' ? [] : [{ path, does: { kind: 'see', what: 'something' } }]
    case 'move':
    case 'move-over':
      if (path === wanted.to) return [{ path, does: { kind: 'see', what: 'something' } }]
      return [
        { path, does: { kind: 'take-away', what: 'anything' } },
        { path: wanted.to, does: { kind: 'arrive', replaces: kind === 'move-over' } },
      ]
    case 'read':
    case 'stat':
    case 'list':
      return []
  }
}

const NOTHING = new Uint8Array()

function seen({ wanted, bytes, answer }: Operation, all: readonly Operation[]): Part[] {
  const { path } = wanted
  const contentOf = (id: number): Uint8Array | undefined => {
    const writer = all[id - 1]?.wanted
    if (writer?.kind === 'make-file') return NOTHING
    return writer && 'content' in writer ? writer.content : undefined
  }
  if (wanted.kind === 'read') {
    const { offset, lengthBytes } = wanted
    const fits = (id: number): boolean => {
      const part = contentOf(id)?.subarray(offset, offset + lengthBytes)
      return part !== undefined && Buffer.compare(part, bytes) === 0
    }
    return [{ path, does: { kind: 'see-file', fits } }]
  }
  if (answer.entry) {
    const { kind, sizeBytes } = answer.entry
    if (kind === 'folder') return path === '/' ? [] : [{ path, does: { kind: 'see', what: 'folder' } }]
    const isLink = (id: number): boolean => all[id - 1]?.wanted.kind === 'symlink'
    if (kind === 'link') return [{ path, does: { kind: 'see-file', fits: isLink } }]
    return [{ path, does: { kind: 'see-file', fits: (id) => contentOf(id)?.byteLength === sizeBytes } }]
  }
  if (wanted.kind !== 'list') return []
  const names = answer.names ?? []
  const below = new Set(
    all.map(({ wanted: { path } }) => path).filter((other) => other !== '/' && folderOf(other) === path),
  )
  return [...below].map((child) => {
    const isThere = names.includes(child.slice(child.lastIndexOf('/') + 1))
    return { path: child, does: { kind: 'see', what: isThere ? 'something' : 'nothing' } }
  })
}

/** What was refused changed nothing, and tells what was there. */
function refused({ wanted, code }: Operation): Part[] {
  const { kind, path } = wanted
  if (code === 'exists')
    return [{ path: 'to' in wanted ? (wanted.to ?? path) : path, does: { kind: 'see', what: 'something' } }]
  const over = wanted.kind === 'move-over' ? wanted.to : path
  if (code === 'is-a-folder' && over !== '/') return [{ path: over, does: { kind: 'see', what: 'folder' } }]
  const isOfPath = ['read', 'stat', 'remove', 'remove-now', 'rmdir', 'remove-all', 'chmod', 'utimes'].includes(kind)
  return code === 'not-found' && isOfPath ? [{ path, does: { kind: 'see', what: 'nothing' } }] : []
}
