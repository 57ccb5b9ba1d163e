/** Bytes of each of the k + m shards of a piece: all alike, so that parity lines up. */
export function shardSizeBytes(pieceSizeBytes: number, k: number): number {
  return Math.ceil(pieceSizeBytes / k)
}

/** Where data shard `shard` lies in the piece. What it is longer than that are zeros, fewer than k over all shards. */
export function shardRange(pieceSizeBytes: number, k: number, shard: number): { from: number; to: number } {
  const sizeBytes = shardSizeBytes(pieceSizeBytes, k)
  const from = Math.min(shard * sizeBytes, pieceSizeBytes)
  return { from, to: Math.min(from + sizeBytes, pieceSizeBytes) }
}
