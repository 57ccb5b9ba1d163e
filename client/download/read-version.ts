import { isCidOf } from '../../shared/cid.ts'
import { sleep } from '../../shared/clock/sleep.ts'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { mapOrdered } from '../../shared/work/ordered-window.ts'
import type { Extent } from '../seal/extents.ts'
import { openPiece, openSegments } from '../seal/piece-cipher.ts'
import { plainSize, segmentRange } from '../seal/piece-format.ts'
import type { BadCopies } from './bad-copies.ts'
import { BLOCK_SIZE_BYTES, type Blocks, LARGE_BLOCK_SIZE_BYTES } from './blocks.ts'
import type { WantedPiece } from './fetch-copy.ts'
import { fetchPiece } from './fetch-piece.ts'
import { type HeldPiece, samePlaces } from './held-piece.ts'
import { type Part, partsOf } from './parts.ts'
import type { DownloadPorts } from './ports.ts'
import type { VersionMap } from './version-map.ts'

export interface ReadVersionOptions {
  readonly window: number
  /** More of the same will be read, at random: little reads come out of larger blocks, which are kept. */
  readonly atRandom?: boolean
  readonly signal?: AbortSignal | undefined
}

/** Before a piece that nobody gave is looked for once more, where the coordinator says by then. */
const LOOK_AGAIN_MS = 1_000

/**
 * The bytes [offset, end) of a version in order, `window` pieces at a time. Every slice was opened, so that it is what was sealed for this place, or is not given
 * out. Throws `integrity`, `unreachable`, `changed` and `not-found` (this version is not current any more, and gone), or the signal's reason.
 */
export async function* readVersion(
  ports: DownloadPorts,
  map: VersionMap,
  range: { readonly offset: number; readonly end: number },
  badCopies: BadCopies,
  options: ReadVersionOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const parts = partsOf(map, range.offset, range.end, options.signal)
  const read = async ({ lengthBytes, from }: Part, signal: AbortSignal): Promise<Uint8Array> => {
    if (from === undefined) return new Uint8Array(lengthBytes)
    const { extent, offset } = from
    const fetch = async (piece: HeldPiece): Promise<Uint8Array> => {
      const requireCurrent = async (signal: AbortSignal): Promise<void> => await map.requireCurrent(signal)
      const some = async (range: Range): Promise<Uint8Array> => {
        const wanted = { ...wantedOf(piece, extent, range), requireCurrent, badCopies }
        return await fetchPiece(ports, wanted, signal)
      }
      const pieceBytes = plainSize(piece.sizeBytes)
      const whole = !options.atRandom || lengthBytes >= BLOCK_SIZE_BYTES
      if (extent.lengthBytes === pieceBytes && whole) return await some({ offset, lengthBytes })
      // Of shards as many bytes travel for a part of the piece as for all of it.
      const small =
        !options.atRandom || map.head.sizeBytes > ports.blocks.bytesMax || extent.lengthBytes < LARGE_BLOCK_SIZE_BYTES
      const sizeBytes = small ? BLOCK_SIZE_BYTES : LARGE_BLOCK_SIZE_BYTES
      const blockBytes = piece.holders.some(({ alive }) => alive) ? sizeBytes : pieceBytes
      const source = { cid: piece.cid, pieceBytes, blockBytes, fetch: some }
      return await fromBlocks(ports.blocks, source, { offset, lengthBytes }, signal)
    }
    try {
      return await fetch(extent.piece)
    } catch (error) {
      if (!hasCode(error, 'unreachable', 'integrity')) throw error
      if (error.code === 'unreachable') await sleep(ports.clock, LOOK_AGAIN_MS, signal)
      const again = await map.freshPiece(extent, signal)
      // It was not lost but brought elsewhere, or made shards of, since the coordinator was asked.
      if (error.code === 'integrity' && samePlaces(again, extent.piece)) throw error
      return await fetch(again)
    }
  }
  yield* mapOrdered(parts, options.window, read, options.signal)
}

/** Of a piece's plaintext. */
interface Range {
  readonly offset: number
  readonly lengthBytes: number
}

interface BlockSource {
  readonly cid: string
  /** Of plaintext. */
  readonly pieceBytes: number
  readonly blockBytes: number
  readonly fetch: (range: Range) => Promise<Uint8Array>
}

/** Of a piece that other files have a part in, or of which little is read at once: what is read of it is kept for a while. */
async function fromBlocks(
  blocks: Blocks,
  { cid, pieceBytes, blockBytes, fetch }: BlockSource,
  { offset, lengthBytes }: Range,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const end = offset + lengthBytes
  if (end > pieceBytes) throw new HiroError('integrity', `bytes ${offset} to ${end} of a piece of ${pieceBytes}`)
  const bytes = new Uint8Array(lengthBytes)
  for (let start = offset - (offset % blockBytes); start < end; start += blockBytes) {
    const whole = { offset: start, lengthBytes: Math.min(blockBytes, pieceBytes - start) }
    const block = await blocks.get({ cid, ...whole }, async () => await fetch(whole), signal)
    const from = Math.max(offset, start)
    bytes.set(block.subarray(from - start, end - start), from - offset)
  }
  return bytes
}

/** What to fetch for some bytes of an extent, and how to open it: only the segments that hold them, unless that is all of the piece. */
export function wantedOf(
  piece: HeldPiece,
  { key }: Pick<Extent, 'key'>,
  { offset, lengthBytes }: Range,
): Omit<WantedPiece, 'requireCurrent' | 'badCopies'> {
  const { sizeBytes, cid } = piece
  if (offset === 0 && lengthBytes === plainSize(sizeBytes)) {
    return { piece, open: (bytes) => openWhole(bytes, key, cid) }
  }
  const { firstSegment, skipBytes, ...range } = segmentRange(sizeBytes, offset, lengthBytes)
  const open = (bytes: Uint8Array): Uint8Array =>
    openSegments(key, firstSegment, bytes, sizeBytes).subarray(skipBytes, skipBytes + lengthBytes)
  return { piece, range, open }
}

export function openWhole(bytes: Uint8Array, key: Uint8Array, cid: string): Uint8Array {
  try {
    return openPiece(bytes, key)
  } catch (error) {
    // A damaged header looks like a newer format; the name tells.
    if (!hasCode(error, 'version-unknown') || isCidOf(cid, bytes)) throw error
    throw new HiroError('integrity', 'the header of a piece is damaged', { cause: error })
  }
}
