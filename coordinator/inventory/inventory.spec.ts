import assert from 'node:assert/strict'
import { inventoryDigest } from '../../shared/protocol/membership/inventory.ts'
import { firstRevisionOf } from '../../shared/revision.ts'
import type { Member } from '../membership/members.ts'
import { keys } from '../metadata/keys.ts'
import { PieceRecord } from '../metadata/records.js'
import { remove } from '../operations/remove.ts'
import { TestSwarm, tagOf } from '../operations/test-swarm.ts'
import { takeAbsent } from './absent-pieces.ts'
import { compareListing, differingRanges } from './compare.ts'

const ALL = { after: '', last: '' }

describe('the inventory of a store, at the coordinator,', () => {
  let swarm: TestSwarm
  let workers: Member[]
  let store: string
  let cids: string[]

  beforeEach(async () => {
    swarm = new TestSwarm()
    workers = await swarm.joinWorkers(4)
    store = workers[0]?.store ?? ''
    cids = []
    for (let at = 0; at < 10; at++) cids.push((await swarm.addFile(`f${at}`, workers.slice(0, 3))).cid)
    cids.sort()
  })

  const range = (some: string[], stretch = ALL) => ({
    ...stretch,
    pieces: some.length,
    digest: inventoryDigest(some),
  })
  const differ = async (...ranges: ReturnType<typeof range>[]) =>
    await swarm.clock.drive(differingRanges(swarm.context, store, ranges))
  const holders = async (cid: string): Promise<number> => {
    const row = await swarm.context.store.get(keys.piece(cid))
    return row ? PieceRecord.decode(row).holders.length : 0
  }

  it('agrees with a worker that has what it is thought to have, and sees which range differs', async () => {
    const [first, second] = [cids.slice(0, 5), cids.slice(5)]
    const border = cids[4] ?? ''
    const ranges = [range(first, { after: '', last: border }), range(second, { after: border, last: '' })] as const
    assert.deepEqual(await differ(range(cids)), [])
    assert.deepEqual(await differ(...ranges), [])
    assert.deepEqual(await differ(ranges[0], range(second.slice(1), { after: border, last: '' })), [1])
    const stranger = swarm.piece('stranger').cid
    assert.deepEqual(await differ(range([...first, stranger].toSorted(), { after: '', last: border }), ranges[1]), [0])
    assert.deepEqual(await differ(range([])), [0])
  })

  it('what waits to be removed is no difference, before it is gone and after', async () => {
    const { file, cid } = await swarm.addFile('gone', workers.slice(0, 3))
    await remove(swarm.context, { parent: '0'.repeat(32), tag: tagOf('gone'), id: file, recursive: false })
    await swarm.collect()
    assert.deepEqual(await differ(range([...cids, cid].toSorted())), [])
    const without = await compareListing(swarm.context, store, { ...ALL, cids })
    assert.deepEqual(without, { unknown: [], missing: [] })
    await takeAbsent(swarm.context, store, [cid])
    assert.ok(await swarm.context.store.get(keys.removal(store, cid)))
  })

  it('tells what nobody knows of, whose receipt is then answered with a removal', async () => {
    const { cid } = swarm.piece('revived')
    const { unknown, missing } = await compareListing(swarm.context, store, { ...ALL, cids: [...cids, cid] })
    assert.deepEqual([unknown, missing], [[cid], []])
    await swarm.receipt(cid, firstRevisionOf(1) + 1, ...workers.slice(0, 1))
    assert.ok(await swarm.context.store.get(keys.removal(store, cid)))
  })

  it('a piece that is on its way for an open upload is taken by it, not removed', async () => {
    const { version } = await swarm.open({ name: 'new' })
    const { cid } = swarm.piece('new')
    const { unknown } = await compareListing(swarm.context, store, { ...ALL, cids: [...cids, cid] })
    assert.deepEqual(unknown, [cid])
    await swarm.receipt(cid, version, ...workers.slice(0, 1))
    assert.deepEqual([await holders(cid), await swarm.keysUnder('removal/')], [1, []])
  })

  it('a copy that is wanted and was not counted any more counts again', async () => {
    const [cid = ''] = cids
    await takeAbsent(swarm.context, store, [cid])
    assert.equal(await holders(cid), 2)
    const { unknown } = await compareListing(swarm.context, store, { ...ALL, cids })
    assert.deepEqual(unknown, [cid])
    await swarm.receipt(cid, firstRevisionOf(1) + 1, ...workers.slice(0, 1))
    assert.equal(await holders(cid), 3)
    assert.deepEqual(await differ(range(cids)), [])
  })

  it('what is not there is asked for, and what is absent is listed as short', async () => {
    const [first = '', second = '', ...rest] = cids
    const { missing } = await compareListing(swarm.context, store, { ...ALL, cids: rest })
    assert.deepEqual(missing, [first, second])
    await takeAbsent(swarm.context, store, [first, second, swarm.piece('never').cid])
    await takeAbsent(swarm.context, store, [first, second])
    assert.deepEqual(await swarm.keysUnder('short/'), [keys.short(2, first), keys.short(2, second)])
    assert.deepEqual(await differ(range(rest)), [])
  })
})
