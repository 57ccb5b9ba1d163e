import { cidToBytes } from '../../shared/cid.ts'
import type { SealGroupRequest, Shortage } from '../../shared/protocol/control/control.js'
import { openGroup } from '../seal/extents.ts'
import type { Keys } from '../seal/keys.ts'
import { sealedSize } from '../seal/piece-format.ts'
import type { Intent } from './intent.ts'

export interface GroupPiece {
  readonly cid: string
  readonly sizeBytes: number
  /** Who said to hold it; `undefined`: nobody asked yet. */
  holders: readonly string[] | undefined
}

/** A group on its way into the upload: what is sealed, and who holds its pieces. */
export class OpenGroup {
  readonly group: number
  readonly sealed: Uint8Array
  readonly pieces: readonly GroupPiece[]
  readonly #doubts = new Map<GroupPiece, number>()

  constructor(group: number, sealed: Uint8Array, pieces: readonly GroupPiece[]) {
    this.group = group
    this.sealed = sealed
    this.pieces = pieces
  }

  /** One that was sealed before, from its own bytes: a large upload must not keep more of its groups than these. */
  static again(keys: Keys, { file, version }: Intent, group: number, sealed: Uint8Array): OpenGroup {
    const extents = openGroup(keys, { file, version, group }, sealed)
    const pieces = extents.map(({ cid, lengthBytes }) => ({
      cid,
      sizeBytes: sealedSize(lengthBytes),
      holders: undefined,
    }))
    return new OpenGroup(group, sealed, pieces)
  }

  request(version: number, degraded: boolean): SealGroupRequest {
    const pieces = this.pieces.map(({ cid, sizeBytes }) => ({ cid: cidToBytes(cid), sizeBytes }))
    return { version, group: this.group, sealed: this.sealed, pieces, degraded }
  }

  /** Those that have fewer copies than asked for, by what is known. */
  short(copies: number): GroupPiece[] {
    return this.pieces.filter(({ holders }) => holders !== undefined && holders.length < copies)
  }

  /**
   * Takes the coordinator's word on who holds what. Where workers told us more, it gets some time to hear it from them too: its own connection to a worker may be new.
   */
  note(shortages: readonly Shortage[], doubtsMax: number): void {
    for (const { index, holders } of shortages) {
      const piece = this.pieces[index]
      if (piece === undefined) continue
      const doubts = (this.#doubts.get(piece) ?? 0) + 1
      this.#doubts.set(piece, doubts)
      if (piece.holders !== undefined && piece.holders.length > holders.length && doubts <= doubtsMax) continue
      piece.holders = holders
      this.#doubts.delete(piece)
    }
  }
}
