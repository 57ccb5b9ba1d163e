import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hasCode } from '../../../shared/errors.ts'
import type { SeededRandom } from '../../../shared/random/seeded-random.ts'
import type { Flip } from './flipping-store.ts'
import { OneCopy, type Reading } from './one-copy.ts'

const KIB = 1024
/** Header and tag of a piece of one segment. */
const SEALING_BYTES = 24
/** A whole segment, whose piece lies in a file; and the largest whose piece lies in the index. */
const CHUNKS = { file: 64 * KIB, index: 64 * KIB - SEALING_BYTES } as const
/** Bytes at both ends that are looked at whatever the step: the header, and the tag that ends the piece. */
const ENDS_BYTES = 32

export interface FlipPieceOptions {
  /** For the worker's disk. */
  readonly folder: string
  readonly random: SeededRandom
  /** Every so many-th byte, from a random one on, and both ends: of what the store gives out, and of what lies on the disk. 1: every byte. */
  readonly every: { readonly port: number; readonly disk: number }
}

export interface FlipPieceResult {
  readonly where: string
  readonly pieceBytes: number
  readonly flips: number
  readonly detected: number
  /** Given to the reader although they are not what was stored. */
  readonly wrongBytes: number
  readonly violations: readonly string[]
}

/** Flips byte after byte of the one copy of a piece, and reads it as a client does: it is told so, and given nothing. */
export async function flipPieces({ folder, random, every }: FlipPieceOptions): Promise<FlipPieceResult[]> {
  const results: FlipPieceResult[] = []
  for (const home of ['file', 'index'] as const) {
    const disk = mkdtempSync(join(folder, 'disk-'))
    const copy = await OneCopy.make(disk, CHUNKS[home], random.fork(home))
    try {
      if (copy.inline !== (home === 'index')) throw new Error(`a piece that does not lie in ${home}`)
      for (const by of ['port', 'disk'] as const) {
        results.push(
          await flipAll(copy, { where: `${home}, ${by}`, by, every: every[by], random: random.fork(`${home} ${by}`) }),
        )
      }
    } finally {
      await copy[Symbol.asyncDispose]()
      rmSync(disk, { recursive: true })
    }
  }
  return results
}

async function flipAll(
  copy: OneCopy,
  { where, by, every, random }: { where: string; by: 'port' | 'disk'; every: number; random: SeededRandom },
): Promise<FlipPieceResult> {
  const sizeBytes = copy.piece.byteLength
  const violations: string[] = []
  let [flips, detected, wrongBytes] = [0, 0, 0]
  const first = random.below(every)
  requireSound(await copy.read(), copy)
  for (let at = 0; at < sizeBytes; at++) {
    if (at % every !== first && at >= ENDS_BYTES && at < sizeBytes - ENDS_BYTES) continue
    const flip: Flip = { at, mask: 1 << random.below(8) }
    const read = async (): Promise<Reading> => await copy.read()
    const reading = by === 'port' ? await copy.flippedAtPort(flip, read) : await copy.flippedOnDisk(flip, read)
    flips++
    wrongBytes += wrongIn(reading.bytes, copy.content)
    if (hasCode(reading.error, 'integrity') && reading.bytes.byteLength === 0 && reading.bad[0] === 'worker-1')
      detected++
    else
      violations.push(
        `${where}: byte ${at} xor ${flip.mask}: ${reading.bytes.byteLength} bytes, ${String(reading.error)}`,
      )
  }
  requireSound(await copy.read(), copy)
  return { where, pieceBytes: sizeBytes, flips, detected, wrongBytes, violations }
}

function wrongIn(bytes: Uint8Array, content: Uint8Array): number {
  return bytes.reduce((wrong, byte, at) => (byte === content[at] ? wrong : wrong + 1), 0)
}

/** Else all would be found to be damaged, and nothing shown. */
function requireSound({ bytes, error, bad }: Reading, { content }: OneCopy): void {
  if (error === undefined && bad.length === 0 && bytes.equals(content)) return
  throw new Error('what was not damaged was not read', { cause: error })
}
