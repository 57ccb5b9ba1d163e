import assert from 'node:assert/strict'
import { toHex } from '../../shared/ids.ts'
import type { Member } from '../membership/members.ts'
import { keys } from '../metadata/keys.ts'
import { PieceRecord } from '../metadata/records.js'
import { drain } from '../operations/drain.ts'
import { TestSwarm } from '../operations/test-swarm.ts'
import { reportBad, takeBadCopies } from './bad-copies.ts'
import { ListWalk } from './list-walk.ts'
import { planCopies } from './plan-copies.ts'
import { Rebalance } from './rebalance.ts'
import { relistPieces } from './relist.ts'
import { trimSome } from './trim.ts'

describe('copies that come and go', () => {
  let swarm: TestSwarm
  let workers: Member[]

  beforeEach(async () => {
    swarm = new TestSwarm()
    workers = await swarm.joinWorkers(5)
  })

  const relist = async (): Promise<void> => await relistPieces(swarm.context, new AbortController().signal)
  const trim = async (): Promise<void> => await trimSome(swarm.context, new ListWalk('over/', 100))
  const holdersOf = async (cid: string): Promise<string[]> => {
    const piece = PieceRecord.decode((await swarm.context.store.get(keys.piece(cid))) ?? assert.fail())
    const names = piece.holders.map((store) => workers.find((one) => one.store === toHex(store))?.name ?? '?')
    return names.toSorted()
  }
  const worker = (at: number): Member => workers[at] ?? assert.fail()

  it('a worker that is to be emptied: others get what it holds, then its copies go, and no sooner', async () => {
    const { cid } = await swarm.addFile('a', workers.slice(0, 3))
    await drain(swarm.context, 'worker-1', true)
    await relist()
    await trim()
    assert.deepEqual(await swarm.keysUnder('short/'), [keys.short(2, cid)])
    assert.deepEqual(await holdersOf(cid), ['worker-1', 'worker-2', 'worker-3'])
    const plan = (await planCopies(swarm.context, cid)) ?? assert.fail()
    assert.ok(plan.targets.length === 1 && ['worker-4', 'worker-5'].includes(plan.targets[0]?.name ?? ''))
    await swarm.receipt(cid, 77, worker(3))
    assert.deepEqual(await swarm.keysUnder('short/'), [])
    assert.deepEqual(await swarm.keysUnder('over/'), [keys.over(cid)])
    await trim()
    assert.deepEqual(await holdersOf(cid), ['worker-2', 'worker-3', 'worker-4'])
    assert.deepEqual(await swarm.keysUnder('removal/'), [keys.removal(worker(0).store, cid)])
    assert.deepEqual(await swarm.keysUnder('over/'), [])
    assert.deepEqual(await swarm.keysUnder(`held/${worker(0).store}/`), [])
  })

  it('nothing new is placed on a worker that is being emptied, also after it joined again, until that is undone', async () => {
    await drain(swarm.context, 'worker-1', true)
    assert.equal(worker(0).draining, true)
    const again = await swarm.joinWorker('worker-1')
    assert.equal(again.draining, true)
    await drain(swarm.context, again.peer, false)
    assert.equal(again.draining, false)
    await assert.rejects(drain(swarm.context, 'nobody', true), { code: 'not-found' })
  })

  it('a copy too many is kept while one of the others is with a worker that is not there', async () => {
    const { cid } = await swarm.addFile('a', workers.slice(0, 3))
    await swarm.receipt(cid, 77, worker(3))
    assert.deepEqual(await swarm.keysUnder('over/'), [keys.over(cid)])
    swarm.context.members.leave(worker(1))
    await trim()
    assert.equal((await holdersOf(cid)).length, 4)
    await swarm.joinWorker('worker-2')
    await trim()
    assert.equal((await holdersOf(cid)).length, 3)
  })

  it('of copies too many the one of the fullest worker goes, and before it one that shares its zone', async () => {
    const { cid } = await swarm.addFile('a', workers.slice(0, 3))
    worker(1).space = { usedBytes: 9e8, freeBytes: 1e8, pieces: 9 }
    await swarm.receipt(cid, 77, worker(3))
    await trim()
    assert.deepEqual(await holdersOf(cid), ['worker-1', 'worker-3', 'worker-4'])
  })

  it('a copy that a client finds bad is looked at by its worker, and nothing else happens', async () => {
    const { cid } = await swarm.addFile('a', workers.slice(0, 3))
    reportBad(swarm.context, cid, 'worker-1')
    reportBad(swarm.context, cid, 'nobody')
    const { signal } = new AbortController()
    const told = await swarm.clock.drive(swarm.context.mailbox.next(worker(0).store, 1, signal))
    assert.deepEqual(told.checks, [cid])
    assert.equal((await holdersOf(cid)).length, 3)
  })

  it('a bad copy counts no more and may go only when there are enough others, with workers that are there', async () => {
    const { cid } = await swarm.addFile('a', workers.slice(0, 3))
    const bad = async (): Promise<string[]> => await takeBadCopies(swarm.context, worker(0).store, [cid])
    assert.deepEqual(await bad(), [])
    assert.deepEqual(await swarm.keysUnder('short/'), [keys.short(2, cid)])
    await swarm.receipt(cid, 77, worker(3))
    swarm.context.members.leave(worker(1))
    assert.deepEqual(await bad(), [])
    await swarm.joinWorker('worker-2')
    assert.deepEqual(await bad(), [cid])
    assert.deepEqual(await takeBadCopies(swarm.context, worker(0).store, [swarm.piece('unknown').cid]), [
      swarm.piece('unknown').cid,
    ])
  })

  it('the last copy of a piece, bad as it is, is never let go', async () => {
    const { cid } = await swarm.addFile('a', workers.slice(0, 3))
    for (const { store } of workers.slice(0, 3)) assert.deepEqual(await takeBadCopies(swarm.context, store, [cid]), [])
    assert.deepEqual(await swarm.keysUnder('short/'), [keys.short(0, cid)])
    assert.equal(await planCopies(swarm.context, cid), undefined)
  })

  it('evening out moves from the fullest to the emptiest, and ends when they are even', async () => {
    const { context } = swarm
    await context.store.transact(async (tx) => tx.put(keys.rebalance, new Uint8Array()))
    const files = []
    for (let at = 0; at < 20; at++) files.push(await swarm.addFile(`file ${at}`, workers.slice(0, 3)))
    for (const member of workers.slice(0, 3)) member.space = { usedBytes: 8e8, freeBytes: 2e8, pieces: 20 }
    worker(0).space = { usedBytes: 85e7, freeBytes: 15e7, pieces: 20 }
    // One that nobody can repair is in nobody's way.
    const lost = await swarm.addFile('lost', workers.slice(0, 3))
    for (const { store } of workers.slice(0, 3)) await takeBadCopies(context, store, [lost.cid])
    assert.deepEqual(await swarm.keysUnder('short/'), [keys.short(0, lost.cid)])
    const rebalance = new Rebalance()
    await rebalance.some(context)
    const { orders } = await context.mailbox.next(worker(0).store, 0, new AbortController().signal)
    assert.ok(context.board.piecesUnderWay > 0 && orders.length > 0)
    for (const { targets } of orders) assert.ok(['worker-4', 'worker-5'].includes(targets[0]?.peer ?? ''))
    // One that came is one too many, and the fullest worker's goes.
    const cid = orders[0]?.cid ?? assert.fail()
    const target = workers.find(({ peer }) => peer === orders[0]?.targets[0]?.peer) ?? assert.fail()
    await swarm.receipt(cid, 77, target)
    await trim()
    assert.ok(!(await holdersOf(cid)).includes('worker-1'))
    context.board.left(worker(0).store)
    for (const member of workers) {
      member.space = { usedBytes: 5e8, freeBytes: 5e8, pieces: 20 }
      context.board.left(member.store)
    }
    await rebalance.some(context)
    assert.equal(await context.store.get(keys.rebalance), undefined)
  })
})
