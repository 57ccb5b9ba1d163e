import assert from 'node:assert/strict'

/**
 * Every limit of Hiro that both ends of a wire, or two roles, must agree on, and how the limits relate. What one role alone decides stands in its
 * configuration, with this file's value as its default.
 */

const KIB = 1024
const MIB = 1024 * KIB

// ── Chunks, pieces, copies ──────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Plaintext per piece. Larger: fewer metadata, and less work, as a piece costs each worker some milliseconds besides its bytes; more memory per transfer and a larger unit of repair. Smaller: the reverse. */
export const CHUNK_SIZE_BYTES = 8 * MIB
/** What the cipher seals at once, and so the smallest part of a piece that can be read and checked alone. */
export const SEGMENT_SIZE_BYTES = 64 * KIB
/** A sealed chunk with its header and tags; what a worker accepts at most. */
export const PIECE_SIZE_BYTES_MAX = CHUNK_SIZE_BYTES + 64 * KIB
/** Pieces up to this size live inside the worker's index, in the transaction that indexes them. */
export const PIECE_INLINE_BYTES_MAX = 64 * KIB
/** R: how many workers shall hold each piece. */
export const COPIES_DEFAULT = 3
/** W: the floor for an acknowledgement where fewer than R can be reached. */
export const COPIES_MIN_DEFAULT = 2
export const COPIES_MAX = 16

// ── Groups ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Extents (and so pieces) per sealed group: one metadata value. */
export const GROUP_EXTENTS_MAX = 256
/** Chunks that the coordinator places at once, and one grant covers. */
export const PLACEMENT_CHUNKS_MAX = 64

/** What one step of an edit takes: one transaction. */
export const AMEND_PIECES_MAX = 32
export const AMEND_GROUPS_MAX = 8

// ── Names and folders ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const NAME_LENGTH_BYTES_MAX = 255
/** Folders above a file. Each is a read in the transaction that publishes it. */
export const PATH_DEPTH_MAX = 64
export const LIST_PAGE_ENTRIES_MAX = 256
/** In a swarm. Each change of something older than all of them looks at their list once. */
export const SNAPSHOTS_MAX = 1_000
/** Mode, times, owner, the target of a link and extended attributes, padded and sealed: what is left in one metadata value beside the longest head and name. */
export const SEALED_ATTRIBUTES_BYTES_MAX = 11 * KIB

// ── Metadata store (the strictest engine's) ─────────────────────────────────────────────────────────────────────────────────────────
export const METADATA_VALUE_BYTES_MAX = 64 * KIB - 1
export const METADATA_TRANSACTION_WRITES_MAX = 127
export const METADATA_TRANSACTION_BYTES_MAX = MIB
export const METADATA_KEY_LENGTH_MAX = 512

// ── Frames ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Control and membership messages. A page of a listing and a group map have to fit. */
export const CONTROL_FRAME_BYTES_MAX = MIB
/** The header of a piece request or reply; the body follows raw. */
export const PIECE_FRAME_BYTES_MAX = 64 * KIB
/** Calls that a peer may have open on one stream; more wait unread. */
export const CALLS_OPEN_MAX = 64
/** Before a peer has shown that it belongs here: a hello with a secret or pass, or a join. */
export const HELLO_FRAME_BYTES_MAX = 16 * KIB
/** What the open calls of one peer may hold before it is not read on, and of all peers before further calls are refused with `busy`. */
export const CALL_BYTES_PER_PEER_MAX = 8 * MIB
export const CALL_BYTES_MAX = 64 * MIB
/** Streams of control or membership calls that one peer may have open: one for each of its processes, and those that died unnoticed. */
export const CALL_STREAMS_PER_PEER_MAX = 64
export const RECEIPTS_PER_CALL_MAX = 256
/** Files of one pack; their bytes together are at most those of a chunk. */
export const PACK_FILES_MAX = 256
/** Each writes six rows, and they share six. */
export const PACKED_FILES_PER_CALL_MAX = 20
/** Files whose maps are asked for together: as many as a page of a listing has. Each is two reads of the coordinator, whose other callers wait. */
export const MAPS_PER_CALL_MAX = 256
export const REMOVALS_PER_CALL_MAX = 256
export const BAD_COPIES_PER_CALL_MAX = 256

// ── Locks ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Ranges with a lock in one file, all owners together: one metadata value. */
export const LOCKS_PER_FILE_MAX = 256
/** Files in which one session holds locks. */
export const LOCKED_FILES_PER_SESSION_MAX = 4_096
/** Of one peer: one for each of its processes, as of streams, and as many that died unnoticed. */
export const SESSIONS_PER_CLIENT_MAX = 128
/** Locks that one session may wait for at once. */
export const LOCK_WAITS_PER_SESSION_MAX = 256
/** The last byte that a range can end with, which means: to the end of the file, wherever that will be. */
export const LOCK_END_MAX = Number.MAX_SAFE_INTEGER

// ── Changes ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Lines of the log in one answer, at most, and their bytes: an answer has to fit a frame. */
export const CHANGES_PER_CALL_MAX = 256
export const CHANGES_BYTES_MAX = CONTROL_FRAME_BYTES_MAX / 2
/** Calls that wait for a change at once: of one peer, one for each of its streams, and of all. */
export const CHANGES_WAITS_PER_CLIENT_MAX = 64
export const CHANGES_WAITS_MAX = 8_192

// ── Times ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const HEARTBEAT_INTERVAL_MS = 1_000
/** A worker unheard of for this long is dead to placement and commits. */
export const WORKER_LEASE_MS = 5_000
/** An upload whose client is silent for this long is given up, and what it pushed is removed. Larger: space of dead clients comes back later. */
export const INTENT_LEASE_MS = 30_000
export const INTENT_RENEW_INTERVAL_MS = 8_000
/** What a client that has gone silent holds locked is free after this. Larger: others wait longer for the dead. Smaller: a client that stands still for a moment loses its locks. */
export const SESSION_LEASE_MS = 20_000
export const SESSION_RENEW_INTERVAL_MS = 4_000
/** So long before its lease is over, by its own clock, a client takes its locks for lost: clocks do not run alike. */
export const SESSION_LEASE_MARGIN_MS = 2_000
/** One call that waits for a lock; who wants to wait longer asks again. */
export const LOCK_WAIT_MS_MAX = 10_000
/** One call that waits for a change. Longer: fewer calls of those that have nothing to do. Shorter: a client knows sooner that the coordinator has gone silent, and with it what it takes for news. */
export const CHANGES_WAIT_MS_MAX = 10_000
/** How long a place among those that wait is kept for one that does not ask. */
export const LOCK_PLACE_KEEP_MS = 5_000
/** By the worker's clock, counted from when it first saw the grant. */
export const GRANT_TTL_MS = 10 * 60_000
export const PASS_TTL_MS = 24 * 60 * 60_000
/** How long the result of a committed upload is kept for a client that asks again. */
export const UPLOAD_RESULT_KEEP_MS = 24 * 60 * 60_000
/** A removed or replaced version is collected after this, so that who reads it just now can finish. */
export const COLLECT_DELAY_MS = 5_000
/** One call on an open control or membership stream, unless the call says otherwise. */
export const CALL_TIMEOUT_MS = 15_000
/** From the opening of a stream until its peer must have shown that it belongs here. */
export const HELLO_MS = 10_000
/** From the first byte of a frame to its last. Longer: slow peers hold what was gathered of it. Shorter: a page of a listing does not come through a slow line. */
export const FRAME_MS = 20_000
/** How long an answer may wait for a peer that does not read. */
export const ANSWER_STALL_MS = 30_000
/** How long the coordinator lets a seal or commit wait for receipts before it lists what is short. */
export const RECEIPTS_WAIT_MS = 1_500
/** A transfer without progress for this long is given up; each worker behind in the chain adds `HOP_STALL_MS`, so that the culprit is noticed by its neighbour first. */
export const STALL_MS = 4_000
export const HOP_STALL_MS = 2_000

assert(WORKER_LEASE_MS >= 3 * HEARTBEAT_INTERVAL_MS, 'two late heartbeats must not make a worker dead')
assert(INTENT_LEASE_MS >= 3 * INTENT_RENEW_INTERVAL_MS, 'two late renewals must not end an upload')
assert(
  SESSION_LEASE_MS - SESSION_LEASE_MARGIN_MS >= 3 * SESSION_RENEW_INTERVAL_MS,
  'two late renewals must not cost a client its locks',
)
assert(LOCK_WAIT_MS_MAX < CALL_TIMEOUT_MS, 'the answer must come before the client gives up on it')
assert(CHANGES_WAIT_MS_MAX < CALL_TIMEOUT_MS, 'the answer must come before the client gives up on it')
assert(LOCK_WAIT_MS_MAX < SESSION_LEASE_MS, 'asking again and again keeps a session alive')
assert(LOCKS_PER_FILE_MAX * 2 * 96 < METADATA_VALUE_BYTES_MAX, 'also when unlocking has split every range')
assert(GRANT_TTL_MS > INTENT_LEASE_MS, 'a grant must outlive a pause of its client')
assert(RECEIPTS_WAIT_MS < CALL_TIMEOUT_MS, 'the answer must come before the client gives up on it')
assert(ANSWER_STALL_MS > CALL_TIMEOUT_MS, 'an answer is kept at least as long as someone waits for it')
assert(CALL_BYTES_PER_PEER_MAX >= 4 * CONTROL_FRAME_BYTES_MAX, 'a peer can have large calls open at once')
assert(CALL_BYTES_MAX >= 8 * CALL_BYTES_PER_PEER_MAX, 'some peers that fill what they may must not keep the others out')
assert(6 * PACKED_FILES_PER_CALL_MAX + 6 <= METADATA_TRANSACTION_WRITES_MAX, 'files of a pack are published together')
assert(CHANGES_WAITS_PER_CLIENT_MAX >= CALL_STREAMS_PER_PEER_MAX, 'each process of a peer may wait for changes')
assert(PACKED_FILES_PER_CALL_MAX < CHANGES_PER_CALL_MAX, 'all lines of one revision must fit one answer')
assert(GROUP_EXTENTS_MAX % PLACEMENT_CHUNKS_MAX === 0, 'a placement must not straddle two groups')
assert(
  PIECE_SIZE_BYTES_MAX >= CHUNK_SIZE_BYTES + 64 + (CHUNK_SIZE_BYTES / SEGMENT_SIZE_BYTES) * 16,
  'a sealed chunk must fit a piece',
)
assert(CONTROL_FRAME_BYTES_MAX >= 4 * METADATA_VALUE_BYTES_MAX, 'a group with its piece map must fit a frame')
