import assert from 'node:assert/strict'
import { newId } from '../../shared/ids.ts'
import { MAPS_PER_CALL_MAX } from '../../shared/limits.ts'
import type { Member } from '../membership/members.ts'
import { readMap } from './read-map.ts'
import { readMaps } from './read-maps.ts'
import { TestSwarm } from './test-swarm.ts'

describe('readMaps', () => {
  let swarm: TestSwarm
  let workers: Member[]
  beforeEach(async () => {
    swarm = new TestSwarm()
    workers = await swarm.joinWorkers(3)
  })

  it('says of each file what readMap says, and why not of those that went or changed', async () => {
    const [one, other] = [await swarm.addFile('a', workers), await swarm.addFile('b', workers)]
    const changed = { file: other.file, version: other.version - 1 }
    const wanted = [one, { file: newId(swarm.random), version: 1 }, changed, other]
    const { files, pieces } = await readMaps(swarm.context, wanted)
    assert.deepEqual(
      files.map(({ code }) => code),
      ['', 'not-found', 'changed', ''],
    )
    for (const [at, { file, version }] of [[0, one] as const, [3, other] as const]) {
      const [group] = await readMap(swarm.context, { file, version, firstGroup: 0, groups: 1 })
      const map = files[at]
      assert(map?.code === '' && group)
      assert.deepEqual(map.sealed, group.sealed)
      const [piece] = group.pieces
      const found = pieces[map.piece]
      assert.deepEqual([found?.cid, found?.holders.length], [piece?.cid, piece?.holders.length])
    }
  })

  it('more files than a page has are refused', async () => {
    const wanted = Array.from({ length: MAPS_PER_CALL_MAX + 1 }, () => ({ file: newId(swarm.random), version: 1 }))
    await assert.rejects(readMaps(swarm.context, wanted), { code: 'usage' })
  })
})
