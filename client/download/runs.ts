import { SEGMENT_SIZE_BYTES } from '../../shared/limits.ts'
import { plainSize } from '../seal/piece-format.ts'
import { sameBytes } from '../seal/primitives.ts'
import type { HeldPiece } from './held-piece.ts'
import type { SmallFile } from './small-maps.ts'

/** Of plaintext. Larger: fewer transfers; smaller: less memory for each. */
const RUN_BYTES_MAX = 1024 * 1024
/** Of plaintext that nobody asked for, and that is read along because another transfer costs more. */
const GAP_BYTES_MAX = SEGMENT_SIZE_BYTES

/** A stretch of a piece's plaintext, and the files that lie in it. */
export interface Run {
  readonly piece: HeldPiece
  readonly key: Uint8Array
  readonly start: number
  readonly end: number
  readonly files: readonly SmallFile[]
}

/** What has to be read for these files, each stretch of a piece once. */
export function runsOf(files: readonly SmallFile[]): Run[] {
  const byPiece = Map.groupBy(files, ({ piece }) => piece.cid)
  return [...byPiece.values()].flatMap(runsOfPiece)
}

function runsOfPiece(files: readonly SmallFile[]): Run[] {
  const runs: { piece: HeldPiece; key: Uint8Array; start: number; end: number; files: SmallFile[] }[] = []
  for (const file of files.toSorted((a, b) => a.extent.pieceOffset - b.extent.pieceOffset)) {
    const { piece, extent } = file
    const { pieceOffset, key } = extent
    const pieceBytes = plainSize(piece.sizeBytes)
    const end = pieceOffset + extent.lengthBytes
    const last = runs.at(-1)
    // A key of its own, and it will not open: by itself it keeps nobody back.
    const goesOn = last && end - last.start <= RUN_BYTES_MAX && pieceOffset <= last.end + GAP_BYTES_MAX
    if (last && (goesOn || !isReadInParts(piece)) && sameBytes(last.key, key)) {
      last.end = Math.max(last.end, end)
      last.files.push(file)
      continue
    }
    const whole = { start: 0, end: pieceBytes }
    runs.push({ piece, key, ...(isReadInParts(piece) ? { start: pieceOffset, end } : whole), files: [file] })
  }
  return runs
}

/** Of shards as many bytes travel for a part of the piece as for all of it. */
function isReadInParts({ holders }: HeldPiece): boolean {
  return holders.some(({ alive }) => alive)
}
