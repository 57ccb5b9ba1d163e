import assert from 'node:assert/strict'
import { SimulatedClock } from '../clock/simulated-clock.ts'
import { FrameGuard } from './frame-guard.ts'
import {
  MUXER_FRAME_BYTES_MAX,
  OPENS_BURST_MAX,
  PINGS_BURST_MAX,
  STRANGER_FRAMES_MAX,
  STRANGER_RECEIVED_BYTES_MAX,
  UNSENT_BYTES_MAX,
} from './stream-limits.ts'

const [DATA, WINDOW, PING] = [0, 1, 2]
const SYN = 1

function header(type: number, flags: number, length: number): Uint8Array {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt8(type, 1)
  bytes.writeUInt16BE(flags, 2)
  bytes.writeUInt32BE(1, 4)
  bytes.writeUInt32BE(length, 8)
  return bytes
}

describe('the guard of a connection', () => {
  let clock: SimulatedClock
  let unsentBytes: number

  beforeEach(() => {
    clock = new SimulatedClock()
    unsentBytes = 0
  })

  const guardOf = (stranger: boolean): FrameGuard => new FrameGuard(clock, { stranger, unsentBytes: () => unsentBytes })
  const repeat = (guard: FrameGuard, count: number, bytes: Uint8Array): string | undefined => {
    for (let at = 0; at < count; at++) {
      const wrong = guard.check(bytes)
      if (wrong !== undefined) return `${at}: ${wrong}`
    }
    return undefined
  }

  it('a frame that says it has 4 GiB is seen by its header, however it is cut', () => {
    for (const cut of [1, 5, 12]) {
      const guard = guardOf(false)
      const bytes = Buffer.concat([
        header(WINDOW, SYN, 0),
        header(DATA, 0, 3),
        Buffer.from('abc'),
        header(DATA, 0, 2 ** 32 - 1),
      ])
      const wrongs: (string | undefined)[] = []
      for (let at = 0; at < bytes.byteLength; at += cut) wrongs.push(guard.check(bytes.subarray(at, at + cut)))
      assert.match(wrongs.find((wrong) => wrong !== undefined) ?? '', /4294967295 bytes/)
    }
    const largest = guardOf(false)
    assert.equal(largest.check(header(DATA, 0, MUXER_FRAME_BYTES_MAX)), undefined)
    assert.equal(largest.check(new Uint8Array(MUXER_FRAME_BYTES_MAX)), undefined)
    assert.equal(largest.check(header(PING, SYN, 0)), undefined)
  })

  it('pings and new streams without end are too many; at the pace of a peer that means well they are not', async () => {
    assert.equal(
      repeat(guardOf(false), 2 * PINGS_BURST_MAX, header(PING, SYN, 0)),
      `${PINGS_BURST_MAX}: too many pings`,
    )
    const opens = repeat(guardOf(false), 2 * OPENS_BURST_MAX, header(WINDOW, SYN, 0))
    assert.equal(opens, `${OPENS_BURST_MAX}: too many streams opened`)
    const guard = guardOf(false)
    for (let second = 0; second < 100; second++) {
      assert.equal(repeat(guard, 2, header(PING, SYN, 0)), undefined)
      assert.equal(repeat(guard, 200, header(WINDOW, SYN, 0)), undefined)
      await clock.advance(1_000)
    }
  })

  it('a stranger that sends much, be it frames or bytes, is too much; a member is not', () => {
    const window = header(WINDOW, 0, 1)
    assert.match(repeat(guardOf(true), STRANGER_FRAMES_MAX + 1, window) ?? '', /too many frames/)
    assert.equal(repeat(guardOf(false), STRANGER_FRAMES_MAX + 1, window), undefined)
    const data = Buffer.concat([header(DATA, 0, 65_524), new Uint8Array(65_524)])
    const slices = STRANGER_RECEIVED_BYTES_MAX / data.byteLength + 1
    assert.match(repeat(guardOf(true), slices, data) ?? '', /too much/)
    assert.equal(repeat(guardOf(false), slices, data), undefined)
    const admitted = guardOf(true)
    admitted.stranger = false
    assert.equal(repeat(admitted, slices, data), undefined)
  })

  it('a peer that goes on asking and does not read is noticed', () => {
    const guard = guardOf(false)
    assert.equal(guard.check(header(PING, SYN, 0)), undefined)
    unsentBytes = UNSENT_BYTES_MAX + 1
    assert.match(guard.check(header(PING, SYN, 0)) ?? '', /does not read/)
  })
})
