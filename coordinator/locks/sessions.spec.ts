import assert from 'node:assert/strict'
import { LOCKS_PER_FILE_MAX, SESSION_LEASE_MS, SESSIONS_PER_CLIENT_MAX } from '../../shared/limits.ts'
import { epochOf } from '../../shared/revision.ts'
import { keys } from '../metadata/keys.ts'
import { CLIENT } from '../operations/test-swarm.ts'
import { endLapsedSessions } from './end-session.ts'
import { type Engine, engines, FILE, LockBench, sessionOf } from './locks-fixture.ts'
import { closeSession, openSession, renewSession } from './session.ts'

const code = (code: string) => ({ code })

for (const [name, makeEngine] of Object.entries(engines)) {
  describe(`sessions that hold locks, on ${name}`, () => {
    let engine: Engine
    let bench: LockBench

    beforeEach(async () => {
      engine = makeEngine()
      bench = await LockBench.open(engine)
    })
    afterEach(async () => await engine.end())

    const renew = async (session: string) => await renewSession(bench.context, CLIENT, sessionOf(session))
    const later = async (ms: number) => await bench.swarm.clock.advance(ms)
    const rows = async () =>
      await Promise.all(
        ['session/', 'lock/', 'locked/'].map(async (prefix) => (await bench.swarm.keysUnder(prefix)).length),
      )

    it('are opened once, however often it is asked, and are their own client’s', async () => {
      assert.equal(await openSession(bench.context, CLIENT, sessionOf('a')), SESSION_LEASE_MS)
      await bench.lock('a1')
      await openSession(bench.context, CLIENT, sessionOf('a'))
      assert.equal(await bench.holder('b1'), 'a1 alone 0-')
      for (const call of [openSession, renewSession, closeSession])
        await assert.rejects(call(bench.context, 'another', sessionOf('a')), code('refused'))
      assert.equal(await bench.holder('b1'), 'a1 alone 0-')
    })

    it('keep what they hold as long as they are heard of, by whatever they ask', async () => {
      await bench.lock('a1')
      for (let round = 0; round < 5; round++) {
        await later(SESSION_LEASE_MS - 1)
        if (round % 2 === 0) await renew('a')
        else await bench.holder('a1')
        await endLapsedSessions(bench.context)
        await bench.openSessions('b')
        await assert.rejects(bench.lock('b1'), code('locked'))
      }
    })

    it('that were silent for a lease hold nothing more: at once for who wants it, and for good', async () => {
      const first = await bench.lock('a1')
      await bench.lock('a2', { file: 'e'.repeat(32) })
      await later(SESSION_LEASE_MS - 1)
      await renew('b')
      await assert.rejects(bench.lock('b1'), code('locked'))
      await later(1)
      const second = await bench.lock('b1')
      assert(second > first)
      for (const ask of [
        renew('a'),
        bench.lock('a1'),
        bench.unlock('a1'),
        bench.holder('a1'),
        openSession(bench.context, CLIENT, sessionOf('a')),
      ])
        await assert.rejects(ask, code('lease-lapsed'))
      await endLapsedSessions(bench.context)
      assert.deepEqual(await rows(), [1, 1, 1])
      // The same id again is a new session.
      await bench.openSessions('a')
      assert.equal(await bench.holder('a1'), 'b1 alone 0-')
      assert.equal(await bench.holder('a1', { file: 'e'.repeat(32) }), undefined)
    })

    it('that are closed leave nothing behind, also with locks in many files', async () => {
      for (let file = 0; file < 45; file++) {
        await bench.lock('a1', { file: file.toString(16).padStart(32, '0') })
        await bench.lock('b1', { file: file.toString(16).padStart(32, '0'), start: file })
      }
      await closeSession(bench.context, CLIENT, sessionOf('a'))
      await closeSession(bench.context, CLIENT, sessionOf('a'))
      assert.deepEqual(await rows(), [2, 45, 45])
      await assert.rejects(renew('a'), code('lease-lapsed'))
      await closeSession(bench.context, CLIENT, sessionOf('b'))
      await closeSession(bench.context, CLIENT, sessionOf('c'))
      assert.deepEqual(await rows(), [0, 0, 0])
    })

    it('and their locks survive the coordinator, and have a whole lease from its start', async () => {
      await bench.lock('a1')
      await bench.lock('b1', { start: 10, end: 19, shared: true })
      await later(SESSION_LEASE_MS - 1)
      bench = await bench.restart()
      await later(SESSION_LEASE_MS - 1)
      await renew('c')
      assert.equal(await bench.holder('c1'), 'a1 alone 0-')
      assert.equal(await bench.holder('c1', { start: 0 }), 'b1 shared 10-19')
      await renew('a')
      await later(1)
      assert.equal(await bench.holder('c1'), 'a1 alone 0-')
      assert.equal(await bench.holder('c1', { start: 0 }), undefined)
    })

    it('that were being ended when the coordinator died are ended when it is back, and not revived', async () => {
      await bench.lock('a1')
      // As far as the first step of ending it.
      await bench.context.store.transact(async (tx) => tx.delete(keys.session(sessionOf('a'))))
      bench = await bench.restart()
      await assert.rejects(openSession(bench.context, CLIENT, sessionOf('a')), code('lease-lapsed'))
      await bench.lock('b1')
      await endLapsedSessions(bench.context)
      assert.equal(await bench.holder('c1'), 'b1 alone 0-')
      await bench.openSessions('a')
    })

    it('of a life of the swarm that ended with a restore are not the new one’s: they may have given back what the backup has', async () => {
      const before = await bench.lock('a1')
      bench = await bench.restart(2)
      await assert.rejects(renew('a'), code('lease-lapsed'))
      await endLapsedSessions(bench.context)
      await bench.openSessions('a', 'b')
      const after = await bench.lock('b1')
      assert.deepEqual([epochOf(before), epochOf(after), after > before], [1, 2, true])
    })

    it('are so many for a client, and locks for a file, and no more', async () => {
      for (let n = 3; n < SESSIONS_PER_CLIENT_MAX; n++)
        await openSession(bench.context, CLIENT, n.toString(16).padStart(32, '0'))
      await assert.rejects(openSession(bench.context, CLIENT, 'd'.repeat(32)), code('busy'))
      await openSession(bench.context, 'another', 'd'.repeat(32))
      for (let n = 0; n < LOCKS_PER_FILE_MAX; n++) await bench.lock(`a${n}`, { start: 2 * n, end: 2 * n })
      await assert.rejects(bench.lock('b1', { start: 1001, end: 1001 }), code('no-room'))
      await bench.unlock('a7', { start: 14, end: 14 })
      await bench.lock('b1', { start: 1001, end: 1001 })
      assert.equal(await bench.holder('b2', { start: FILE.length }), 'a16 alone 32-32')
    })
  })
}
