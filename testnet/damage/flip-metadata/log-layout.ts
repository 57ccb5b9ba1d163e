// SQLite's write-ahead log, https://sqlite.org/fileformat2.html#the_write_ahead_log: a header, then frames of one page each.
const LOG_HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
const PAGE_SIZE_AT = 8
/** In a frame's header: not 0 in the last frame of a commit. */
const COMMIT_AT = 4

/** Where the frames of the newest commit begin in a whole log. */
export function startOfNewestCommit(log: Buffer): number {
  const frameBytes = FRAME_HEADER_BYTES + log.readUInt32BE(PAGE_SIZE_AT)
  const starts: number[] = [LOG_HEADER_BYTES]
  for (let at = LOG_HEADER_BYTES; at + frameBytes <= log.byteLength; at += frameBytes) {
    if (log.readUInt32BE(at + COMMIT_AT) !== 0) starts.push(at + frameBytes)
  }
  return starts.at(-2) ?? LOG_HEADER_BYTES
}
