import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { SimulatedClock } from '../clock/simulated-clock.ts'
import { sleep } from '../clock/sleep.ts'
import { Limiter } from './limiter.ts'
import { KeyedLock } from './lock.ts'

const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length

describe('Limiter', () => {
  it('lets no more than its limit work at once, first come first served', async () => {
    const clock = new SimulatedClock()
    const limiter = new Limiter(2)
    const begun: number[] = []
    let active = 0
    let activeMost = 0
    const work = async (n: number): Promise<number> => {
      begun.push(n)
      activeMost = Math.max(activeMost, ++active)
      await sleep(clock, 10 + ((n * 7) % 5))
      active--
      return n
    }
    const all = Promise.all([0, 1, 2, 3, 4, 5, 6].map((n) => limiter.run(() => work(n))))
    assert.equal(limiter.size, 7)
    assert.deepEqual(await clock.drive(all), [0, 1, 2, 3, 4, 5, 6])
    assert.deepEqual(begun, [0, 1, 2, 3, 4, 5, 6])
    assert.equal(activeMost, 2)
    assert.equal(limiter.size, 0)
  })

  it('a newcomer does not overtake those who wait when a place becomes free', async () => {
    const limiter = new Limiter(1)
    const order: string[] = []
    const first = Promise.withResolvers<void>()
    const work = [limiter.run(() => first.promise)]
    work.push(limiter.run(async () => void order.push('waiting')))
    first.resolve()
    await first.promise
    work.push(limiter.run(async () => void order.push('newcomer')))
    await Promise.all(work)
    assert.deepEqual(order, ['waiting', 'newcomer'])
  })

  it('work that fails, at once or later, gives its place back', async () => {
    const limiter = new Limiter(1)
    const throws = (): Promise<void> => {
      throw new Error('at once')
    }
    await assert.rejects(limiter.run(throws), /at once/)
    await assert.rejects(
      limiter.run(() => Promise.reject(new Error('later'))),
      /later/,
    )
    assert.equal(await limiter.run(async () => 'free'), 'free')
  })

  it('aborted while waiting: leaves the queue, and the others still get their turns', async () => {
    const limiter = new Limiter(1)
    const controller = new AbortController()
    const first = Promise.withResolvers<void>()
    const running = limiter.run(() => first.promise)
    const aborted = limiter.run(async () => assert.fail('began'), controller.signal)
    const last = limiter.run(async () => 'last')
    controller.abort()
    await assert.rejects(aborted, { code: 'aborted' })
    assert.equal(limiter.size, 2)
    first.resolve()
    await running
    assert.equal(await last, 'last')
    assert.equal(listeners(controller.signal), 0)
    await assert.rejects(
      limiter.run(async () => assert.fail('began'), controller.signal),
      { code: 'aborted' },
    )
    assert.equal(limiter.size, 0)
  })

  it('aborted at the moment its turn came: no place is lost', async () => {
    const limiter = new Limiter(1)
    const controller = new AbortController()
    const first = Promise.withResolvers<void>()
    const running = limiter.run(() => first.promise)
    const second = limiter.run(async () => 'second', controller.signal)
    first.resolve()
    await running
    controller.abort()
    await second.catch(() => {})
    assert.equal(limiter.size, 0)
    assert.equal(await limiter.run(async () => 'free'), 'free')
  })

  it('whoever got its turn leaves no listener behind', async () => {
    const limiter = new Limiter(1)
    const { signal } = new AbortController()
    await Promise.all([1, 2, 3].map((n) => limiter.run(async () => n, signal)))
    assert.equal(listeners(signal), 0)
  })

  it('refuses with busy when too many wait already', async () => {
    const limiter = new Limiter(1, 1)
    const first = Promise.withResolvers<void>()
    const running = limiter.run(() => first.promise)
    const waiting = limiter.run(async () => 'waited')
    await assert.rejects(
      limiter.run(async () => 'too many'),
      { code: 'busy' },
    )
    first.resolve()
    await running
    assert.equal(await waiting, 'waited')
  })
})

describe('KeyedLock', () => {
  it('work with one key goes one at a time, with another key alongside; no key is remembered afterwards', async () => {
    const clock = new SimulatedClock()
    const lock = new KeyedLock()
    const events: string[] = []
    const work = (name: string) => async (): Promise<void> => {
      events.push(`${name} begins`)
      await sleep(clock, 10)
      events.push(`${name} ends`)
    }
    await clock.drive(Promise.all([lock.run('a', work('a1')), lock.run('a', work('a2')), lock.run('b', work('b1'))]))
    assert.deepEqual(events, ['a1 begins', 'b1 begins', 'a1 ends', 'a2 begins', 'b1 ends', 'a2 ends'])
    assert.equal(lock.size, 0)
  })

  it('one that comes while the second works still waits for it', async () => {
    const clock = new SimulatedClock()
    const lock = new KeyedLock()
    let active = 0
    const work = async (): Promise<void> => {
      assert.equal(++active, 1)
      await sleep(clock, 10)
      active--
    }
    const all = [lock.run('a', work), lock.run('a', work)]
    clock.after(15, () => all.push(lock.run('a', work)))
    await clock.advance(100)
    await Promise.all(all)
    assert.equal(all.length, 3)
  })

  it('failed or aborted work unlocks its key', async () => {
    const lock = new KeyedLock()
    await assert.rejects(
      lock.run('a', () => Promise.reject(new Error('own'))),
      /own/,
    )
    await assert.rejects(
      lock.run('a', async () => {}, AbortSignal.abort()),
      { code: 'aborted' },
    )
    assert.equal(lock.size, 0)
    assert.equal(await lock.run('a', async () => 'free'), 'free')
  })
})
