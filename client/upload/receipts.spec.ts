import assert from 'node:assert/strict'
import { GROUP_EXTENTS_MAX } from '../../shared/limits.ts'
import { collect, type Scripted, scripted } from '../client-fixture.ts'
import { read } from '../download/download.ts'
import type { ScriptedWorker } from '../scripted-workers-fixture.ts'
import type { AddOptions, AddResult } from './add-options.ts'
import { upload } from './upload.ts'

const PATH = '/file'
const CHUNK = 10

describe('upload, when the coordinator misses copies', () => {
  let swarm: Scripted

  beforeEach(() => {
    swarm = scripted('receipts')
  })

  function bytesOf(pieces: number): Buffer {
    return Buffer.from(Array.from({ length: pieces * CHUNK }, (_, at) => at % 253))
  }

  function add(content: Buffer, options: AddOptions = {}): Promise<AddResult> {
    return swarm.clock.drive(upload(swarm.ports, PATH, content, options, { window: 4, chunkSizeBytes: CHUNK }))
  }

  async function assertHolds(content: Buffer): Promise<void> {
    assert.deepEqual(await swarm.clock.drive(collect(read(swarm.ports, PATH, {}, 4))), content)
  }

  /** Runs once, just before the first call of that name takes effect. */
  function onceBefore(name: 'commit' | 'sealGroup', run: () => void): void {
    swarm.coordinator.before = (call) => {
      if (call.name !== name) return
      swarm.coordinator.before = undefined
      run()
    }
  }

  function holderOfSome(): ScriptedWorker {
    const [worker] = swarm.workers.all.filter(({ pieces }) => pieces.size > 0)
    assert(worker)
    return worker
  }

  it('a worker dies after it confirmed: its pieces are fetched from others and brought to a further one', async () => {
    const content = bytesOf(5)
    onceBefore('commit', () => {
      holderOfSome().down = true
    })
    const result = await add(content)
    assert.deepEqual([result.copies, result.degraded], [3, false])
    assert(swarm.workers.all.some(({ gets }) => gets.length > 0))
    await assertHolds(content)
  })

  it('a copy that is bad by now is not passed on: another one is fetched', async () => {
    const content = bytesOf(5)
    onceBefore('commit', () => {
      const [dead, bad] = swarm.workers.all.filter(({ pieces }) => pieces.size > 0)
      assert(dead && bad)
      dead.down = true
      bad.spoil = (bytes) => bytes.fill(0)
    })
    assert.equal((await add(content)).copies, 3)
    for (const worker of swarm.workers.all) worker.spoil = undefined
    await assertHolds(content)
  })

  it('with no further worker, W copies will do, and the result says so', async () => {
    swarm = scripted('three', 3)
    const content = bytesOf(3)
    onceBefore('commit', () => {
      swarm.workers.at(1).down = true
    })
    const result = await add(content)
    assert.deepEqual([result.copies, result.degraded], [2, true])
    assert.equal(swarm.coordinator.bodies('commit').at(-1)?.lastGroup?.degraded, true)
    await assertHolds(content)
  })

  it('everyone who held a piece died: unreachable, and nothing changed', async () => {
    swarm = scripted('all die', 6)
    onceBefore('commit', () => {
      for (const worker of swarm.workers.all) worker.down = worker.pieces.size > 0
    })
    await assert.rejects(add(bytesOf(1)), { code: 'unreachable', message: /nothing was changed/ })
    assert.equal(swarm.coordinator.entries.size, 0)
  })

  it('receipts that are late: asked again first, and nothing travels twice', async () => {
    onceBefore('commit', () => {
      swarm.workers.at(1).unheard = true
      swarm.coordinator.after = () => {
        swarm.workers.at(1).unheard = false
      }
    })
    assert.equal((await add(bytesOf(1))).copies, 3)
    assert.equal(swarm.workers.chains.length, 1)
    assert.equal(swarm.coordinator.count('commit'), 2)
  })

  it('receipts that never come: the pieces go to further workers', async () => {
    swarm.workers.at(1).unheard = true
    assert.equal((await add(bytesOf(1))).copies, 3)
    assert.equal(swarm.workers.all.filter(({ pieces, unheard }) => pieces.size > 0 && !unheard).length, 3)
  })

  it('receipts that never come from anybody: too-few-workers when patience ends', async () => {
    for (const worker of swarm.workers.all) worker.unheard = true
    const startMs = swarm.clock.now()
    await assert.rejects(add(bytesOf(1)), { code: 'unreachable' })
    assert(swarm.clock.now() - startMs < 60_000)
    assert.equal(swarm.coordinator.entries.size, 0)
  })

  it('a full group that is short while later chunks travel is mended meanwhile', async () => {
    const content = bytesOf(GROUP_EXTENTS_MAX + 20)
    onceBefore('sealGroup', () => {
      swarm.workers.at(2).down = true
    })
    assert.equal((await add(content)).copies, 3)
    await assertHolds(content)
  })

  it('a worker dies after groups were sealed: the commit reopens them, they are mended, and published', async () => {
    const content = bytesOf(2 * GROUP_EXTENTS_MAX + 5)
    onceBefore('commit', () => {
      swarm.workers.at(3).down = true
    })
    const result = await add(content)
    assert.equal(result.copies, 3)
    assert(swarm.coordinator.count('sealGroup') >= 4)
    await assertHolds(content)
    for (const another of swarm.workers.alive) {
      another.down = true
      await assertHolds(content)
      another.down = false
    }
  })

  it('a group that cannot be sealed ends the upload while its source still runs', async () => {
    let pulled = 0
    const source = (function* () {
      for (; pulled < 100 * GROUP_EXTENTS_MAX; pulled++) yield bytesOf(1)
    })()
    onceBefore('sealGroup', () => {
      swarm.coordinator.before = ({ name }) => {
        if (name === 'sealGroup') throw new Error('a bug, say')
      }
      throw new Error('a bug, say')
    })
    const settings = { window: 4, chunkSizeBytes: CHUNK }
    await assert.rejects(swarm.clock.drive(upload(swarm.ports, PATH, source, {}, settings)), { code: 'internal' })
    assert(pulled < 2 * GROUP_EXTENTS_MAX)
    assert.equal(swarm.coordinator.entries.size, 0)
  })
})
