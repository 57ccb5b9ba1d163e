import { cidFromBytes } from '../../shared/cid.ts'
import { SHARDED_PIECE_BYTES_MIN } from '../../shared/erasure/limits.ts'
import type { PieceRecord } from '../metadata/records.js'

/** How files below a folder are kept. With shards, `copies` is what a piece has until it has shards, and keeps where it is too small for them. */
export interface Policy {
  readonly copies: number
  /** k and m; 0: copies. */
  readonly dataShards: number
  readonly parityShards: number
}

/**
 * What a piece is kept as, and on its way to. copies → wanted → building → shards, and back: shards → joining → dropping → copies. While it is building or joining it is safe by what it comes from, and what it
 * comes from goes only when the other is whole.
 */
export const SHAPE = {
  /** It has copies, and shall have them. */
  copies: 0,
  /** It shall have shards; nobody has said which they are. */
  wanted: 1,
  /** Its shards are known and are being made. */
  building: 2,
  /** It has shards and no copies. */
  shards: 3,
  /** It shall have copies again. */
  joining: 4,
  /** It has copies, and its shards go. */
  dropping: 5,
} as const

/** The shards of this piece, if there are any that count. */
export function hasShards({ shape, shards }: PieceRecord): boolean {
  return shards.length > 0 && (shape === SHAPE.building || shape === SHAPE.shards || shape === SHAPE.joining)
}

/** As long as it is not kept as its policy asks, or was and is garbage now, the piece stands under `reform/`. */
export function isUnderWay({ shape, shards, condemned }: PieceRecord): boolean {
  return condemned ? shards.length > 0 : shape !== SHAPE.copies && shape !== SHAPE.shards
}

export function shardCids({ shards }: PieceRecord): string[] {
  return shards.map(cidFromBytes)
}

export function isShard({ shardOf }: PieceRecord): boolean {
  return shardOf.byteLength > 0
}

/** Whether the shard belongs to this piece. */
export function isShardOf({ shardOf }: PieceRecord, cid: string): boolean {
  return shardOf.byteLength > 0 && cidFromBytes(shardOf) === cid
}

/** How many losses a piece bears, kept by `policy`. */
function borneBy({ copies, dataShards, parityShards }: Policy, sizeBytes: number): number {
  return dataShards > 0 && sizeBytes >= SHARDED_PIECE_BYTES_MIN ? parityShards : copies - 1
}

/** Whether the piece would bear fewer losses than it shall bear now. */
export function weakens(piece: PieceRecord, policy: Policy): boolean {
  const onItsWayBack = piece.shape === SHAPE.joining || piece.shape === SHAPE.dropping
  const [dataShards, parityShards] = onItsWayBack
    ? [piece.nextDataShards, piece.nextParityShards]
    : [piece.dataShards, piece.parityShards]
  return borneBy(policy, piece.sizeBytes) < borneBy({ copies: piece.copies, dataShards, parityShards }, piece.sizeBytes)
}

/** The piece as it is to be when it shall be kept by `policy`. */
export function reshaped(piece: PieceRecord, policy: Policy): PieceRecord {
  const sharded = policy.dataShards > 0 && piece.sizeBytes >= SHARDED_PIECE_BYTES_MIN
  const [k, m] = sharded ? [policy.dataShards, policy.parityShards] : [0, 0]
  const same = piece.dataShards === k && piece.parityShards === m
  const copies = policy.copies
  const coded = { ...piece, copies, dataShards: k, parityShards: m, nextDataShards: 0, nextParityShards: 0 }
  switch (piece.shape) {
    case SHAPE.copies:
    case SHAPE.wanted:
      return { ...coded, shape: sharded ? SHAPE.wanted : SHAPE.copies }
    case SHAPE.shards:
      return same ? piece : { ...piece, copies, shape: SHAPE.joining, nextDataShards: k, nextParityShards: m }
    case SHAPE.building:
    case SHAPE.joining:
      if (same) return { ...coded, shape: SHAPE.building }
      return { ...piece, copies, shape: SHAPE.joining, nextDataShards: k, nextParityShards: m }
    default:
      return { ...piece, copies, nextDataShards: k, nextParityShards: m }
  }
}
