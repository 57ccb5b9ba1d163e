import { HiroError } from '../../../shared/errors.ts'

const HEADER_BYTES = 12
const PAYLOAD_BYTES_MAX = 20_000

export interface Found {
  /** How many records are there and intact, from number 0 on without a gap. */
  readonly whole: number
  /** Where the next one goes: behind the last of them. */
  readonly wholeBytes: number
  /** What lies behind them, of one that was under way. */
  readonly partialBytes: number
}

/**
 * A record: its number, the length of its payload, a checksum (FNV-1a) of both and the payload, each a little-endian word of 4 bytes; then the payload, of 1 to 20,000 bytes. All of it follows
 * from the number, so that whoever checks knows every byte. append-records.c makes the same.
 */
export function recordOf(number: number): Buffer {
  const length = ((Math.imul(number, 2_654_435_761) >>> 0) % PAYLOAD_BYTES_MAX) + 1
  const record = Buffer.alloc(HEADER_BYTES + length)
  let state = number + 1
  for (let at = HEADER_BYTES; at < record.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    record[at] = state >>> 24
  }
  record.writeUInt32LE(number, 0)
  record.writeUInt32LE(length, 4)
  record.writeUInt32LE(fnv1a(fnv1a(2_166_136_261, record.subarray(0, 8)), record.subarray(HEADER_BYTES)), 8)
  return record
}

function fnv1a(start: number, bytes: Uint8Array): number {
  let hash = start
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 16_777_619) >>> 0
  return hash
}

/**
 * Whether a file that a killed writer left is what it may be: the first `reported` records are there and intact; behind them lies nothing, or one more, whole or in part. In part: no longer than it would be, and
 * each byte is its own, or zero where it did not get there. Throws `integrity`.
 */
export function checkRecords(bytes: Buffer, reported: number): Found {
  let [whole, at] = [0, 0]
  for (;;) {
    const record = recordOf(whole)
    if (!bytes.subarray(at, at + record.length).equals(record)) break
    at += record.length
    whole++
  }
  if (whole < reported) {
    const next = firstDifference(bytes.subarray(at), recordOf(whole))
    throw new HiroError(
      'integrity',
      `${reported} records were reported after fsync, and record ${whole} is wrong from byte ${at + next} on, of ${bytes.length}`,
    )
  }
  const partialBytes = bytes.length - at
  const [rest, underWay] = [bytes.subarray(at), recordOf(whole)]
  const isLegal = rest.length <= underWay.length && rest.every((byte, index) => byte === 0 || byte === underWay[index])
  if (!isLegal) {
    throw new HiroError(
      'integrity',
      `behind ${whole} whole records, at byte ${at}, lie ${partialBytes} that were never written there`,
    )
  }
  // The writer reports one before it begins another.
  if (whole > reported + 1 || (whole > reported && partialBytes > 0)) {
    throw new HiroError('integrity', `${whole} records and ${partialBytes} bytes more, where ${reported} were reported`)
  }
  return { whole, wholeBytes: at, partialBytes }
}

function firstDifference(found: Buffer, expected: Buffer): number {
  const at = expected.findIndex((byte, index) => byte !== found[index])
  return at < 0 ? expected.length : at
}
