import assert from 'node:assert/strict'
import { sleep } from '../../shared/clock/sleep.ts'
import { HiroError } from '../../shared/errors.ts'
import { collect, type Scripted, scripted } from '../client-fixture.ts'
import { read } from '../download/download.ts'
import type { ScriptedWorker } from '../scripted-workers-fixture.ts'
import type { AddOptions, AddResult } from './add-options.ts'
import { upload } from './upload.ts'

const CHUNK = 100
const PATH = '/file'
const CONTENT = Buffer.from(Array.from({ length: 10 * CHUNK }, (_, at) => at % 251))

describe('upload, when workers fail', () => {
  let swarm: Scripted

  function start(workers = 5): void {
    swarm = scripted('chain', workers)
  }

  function add(options: AddOptions = {}, window = 4, content = CONTENT): Promise<AddResult> {
    return swarm.clock.drive(upload(swarm.ports, PATH, content, options, { window, chunkSizeBytes: CHUNK }))
  }

  async function assertReadable(): Promise<void> {
    assert.deepEqual(await swarm.clock.drive(collect(read(swarm.ports, PATH, {}, 4))), CONTENT)
  }

  function assertCopies(copies: number): void {
    for (const cid of new Set(swarm.workers.all.flatMap(({ pieces }) => [...pieces.keys()]))) {
      assert(swarm.workers.holdersOf(cid).filter(({ alive }) => alive).length >= copies)
    }
  }

  for (const k of [0, 1, 2]) {
    for (const put of [1, 8, 20]) {
      it(`worker ${k + 1} of 3 is killed as it takes a piece, the ${put}th or later: all on three others`, async () => {
        start()
        let killed: ScriptedWorker | undefined
        swarm.workers.onPut = (worker, position, count) => {
          if (killed || count < put || position !== k) return
          killed = worker
          worker.down = true
        }
        const result = await add()
        assert(killed)
        assert.deepEqual([result.copies, result.degraded], [3, false])
        assertCopies(3)
        await assertReadable()
        for (const another of swarm.workers.alive) {
          another.down = true
          await assertReadable()
          another.down = false
        }
      })

      it(`worker ${k + 1} of 3 freezes as it takes a piece, the ${put}th or later: it costs its stall once`, async () => {
        start()
        let frozen: ScriptedWorker | undefined
        swarm.workers.onPut = (worker, position, count) => {
          if (frozen || count < put || position !== k) return
          frozen = worker
          worker.frozen = true
        }
        const startMs = swarm.clock.now()
        const result = await add({}, 2)
        assert(frozen)
        assert.equal(result.copies, 3)
        // Those under way stall together; later ones leave it out.
        assert(swarm.clock.now() - startMs < 10_000, `${swarm.clock.now() - startMs} ms`)
        await assertReadable()
      })
    }
  }

  it('a failed copy goes to a worker that neither holds the piece nor failed, and only the missing copy travels again', async () => {
    start()
    // The coordinator has not noticed yet.
    Object.defineProperty(swarm.workers, 'alive', { get: () => swarm.workers.all })
    swarm.workers.at(2).down = true
    await add({}, 1, CONTENT.subarray(0, CHUNK))
    const [first, second] = swarm.workers.chains
    assert.deepEqual(first, ['worker-1', 'worker-2', 'worker-3'])
    assert.deepEqual(swarm.coordinator.bodies('place')[0]?.avoid, ['peer-of-worker-1', 'peer-of-worker-2'])
    assert.equal(second?.length, 2)
  })

  it('of those behind a dead worker nothing is known: with few workers they are asked again', async () => {
    start(3)
    Object.defineProperty(swarm.workers, 'alive', { get: () => swarm.workers.all })
    swarm.workers.at(2).down = true
    assert.equal((await add({}, 1, CONTENT.subarray(0, CHUNK))).copies, 2)
    assert.deepEqual(swarm.workers.chains.slice(0, 2), [['worker-1', 'worker-2', 'worker-3'], ['worker-3']])
  })

  it('a worker that stood still for a moment gets its copies in the end, where there is no other; one that stays so is given up', async () => {
    for (const [wellAfterMs, copies] of [
      [3_000, 3],
      [7_000, 3],
      [60_000, 2],
    ] as const) {
      start(3)
      swarm.workers.at(2).frozen = true
      swarm.clock.after(wellAfterMs, () => {
        swarm.workers.at(2).frozen = false
      })
      const startMs = swarm.clock.now()
      assert.equal((await add()).copies, copies)
      assert(swarm.clock.now() - startMs < 15_000, `${swarm.clock.now() - startMs} ms`)
      await assertReadable()
    }
  })

  it('a full worker is passed over', async () => {
    start()
    swarm.workers.at(1).full = true
    assert.equal((await add()).copies, 3)
    assert.equal(swarm.workers.at(1).pieces.size, 0)
    const replacements = swarm.coordinator.bodies('place').filter(({ copies }) => copies > 0)
    assert(replacements.length > 0 && replacements.every(({ avoid }) => avoid.includes('peer-of-worker-1')))
    await assertReadable()
  })

  it('fewer workers than copies, at least W: as many copies as there are, and the result says so', async () => {
    start(2)
    const result = await add()
    assert.deepEqual([result.copies, result.degraded], [2, true])
    await assertReadable()
  })

  it('fewer workers than W: too-few-workers, at once', async () => {
    start(1)
    const startMs = swarm.clock.now()
    await assert.rejects(add(), { code: 'too-few-workers' })
    assert(swarm.clock.now() - startMs < 1_000)
    assert.equal(swarm.coordinator.entries.size, 0)
  })

  it('one copy asked for: one worker is enough', async () => {
    start(1)
    const result = await add({ copies: 1 })
    assert.deepEqual([result.copies, result.degraded], [1, false])
  })

  it('in the middle all workers but one die: too-few-workers after some patience, nothing changed', async () => {
    start()
    swarm.workers.onPut = (_worker, _position, put) => {
      if (put === 13) for (const worker of swarm.workers.all.slice(1)) worker.down = true
    }
    await assert.rejects(add(), { code: 'too-few-workers', message: /nothing was changed/ })
    assert.equal(swarm.coordinator.entries.size, 0)
    assert.equal(swarm.coordinator.count('abortIntent'), 1)
  })

  it('in the middle all workers but one die, and one comes back in time: it goes on', async () => {
    start()
    swarm.workers.onPut = (_worker, _position, put) => {
      if (put === 13) for (const worker of swarm.workers.all.slice(1)) worker.down = true
    }
    swarm.clock.after(5_000, () => {
      for (const worker of swarm.workers.all.slice(0, 3)) worker.down = false
    })
    assert((await add()).copies >= 2)
    await assertReadable()
  })

  it('every worker refuses (an old grant, say): once more with a new grant, then refused', async () => {
    start()
    const put = swarm.workers.put.bind(swarm.workers)
    let refusals = 0
    swarm.workers.put = async (chain, piece, signal) => {
      if (refusals-- <= 0) return await put(chain, piece, signal)
      return chain.map(({ id }) => ({ peer: id, code: 'refused', message: 'this grant has expired' }))
    }
    refusals = 1
    await add({}, 1, CONTENT.subarray(0, CHUNK))
    assert.equal(swarm.coordinator.count('place'), 1)
    refusals = 100
    await assert.rejects(add({ replace: true }, 1), { code: 'refused' })
  })

  it('an outcome that is missing, or of nobody in the chain, counts for nothing', async () => {
    start()
    const put = swarm.workers.put.bind(swarm.workers)
    swarm.workers.put = async (chain, piece, signal) => {
      const outcomes = await put(chain, piece, signal)
      swarm.workers.put = put
      return [...outcomes.slice(0, 1), { peer: 'a stranger', code: undefined, message: '' }]
    }
    await add({}, 1, CONTENT.subarray(0, CHUNK))
    assert.equal(swarm.workers.chains.length, 2)
    assert.equal(swarm.workers.chains[1]?.length, 2)
  })

  it('a worker that tells nothing at all is passed over, and not asked for ever', async () => {
    start()
    const put = swarm.workers.put.bind(swarm.workers)
    swarm.workers.put = async (chain, piece, signal) => {
      const outcomes = await put(chain, piece, signal)
      return chain[0]?.id === 'peer-of-worker-1' ? [] : outcomes
    }
    assert.equal((await add()).copies, 3)
  })

  it('a place that waited too long for its chunk is not used: its grant may have run out', async () => {
    start()
    let asked = 0
    swarm.coordinator.before = ({ name }) => {
      if (name === 'place') asked++
    }
    const source = (async function* () {
      for (let at = 0; at < 3; at++) {
        yield CONTENT.subarray(0, CHUNK)
        await sleep(swarm.clock, 6 * 60_000)
      }
    })()
    const settings = { window: 1, chunkSizeBytes: CHUNK }
    await swarm.clock.drive(upload(swarm.ports, PATH, source, { sizeBytes: 3 * CHUNK }, settings))
    assert.equal(asked, 2)
  })

  it('the coordinator cannot be reached for new places: its error, nothing changed', async () => {
    start()
    swarm.coordinator.before = ({ name }) => {
      if (name === 'place') throw new HiroError('unreachable', 'the coordinator is away')
    }
    await assert.rejects(add(), { code: 'unreachable' })
    assert.equal(swarm.coordinator.entries.size, 0)
  })
})
