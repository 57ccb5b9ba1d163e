import assert from 'node:assert/strict'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import { HiroError } from '../../shared/errors.ts'
import { newId, toHex } from '../../shared/ids.ts'
import { CALLS_OPEN_MAX, LOCK_END_MAX, SESSION_LEASE_MS, SESSION_RENEW_INTERVAL_MS } from '../../shared/limits.ts'
import { memoryLog } from '../../shared/log.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { scripted } from '../client-fixture.ts'
import type { LockOptions } from './lock-options.ts'
import { Locks } from './locks.ts'
import { ScriptedLocks } from './scripted-locks-fixture.ts'

const FILE = 'f'.repeat(32)
const code = (code: string) => ({ code })

describe('locks of a client', () => {
  let clock: SimulatedClock
  let coordinator: ScriptedLocks
  let locks: Locks

  beforeEach(() => {
    clock = new SimulatedClock()
    coordinator = new ScriptedLocks(clock)
    locks = client('locks')
  })

  function client(seed: string, view: Pick<SimulatedClock, 'now' | 'after'> = clock): Locks {
    const { namespace } = scripted(seed).ports
    return new Locks({ coordinator, clock: view, random: new SeededRandom(seed), log: memoryLog(), namespace })
  }
  const run = async <T>(work: Promise<T>): Promise<T> => await clock.drive(work)
  const lock = async (options?: LockOptions) => await run(locks.lock(FILE, options))
  const later = async (ms: number) => await clock.advance(ms)

  it('have an owner of their own unless told otherwise, and are free again once they are given back', async () => {
    const first = await lock()
    await assert.rejects(lock(), code('locked'))
    await run(first.release())
    await run(first.release())
    assert.equal(coordinator.count('unlock'), 1)
    assert(first.signal.aborted)
    const second = await lock()
    assert(second.fence.number > first.fence.number)
    assert.deepEqual([second.fence.file, second.fence.session], [FILE, first.fence.session])
    // A refusal without a wait leaves nothing to be given up.
    assert.equal(coordinator.count('cancelLock'), 0)
  })

  it('hang on one session, which is opened when it is needed and closed with the client', async () => {
    assert.equal(coordinator.calls.length, 0)
    const both = await run(Promise.all([locks.lock(FILE), locks.lock(newId(new SeededRandom('other')))]))
    assert.equal(coordinator.count('openSession'), 1)
    await run(locks.close())
    await run(locks.close())
    assert.deepEqual([coordinator.count('closeSession'), coordinator.held.size], [1, 0])
    for (const { signal } of both) assert.equal((signal.reason as HiroError).code, 'lease-lapsed')
  })

  it('are renewed while they are held, and not longer', async () => {
    const held = await lock()
    await later(10 * SESSION_LEASE_MS)
    assert.equal(held.signal.aborted, false)
    await run(held.release())
    const renewals = coordinator.count('renewSession')
    assert(renewals >= (10 * SESSION_LEASE_MS) / SESSION_RENEW_INTERVAL_MS - 1)
    await later(10 * SESSION_LEASE_MS)
    assert.equal(coordinator.count('renewSession'), renewals)
    // The session has lapsed meanwhile; nobody need know.
    await lock()
    assert.equal(coordinator.count('openSession'), 2)
  })

  it('are lost to a client that does not reach the coordinator before anyone else can have them', async () => {
    const held = await lock()
    // Renewals are answered late: the lease that they tell of is older than they are.
    coordinator.answerMs = SESSION_RENEW_INTERVAL_MS
    await later(3 * SESSION_RENEW_INTERVAL_MS)
    coordinator.silent = true
    while (!held.signal.aborted) await later(100)
    const untilMs = coordinator.untilMs.get(held.fence.session) ?? 0
    assert(clock.now() < untilMs, `${clock.now() - untilMs} ms too late`)
    assert(clock.now() > untilMs - SESSION_LEASE_MS / 4)
    coordinator.silent = false
    coordinator.answerMs = 0
    await later(2 * SESSION_LEASE_MS)
    assert(held.signal.aborted, 'for good')
    await run(held.release())
    assert.equal(coordinator.count('unlock'), 0)
  })

  it('outlive a coordinator that does not answer for a while', async () => {
    const held = await lock()
    for (let round = 0; round < 5; round++) {
      coordinator.silent = true
      await later(SESSION_LEASE_MS / 2)
      coordinator.silent = false
      await later(SESSION_LEASE_MS / 2)
    }
    assert.equal(held.signal.aborted, false)
  })

  it('are lost as soon as the coordinator says so; the next one has a new session', async () => {
    const held = await lock()
    coordinator.untilMs.clear()
    await later(SESSION_RENEW_INTERVAL_MS)
    assert.equal((held.signal.reason as HiroError).code, 'lease-lapsed')
    const next = await lock()
    assert.notEqual(next.fence.session, held.fence.session)
    assert.equal(next.signal.aborted, false)
  })

  it('are lost when the process stood still for too long, also where an answer lies waiting from before', async () => {
    const view = clock.view()
    locks = client('still', view)
    const held = await lock()
    await later(SESSION_RENEW_INTERVAL_MS - 1)
    view.pause()
    await later(5 * SESSION_LEASE_MS)
    view.resume()
    await later(1)
    assert(held.signal.aborted)
    assert.notEqual((await lock()).fence.session, held.fence.session)
  })

  it('are waited for by asking again and again, as one request; then they are given up', async () => {
    const first = await lock()
    const waiting = locks.lock(FILE, { waitMs: 60_000 })
    await later(35_000)
    assert(coordinator.count('lock') >= 4)
    const requests = coordinator
      .bodies('lock')
      .slice(1)
      .map(({ request }) => toHex(request))
    assert.equal(new Set(requests).size, 1)
    await run(first.release())
    const second = await run(waiting)
    assert.equal(coordinator.count('cancelLock'), 0)

    const startMs = clock.now()
    await assert.rejects(lock({ waitMs: 12_345 }), code('locked'))
    assert.equal(clock.now() - startMs, 12_345)
    assert.equal(coordinator.count('cancelLock'), 1)
    assert.equal(second.signal.aborted, false)
  })

  it('are waited for without an end, if so wished, until someone says so', async () => {
    await lock()
    const stop = new AbortController()
    const waiting = locks.lock(FILE, { waitMs: Number.POSITIVE_INFINITY, signal: stop.signal })
    await later(60 * 60_000)
    stop.abort()
    await assert.rejects(run(waiting), code('aborted'))
    assert.equal(coordinator.count('cancelLock'), 1)
  })

  it('that were granted in the moment in which they were given up are given all the same', async () => {
    const stop = new AbortController()
    coordinator.after = (name) => {
      if (name === 'lock') stop.abort()
    }
    const held = await lock({ signal: stop.signal })
    assert.equal(coordinator.held.get(FILE)?.fence, held.fence.number)
    assert.equal(held.signal.aborted, false)
  })

  it('of which nobody knows whether they were granted are given back as soon as someone answers', async () => {
    const held = await lock({ owner: 1n })
    await run(held.release())
    const other = await run(locks.lock('e'.repeat(32))) // keeps the session
    coordinator.after = (name) => {
      coordinator.silent = true
      if (name === 'lock') throw new HiroError('unreachable', 'the answer was lost')
    }
    await assert.rejects(lock(), code('unreachable'))
    assert(coordinator.held.has(FILE))
    coordinator.after = undefined
    coordinator.silent = false
    await later(2_000)
    assert.equal(coordinator.held.has(FILE), false)
    assert.equal(other.signal.aborted, false)
  })

  it('that many wait for leave room for other calls, above all for renewals', async () => {
    const first = await lock()
    const waiting = Array.from({ length: 2 * CALLS_OPEN_MAX }, async () => {
      const held = await locks.lock(FILE, { waitMs: 10 * 60_000 })
      await held.release()
    })
    await later(60_000)
    assert(coordinator.busiest < CALLS_OPEN_MAX, `${coordinator.busiest} calls at once`)
    assert.equal(first.signal.aborted, false)
    await run(first.release())
    await run(Promise.all(waiting))
    assert.equal(coordinator.held.size, 0)
  })

  it('say who wants what: whole files or ranges, to the end or not, a number or a name for the owner', async () => {
    for (const options of [
      { owner: 2n ** 64n - 1n },
      { range: { start: 5 }, owner: new Uint8Array(16) },
      { range: { start: 5, end: 5 }, exclusive: false },
    ])
      await run((await lock(options)).release())
    const asked = coordinator.bodies('lock').map(({ range, exclusive }) => ({
      ...range,
      file: undefined,
      owner: toHex(range?.owner ?? new Uint8Array()),
      exclusive,
    }))
    const owner = asked[2]?.owner
    assert.deepEqual(asked, [
      { file: undefined, owner: 'f'.repeat(16), kind: 1, start: 0, end: LOCK_END_MAX, exclusive: true },
      { file: undefined, owner: '0'.repeat(32), kind: 2, start: 5, end: LOCK_END_MAX, exclusive: true },
      { file: undefined, owner, kind: 2, start: 5, end: 5, exclusive: false },
    ])
    for (const wrong of [
      { owner: -1n },
      { owner: 2n ** 64n },
      { owner: new Uint8Array(15) },
      { range: { start: -1 } },
      { range: { start: 2, end: 1 } },
      { range: { start: 0.5 } },
    ])
      await assert.rejects(lock(wrong), code('usage'))
  })

  it('of an owner end together with it', async () => {
    const first = await lock({ owner: 7n })
    await run(locks.unlockAll(7n))
    assert(first.signal.aborted)
    assert.deepEqual(
      coordinator.bodies('unlock').map(({ range }) => [range?.file.byteLength, range?.kind]),
      [
        [0, 1],
        [0, 2],
      ],
    )
    await run(locks.unlockAll(8n))
  })
})
