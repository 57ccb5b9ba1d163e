import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { spareWindowUpdates } from './window-updates.ts'

const WINDOW_BYTES = 256 * 1024
const ESTABLISHED = 3

class Stream {
  state = ESTABLISHED
  recvWindow = WINDOW_BYTES
  recvWindowCapacity = WINDOW_BYTES
  updates = 0

  sendWindowUpdate(): void {
    this.updates++
    this.recvWindowCapacity = this.recvWindow
  }

  receive(bytes: number): void {
    assert(bytes <= this.recvWindowCapacity)
    this.recvWindowCapacity -= bytes
    this.sendWindowUpdate()
  }
}

describe('window updates', () => {
  it('are sent once for half a window, and never leave the peer less than that', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: WINDOW_BYTES / 2 }), { maxLength: 200 }), (frames) => {
        const stream = new Stream()
        spareWindowUpdates(stream)
        let total = 0
        for (const bytes of frames) {
          stream.receive(bytes)
          total += bytes
          assert(2 * stream.recvWindowCapacity > stream.recvWindow)
        }
        assert(stream.updates <= (2 * total) / WINDOW_BYTES)
      }),
    )
  })

  it('that carry the consent to a new stream are not held back', () => {
    const stream = new Stream()
    stream.state = 2
    spareWindowUpdates(stream)
    stream.receive(1)
    assert.equal(stream.updates, 1)
  })

  it('of streams without windows are left alone', () => {
    const stream = { send: () => 1 }
    spareWindowUpdates(stream)
    assert.deepEqual(Object.keys(stream), ['send'])
  })
})
