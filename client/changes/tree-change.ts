import { idFromBytes } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'

/** A sealed name in its folder. */
export interface SealedPlace {
  readonly parent: string
  /** Empty: the coordinator did not keep it. */
  readonly sealedName: Uint8Array
}

/** Something happened to a file, folder or link. Whatever hangs below a folder that is moved, removed or restored is not told by itself. */
export interface TreeChange extends SealedPlace {
  readonly kind: 'made' | 'changed' | 'moved' | 'removed'
  readonly id: string
  readonly folder: boolean
  /** Its content may be another. */
  readonly content: boolean
  /** It came into the tree with what it holds. */
  readonly restored: boolean
  /** Of a move: where it was. */
  readonly from: SealedPlace | undefined
  readonly revision: number
  /** By the coordinator's clock; for display. */
  readonly atMs: number
  /** This client did it, and was told so. */
  readonly own: boolean
}

/** Throws `bad-frame`. */
export function decodeChange(change: wire.Change, own: boolean): TreeChange {
  const { folder, revision, atMs, sealedName, fromParent, fromSealedName } = change
  const content = change.change === 'publish' || change.change === 'restore'
  const from = fromParent.byteLength > 0 ? { parent: idFromBytes(fromParent), sealedName: fromSealedName } : undefined
  return {
    kind: kindOf(change),
    id: idFromBytes(change.id),
    parent: idFromBytes(change.parent),
    sealedName,
    folder,
    content: content && !folder,
    restored: change.change === 'restore',
    from,
    revision,
    atMs,
    own,
  }
}

/** What this Hiro has no word for has changed somehow. */
function kindOf({ change, fresh }: wire.Change): TreeChange['kind'] {
  if (change === 'remove') return 'removed'
  if (change === 'move') return 'moved'
  return fresh ? 'made' : 'changed'
}
