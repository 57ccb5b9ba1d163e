import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { CHUNK_SIZE_BYTES } from '../../shared/limits.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { cutChunks } from './chunker.ts'

const random = new SeededRandom('chunker')

async function* asynchronous(slices: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const slice of slices) yield slice
}

function inSlices(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const slices: Uint8Array[] = []
  let at = 0
  for (const size of sizes) {
    slices.push(bytes.subarray(at, at + size))
    at += size
  }
  return [...slices, bytes.subarray(at)]
}

describe('chunker', () => {
  it('cuts any slices to chunks of one size, the last one shorter', async () => {
    const arbitrary = fc.record({
      total: fc.nat(300),
      sizes: fc.array(fc.nat(90), { maxLength: 12 }),
      chunkSizeBytes: fc.integer({ min: 1, max: 100 }),
      sync: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(arbitrary, async ({ total, sizes, chunkSizeBytes, sync }) => {
        const bytes = random.bytes(total)
        const slices = inSlices(bytes, sizes)
        const chunks = await Array.fromAsync(cutChunks(sync ? slices : asynchronous(slices), chunkSizeBytes))
        assert.deepEqual(Uint8Array.from(Buffer.concat(chunks)), bytes)
        assert.equal(chunks.length, Math.ceil(total / chunkSizeBytes))
        for (const chunk of chunks.slice(0, -1)) assert.equal(chunk.byteLength, chunkSizeBytes)
      }),
      { numRuns: 300 },
    )
  })

  it('no bytes are no chunk, however many empty slices', async () => {
    assert.deepEqual(await Array.fromAsync(cutChunks([])), [])
    assert.deepEqual(await Array.fromAsync(cutChunks([new Uint8Array(0), new Uint8Array(0)])), [])
  })

  it('exactly one chunk, two, and one byte more or less', async () => {
    for (const total of [1, CHUNK_SIZE_BYTES - 1, CHUNK_SIZE_BYTES, CHUNK_SIZE_BYTES + 1, 2 * CHUNK_SIZE_BYTES]) {
      const lengths = (await Array.fromAsync(cutChunks([new Uint8Array(total)]))).map((chunk) => chunk.byteLength)
      const whole = Math.floor(total / CHUNK_SIZE_BYTES)
      const rest = total % CHUNK_SIZE_BYTES
      assert.deepEqual(lengths, [...Array.from({ length: whole }, () => CHUNK_SIZE_BYTES), ...(rest > 0 ? [rest] : [])])
    }
  })

  it('a source that uses its buffer again does not change a chunk that is out', async () => {
    const buffer = new Uint8Array(10)
    function* source() {
      for (let round = 1; round <= 4; round++) yield buffer.fill(round)
    }
    const alone = await Array.fromAsync(cutChunks(source(), 10))
    assert.deepEqual(
      alone.map((chunk) => chunk[0]),
      [1, 2, 3, 4],
    )
    const chunks = await Array.fromAsync(cutChunks(source(), 20))
    assert.deepEqual(
      chunks.map((chunk) => [chunk[0], chunk[10]]),
      [
        [1, 2],
        [3, 4],
      ],
    )
    assert.notEqual(chunks[0]?.buffer, chunks[1]?.buffer)
  })

  it('asks for no slice that the next chunk does not need', async () => {
    let asked = 0
    async function* endless() {
      for (;;) {
        asked++
        yield new Uint8Array(10)
      }
    }
    const chunks = cutChunks(endless(), 25)
    assert.equal(asked, 0)
    await chunks.next()
    assert.equal(asked, 3)
    await chunks.next()
    assert.equal(asked, 5)
    await chunks.return()
  })

  it('ends the source when the consumer leaves, and passes on what the source throws', async () => {
    let ended = false
    async function* source() {
      try {
        for (;;) yield new Uint8Array(10)
      } finally {
        ended = true
      }
    }
    for await (const chunk of cutChunks(source(), 15)) {
      assert.equal(chunk.byteLength, 15)
      break
    }
    assert(ended)
    async function* failing() {
      yield new Uint8Array(10)
      throw new Error('the disk is gone')
    }
    await assert.rejects(Array.fromAsync(cutChunks(failing(), 4)), /the disk is gone/)
  })
})
