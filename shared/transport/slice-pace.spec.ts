import assert from 'node:assert/strict'
import { SlicePace } from './slice-pace.ts'
import { SEND_SLICE_BYTES_MAX, SEND_SLICE_BYTES_MIN } from './stream-limits.ts'

const MIB = 1024 * 1024

describe('SlicePace', () => {
  /** Sends so much over a line of this speed, whose buffers take the first bytes at once; the largest slice. */
  function largest(pace: SlicePace, bytes: number, line: { bytesPerMs: number; bufferBytes: number }): number {
    let [most, buffered] = [0, 0]
    for (let sent = 0; sent < bytes; sent += pace.sliceBytes) {
      const slice = pace.sliceBytes
      most = Math.max(most, slice)
      const waits = Math.max(0, buffered + slice - line.bufferBytes)
      buffered = Math.min(line.bufferBytes, buffered + slice)
      pace.taken(slice, waits / line.bytesPerMs)
    }
    return most
  }

  it('a line of which nothing is known gets small slices; one that was fast for a while large ones', () => {
    const pace = new SlicePace()
    assert.equal(pace.sliceBytes, SEND_SLICE_BYTES_MIN)
    assert.equal(largest(pace, 8 * MIB, { bytesPerMs: 10_000, bufferBytes: 0 }), SEND_SLICE_BYTES_MAX)
  })

  it('a line of 1 Mbit/s gets small ones only, also where its buffers take a MiB at once', () => {
    for (const bufferBytes of [0, MIB]) {
      assert.equal(largest(new SlicePace(), 8 * MIB, { bytesPerMs: 125, bufferBytes }), SEND_SLICE_BYTES_MIN)
    }
  })

  it('one slice that waits long, and they are small again', () => {
    const pace = new SlicePace()
    largest(pace, 8 * MIB, { bytesPerMs: 10_000, bufferBytes: 0 })
    pace.taken(SEND_SLICE_BYTES_MAX, 1_000)
    assert.equal(pace.sliceBytes, SEND_SLICE_BYTES_MIN)
  })

  it('the end of a body, which is short, says nothing of the line', () => {
    const pace = new SlicePace()
    largest(pace, 8 * MIB, { bytesPerMs: 10_000, bufferBytes: 0 })
    pace.taken(100, 20)
    assert.equal(pace.sliceBytes, SEND_SLICE_BYTES_MAX)
  })
})
