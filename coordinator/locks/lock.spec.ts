import assert from 'node:assert/strict'
import { LOCK_PLACE_KEEP_MS, LOCK_WAIT_MS_MAX, LOCKS_PER_FILE_MAX } from '../../shared/limits.ts'
import { CLIENT } from '../operations/test-swarm.ts'
import { type Engine, engines, LockBench, sessionOf } from './locks-fixture.ts'
import { FLOCK, POSIX } from './ranges.ts'
import { unlockAll } from './unlock.ts'

const code = (code: string) => ({ code })
const WAIT = { waitMs: 60_000 }

for (const [name, makeEngine] of Object.entries(engines)) {
  describe(`locks, on ${name}`, () => {
    let engine: Engine
    let bench: LockBench

    beforeEach(async () => {
      engine = makeEngine()
      bench = await LockBench.open(engine)
    })
    afterEach(async () => await engine.end())

    const later = async (ms: number) => await bench.swarm.clock.advance(ms)
    /** How a request goes that waits: its fence, or the code of its failure, once there is one. */
    function asking(...asked: Parameters<LockBench['lock']>): {
      outcome: number | string | undefined
      done: Promise<void>
    } {
      const state: { outcome: number | string | undefined; done: Promise<void> } = {
        outcome: undefined,
        done: Promise.resolve(),
      }
      const settle = (outcome: number | string): void => void (state.outcome = outcome)
      state.done = bench.lock(...asked).then(settle, (error: unknown) => settle((error as { code: string }).code))
      return state
    }

    describe('of ranges', () => {
      it('are shared, or held alone; what is refused changes nothing', async () => {
        await bench.lock('a1', { start: 0, end: 9, shared: true })
        await bench.lock('b1', { start: 5, end: 14, shared: true })
        await assert.rejects(bench.lock('c1', { start: 9, end: 9 }), code('locked'))
        await bench.lock('c1', { start: 15, end: 15 })
        assert.equal(await bench.holder('c1', { start: 0 }), 'a1 shared 0-9')
        assert.equal(await bench.holder('a1', { start: 12, shared: true }), 'c1 alone 15-15')
      })

      it('change their mode in place: refused, they stay what they were; one hole in the middle is another’s', async () => {
        await bench.lock('a1', { start: 0, end: 9, shared: true })
        await bench.lock('b1', { start: 9, end: 9, shared: true })
        await assert.rejects(bench.lock('a1', { start: 0, end: 9 }), code('locked'))
        assert.equal(await bench.holder('c1', { start: 0 }), 'a1 shared 0-9')
        await bench.lock('a1', { start: 0, end: 8 })
        await assert.rejects(bench.lock('b1', { start: 8, shared: true }), code('locked'))
        await bench.unlock('a1', { start: 3, end: 5 })
        await bench.lock('c1', { start: 4, end: 5 })
        assert.equal(await bench.holder('b1', { start: 5 }), 'c1 alone 4-5')
        assert.equal(await bench.holder('b1', { start: 6 }), 'a1 alone 6-8')
        assert.equal(await bench.holder('b1', { start: 3, end: 3 }), undefined)
      })

      it('are given back all at once when their owner ends, in every file, and no other’s', async () => {
        const other = 'e'.repeat(32)
        for (const file of [other, undefined]) {
          for (const start of [0, 20, 40]) await bench.lock('a1', { start, end: start + 9, ...(file && { file }) })
          await bench.lock('a2', { start: 60, end: 69, ...(file && { file }) })
        }
        const owner = { session: sessionOf('a'), owner: '1'.padStart(16, '0'), kind: POSIX }
        await unlockAll(bench.context, CLIENT, owner, { start: 0, end: 100 })
        for (const file of [other, undefined])
          assert.equal(await bench.holder('b1', { start: 0, ...(file && { file }) }), 'a2 alone 60-69')
      })

      it('that follow each other are one, if need be: a file that is locked byte by byte does not run out of room', async () => {
        let fence = 0
        for (let at = 0; at < LOCKS_PER_FILE_MAX + 10; at++) {
          const next = await bench.lock('a1', { start: at, end: at })
          assert(next > fence)
          fence = next
        }
        assert.equal(await bench.holder('b1', { start: 5 }), `a1 alone 0-${LOCKS_PER_FILE_MAX + 9}`)
      })

      it('and whole-file locks do not see each other', async () => {
        await bench.lock('a1', { kind: FLOCK })
        await bench.lock('b1', { kind: POSIX, start: 0 })
        await assert.rejects(bench.lock('c1', { kind: FLOCK }), code('locked'))
      })
    })

    describe('of whole files', () => {
      it('give up what they are before they become something else', async () => {
        await bench.lock('a1', { shared: true })
        await bench.lock('b1', { shared: true })
        await assert.rejects(bench.lock('a1'), code('locked'))
        // flock(2): the process loses its existing lock.
        await bench.lock('b1')
        assert.equal(await bench.holder('a1'), 'b1 alone 0-')
        await bench.lock('b1', { shared: true })
        await bench.lock('a1', { shared: true })
      })
    })

    describe('that are waited for', () => {
      it('are granted as soon as they are given back, first come first served', async () => {
        await bench.lock('a1')
        const [first, second] = [asking('b1', WAIT), asking('c1', WAIT)]
        await later(5_000)
        assert.deepEqual([first.outcome, second.outcome], [undefined, undefined])
        await bench.unlock('a1')
        await later(0)
        assert.equal(typeof first.outcome, 'number')
        assert.equal(second.outcome, undefined)
        await bench.unlock('b1')
        await later(0)
        assert.equal(typeof second.outcome, 'number')
      })

      it('are refused when the time is over; one that asks again soon keeps its place, and one that does not loses it', async () => {
        await bench.lock('a1')
        const request = bench.newRequest()
        const first = asking('b1', { ...WAIT, request })
        await later(1)
        const second = asking('c1', WAIT)
        await later(LOCK_WAIT_MS_MAX - 1)
        assert.deepEqual([first.outcome, second.outcome], ['locked', undefined])
        const again = asking('b1', { ...WAIT, request })
        await bench.unlock('a1')
        await later(0)
        assert.equal(typeof again.outcome, 'number')
        await later(1)
        assert.equal(second.outcome, 'locked')

        const slow = asking('a2', { waitMs: 1, request: bench.newRequest() })
        await later(1)
        assert.equal(slow.outcome, 'locked')
        const next = asking('c1', WAIT)
        await bench.unlock('b1')
        await later(LOCK_PLACE_KEEP_MS - 1)
        assert.equal(next.outcome, undefined)
        await later(1)
        assert.equal(typeof next.outcome, 'number')
      })

      it('alone, are not kept waiting by an endless row of those that share', async () => {
        await bench.lock('a1', { shared: true, start: 0 })
        const alone = asking('b1', { ...WAIT, start: 0 })
        await later(1)
        await assert.rejects(bench.lock('c1', { shared: true, start: 0 }), code('locked'))
        const sharing = asking('c1', { ...WAIT, shared: true, start: 0 })
        // What it has already it may ask for again.
        await bench.lock('a1', { shared: true, start: 3, end: 4 })
        await bench.unlock('a1', { start: 0 })
        await later(0)
        assert.equal(typeof alone.outcome, 'number')
        assert.equal(sharing.outcome, undefined)
        await bench.unlock('b1', { start: 0 })
        await later(0)
        assert.equal(typeof sharing.outcome, 'number')
      })

      it('but one that is waited for itself need not let those go first that wait for it', async () => {
        await bench.lock('a1', { shared: true, start: 0, end: 9 })
        const alone = asking('b1', { ...WAIT, start: 0, end: 19 })
        await later(1)
        await bench.lock('a1', { shared: true, start: 10, end: 19 })
        assert.equal(alone.outcome, undefined)
      })

      it('nor one that is waited for through others, as soon as it is', async () => {
        const other = { start: 0, end: 0, file: 'e'.repeat(32) }
        await bench.lock('a1', other)
        await bench.lock('c1', { start: 5, end: 5 })
        const alone = asking('b1', { ...WAIT, start: 0, end: 9 })
        const behind = asking('a1', { ...WAIT, start: 0, end: 0 })
        await later(1)
        assert.equal(behind.outcome, undefined)
        // Now b1 waits for c1, and c1 for a1, which only the queue holds up.
        const circle = asking('c1', { ...WAIT, ...other })
        await later(1)
        assert.deepEqual([alone.outcome, typeof behind.outcome, circle.outcome], [undefined, 'number', undefined])
      })

      it('a session that lapses waits for nothing, and is not waited for', async () => {
        await bench.lock('a1')
        const waiting = asking('b1', WAIT)
        await later(1)
        bench.context.locks.sessions.lapse(sessionOf('a'))
        bench.context.locks.sessions.lapse(sessionOf('b'))
        await bench.lock('c1')
        await later(0)
        assert.equal(waiting.outcome, 'lease-lapsed')
      })

      it('are not granted to a client that is gone', async () => {
        await bench.lock('a1')
        const gone = new AbortController()
        const waiting = asking('b1', { ...WAIT, signal: gone.signal })
        await later(1)
        gone.abort()
        await waiting.done
        assert.equal(waiting.outcome, 'locked')
        await later(LOCK_PLACE_KEEP_MS)
        await bench.unlock('a1')
        await later(0)
        assert.equal(await bench.holder('c1'), undefined)
      })
    })

    describe('that are waited for in a circle', () => {
      const one = { start: 0, end: 0 }
      const two = { start: 1, end: 1 }
      const three = { start: 0, end: 0, file: 'e'.repeat(32) }

      for (const owners of [
        ['a1', 'b1'],
        ['a1', 'a2', 'b1'],
      ]) {
        it(`by ${owners.length} owners: the last is told, and the others go on when it gives way`, async () => {
          const ranges = [one, two, three]
          for (const [at, owner] of owners.entries()) await bench.lock(owner, ranges[at])
          const [last = '', ...others] = owners.toReversed()
          const waiting = others.toReversed().map((owner, at) => asking(owner, { ...WAIT, ...ranges[at + 1] }))
          await later(1)
          const closing = asking(last, { ...WAIT, ...one })
          await later(1)
          assert.equal(closing.outcome, 'deadlock')
          assert(waiting.every(({ outcome }) => outcome === undefined))
          await bench.unlock(last, ranges[owners.length - 1])
          await later(0)
          assert.equal(typeof waiting.at(-1)?.outcome, 'number')
        })
      }

      it('is none where nothing is waited for, nor between owners of whole files', async () => {
        await bench.lock('a1', one)
        await bench.lock('b1', two)
        const waiting = asking('a1', { ...WAIT, ...two })
        await later(1)
        await assert.rejects(bench.lock('b1', one), code('locked'))
        await bench.unlock('b1', two)
        await later(0)
        assert.equal(typeof waiting.outcome, 'number')

        await bench.lock('a1')
        await bench.lock('b1', { file: 'e'.repeat(32) })
        const circle = [asking('a1', { ...WAIT, file: 'e'.repeat(32) }), asking('b1', WAIT)]
        await later(LOCK_WAIT_MS_MAX)
        assert.deepEqual(
          circle.map(({ outcome }) => outcome),
          ['locked', 'locked'],
        )
      })
    })

    describe('that are asked for again', () => {
      it('have the fence that they have, and no second life after they were given back', async () => {
        const request = bench.newRequest()
        const fence = await bench.lock('a1', { request })
        assert.equal(await bench.lock('a1', { request }), fence)
        assert.equal(await bench.lock('a1'), fence)
        await bench.unlock('a1')
        // A call that comes late, on a connection that was given up.
        assert.equal(await bench.lock('a1', { request }), fence)
        assert.equal(await bench.holder('b1'), undefined)
        assert((await bench.lock('a1')) > fence)
      })

      it('at the same time, are granted once', async () => {
        const request = bench.newRequest()
        const both = await Promise.all([bench.lock('a1', { request }), bench.lock('a1', { request })])
        assert.equal(both[0], both[1])
      })

      it('are not, once they were cancelled; one that was granted before is told so', async () => {
        await bench.lock('a1')
        const request = bench.newRequest()
        const waiting = asking('b1', { ...WAIT, request })
        await later(1)
        assert.equal(await bench.cancel('b1', request), 0)
        await later(0)
        assert.equal(waiting.outcome, 'aborted')
        await bench.unlock('a1')
        await assert.rejects(bench.lock('b1', { request }), code('aborted'))
        assert.equal(await bench.holder('c1'), undefined)

        const granted = bench.newRequest()
        const fence = await bench.lock('b1', { request: granted })
        assert.equal(await bench.cancel('b1', granted), fence)
      })
    })
  })
}
