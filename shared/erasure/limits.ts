/** k: shards that hold the data. More: less room for the same safety, and more workers that a read needs. */
export const DATA_SHARDS_MAX = 16
/** m: shards that hold parity, and how many may be lost. */
export const PARITY_SHARDS_MAX = 4
/** Smaller pieces stay copies, m + 1 of them: shards of a few KiB cost a file and five rows each, and save next to nothing. */
export const SHARDED_PIECE_BYTES_MIN = 256 * 1024
