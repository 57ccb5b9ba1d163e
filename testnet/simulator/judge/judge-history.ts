import type { Faults } from '../faults/faults.ts'
import type { SimulatedSwarm } from '../swarm/simulated-swarm.ts'
import type { Ledger } from '../work/ledger.ts'
import { changesTree, describeOutcome, describeWanted, type Operation, type Wanted } from '../work/operation.ts'
import { canBe } from './can-be.ts'
import { judgeAcknowledged } from './judge-acknowledged.ts'
import { judgeAnswer } from './judge-answer.ts'
import { judgeLinearizable } from './judge-linearizable.ts'
import { judgeRefusal } from './judge-refusal.ts'
import { judgeTrash } from './judge-trash.ts'
import { match } from './matching.ts'
import { nameOf, type TreeChange, treeChanges } from './tree-changes.ts'
import { TreeHistory } from './tree-history.ts'
import { Window } from './window.ts'

/**
 * Holds what the clients were told against what happened. The coordinator's log gives the order of all changes; that each change is what somebody asked for, in the time
 * between his asking and his answer, makes the whole linearizable (but for what `Window` allows).
 */
export function judgeHistory(
  swarm: SimulatedSwarm,
  ledger: Ledger,
  { faults, ...copies }: { copies: number; copiesMin: number; faults: Faults },
): void {
  const { story, keys, coordinator } = swarm
  const { operations } = ledger
  const history = new TreeHistory(coordinator.history.commits, keys)
  const changes = treeChanges(history, (what) => story.violated(what))
  const windows = new Map(operations.map((operation) => [operation, new Window(history, operation, operations)]))
  const windowOf = (operation: Operation): Window =>
    windows.get(operation) ?? new Window(history, operation, operations)

  const possible = operations.filter(({ wanted, outcome }) => changesTree(wanted) && outcome !== 'failed')
  const acknowledged = possible.filter((operation) => {
    return operation.outcome === 'acknowledged' && !movesNothing(operation, windowOf(operation))
  })
  const pairs = match(acknowledged, possible, changes, (operation, change) => {
    return canBe(history, operation, windowOf(operation), change)
  })
  for (const change of changes) {
    if (!pairs.has(change))
      story.violated(
        `nobody asked for this: ${change.kind} of ${change.from ?? '-'} to ${change.to ?? '-'} at ${change.revision}`,
      )
  }
  const done = new Set(pairs.values())
  for (const operation of acknowledged) {
    const window = windowOf(operation)
    if (done.has(operation) || wasRemovedByAnother(operation, window)) continue
    // A move that finds its very file at its target is done, whoever moved it.
    if (isMove(operation.wanted) && changes.some((change) => canBe(history, operation, window, change))) continue
    story.violated(`${titleOf(operation)}, and it did not happen, or not then`)
  }

  const contents = contentsOf(history, changes, pairs, possible, (operation, change) =>
    canBe(history, operation, windowOf(operation), change),
  )
  const versions = changes.filter(({ kind }) => kind === 'publish').map(({ version }) => version)
  if (new Set(versions).size !== versions.length) story.violated('a version was published twice')
  for (const operation of operations) {
    const violated = (what: string): void => story.violated(`${titleOf(operation)}: ${what}`)
    if (operation.outcome === 'failed' && !isExplained(operation, windowOf(operation), history, faults))
      judgeRefusal(operation, windowOf(operation), violated)
    judgeAnswer({ operation, window: windowOf(operation), history, contents }, violated)
    judgeAcknowledged(history, operation, copies, violated)
  }
  story.count(
    'paths held to linearizability',
    judgeLinearizable(operations, (what) => story.violated(what)),
  )
  judgeUploads(history, (what) => story.violated(what))
  judgeTrash(coordinator.history.commits, operations, swarm.trashMs, (what) => story.violated(what))
}

/** Damage that was done from outside is told, where someone met it. */
function isExplained(operation: Operation, window: Window, history: TreeHistory, faults: Faults): boolean {
  const { wanted, code, startMs, endMs, endRevision } = operation
  if (code === 'metadata-damaged') return faults.metadata.wasRottenWithin(startMs, endMs)
  if (code !== 'integrity' || wanted.kind !== 'read') return false
  return [...window.nodes(wanted.path)].some((node) => {
    return node && faults.spoiled.anyOfPieces(history.piecesOf(node.id, node.version, endRevision), endMs)
  })
}

function isMove(wanted: Wanted): wanted is Extract<Wanted, { readonly kind: 'move' | 'move-over' }> {
  return wanted.kind === 'move' || wanted.kind === 'move-over'
}

/** What is moved to where it is already stays there: also where both folders are one, moved a moment before, that the client still believes at its old place. */
function movesNothing({ wanted }: Operation, window: Window): boolean {
  if (!isMove(wanted) || nameOf(wanted.path) !== nameOf(wanted.to)) return false
  return window.folders(wanted.path).intersection(window.folders(wanted.to)).size > 0
}

/** By version, what it can consist of: the content of whoever was told that it is his, else of all whose it can be. */
function contentsOf(
  history: TreeHistory,
  changes: readonly TreeChange[],
  pairs: ReadonlyMap<TreeChange, Operation>,
  possible: readonly Operation[],
  canBe: (operation: Operation, change: TreeChange) => boolean,
): Map<number, Uint8Array[]> {
  // Without a version there is nothing, and nobody who wrote it.
  const contents = new Map<number, Uint8Array[]>([[0, [new Uint8Array()]]])
  for (const [change, owner] of pairs) {
    if (change.kind !== 'publish') continue
    const unsure = possible.filter((operation) => operation.answer.published === undefined && canBe(operation, change))
    const owners = owner.answer.published ? [owner] : unsure
    contents.set(
      change.version,
      owners.flatMap(({ wanted }) => ('content' in wanted ? [wanted.content] : [])),
    )
  }
  for (const { kind, id, version, revision } of changes) {
    if (kind !== 'restore' || version === 0) continue
    contents.set(version, contents.get(history.contentOf(id, version, revision)) ?? [])
  }
  return contents
}

/** An answer that was lost leaves open who did it; that it is done is sure: by itself, or with a folder above it. */
function wasRemovedByAnother({ wanted }: Operation, window: Window): boolean {
  if (!['remove', 'remove-now', 'rmdir', 'remove-all'].includes(wanted.kind)) return false
  const ids = new Set([...window.nodes(wanted.path)].map((node) => node?.id))
  return ids.size > 1 || (ids.size === 1 && !ids.has(undefined) && !window.alwaysThere(wanted.path))
}

/** Whatever the number of tries, an upload id opens one intent. */
function judgeUploads({ timeline, changes }: TreeHistory, violated: (what: string) => void): void {
  for (const key of timeline.keys('upload/')) {
    const values = [...timeline.between(key, 0, Number.POSITIVE_INFINITY)].filter((value) => value !== undefined)
    if (values.length > 1) violated(`${key} opened ${values.length} intents`)
  }
  if (new Set(changes).size !== changes.length) violated('a revision was given twice')
}

function titleOf(operation: Operation): string {
  return `#${operation.id} of ${operation.client} (${describeWanted(operation.wanted)}) ${describeOutcome(operation)}`
}
