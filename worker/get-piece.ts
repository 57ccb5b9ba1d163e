import { HiroError } from '../shared/errors.ts'
import type { PieceStore } from './store/piece-store.ts'

export interface PieceBytes {
  /** Of the whole piece. */
  readonly sizeBytes: number
  readonly lengthBytes: number
  readonly body: AsyncIterable<Uint8Array>
}

/** Bytes of a piece as they lie here, unchecked but for their number: who has the key checks them. Throws `not-found`, `usage` (a range outside of the piece), `integrity`. */
export async function getPiece(
  store: PieceStore,
  { cid, offset, lengthBytes: wanted }: { cid: string; offset: number; lengthBytes: number },
): Promise<PieceBytes> {
  const stat = await store.stat(cid)
  if (stat === undefined) throw new HiroError('not-found', `no piece ${cid} here`)
  const lengthBytes = wanted || stat.sizeBytes - offset
  if (offset + lengthBytes > stat.sizeBytes || lengthBytes < 0) {
    throw new HiroError('usage', `bytes ${offset} … ${offset + lengthBytes} are not in a piece of ${stat.sizeBytes}`)
  }
  // The first slice is read before anything is answered, so that a damaged copy is told and not just broken off.
  const slices = store.read(cid, { offset, lengthBytes })[Symbol.asyncIterator]()
  const first = await slices.next()
  return { sizeBytes: stat.sizeBytes, lengthBytes, body: bodyOf(first, slices) }
}

async function* bodyOf(
  first: IteratorResult<Uint8Array, unknown>,
  slices: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let slice = first; !slice.done; slice = await slices.next()) yield slice.value
  } finally {
    await slices.return?.()
  }
}
