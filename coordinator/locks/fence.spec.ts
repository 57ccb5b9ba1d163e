import assert from 'node:assert/strict'
import { newId } from '../../shared/ids.ts'
import { SESSION_LEASE_MS } from '../../shared/limits.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { commit } from '../operations/commit.ts'
import { placeMore } from '../operations/place-more.ts'
import { CLIENT } from '../operations/test-swarm.ts'
import type { Fence } from './fence.ts'
import { type Engine, engines, FILE, LockBench, sessionOf } from './locks-fixture.ts'
import { closeSession, renewSession } from './session.ts'

const lapsed = { code: 'lease-lapsed' }

for (const [name, makeEngine] of Object.entries(engines)) {
  describe(`what is done under a lock, on ${name}`, () => {
    let engine: Engine
    let bench: LockBench
    const random = new SeededRandom('fences')

    beforeEach(async () => {
      engine = makeEngine()
      bench = await LockBench.open(engine)
    })
    afterEach(async () => await engine.end())

    /** An empty file, which no worker is needed for. */
    async function begin(fence?: Fence): Promise<number> {
      const [name, upload, file] = [newId(random), newId(random), newId(random)]
      const opened = await bench.swarm.open({ name, upload, file, chunks: 0, ...(fence && { fence }) })
      return opened.version
    }
    async function publish(version: number, fence?: Fence): Promise<number | undefined> {
      const sealed = { sealedHead: new Uint8Array([3]), sealedAttributes: new Uint8Array([4]) }
      const { result } = await commit(bench.context, CLIENT, {
        version,
        groups: 0,
        ...sealed,
        lastGroup: undefined,
        fence,
      })
      return result?.revision
    }
    const silent = async () => await bench.swarm.clock.advance(SESSION_LEASE_MS)

    it('is published while it is held, whether the fence came with the upload or with the commit', async () => {
      const fence = bench.fence('a', await bench.lock('a1'))
      assert(await publish(await begin(fence)))
      assert(await publish(await begin(), fence))
      assert(await publish(await begin(fence), fence))
    })

    const endings: Record<string, () => Promise<unknown>> = {
      'is given back': async () => await bench.unlock('a1'),
      'is given back, and taken again': async () => {
        await bench.unlock('a1')
        await bench.lock('a1')
      },
      'was given up for another mode': async () => await bench.lock('a1', { shared: true }),
      'lapsed with its session': silent,
      'lapsed, and another has it': async () => {
        await bench.swarm.clock.advance(SESSION_LEASE_MS - 1)
        await renewSession(bench.context, CLIENT, sessionOf('b'))
        await bench.swarm.clock.advance(1)
        await bench.lock('b1')
      },
      'ended with its session': async () => await closeSession(bench.context, CLIENT, sessionOf('a')),
      'was of a life of the swarm that ended': async () => {
        bench = await bench.restart(2)
      },
    }
    for (const [how, end] of Object.entries(endings)) {
      it(`is refused when the lock ${how}: not opened, not placed, not published, and nothing is there`, async () => {
        const fence = bench.fence('a', await bench.lock('a1'))
        const [opened, plain] = [await begin(fence), await begin()]
        await end()
        const before = await bench.swarm.keysUnder('inode/')
        await assert.rejects(publish(opened), lapsed)
        await assert.rejects(publish(plain, fence), lapsed)
        await assert.rejects(begin(fence), lapsed)
        const more = { version: opened, chunks: 1, pieceBytesMax: 1_000, avoid: [], copies: 0 }
        await assert.rejects(placeMore(bench.context, CLIENT, more), lapsed)
        assert.deepEqual(await bench.swarm.keysUnder('inode/'), before)
        assert(await publish(plain), 'without a fence it is nobody’s business')
      })
    }

    it('that was published is so when it is asked again, whatever became of the lock', async () => {
      const fence = bench.fence('a', await bench.lock('a1'))
      const version = await begin(fence)
      const revision = await publish(version)
      await silent()
      assert.equal(await publish(version), revision)
    })

    it('is done before the lock is another’s, or not at all', async () => {
      const fence = bench.fence('a', await bench.lock('a1', { start: 0 }))
      const version = await begin(fence)
      const publishing = publish(version)
      await bench.unlock('a1', { start: 0 })
      const next = await bench.lock('b1', { start: 0 })
      const revision = await publishing.catch(() => undefined)
      assert(revision === undefined || revision < next)
    })

    it('a part of what was locked is proof enough; another file’s lock, another number, another’s session are none', async () => {
      const number = await bench.lock('a1', { start: 0, end: 9 })
      await bench.unlock('a1', { start: 3, end: 9 })
      assert(await publish(await begin(bench.fence('a', number))))
      const theirs = await bench.lock('b1', { start: 20, end: 29 })
      for (const wrong of [
        bench.fence('a', number, 'e'.repeat(32)),
        bench.fence('a', number + 1),
        bench.fence('a', theirs),
        bench.fence('a', 0),
        bench.fence('d', number),
      ])
        await assert.rejects(begin(wrong), lapsed)
      await bench.unlock('a1', { start: 0, end: 2 })
      await assert.rejects(begin(bench.fence('a', number)), lapsed)
    })

    it('of another client is refused', async () => {
      const fence = bench.fence('a', await bench.lock('a1'))
      bench.context.locks.sessions.forget(fence.session)
      bench.context.locks.sessions.open(fence.session, 'another')
      await assert.rejects(begin(fence), { code: 'refused' })
      assert.equal(fence.file, FILE)
    })

    it('goes on after a restart of the coordinator', async () => {
      const fence = bench.fence('a', await bench.lock('a1'))
      const version = await begin(fence)
      bench = await bench.restart()
      assert(await publish(version))
      assert(await publish(await begin(fence)))
    })
  })
}
