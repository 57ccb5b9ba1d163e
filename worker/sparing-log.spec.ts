import assert from 'node:assert/strict'
import { SimulatedClock } from '../shared/clock/simulated-clock.ts'
import { HiroError } from '../shared/errors.ts'
import { memoryLog } from '../shared/log.ts'
import { sparingLog } from './sparing-log.ts'
import { TestSwarm } from './swarm-fixture.ts'

const WEEK_MS = 7 * 24 * 60 * 60_000
const unreachable = new HiroError('unreachable', 'no route')

describe('a log that does not fill the disk', () => {
  it('a week of the same trouble: told when it begins, then rarely, and how often it was not', async () => {
    const clock = new SimulatedClock()
    const log = memoryLog()
    const sparing = sparingLog(log, clock)
    const tries = 10_000
    for (let i = 0; i < tries; i++) {
      sparing.warn('no connection', { error: unreachable, i })
      await clock.advance(WEEK_MS / tries)
    }
    assert.ok(log.entries.length > 500 && log.entries.length < 1100, `${log.entries.length} lines`)
    assert.deepEqual(log.entries[0]?.fields, { error: unreachable, i: 0 })
    const leftOut = log.entries.reduce((sum, { fields }) => sum + Number(fields['leftOut'] ?? 0), 0)
    assert.ok(leftOut + log.entries.length > tries - 20 && leftOut + log.entries.length <= tries)
  })

  it('what is new is told at once: another message, level or code, or the same after a quiet time', async () => {
    const clock = new SimulatedClock()
    const log = memoryLog()
    const sparing = sparingLog(log, clock)
    for (let i = 0; i < 100; i++) sparing.warn('no connection', { error: unreachable })
    const before = log.entries.length
    assert.ok(before <= 10)
    sparing.warn('no connection', { error: new HiroError('refused', 'another secret') })
    sparing.error('no connection', { error: unreachable })
    sparing.info('joined')
    await clock.advance(60 * 60_000)
    sparing.warn('no connection', { error: unreachable })
    assert.deepEqual(
      log.entries.slice(before).map(({ level, message }) => `${level} ${message}`),
      ['warn no connection', 'error no connection', 'info joined', 'warn no connection'],
    )
    assert.deepEqual(log.entries.at(-1)?.fields['leftOut'], 100 - before)
  })

  it('a clock that is set back does not silence it for ever', () => {
    let nowMs = 1e12
    const log = memoryLog()
    const sparing = sparingLog(log, { now: () => nowMs, after: () => () => {} })
    for (let i = 0; i < 100; i++) sparing.warn('no connection')
    nowMs -= WEEK_MS
    sparing.warn('no connection')
    const before = log.entries.length
    nowMs += 60 * 60_000
    sparing.warn('no connection')
    assert.equal(log.entries.length, before + 1)
  })

  it('a worker whose coordinator is away for a night, or comes and goes, writes a few lines', async () => {
    const swarm = new TestSwarm('away')
    const [worker] = await swarm.startAll(1)
    for (let i = 0; i < 200; i++) {
      await swarm.drive(swarm.coordinatorTransport.disconnect(worker?.id ?? ''))
      await swarm.clock.advance(1_000)
    }
    await swarm.drive(swarm.coordinatorTransport.stop())
    await swarm.clock.advance(8 * 60 * 60_000)
    assert.ok((worker?.log.entries.length ?? 0) < 80, `${worker?.log.entries.length} lines`)
  })
})
