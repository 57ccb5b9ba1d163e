import { cidFromBytes, cidToBytes } from '../../shared/cid.ts'
import type { SealGroupRequest, ShardState, Shortage } from '../../shared/protocol/control/control.js'
import { openGroup } from '../seal/extents.ts'
import type { Keys } from '../seal/keys.ts'
import { sealedSize } from '../seal/piece-format.ts'
import type { Intent } from './intent.ts'

export interface GroupShard {
  readonly cid: string
  /** Who said to hold it, and is counted for no other shard of the piece. */
  readonly holders: readonly string[]
}

export interface GroupPiece {
  readonly cid: string
  readonly sizeBytes: number
  /** Who said to hold it; `undefined`: nobody asked yet. */
  holders: readonly string[] | undefined
  /** By number, where it was put as shards; then nobody holds the piece itself. */
  shards?: readonly GroupShard[]
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
    const pieces = this.pieces.map(({ cid, sizeBytes, shards = [] }) => ({
      cid: cidToBytes(cid),
      sizeBytes,
      shards: shards.map(({ cid }) => cidToBytes(cid)),
    }))
    return { version, group: this.group, sealed: this.sealed, pieces, degraded }
  }

  /** Those that have fewer copies than asked for, or lack a shard, by what is known. */
  short(copies: number): GroupPiece[] {
    return this.pieces.filter((piece) => {
      if (piece.shards) return there(piece) < piece.shards.length
      return piece.holders !== undefined && piece.holders.length < copies
    })
  }

  /**
   * Takes the coordinator's word on who holds what. Where workers told us more, it gets some time to hear it from them too: its own connection to a worker may be new.
   */
  note(shortages: readonly Shortage[], doubtsMax: number): void {
    for (const { index, holders, shards } of shortages) {
      const piece = this.pieces[index]
      if (piece === undefined) continue
      const doubts = (this.#doubts.get(piece) ?? 0) + 1
      this.#doubts.set(piece, doubts)
      const told: GroupPiece = { ...piece, holders, ...(shards.length > 0 && { shards: shards.map(shardOf) }) }
      if (there(piece) > there(told) && doubts <= doubtsMax) continue
      Object.assign(piece, told)
      this.#doubts.delete(piece)
    }
  }
}

/** Copies, or shards. */
function there({ holders = [], shards }: GroupPiece): number {
  return shards ? shards.filter(({ holders }) => holders.length > 0).length : holders.length
}

function shardOf({ cid, holders }: ShardState): GroupShard {
  return { cid: cidFromBytes(cid), holders }
}
