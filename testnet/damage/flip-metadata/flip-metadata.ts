import { join } from 'node:path'
import type { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { judge, type Verdict } from './judge.ts'
import { type Parts, writeMetadata } from './metadata-files.ts'
import type { SampleMetadata } from './sample.ts'

/** SQLite's header: few bytes, and each of them means something. */
const HEADER_BYTES = 100

export interface FlipMetadataOptions {
  readonly folder: string
  readonly random: SeededRandom
  /** Of each part every so many-th byte, from a random one on, and all of the header. 1: every byte, and every bit of the header. */
  readonly every: Readonly<Record<Part, number>>
}

export interface FlipMetadataResult {
  readonly sample: string
  readonly bytes: number
  readonly flips: number
  readonly verdicts: Readonly<Record<Verdict, number>>
  /** What must not be, with where. */
  readonly violations: readonly string[]
}

const PARTS = ['file', 'log', 'witness'] as const
type Part = (typeof PARTS)[number]

interface Flip {
  readonly part: Part
  readonly at: number
  readonly mask: number
}

/** Flips byte after byte of metadata on a disk, one bit of it or some together, and looks what is made of each. */
export async function flipMetadata(sample: SampleMetadata, options: FlipMetadataOptions): Promise<FlipMetadataResult> {
  const path = join(options.folder, 'flipped.sqlite')
  const absent = sample.entries.filter((_, at) => at % 5 === 0).flatMap(({ key }) => [`${key}0`, key.slice(0, -1)])
  const known = new Set(sample.entries.map(({ key }) => key))
  const expected = { ...sample, absent: absent.filter((key) => !known.has(key)) }
  const verdicts: Record<Verdict, number> = { refused: 0, 'refused in part': 0, harmless: 0 }
  const violations: string[] = []
  let flips = 0
  for (const flip of flipsOf(sample, options)) {
    flips++
    writeMetadata(path, flipped(sample, flip))
    const where = `${sample.name}: ${flip.part} byte ${flip.at} xor ${flip.mask}`
    try {
      verdicts[await judge(path, expected)]++
    } catch (error) {
      violations.push(`${where}: ${describe(error)}`)
    }
  }
  return {
    sample: sample.name,
    bytes: PARTS.reduce((bytes, part) => bytes + (sample[part]?.byteLength ?? 0), 0),
    flips,
    verdicts,
    violations,
  }
}

function* flipsOf(sample: SampleMetadata, { random, every }: FlipMetadataOptions): Generator<Flip> {
  for (const part of PARTS) {
    const step = every[part]
    const first = random.below(step)
    for (let at = 0; at < (sample[part]?.byteLength ?? 0); at++) {
      if (step === 1 && at < HEADER_BYTES) for (let bit = 0; bit < 8; bit++) yield { part, at, mask: 1 << bit }
      if (at >= HEADER_BYTES && at % step !== first) continue
      yield { part, at, mask: random.below(2) === 0 ? 1 << random.below(8) : 1 + random.below(255) }
    }
  }
}

function flipped({ file, log, witness }: Parts, { part, at, mask }: Flip): Parts {
  const copies = { file: Buffer.from(file), log: log && Buffer.from(log), witness: witness && Buffer.from(witness) }
  const bytes = copies[part]
  bytes?.writeUInt8(bytes.readUInt8(at) ^ mask, at)
  return copies
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message} (${describe(error.cause)})`
}
