import assert from 'node:assert/strict'
import { HOP_STALL_MS, STALL_MS } from '../shared/limits.ts'

// How long a worker waits for whom before it gives up. Waiting for the next worker of a chain has its limit in shared/limits.ts, because the client's depends on it.

/**
 * One step of the store: an append, an fsync with all those before it in the queue. Longer: puts hang on a disk that is gone. Shorter: a disk that is merely busy (a memory card, a
 * hundred puts at once) looks broken.
 */
export const DISK_STALL_MS = 30_000
/**
 * A peer that owes the bytes it announced, or does not take those it asked for. It may itself be held back by a slow disk, and nobody but this worker waits for it, so this is
 * long: all that hangs on it are a stream and the room reserved for a piece.
 */
export const PEER_STALL_MS = 60_000
/** Fewer bytes than this of a body are no progress: a peer that sends one a second would hold a stream and its room for weeks. */
export const BODY_PROGRESS_BYTES = 64 * 1024
/** Between two requests on a stream. A peer that vanished without a word never sends another, and its streams would gather. Longer than any pool keeps an idle one. */
export const STREAM_IDLE_MS = 120_000
/** What a heartbeat waits for the store's figures; it goes out with the last ones known then. */
export const USAGE_WAIT_MS = 500
/** For so long a store that failed gets no new pieces. Longer: a hiccup costs more room. Shorter: more pieces are sent in vain. */
export const STORE_REST_MS = 30_000

assert(PEER_STALL_MS > DISK_STALL_MS + HOP_STALL_MS + STALL_MS, 'a sender held back by its own disk is not dead')
