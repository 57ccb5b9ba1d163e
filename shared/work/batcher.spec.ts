import assert from 'node:assert/strict'
import { SimulatedClock } from '../clock/simulated-clock.ts'
import { sleep } from '../clock/sleep.ts'
import { Batcher } from './batcher.ts'

describe('Batcher', () => {
  it('a burst is one flush; what comes during a flush is the next one; each item gets its own result', async () => {
    const clock = new SimulatedClock()
    const flushes: number[][] = []
    const batcher = new Batcher<number, string>(async (items) => {
      flushes.push(items)
      await sleep(clock, 10)
      return items.map((item) => `result ${item}`)
    }, 100)
    const results = [1, 2, 3].map((item) => batcher.add(item))
    clock.after(5, () => results.push(batcher.add(4)))
    clock.after(6, () => results.push(batcher.add(5)))
    await clock.advance(100)
    assert.deepEqual(flushes, [
      [1, 2, 3],
      [4, 5],
    ])
    assert.deepEqual(await Promise.all(results), ['result 1', 'result 2', 'result 3', 'result 4', 'result 5'])
  })

  it('an item alone is flushed without any wait, also after a pause', async () => {
    const clock = new SimulatedClock()
    const batcher = new Batcher<number, number>(async (items) => items, 100)
    assert.equal(await batcher.add(1), 1)
    assert.equal(await batcher.add(2), 2)
    assert.equal(clock.idle, true)
  })

  it('no flush takes more than its most, and no two flushes overlap', async () => {
    const clock = new SimulatedClock()
    const sizes: number[] = []
    let active = 0
    const batcher = new Batcher<number, number>(async (items) => {
      assert.equal(++active, 1)
      sizes.push(items.length)
      await sleep(clock, 10)
      active--
      return items
    }, 4)
    const items = Array.from({ length: 10 }, (_, at) => at)
    assert.deepEqual(await clock.drive(Promise.all(items.map((item) => batcher.add(item)))), items)
    assert.deepEqual(sizes, [4, 4, 2])
  })

  it('a flush that fails fails its own items and no others', async () => {
    const batcher = new Batcher<string, string>(async (items) => {
      if (items.includes('bad')) throw new Error('flush failed')
      return items
    }, 2)
    const results = await Promise.allSettled(['a', 'bad', 'b', 'c'].map((item) => batcher.add(item)))
    assert.deepEqual(
      results.map((result) => result.status),
      ['rejected', 'rejected', 'fulfilled', 'fulfilled'],
    )
  })

  it('a flush that forgets a result fails loudly instead of leaving someone waiting', async () => {
    const batcher = new Batcher<number, number>(async () => [1], 10)
    const results = await Promise.allSettled([batcher.add(1), batcher.add(2)])
    assert(results.every((result) => result.status === 'rejected'))
  })

  it('drain waits for all that was added, also when a flush fails, and does not wait for nothing', async () => {
    const clock = new SimulatedClock()
    let flushed = 0
    const batcher = new Batcher<number, void>(async (items) => {
      await sleep(clock, 10)
      flushed += items.length
      throw new Error('flush failed')
    }, 1)
    await batcher.drain()
    for (const item of [1, 2, 3]) batcher.add(item).catch(() => {})
    await clock.drive(batcher.drain())
    assert.equal(flushed, 3)
  })
})
