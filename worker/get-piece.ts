import { HiroError, toHiroError } from '../shared/errors.ts'
import type { PieceState } from '../shared/protocol/piece/piece.js'
import type { PieceStore } from './store/piece-store.ts'

export interface FoundPiece {
  /** Of the whole piece. */
  readonly sizeBytes: number
  /** Of all slices together. */
  readonly lengthBytes: number
  /** The next bytes, which belong to the caller; `undefined` at the end. Throws `integrity`, `io`. */
  next(): Promise<Uint8Array | undefined>
  /** Has to be called, whether or not all was read. */
  close(): Promise<void>
}

/**
 * Bytes of a piece as they lie here, unchecked but for their number: who has the key checks them. `lengthBytes` 0 means: to the end. Throws `not-found`, `usage` (a
 * range outside of the piece), `integrity` (not as long as it was when it was put), `io`.
 */
export async function getPiece(
  store: PieceStore,
  { cid, offset, lengthBytes: wanted }: { cid: string; offset: number; lengthBytes: number },
): Promise<FoundPiece> {
  const stat = await store.stat(cid)
  if (stat === undefined) throw new HiroError('not-found', `no piece ${cid} here`)
  const { sizeBytes } = stat
  const lengthBytes = wanted || sizeBytes - offset
  if (lengthBytes < 0 || offset + lengthBytes > sizeBytes) {
    throw new HiroError('usage', `no ${wanted} bytes at ${offset} in a piece of ${sizeBytes} bytes`)
  }
  const slices = store.read(cid, { offset, lengthBytes })[Symbol.asyncIterator]()
  // The first slice is read before anything is answered, so that a damaged copy is told and not just broken off.
  let waiting: IteratorResult<Uint8Array, unknown> | undefined = await slices.next()
  return {
    sizeBytes,
    lengthBytes,
    next: async () => {
      const next = waiting ?? (await slices.next())
      waiting = undefined
      return next.done ? undefined : next.value
    },
    close: async () => {
      await slices.return?.()
    },
  }
}

/** What the index says of a piece. One damaged record must not hide what is known of other pieces, so it is a state and not an exception. */
export async function statePiece(store: PieceStore, cid: string): Promise<PieceState> {
  try {
    const stat = await store.stat(cid)
    return { present: stat !== undefined, sizeBytes: stat?.sizeBytes ?? 0, code: '' }
  } catch (error) {
    return { present: false, sizeBytes: 0, code: toHiroError(error, 'io').code }
  }
}
