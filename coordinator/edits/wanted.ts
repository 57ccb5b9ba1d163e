import type { Fence } from '../locks/fence.ts'
import type { PieceOfUpload } from '../operations/holders.ts'

export interface AmendedGroup {
  readonly group: number
  readonly sealed: Uint8Array
  /** CIDs as bytes, each once. */
  readonly pieces: readonly Uint8Array[]
}

/** Of a worker for one of the pieces that were added; to be checked. */
export interface PieceVoucher {
  /** Of `added`. */
  readonly index: number
  readonly peer: string
  readonly atMs: number
  readonly mac: Uint8Array
}

export interface Amend {
  /** The version of its intent. */
  readonly edit: number
  /** What this step publishes. */
  readonly version: number
  readonly added: readonly PieceOfUpload[]
  /** No further worker can be reached: W copies will do. */
  readonly degraded: boolean
  /** Workers' words for pieces of `added`, which may be in before their receipts. */
  readonly vouchers: readonly PieceVoucher[]
  readonly groups: readonly AmendedGroup[]
  readonly dropped: readonly number[]
  readonly sealedHead: Uint8Array
  /** `undefined`: as they are. */
  readonly sealedAttributes: Uint8Array | undefined
  /** The edit is over with it. */
  readonly last: boolean
  /** Pieces were put that no step takes; looked at with the last step. */
  readonly loose: boolean
  /** The file's bytes stay what they are, only in other pieces. */
  readonly sameContent?: boolean | undefined
  /** The file's size from this step on; left out by clients that do not tell it. */
  readonly logicalBytes?: number | undefined
  /** Of a lock that has to be held still. */
  readonly fence?: Fence | undefined
}
