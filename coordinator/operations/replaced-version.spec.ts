import assert from 'node:assert/strict'
import { COLLECT_DELAY_MS } from '../../shared/limits.ts'
import { collectGarbage } from '../collector/garbage-versions.ts'
import { keys } from '../metadata/keys.ts'
import { readMap } from './read-map.ts'
import { TestSwarm } from './test-swarm.ts'

describe('a version that was replaced', () => {
  let swarm: TestSwarm
  beforeEach(() => {
    swarm = new TestSwarm()
  })

  it('keeps its pieces for those who read it, until the delay is over', async () => {
    const workers = await swarm.joinWorkers(3)
    const { file, cid } = await swarm.addFile('a', workers)
    await swarm.addFile('a', workers, { file, replace: true })
    const { signal } = new AbortController()
    await swarm.clock.advance(COLLECT_DELAY_MS - 1)
    await collectGarbage(swarm.context, signal)
    assert.deepEqual(await swarm.keysUnder('removal/'), [])
    await swarm.clock.advance(1)
    await collectGarbage(swarm.context, signal)
    assert.deepEqual(await swarm.keysUnder('removal/'), workers.map(({ store }) => keys.removal(store, cid)).toSorted())
  })

  it('is read no further: who does is told, and never gets pieces of both', async () => {
    const workers = await swarm.joinWorkers(3)
    const { file, version, cid } = await swarm.addFile('a', workers)
    const [group] = await readMap(swarm.context, { file, version, firstGroup: 0, groups: 1 })
    assert.deepEqual(group?.pieces[0]?.holders.length, 3)
    assert.equal(group?.pieces[0]?.cid, cid)
    await swarm.addFile('a', workers, { file, replace: true })
    await assert.rejects(readMap(swarm.context, { file, version, firstGroup: 0, groups: 1 }), { code: 'changed' })
  })
})
