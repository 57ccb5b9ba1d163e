import assert from 'node:assert/strict'
import { clockSuite } from './clock-suite.ts'
import { SimulatedClock } from './simulated-clock.ts'
import { sleep } from './sleep.ts'

clockSuite('simulated', () => {
  const clock = new SimulatedClock()
  return { clock, pass: (ms) => clock.advance(ms) }
})

clockSuite('view of a simulated clock', () => {
  const clock = new SimulatedClock()
  return { clock: clock.view(5000), pass: (ms) => clock.advance(ms) }
})

describe('SimulatedClock', () => {
  it('stands exactly at the end of a run, and timers fire at their own time on the way', async () => {
    const clock = new SimulatedClock(1000)
    const seen: number[] = []
    clock.after(10, () => seen.push(clock.now()))
    clock.after(30, () => seen.push(clock.now()))
    clock.after(31, () => seen.push(clock.now()))
    await clock.run(1030)
    assert.deepEqual(seen, [1010, 1030])
    assert.equal(clock.now(), 1030)
  })

  it('lets long chains of promises and ticks end before the next timer fires', async () => {
    const clock = new SimulatedClock()
    const events: string[] = []
    clock.after(1, async () => {
      for (let i = 0; i < 1000; i++) await Promise.resolve()
      const tick = Promise.withResolvers<void>()
      process.nextTick(tick.resolve)
      await tick.promise
      for (let i = 0; i < 1000; i++) await Promise.resolve()
      events.push('chain')
    })
    clock.after(1, () => events.push('next timer'))
    await clock.advance(1)
    assert.deepEqual(events, ['chain', 'next timer'])
  })

  it('lets work that was ready before the run go first', async () => {
    const clock = new SimulatedClock()
    let woken = 0
    const work = (async () => {
      for (let i = 0; i < 100; i++) await Promise.resolve()
      await sleep(clock, 10)
      woken = clock.now()
    })()
    const startMs = clock.now()
    await clock.advance(1000)
    await work
    assert.equal(woken, startMs + 10)
  })

  it('is idle when no timer waits, cancelled ones not counted', async () => {
    const clock = new SimulatedClock()
    assert.equal(clock.idle, true)
    const cancel = clock.after(10, () => {})
    clock.after(5, () => {})
    assert.equal(clock.idle, false)
    await clock.advance(5)
    assert.equal(clock.idle, false)
    cancel()
    assert.equal(clock.idle, true)
  })

  it('keeps the order when most of very many timers are cancelled', async () => {
    const clock = new SimulatedClock()
    const fired: number[] = []
    const expected: number[] = []
    for (let i = 0; i < 2000; i++) {
      const delayMs = (i * 7919) % 1009
      const cancel = clock.after(delayMs, () => fired.push(delayMs * 10_000 + i))
      if (i % 5 === 0) expected.push(delayMs * 10_000 + i)
      else cancel()
    }
    await clock.advance(2000)
    assert.deepEqual(
      fired,
      expected.toSorted((a, b) => a - b),
    )
  })

  it('drives work to its end, and not beyond', async () => {
    const clock = new SimulatedClock()
    const startMs = clock.now()
    clock.after(60_000, () => assert.fail('ran on'))
    assert.equal(await clock.drive(sleep(clock, 500).then(() => 'done')), 'done')
    assert.equal(clock.now(), startMs + 500)
    await assert.rejects(clock.drive(Promise.reject(new Error('of the work'))), /of the work/)
  })

  it('says so when driven work can never end, or does not in time', async () => {
    const clock = new SimulatedClock()
    await assert.rejects(clock.drive(new Promise(() => {})), /stuck/)
    const beat = (): void => void clock.after(1000, beat)
    beat()
    await assert.rejects(clock.drive(new Promise(() => {}), 10_000), /not done after 10000 ms/)
  })

  it('what a timer throws ends the run; it can be run on', async () => {
    const clock = new SimulatedClock()
    let later = false
    clock.after(1, () => {
      throw new Error('a bug')
    })
    clock.after(2, () => {
      later = true
    })
    await assert.rejects(clock.advance(5), /a bug/)
    await clock.advance(5)
    assert.equal(later, true)
  })

  it('refuses to be run twice at once', async () => {
    const clock = new SimulatedClock()
    const first = clock.advance(10)
    await assert.rejects(clock.advance(10), /already being run/)
    await first
  })

  it('a stopped process never wakes: neither by timers it set before, nor by new ones', async () => {
    const clock = new SimulatedClock()
    const killed = clock.view()
    const other = clock.view()
    const woken: string[] = []
    killed.after(10, () => woken.push('killed'))
    other.after(10, () => woken.push('other'))
    clock.after(5, () => {
      killed.stop()
      killed.after(1, () => woken.push('killed, new timer'))
    })
    await clock.advance(100)
    assert.deepEqual(woken, ['other'])
    assert.equal(clock.idle, true)
    killed.stop()
  })

  it('a paused process: its timers wait, and what came due fires in order when it goes on', async () => {
    const clock = new SimulatedClock()
    const view = clock.view()
    const fired: string[] = []
    const note = (name: string) => () => void fired.push(`${name} ${clock.now() - startMs}`)
    const startMs = clock.now()
    view.after(20, note('second'))
    view.after(10, note('first'))
    view.after(200, note('later'))
    const cancel = view.after(15, () => assert.fail('it was cancelled meanwhile'))
    clock.after(5, () => view.pause())
    clock.after(100, () => {
      cancel()
      view.resume()
    })
    await clock.advance(300)
    assert.deepEqual(fired, ['first 100', 'second 100', 'later 200'])
    assert.equal(clock.idle, true)
  })

  it('a skewed process sees another time, but waits as long', async () => {
    const clock = new SimulatedClock()
    const ahead = clock.view(3000)
    assert.equal(ahead.now() - clock.now(), 3000)
    const startMs = clock.now()
    await clock.drive(sleep(ahead, 50))
    assert.equal(clock.now() - startMs, 50)
  })
})
