import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { ByteReader, encodeFrame } from './byte-reader.ts'

async function* sourceOf(...slices: (Uint8Array | Error)[]): AsyncGenerator<Uint8Array> {
  for (const slice of slices) {
    if (slice instanceof Error) throw slice
    yield slice
  }
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

describe('ByteReader', () => {
  it('whatever the slices, the same frames and bodies come out', async () => {
    const frames = fc.array(fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 })), {
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(frames, fc.array(fc.nat({ max: 20 }), { minLength: 1 }), async (messages, cuts) => {
        const wire = Buffer.concat(messages.flatMap(([frame, body]) => [encodeFrame(frame), body]))
        const reader = new ByteReader(sourceOf(...cut(wire, cuts)))
        for (const [frame, body] of messages) {
          assert.deepEqual(Uint8Array.from((await reader.readFrame(40)) ?? []), frame)
          const slices = await Array.fromAsync(reader.readUpTo(body.byteLength))
          assert.deepEqual(Uint8Array.from(Buffer.concat(slices)), body)
        }
        assert.equal(await reader.readFrame(40), undefined)
        assert.equal(reader.bytesRead, wire.byteLength)
      }),
    )
  })

  it('bytes that lie in one slice are not copied', async () => {
    const slice = bytes(1, 2, 3, 4, 5, 6)
    const reader = new ByteReader(sourceOf(slice))
    const first = await reader.readExactly(2)
    const [second] = await Array.fromAsync(reader.readUpTo(4))
    assert.equal(first.buffer, slice.buffer)
    assert.equal(second?.buffer, slice.buffer)
    assert.deepEqual([...first, ...(second ?? [])], [1, 2, 3, 4, 5, 6])
  })

  it('reading nothing waits for nothing', async () => {
    const reader = new ByteReader({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) })
    assert.equal((await reader.readExactly(0)).byteLength, 0)
    assert.deepEqual(await Array.fromAsync(reader.readUpTo(0)), [])
  })

  it('a frame over the limit is refused before its bytes are there', async () => {
    const reader = new ByteReader(sourceOf(bytes(0xff, 0xff, 0xff, 0xff)))
    await assert.rejects(reader.readFrame(1000), { code: 'bad-frame' })
  })

  it('an end within a frame or a body is an error, between two frames it is an end', async () => {
    const wire = encodeFrame(bytes(1, 2, 3))
    for (let length = 1; length < wire.byteLength; length++) {
      await assert.rejects(new ByteReader(sourceOf(wire.subarray(0, length))).readFrame(3), { code: 'unreachable' })
    }
    await assert.rejects(Array.fromAsync(new ByteReader(sourceOf(wire)).readUpTo(8)), { code: 'unreachable' })
    const reader = new ByteReader(sourceOf(wire))
    await reader.readFrame(3)
    assert.equal(await reader.readFrame(3), undefined)
    await assert.rejects(reader.expectFrame(3), { code: 'unreachable' })
  })

  it('what the source throws comes through', async () => {
    const reader = new ByteReader(sourceOf(bytes(0, 0), new Error('cable cut')))
    await assert.rejects(reader.readFrame(3), /cable cut/)
  })

  it('after cancel the source is let go and nothing more comes', async () => {
    let returned = false
    const source = (async function* () {
      try {
        for (;;) yield encodeFrame(bytes(7))
      } finally {
        returned = true
      }
    })()
    const reader = new ByteReader(source)
    await reader.readFrame(1)
    await reader.cancel()
    assert.ok(returned)
    assert.equal(await reader.readFrame(1), undefined)
  })
})

/** Cuts into slices of these lengths, over and over; some are empty. */
function cut(wire: Uint8Array, lengths: number[]): Uint8Array[] {
  const slices: Uint8Array[] = []
  const step = lengths.some((length) => length > 0) ? lengths : [1]
  for (let at = 0, i = 0; at < wire.byteLength; i++) {
    const length = step[i % step.length] ?? 1
    slices.push(wire.subarray(at, at + length))
    at += length
  }
  return slices
}
