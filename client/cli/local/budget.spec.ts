import assert from 'node:assert/strict'
import { sleep } from '../../../shared/clock/sleep.ts'
import { systemClock } from '../../../shared/clock/system-clock.ts'
import { hasCode } from '../../../shared/errors.ts'
import { Budget } from './budget.ts'

/** Work of some weight that ends when it is told to. */
function started(budget: Budget, weight: number, signal?: AbortSignal) {
  const end = Promise.withResolvers<void>()
  const work = { running: false, end: end.resolve, done: Promise.resolve() }
  work.done = budget.run(
    weight,
    async () => {
      work.running = true
      await end.promise
    },
    signal,
  )
  return work
}

const turn = async () => await sleep(systemClock, 1)

describe('Budget', () => {
  it('small work runs side by side, as far as the budget goes', async () => {
    const budget = new Budget(4)
    const works = [1, 2, 1, 1].map((weight) => started(budget, weight))
    await turn()
    assert.deepEqual(
      works.map(({ running }) => running),
      [true, true, true, false],
    )
    works[1]?.end()
    await works[1]?.done
    await turn()
    assert.equal(works[3]?.running, true)
  })

  it('what weighs more than all runs alone, and is not overtaken', async () => {
    const budget = new Budget(4)
    const [first, heavy, light] = [started(budget, 1), started(budget, 100), started(budget, 1)]
    await turn()
    assert.deepEqual([first.running, heavy.running, light.running], [true, false, false])
    first.end()
    await first.done
    await turn()
    assert.deepEqual([heavy.running, light.running], [true, false])
    heavy.end()
    await heavy.done
    await turn()
    assert.equal(light.running, true)
  })

  it('work that is aborted while it waits lets those behind it in', async () => {
    const budget = new Budget(4)
    const controller = new AbortController()
    const [first, waiting, behind] = [started(budget, 2), started(budget, 4, controller.signal), started(budget, 2)]
    await turn()
    assert.equal(behind.running, false)
    controller.abort()
    await assert.rejects(waiting.done, (error) => hasCode(error, 'aborted'))
    await turn()
    assert.equal(behind.running, true)
    first.end()
    await first.done
  })

  it('failed work gives its weight back', async () => {
    const budget = new Budget(1)
    await assert.rejects(budget.run(1, async () => await Promise.reject(new Error('failed'))))
    assert.equal(await budget.run(1, async () => 'next'), 'next')
  })
})
