import assert from 'node:assert/strict'

const KIB = 1024
const MIB = 1024 * KIB

/** The most that a peer may send ahead of what was let in. Larger: faster over long lines (window / round trip is the ceiling). Smaller: less memory per slow reader. */
export const STREAM_WINDOW_BYTES_MAX = 2 * MIB
/** What the muxer may hold of a paused stream before it resets it. */
export const STREAM_READ_BUFFER_BYTES_MAX = 4 * MIB
/** Above this much waiting unread, reading from the peer pauses; at or below the low mark it resumes. */
export const READ_HIGH_WATER_BYTES = 256 * KIB
export const READ_LOW_WATER_BYTES = 64 * KIB
/** What may wait unread on one stream: what resuming let in at once, the window it opened, and the high mark. */
export const STREAM_BUFFER_BYTES_MAX = 2 * STREAM_WINDOW_BYTES_MAX + READ_HIGH_WATER_BYTES
/** Sent at once. A muxer frame is passed on only when whole, so larger ones make a chain of workers wait, and hold memory that no window counts. */
export const SEND_SLICE_BYTES = 64 * KIB

/** Opening a stream, dial and handshake included, unless the caller says otherwise. */
export const OPEN_TIMEOUT_MS = 10_000
/** Sending the end of a stream whose bytes are all sent, and closing a connection in order, before either is dropped. */
export const CLOSE_TIMEOUT_MS = 1_000
/** Stopping as a whole, after every connection was dropped. */
export const STOP_TIMEOUT_MS = 2_000
/** A connection that does not answer for so long, after opening a stream over it took too long, is dropped. */
export const PROBE_TIMEOUT_MS = 10_000
/** How long the peer of a served stream may take to end its side after the handler is done. */
export const LINGER_MS = 2_000

assert(STREAM_READ_BUFFER_BYTES_MAX >= 2 * STREAM_WINDOW_BYTES_MAX, 'a pause must not reset the stream')
assert(READ_LOW_WATER_BYTES < READ_HIGH_WATER_BYTES, 'pausing and resuming must not chase each other')
