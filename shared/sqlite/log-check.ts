/**
 * SQLite takes the first frame of its log that does not check for the end of the log: rightly after a crash, when the last commit was half written, but what rotted in the middle would
 * silently take all commits behind it along. The two can be told apart, because a commit is synced before the next one is written: behind a frame that a crash cut there is
 * at most the rest of one commit. The one thing left open is the newest commit: cut and rotten look alike there.
 *
 * Format: https://sqlite.org/fileformat2.html#the_write_ahead_log.
 */
const LOG_HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
/** The last bit says whether checksums are made of big-endian words. */
const MAGIC = 0x377f0682
const HEADER_CHECKED_BYTES = 24
const FRAME_CHECKED_BYTES = 8

type Sums = readonly [number, number]

interface Frame {
  /** Its checksum is that of its bytes behind those of the frame before. */
  readonly whole: boolean
  /** The last of its commit. */
  readonly commit: boolean
}

/** Whether the log once went on behind what SQLite will take for its end. `pageBytes` is that of the database. */
export function isBrokenAmid(log: Buffer, pageBytes: number): boolean {
  if (log.byteLength < LOG_HEADER_BYTES + FRAME_HEADER_BYTES + pageBytes) return false
  const magic = log.readUInt32BE(0)
  const orders = (magic & ~1) >>> 0 === MAGIC ? [(magic & 1) === 1] : [false, true]
  return orders.some((bigEndian) => isBroken(log, pageBytes, bigEndian))
}

function isBroken(log: Buffer, pageBytes: number, bigEndian: boolean): boolean {
  const headerSums = sum([0, 0], log, 0, HEADER_CHECKED_BYTES, bigEndian)
  const headerStored = sumsAt(log, HEADER_CHECKED_BYTES)
  const headerIsWhole =
    (log.readUInt32BE(0) & ~1) >>> 0 === MAGIC && same(headerSums, headerStored) && log.readUInt32BE(8) === pageBytes
  const frames = framesOf(log, pageBytes, bigEndian, {
    before: [headerStored, headerSums],
    // A damaged header's own may be what is damaged.
    salts: headerIsWhole ? log.subarray(16, 24) : log.subarray(LOG_HEADER_BYTES + 8, LOG_HEADER_BYTES + 16),
  })
  const end = headerIsWhole ? frames.findIndex(({ whole }) => !whole) : 0
  if (end < 0) return false
  // A frame was written as well when the one behind it was made on top of its checksum.
  const written = frames.filter(({ whole }, at) => at >= end && (whole || frames[at + 1]?.whole === true))
  const commits = written.filter(({ commit }) => commit).length
  return commits >= (headerIsWhole ? 2 : 1)
}

function framesOf(
  log: Buffer,
  pageBytes: number,
  bigEndian: boolean,
  from: { readonly before: readonly Sums[]; readonly salts: Buffer },
): Frame[] {
  const frames: Frame[] = []
  let { before } = from
  const frameBytes = FRAME_HEADER_BYTES + pageBytes
  for (let at = LOG_HEADER_BYTES; at + frameBytes <= log.byteLength; at += frameBytes) {
    const stored = sumsAt(log, at + 16)
    const computed = before.map((sums) => {
      const header = sum(sums, log, at, FRAME_CHECKED_BYTES, bigEndian)
      return sum(header, log, at + FRAME_HEADER_BYTES, pageBytes, bigEndian)
    })
    const saltsFit = log.compare(from.salts, 0, 8, at + 8, at + 16) === 0
    const whole = saltsFit && computed.some((sums) => same(sums, stored))
    frames.push({ whole, commit: log.readUInt32BE(at + 4) !== 0 })
    // Of a damaged frame either the bytes are left as they were, or the checksum is.
    before = whole ? [stored] : [stored, ...computed.slice(0, 2)]
  }
  return frames
}

function sum([first, second]: Sums, log: Buffer, at: number, lengthBytes: number, bigEndian: boolean): Sums {
  let [s0, s1] = [first, second]
  for (let word = at; word < at + lengthBytes; word += 8) {
    s0 = (s0 + (bigEndian ? log.readInt32BE(word) : log.readInt32LE(word)) + s1) | 0
    s1 = (s1 + (bigEndian ? log.readInt32BE(word + 4) : log.readInt32LE(word + 4)) + s0) | 0
  }
  return [s0 >>> 0, s1 >>> 0]
}

function sumsAt(log: Buffer, at: number): Sums {
  return [log.readUInt32BE(at), log.readUInt32BE(at + 4)]
}

function same(a: Sums, b: Sums): boolean {
  return a[0] === b[0] && a[1] === b[1]
}
