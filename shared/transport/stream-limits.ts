import assert from 'node:assert/strict'

const KIB = 1024
const MIB = 1024 * KIB

/** The most that a peer may send ahead of what was let in. Larger: faster over long lines (window / round trip is the ceiling). Smaller: less memory per slow reader. */
export const STREAM_WINDOW_BYTES_MAX = 2 * MIB
/** What the muxer may hold of a paused stream before it resets it. */
export const STREAM_READ_BUFFER_BYTES_MAX = 4 * MIB
/** Above this much waiting unread, reading from the peer pauses; at or below the low mark it resumes. */
export const READ_HIGH_WATER_BYTES = MIB
export const READ_LOW_WATER_BYTES = 256 * KIB
/** What may wait unread on one stream: what resuming let in at once, the window it opened, and the high mark. */
export const STREAM_BUFFER_BYTES_MAX = 2 * STREAM_WINDOW_BYTES_MAX + READ_HIGH_WATER_BYTES
/** Sent at once. A muxer frame is passed on only when whole, so larger ones make a chain of workers wait and hold memory that no window counts; smaller ones cost more. With the muxer's header they fill whole records of TLS. */
export const SEND_SLICE_BYTES_MIN = 64 * KIB - 12
export const SEND_SLICE_BYTES_MAX = 256 * KIB - 12

/** Opening a stream, dial and handshake included, unless the caller says otherwise. */
export const OPEN_TIMEOUT_MS = 10_000
/** Sending the end of a stream whose bytes are all sent, and closing a connection in order, before either is dropped. */
export const CLOSE_TIMEOUT_MS = 1_000
/** Stopping as a whole, after every connection was dropped. */
export const STOP_TIMEOUT_MS = 2_000
/** A connection over which nothing came is asked for a sign of life after so many checks, if it is in use, and dropped when so many more went by without one. Longer: a partition that has healed is felt longer. Shorter: a peer that is merely busy is dropped. */
export const SILENCE_CHECK_MS = 1_000
export const SILENCE_PING_CHECKS = 4
export const SILENCE_DROP_CHECKS = 6
/** How long the peer of a served stream may take to end its side after the handler is done. */
export const LINGER_MS = 2_000

// ── Whom a process lets in ──────────────────────────────────────────────────────────────────────────────────────────────────────────
/** From the end of its handshake until a peer must have shown that it belongs here. Longer: strangers keep places. Shorter: a member that is held up has to dial again. */
export const STRANGER_MS = 15_000
/** What a connection may send before its handshake is over and it is read on: two flights of some hundred bytes, and the first frames behind them. */
export const HANDSHAKE_BYTES_MAX = 16 * KIB
/** Handshakes, and streams of strangers, are taken on one by one, in turns of so long at most. Longer: a peer that falls silent in its handshake holds the others up. Shorter: handshakes over long lines overlap. */
export const STRANGER_TURN_MS = 20
/** A stranger's stream is taken on, and has so long for its first work. The timer is late by what that work took, and counts with it. */
export const STRANGER_STREAM_TURN_MS = 1
/** The rest after a turn, in lengths of that turn, while members are at work, and for how long one that sent something counts as being so. Longer: a flood costs members less. Shorter: newcomers wait less. */
export const STRANGER_REST_TURNS = 3
export const MEMBER_PRESENT_MS = 200
/** A stranger opens streams, says hello on each, and is a member then. More streams are reset; more bytes or frames end its connection. */
export const STRANGER_STREAMS_MAX = 256
export const STRANGER_FRAMES_MAX = 8_192
export const STRANGER_RECEIVED_BYTES_MAX = 8 * MIB
/** Streams of one protocol that a member may have open, over all its connections. */
export const STREAMS_PER_PEER_MAX = 1_024
/** Refusals that a stranger may gather in the window before it is dropped, and not let in again for a while. A client with an old pass gathers one for each stream. */
export const OFFENCES_MAX = 64
export const OFFENCE_WINDOW_MS = 60_000
export const REFUSAL_MS = 30_000
/** Peers of whom a process knows that they belong here, or that they offended. Some hundred bytes each. */
export const PEERS_REMEMBERED_MAX = 4_096

// ── What one connection may send ────────────────────────────────────────────────────────────────────────────────────────────────────
/** One larger than any window is an attack; the muxer itself would gather it whole. */
export const MUXER_FRAME_BYTES_MAX = 2 * MIB
/** The muxer pings every 15 s. */
export const PINGS_BURST_MAX = 64
export const PINGS_PER_SECOND_MAX = 4
/** A new stream costs ten times a request on an open one, which is why every pool keeps them. Members open some tens at once. */
export const OPENS_BURST_MAX = 2_048
export const OPENS_PER_SECOND_MAX = 256
/** What may wait for a peer that goes on asking and does not read. Streams that answer it wait by themselves; pings and resets do not. */
export const UNSENT_BYTES_MAX = 32 * MIB

// ── What waits unread in a process ──────────────────────────────────────────────────────────────────────────────────────────────────
/** Looked at whenever so much has come in. Larger: the budgets below are overshot by more. Smaller: more looking. */
export const BUDGET_CHECK_BYTES = 4 * MIB
/** Of one stranger, of one member, and of all together: above it, those with the most are dropped, strangers first. */
export const STRANGER_UNREAD_BYTES_MAX = 4 * MIB
export const MEMBER_UNREAD_BYTES_MAX = 96 * MIB
export const UNREAD_BYTES_MAX = 192 * MIB

assert(STREAM_READ_BUFFER_BYTES_MAX >= 2 * STREAM_WINDOW_BYTES_MAX, 'a pause must not reset the stream')
assert(MUXER_FRAME_BYTES_MAX >= STREAM_WINDOW_BYTES_MAX, 'what a peer may send at once must pass')
assert(STRANGER_MS > OPEN_TIMEOUT_MS, 'a hello that waits for a slow line must come in time')
assert(STRANGER_RECEIVED_BYTES_MAX >= MIB + 64 * KIB, 'a first frame, and a put that comes with the hello, must fit')
assert(2 * MEMBER_UNREAD_BYTES_MAX <= UNREAD_BYTES_MAX, 'one member alone must not use up what all have')
assert(OPENS_BURST_MAX >= STREAMS_PER_PEER_MAX, 'what may be open may be opened at once')
assert(READ_LOW_WATER_BYTES < READ_HIGH_WATER_BYTES, 'pausing and resuming must not chase each other')
