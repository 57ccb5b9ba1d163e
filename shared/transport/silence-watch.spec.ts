import assert from 'node:assert/strict'
import { SimulatedClock } from '../clock/simulated-clock.ts'
import { SilenceWatch } from './silence-watch.ts'
import { SILENCE_CHECK_MS, SILENCE_DROP_CHECKS, SILENCE_PING_CHECKS } from './stream-limits.ts'

const PING_MS = SILENCE_PING_CHECKS * SILENCE_CHECK_MS
const DROP_MS = SILENCE_DROP_CHECKS * SILENCE_CHECK_MS

describe('the watch over a silent connection', () => {
  let clock: SimulatedClock
  let watch: SilenceWatch
  let inUse: boolean
  let unsentBytes: number
  let told: string[]

  beforeEach(() => {
    clock = new SimulatedClock()
    inUse = true
    unsentBytes = 0
    told = []
    watch = new SilenceWatch(clock, {
      inUse: () => inUse,
      unsentBytes: () => unsentBytes,
      ping: () => told.push('ping'),
      drop: () => told.push('drop'),
    })
  })

  it('asks for a sign of life, and drops it once when none comes', async () => {
    await clock.advance(PING_MS - 1)
    assert.deepEqual(told, [])
    await clock.advance(1)
    assert.deepEqual(told, ['ping'])
    await clock.advance(DROP_MS - 1)
    assert.deepEqual(told, ['ping'])
    await clock.advance(10 * DROP_MS)
    assert.deepEqual(told, ['ping', 'drop'])
  })

  it('any sign is one, and the next silence is asked about anew', async () => {
    await clock.advance(PING_MS + DROP_MS - 1)
    watch.heard()
    await clock.advance(1)
    await clock.advance(PING_MS - 1)
    assert.deepEqual(told, ['ping'])
    await clock.advance(1)
    assert.deepEqual(told, ['ping', 'ping'])
  })

  it('a peer that takes what is sent needs not speak', async () => {
    unsentBytes = 1_000_000
    for (let check = 0; check < 100; check++) {
      unsentBytes -= 1
      await clock.advance(SILENCE_CHECK_MS)
    }
    assert.deepEqual(told, [])
    await clock.advance(PING_MS + DROP_MS)
    assert.deepEqual(told, ['ping', 'drop'])
  })

  it('where nobody waits nobody is asked; whoever begins to does not wait longer than others', async () => {
    inUse = false
    await clock.advance(100 * PING_MS)
    assert.deepEqual(told, [])
    inUse = true
    await clock.advance(SILENCE_CHECK_MS)
    assert.deepEqual(told, ['ping'])
    inUse = false // who waited gave up; whether the connection is dead is still to be known
    await clock.advance(DROP_MS)
    assert.deepEqual(told, ['ping', 'drop'])
  })

  it('ends with its connection', async () => {
    watch.stop()
    await clock.advance(10 * DROP_MS)
    assert.deepEqual(told, [])
  })
})
