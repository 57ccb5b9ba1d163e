import assert from 'node:assert/strict'
import { collectLostStores } from '../collector/lost-stores.ts'
import type { Member } from '../membership/members.ts'
import { keys } from '../metadata/keys.ts'
import { PieceRecord, StoreRecord } from '../metadata/records.js'
import { storeOf, TestSwarm } from '../operations/test-swarm.ts'
import { markAwayStores } from './away-stores.ts'
import { relistPieces } from './relist.ts'
import { runRepairs } from './repairs.ts'

describe('the list of pieces that are short of copies', () => {
  let swarm: TestSwarm
  let workers: Member[]

  beforeEach(async () => {
    swarm = new TestSwarm()
    workers = await swarm.joinWorkers(5)
  })

  const short = async (): Promise<string[]> => await swarm.keysUnder('short/')
  const relist = async (): Promise<void> => await relistPieces(swarm.context, new AbortController().signal)
  const heartbeats = (of: Member[]): void => {
    for (const member of of) swarm.context.members.heartbeat(member, member.space)
  }
  /** So much time goes by, in which these workers are well. */
  const passes = async (ms: number, well: Member[]): Promise<void> => {
    for (let at = 0; at < ms; at += 4_000) {
      await swarm.clock.advance(4_000)
      heartbeats(well)
    }
  }

  it('a store that is lost lists what it held, the worst off first; new copies take it off', async () => {
    const { cid } = await swarm.addFile('a', workers.slice(0, 3))
    const other = await swarm.addFile('b', workers.slice(1, 4))
    assert.deepEqual(await short(), [])
    await swarm.joinWorker('worker-1', { store: storeOf('new 1') })
    await swarm.collect()
    assert.deepEqual(await short(), [keys.short(2, cid)])
    await swarm.joinWorker('worker-2', { store: storeOf('new 2') })
    await swarm.collect()
    assert.deepEqual(await short(), [keys.short(1, cid), keys.short(2, other.cid)])
    await swarm.receipt(cid, 77, ...workers.slice(3, 5))
    assert.deepEqual(await short(), [keys.short(2, other.cid)])
    await swarm.receipt(other.cid, 77, ...workers.slice(4, 5))
    assert.deepEqual(await short(), [])
  })

  it('what becomes short after a look that found nothing is seen within a round', async () => {
    await swarm.addFile('a', workers.slice(0, 3))
    const ends = new AbortController()
    const running = runRepairs(swarm.context, ends.signal).catch(() => {})
    // Its worker is back before anybody has listed what it lost.
    await swarm.joinWorker('worker-1', { store: storeOf('new 1') })
    await swarm.clock.advance(1_100)
    assert.equal(swarm.context.board.piecesUnderWay, 0)
    await collectLostStores(swarm.context, ends.signal)
    assert.equal((await short()).length, 1)
    await swarm.clock.advance(1_100)
    assert.equal(swarm.context.board.piecesUnderWay, 1, 'nobody looked at what became short')
    ends.abort()
    await swarm.clock.advance(1_000)
    await running
  })

  it('what is condemned is on no list', async () => {
    const { file, version, cid } = await swarm.addFile('a', workers.slice(0, 3))
    await swarm.joinWorker('worker-1', { store: storeOf('new 1') })
    await swarm.collect()
    assert.equal((await short()).length, 1)
    await swarm.context.store.transact(async (tx) => tx.put(keys.garbage(file, version), new Uint8Array()))
    await swarm.collect()
    assert.deepEqual(await short(), [])
    const piece = PieceRecord.decode((await swarm.context.store.get(keys.piece(cid))) ?? assert.fail())
    assert.ok(piece.condemned)
  })

  it('a version that was published with fewer copies is listed', async () => {
    const { version } = await swarm.open({ name: 'a' })
    const piece = swarm.piece('few')
    await swarm.receipt(piece.cid, version, ...workers.slice(0, 2))
    assert.ok((await swarm.commit(version, [piece], true)).result)
    assert.deepEqual(await short(), [])
    await relist()
    assert.deepEqual(await short(), [keys.short(2, piece.cid)])
    assert.deepEqual(await swarm.keysUnder('relist/'), [])
  })

  it('a worker that is away is not replaced before the grace time, then it is; and back again it counts', async () => {
    const { cid } = await swarm.addFile('a', workers.slice(0, 3))
    const [gone, ...well] = workers
    assert.ok(gone)
    swarm.context.members.leave(gone)
    await passes(swarm.context.repair.graceMs - 5_000, well)
    await markAwayStores(swarm.context)
    await relist()
    assert.deepEqual(await short(), [])
    await passes(10_000, well)
    await markAwayStores(swarm.context)
    await relist()
    assert.deepEqual(await short(), [keys.short(2, cid)])
    await swarm.joinWorker(gone.peer)
    await relist()
    assert.deepEqual(await short(), [])
    const store = StoreRecord.decode((await swarm.context.store.get(keys.store(gone.store))) ?? assert.fail())
    assert.equal(store.away, false)
  })

  it('a stop that was announced has more time; half of the swarm gone at once is not repaired', async () => {
    await swarm.addFile('a', workers.slice(0, 3))
    const [polite, second, third, ...well] = workers
    assert.ok(polite && second && third)
    swarm.context.members.goodbye(polite)
    await passes(2 * swarm.context.repair.graceMs, [second, third, ...well])
    await markAwayStores(swarm.context)
    await relist()
    assert.deepEqual(await short(), [])
    await passes(swarm.context.repair.graceAnnouncedMs, well)
    await markAwayStores(swarm.context)
    await relist()
    assert.deepEqual(await short(), [])
  })

  it('many pieces of one store are listed in steps that each fit a transaction', async () => {
    const files = 120
    for (let at = 0; at < files; at++) await swarm.addFile(`file ${at}`, workers.slice(0, 3))
    await swarm.joinWorker('worker-3', { store: storeOf('new 3') })
    await swarm.collect()
    assert.equal((await short()).length, files)
  })
})
