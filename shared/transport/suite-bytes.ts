import { createHash } from 'node:crypto'
import type { Clock } from '../clock/clock.ts'
import { sleep } from '../clock/sleep.ts'
import { SeededRandom } from '../random/seeded-random.ts'
import type { PeerAddress, Transport } from './transport.ts'

/** Bytes to send and ways to judge what arrived, for the specs of transports. */
export const MIB = 1024 * 1024

export function addressOf(transport: Transport): PeerAddress {
  return { id: transport.self, addresses: transport.addresses() }
}

export interface Digest {
  bytes: number
  sha256: string
}

export async function digest(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Digest> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const slice of source) {
    hash.update(slice)
    bytes += slice.byteLength
  }
  return { bytes, sha256: hash.digest('hex') }
}

export async function collect(source: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  return Array.fromAsync(source)
}

/** Buffers of very different sizes. */
export function randomSlices(bytesTotal: number, seed = 1): Uint8Array[] {
  const random = new SeededRandom(seed)
  const block = random.bytes(Math.min(MIB, bytesTotal))
  const slices: Uint8Array[] = []
  for (let left = bytesTotal; left > 0; ) {
    const length = Math.min(left, 1 + random.below(random.below(4) === 0 ? block.byteLength : 2000))
    slices.push(block.subarray(0, length))
    left -= length
  }
  return slices
}

/** Small buffers in odd rounds, large ones in even ones. */
export async function* endless(round: number): AsyncGenerator<Uint8Array> {
  for (;;) yield new Uint8Array(round % 2 === 0 ? 256 * 1024 : 500)
}

/** Rests for a moment after every 256 KiB. */
export async function* slowly(clock: Clock, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const slice of source) {
    bytes += slice.byteLength
    if (bytes > MIB / 4) {
      bytes = 0
      await sleep(clock, 10)
    }
    yield slice
  }
}

/** A source that neither gives anything nor ends. */
export function never(): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) }
}

export function counted(slices: Uint8Array[]): { source: AsyncGenerator<Uint8Array>; bytes(): number } {
  let bytes = 0
  const source = (async function* () {
    for (const slice of slices) {
      bytes += slice.byteLength
      yield slice
    }
  })()
  return { source, bytes: () => bytes }
}

export async function standsStill(clock: Clock, measure: () => number): Promise<void> {
  for (let before = -1; before !== measure(); ) {
    before = measure()
    await sleep(clock, 150)
  }
}

/** What `work` rejects with; undefined when it resolves. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
    return undefined
  } catch (error) {
    return error
  }
}
