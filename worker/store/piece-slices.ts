import { HiroError } from '../../shared/errors.ts'
import { SEND_SLICE_BYTES_MAX } from '../../shared/transport/stream-limits.ts'

/** What `PieceStore.read` gives out at once. Larger: fewer steps per piece; smaller: less memory per reader. As much as a stream sends in one frame, or each slice would leave a remainder for one of its own. */
const SLICE_SIZE_BYTES = SEND_SLICE_BYTES_MAX

export interface ByteRange {
  readonly offset: number
  readonly lengthBytes: number
}

/** Cuts a range of a piece (the whole by default) into slices. Throws `usage` when it is not within the piece. */
export function slicesOf(sizeBytes: number, range: ByteRange = { offset: 0, lengthBytes: sizeBytes }): ByteRange[] {
  const { offset, lengthBytes } = range
  const valid = Number.isInteger(offset) && Number.isInteger(lengthBytes) && offset >= 0 && lengthBytes >= 0
  if (!valid || offset + lengthBytes > sizeBytes)
    throw new HiroError('usage', `no ${lengthBytes} bytes at ${offset} in a piece of ${sizeBytes} bytes`)
  const slices: ByteRange[] = []
  for (let done = 0; done < lengthBytes; done += SLICE_SIZE_BYTES)
    slices.push({ offset: offset + done, lengthBytes: Math.min(SLICE_SIZE_BYTES, lengthBytes - done) })
  return slices
}
