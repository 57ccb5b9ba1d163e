import assert from 'node:assert/strict'
import type { Clock } from './clock.ts'

export interface ClockUnderTest {
  clock: Clock
  /** Lets `ms` pass on that clock. */
  pass(ms: number): Promise<void>
}

/** Timers of operating systems count in whole milliseconds, from a counter that need not agree with the time of day to the last one. */
const ROUNDING_MS = 2

/** What every engine of the Clock port keeps. */
export function clockSuite(name: string, make: () => ClockUnderTest): void {
  describe(`clock: ${name}`, () => {
    it('fires once, after its delay and not before', async () => {
      const { clock, pass } = make()
      const startMs = clock.now()
      const firedMs: number[] = []
      clock.after(20, () => firedMs.push(clock.now() - startMs))
      await pass(5)
      assert.deepEqual(firedMs, [])
      await pass(60)
      assert.equal(firedMs.length, 1)
      assert(Number(firedMs[0]) >= 20 - ROUNDING_MS, `fired after ${firedMs[0]} ms`)
    })

    it('never fires inside the call of after, not even without a delay or with one in the past', async () => {
      const { clock, pass } = make()
      let fired = 0
      clock.after(0, () => fired++)
      clock.after(-1000, () => fired++)
      assert.equal(fired, 0)
      await pass(20)
      assert.equal(fired, 2)
    })

    it('never fires what was cancelled; cancelling twice, or after firing, is harmless', async () => {
      const { clock, pass } = make()
      const fired: string[] = []
      const cancelFirst = clock.after(5, () => fired.push('first'))
      const cancelSecond = clock.after(5, () => fired.push('second'))
      cancelFirst()
      cancelFirst()
      await pass(30)
      cancelSecond()
      assert.deepEqual(fired, ['second'])
    })

    it('fires by due time, and in the order asked for when due together', async () => {
      const { clock, pass } = make()
      const fired: string[] = []
      clock.after(40, () => fired.push('late'))
      clock.after(5, () => fired.push('early 1'))
      clock.after(5, () => fired.push('early 2'))
      clock.after(5, () => fired.push('early 3'))
      await pass(100)
      assert.deepEqual(fired, ['early 1', 'early 2', 'early 3', 'late'])
    })

    it('lets a timer set and cancel others', async () => {
      const { clock, pass } = make()
      const fired: string[] = []
      const cancel = clock.after(60, () => fired.push('cancelled'))
      clock.after(5, () => {
        cancel()
        clock.after(5, () => fired.push('set later'))
      })
      await pass(120)
      assert.deepEqual(fired, ['set later'])
    })

    it('does not fire a timer of 50 days at once', async () => {
      const { clock, pass } = make()
      let fired = false
      const cancel = clock.after(50 * 24 * 60 * 60 * 1000, () => {
        fired = true
      })
      await pass(20)
      assert.equal(fired, false)
      cancel()
    })

    it('tells times since the epoch that grow as time passes', async () => {
      const { clock, pass } = make()
      const startMs = clock.now()
      await pass(20)
      assert(clock.now() - startMs >= 20 - ROUNDING_MS)
      assert(startMs > 1_700_000_000_000)
    })
  })
}
