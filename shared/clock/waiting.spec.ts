import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { HiroError } from '../errors.ts'
import { abortReason } from '../work/signal.ts'
import { ProgressDeadline, withDeadline } from './deadline.ts'
import { every } from './every.ts'
import { SimulatedClock } from './simulated-clock.ts'
import { sleep } from './sleep.ts'

const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length
const never = (): Promise<never> => new Promise(() => {})

describe('sleep', () => {
  it('ends after its time and leaves no listener on the signal', async () => {
    const clock = new SimulatedClock()
    const { signal } = new AbortController()
    const startMs = clock.now()
    await clock.drive(sleep(clock, 250, signal))
    assert.equal(clock.now() - startMs, 250)
    assert.equal(listeners(signal), 0)
  })

  it('aborted while waiting: rejects at that moment with the reason, its timer gone', async () => {
    const clock = new SimulatedClock()
    const controller = new AbortController()
    clock.after(100, () => controller.abort(new HiroError('timeout', 'enough')))
    const startMs = clock.now()
    await assert.rejects(clock.drive(sleep(clock, 250, controller.signal)), { code: 'timeout' })
    assert.equal(clock.now() - startMs, 100)
    assert.equal(clock.idle, true)
    await assert.rejects(sleep(clock, 250, controller.signal), { code: 'timeout' })
    assert.equal(clock.idle, true)
  })
})

describe('withDeadline', () => {
  it('work that ends in time gives its result or its own error; timer and listeners are gone', async () => {
    const clock = new SimulatedClock()
    const { signal } = new AbortController()
    const quick = async (own: AbortSignal): Promise<string> => {
      await sleep(clock, 99, own)
      return 'done'
    }
    assert.equal(await clock.drive(withDeadline(clock, 100, signal, quick, 'quick work')), 'done')
    const failing = withDeadline(clock, 100, signal, () => Promise.reject(new Error('own')), 'failing work')
    await assert.rejects(clock.drive(failing), /own/)
    assert.equal(clock.idle, true)
    assert.equal(listeners(signal), 0)
  })

  it('work that does not heed its signal is left behind at the deadline, with a message that names it', async () => {
    const clock = new SimulatedClock()
    const startMs = clock.now()
    const late = withDeadline(clock, 100, undefined, never, 'heartbeat')
    await assert.rejects(clock.drive(late), { code: 'timeout', message: 'heartbeat: not done within 100 ms' })
    assert.equal(clock.now() - startMs, 100)
  })

  it('work that heeds its signal is interrupted; the deadline is what is reported', async () => {
    const clock = new SimulatedClock()
    let interrupted = false
    const work = async (own: AbortSignal): Promise<void> => {
      await sleep(clock, 500, own).catch((error: unknown) => {
        interrupted = true
        throw error
      })
    }
    await assert.rejects(clock.drive(withDeadline(clock, 100, undefined, work, 'work')), { code: 'timeout' })
    assert.equal(interrupted, true)
    assert.equal(clock.idle, true)
  })

  it('work that ends at the same moment as the deadline, but before it, counts', async () => {
    const clock = new SimulatedClock()
    const slept = sleep(clock, 100)
    assert.equal(await clock.drive(withDeadline(clock, 100, undefined, () => slept.then(() => 'done'), 'work')), 'done')
  })

  it('the caller’s abort reaches the work and is reported as such; aborted before, the work never begins', async () => {
    const clock = new SimulatedClock()
    const controller = new AbortController()
    const seen: unknown[] = []
    const work = async (own: AbortSignal): Promise<void> => {
      own.addEventListener('abort', () => seen.push(own.reason))
      await never()
    }
    clock.after(50, () => controller.abort())
    await assert.rejects(clock.drive(withDeadline(clock, 100, controller.signal, work, 'work')), { code: 'aborted' })
    assert.deepEqual(seen, [controller.signal.reason])
    const begun = withDeadline(clock, 100, controller.signal, () => assert.fail('begun'), 'work')
    await assert.rejects(begun, { code: 'aborted' })
    assert.equal(clock.idle, true)
  })
})

describe('ProgressDeadline', () => {
  it('fires when nobody feeds it: not before its time, and at most a quarter late', async () => {
    const clock = new SimulatedClock()
    using deadline = new ProgressDeadline(clock, 1000, 'piece from worker-1')
    await clock.advance(999)
    assert.equal(deadline.signal.aborted, false)
    await clock.advance(251)
    assert.equal(abortReason(deadline.signal).code, 'timeout')
    assert.equal(abortReason(deadline.signal).message, 'piece from worker-1: no progress within 1 s')
    assert.equal(clock.idle, true)
  })

  it('never fires while it is fed, and counts from the last feeding', async () => {
    for (const stepMs of [1, 249, 250, 251, 999]) {
      const clock = new SimulatedClock()
      using deadline = new ProgressDeadline(clock, 1000, 'piece')
      for (let fedMs = 0; fedMs < 5000; fedMs += stepMs) {
        await clock.advance(stepMs)
        deadline.feed()
      }
      await clock.advance(999)
      assert.equal(deadline.signal.aborted, false, `fed every ${stepMs} ms`)
      await clock.advance(251)
      assert.equal(deadline.signal.aborted, true)
    }
  })

  it('is aborted with its parent; disposed, it never fires and holds neither timer nor listener', async () => {
    const clock = new SimulatedClock()
    const parent = new AbortController()
    const disposed = new ProgressDeadline(clock, 1000, 'piece', parent.signal)
    disposed[Symbol.dispose]()
    assert.equal(clock.idle, true)
    assert.equal(listeners(parent.signal), 0)
    using deadline = new ProgressDeadline(clock, 1000, 'piece', parent.signal)
    parent.abort(new HiroError('aborted', 'stopped by hand'))
    assert.equal(abortReason(deadline.signal).message, 'stopped by hand')
    assert.equal(disposed.signal.aborted, false)
  })
})

describe('every', () => {
  it('never overlaps itself: the next round begins its time after the one before has ended', async () => {
    const clock = new SimulatedClock()
    const controller = new AbortController()
    const startMs = clock.now()
    const beginsMs: number[] = []
    const round = async (): Promise<void> => {
      beginsMs.push(clock.now() - startMs)
      await sleep(clock, 25)
    }
    const loop = every(clock, 10, round, controller.signal)
    await clock.advance(100)
    assert.deepEqual(beginsMs, [10, 45, 80])
    controller.abort()
    await clock.drive(loop)
    assert.equal(listeners(controller.signal), 0)
  })

  it('stopped in the middle of a round, it ends when that round has ended, without an error', async () => {
    const clock = new SimulatedClock()
    const controller = new AbortController()
    let ended = 0
    const round = async (own: AbortSignal): Promise<void> => {
      await sleep(clock, 30)
      ended++
      await sleep(clock, 30, own)
      assert.fail('went on')
    }
    clock.after(20, () => controller.abort())
    await clock.drive(every(clock, 10, round, controller.signal))
    assert.equal(ended, 1)
    assert.equal(clock.idle, true)
  })

  it('a round that fails is told and the next one comes; without anyone to tell, the loop rejects', async () => {
    const clock = new SimulatedClock()
    const controller = new AbortController()
    const told: unknown[] = []
    let rounds = 0
    const failing = (): void => {
      rounds++
      throw new Error(`round ${rounds}`)
    }
    const loop = every(clock, 10, failing, controller.signal, (error) => told.push(error))
    await clock.advance(30)
    controller.abort()
    await loop
    assert.deepEqual(told, [new Error('round 1'), new Error('round 2'), new Error('round 3')])
    await assert.rejects(clock.drive(every(clock, 10, failing, new AbortController().signal)), /round 4/)
  })
})
