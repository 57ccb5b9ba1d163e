/** k: shards that hold the data. More: less room for the same safety, and more workers that a read needs. */
export const DATA_SHARDS_MAX = 16
/** m: shards that hold parity, and how many may be lost. */
export const PARITY_SHARDS_MAX = 4
