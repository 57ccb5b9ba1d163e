import assert from 'node:assert/strict'
import { cidOf } from '../../shared/cid.ts'
import { newId, ROOT_ID, toHex } from '../../shared/ids.ts'
import { collectLostStores } from '../collector/lost-stores.ts'
import type { Member } from '../membership/members.ts'
import { keys } from '../metadata/keys.ts'
import { PieceRecord } from '../metadata/records.js'
import { makeFolder } from '../operations/make-folder.ts'
import { move } from '../operations/move.ts'
import { confirmRemovals, nextRemovals } from '../operations/removals.ts'
import { takeReceipts } from '../operations/take-receipts.ts'
import { storeOf, TestSwarm, tagOf } from '../operations/test-swarm.ts'
import { ListWalk } from '../repair/list-walk.ts'
import { trimSome } from '../repair/trim.ts'
import { beginDropping, dropShards, giveWay, recordShards } from './change-shape.ts'
import { planShards } from './plan-shards.ts'
import { policyAt, setPolicy } from './policy.ts'
import { reshapeMarked } from './reshape.ts'
import { SHAPE } from './shape.ts'
import { shardsEnded } from './shards-ended.ts'
import { SHARDS_WORK } from './shards-work.ts'

const EC = { copies: 0, dataShards: 4, parityShards: 2 }
const PIECE_BYTES = 2 ** 20
const SHARD_BYTES = PIECE_BYTES / 4

describe('pieces that are kept as shards', () => {
  let swarm: TestSwarm
  let workers: Member[]

  beforeEach(async () => {
    swarm = new TestSwarm()
    workers = await swarm.joinWorkers(6)
  })

  const reshape = async (): Promise<void> => await reshapeMarked(swarm.context, new AbortController().signal)
  const forgetLost = async (): Promise<void> => await collectLostStores(swarm.context, new AbortController().signal)
  const recordOf = async (cid: string): Promise<PieceRecord> =>
    PieceRecord.decode((await swarm.context.store.get(keys.piece(cid))) ?? assert.fail(`no piece ${cid}`))
  const shardsOf = (cid: string): string[] =>
    Array.from({ length: 6 }, (_, shard) => cidOf(Buffer.from(`${cid} ${shard}`)))
  const receipt = async (cid: string, sizeBytes: number, member: Member): Promise<void> =>
    await takeReceipts(swarm.context, [{ cid, sizeBytes, store: member.store, peer: member.peer, revision: 1e6 }])

  /** A published file of one large piece on three workers. */
  async function addLarge(name: string, parent = ROOT_ID): Promise<{ file: string; version: number; cid: string }> {
    const file = newId(swarm.random)
    const { version } = await swarm.open({ name, file, parent })
    const cid = cidOf(Buffer.from(name))
    const receipts = workers
      .slice(0, 3)
      .map(({ store, peer }) => ({ store, peer, cid, sizeBytes: PIECE_BYTES, revision: version }))
    await takeReceipts(swarm.context, receipts)
    assert.ok((await swarm.commit(version, [{ cid, sizeBytes: PIECE_BYTES }])).result)
    return { file, version, cid }
  }

  /** All six shards are made and confirmed, each by a worker of its own. */
  async function build(cid: string): Promise<void> {
    await recordShards(swarm.context, cid, shardsOf(cid))
    for (const [at, shard] of shardsOf(cid).entries()) await receipt(shard, SHARD_BYTES, workers[at] ?? assert.fail())
  }

  async function shard(name: string): Promise<{ file: string; version: number; cid: string }> {
    await setPolicy(swarm.context, ROOT_ID, EC)
    const added = await addLarge(name)
    await reshape()
    await build(added.cid)
    await giveWay(swarm.context, added.cid)
    return added
  }

  it('a policy holds for what is below, until a folder below asks for something else', async () => {
    const { context } = swarm
    const [above, below] = [newId(swarm.random), newId(swarm.random)]
    const sealed = { sealedName: new Uint8Array([1]), sealedAttributes: new Uint8Array([1]) }
    await makeFolder(context, { parent: ROOT_ID, tag: tagOf('a'), id: above, ...sealed })
    await makeFolder(context, { parent: above, tag: tagOf('b'), id: below, ...sealed })
    const { file } = await swarm.addFile('f', workers.slice(0, 3), { parent: below })
    const at = async (id: string) => await policyAt(context, context.store, id)
    assert.deepEqual(await at(file), { policy: { copies: 3, dataShards: 0, parityShards: 0 }, above: undefined })
    await setPolicy(context, above, EC)
    assert.deepEqual(await at(file), { policy: { copies: 3, dataShards: 4, parityShards: 2 }, above: 2 })
    await setPolicy(context, below, { copies: 5, dataShards: 0, parityShards: 0 })
    assert.deepEqual(await at(file), { policy: { copies: 5, dataShards: 0, parityShards: 0 }, above: 1 })
    await setPolicy(context, below, undefined)
    assert.equal((await at(file)).above, 2)
    await assert.rejects(setPolicy(context, file, EC), { code: 'not-a-folder' })
    await assert.rejects(setPolicy(context, newId(swarm.random), EC), { code: 'not-found' })
    for (const wrong of [
      { copies: 3 },
      { dataShards: 1 },
      { dataShards: 17 },
      { parityShards: 0 },
      { parityShards: 5 },
    ])
      await assert.rejects(setPolicy(context, above, { ...EC, ...wrong }), { code: 'usage' }, JSON.stringify(wrong))
  })

  it('what was there is taken along when the policy changes, small pieces as copies, and what is moved there', async () => {
    const { context } = swarm
    const folder = newId(swarm.random)
    const sealed = { sealedName: new Uint8Array([1]), sealedAttributes: new Uint8Array([1]) }
    await makeFolder(context, { parent: ROOT_ID, tag: tagOf('a'), id: folder, ...sealed })
    const large = await addLarge('large', folder)
    const small = await swarm.addFile('small', workers.slice(0, 3), { parent: folder })
    const other = await addLarge('other')
    await setPolicy(context, folder, EC)
    await reshape()
    assert.deepEqual(await swarm.keysUnder('reshape/'), [])
    assert.equal((await recordOf(large.cid)).shape, SHAPE.wanted)
    assert.equal((await recordOf(small.cid)).shape, SHAPE.copies)
    assert.equal((await recordOf(other.cid)).shape, SHAPE.copies)
    const names = { parent: ROOT_ID, tag: tagOf('other'), id: other.file }
    await move(context, { ...names, newParent: folder, newTag: tagOf('other'), sealedName: new Uint8Array([1]) })
    await reshape()
    assert.equal((await recordOf(other.cid)).shape, SHAPE.wanted)
    assert.equal((await swarm.keysUnder('reform/')).length, 2)
  })

  it('a folder of many files is gone through in steps that each fit a transaction', async () => {
    for (let at = 0; at < 150; at++) await swarm.addFile(`f${at}`, workers.slice(0, 3))
    await setPolicy(swarm.context, ROOT_ID, { copies: 5, dataShards: 0, parityShards: 0 })
    await reshape()
    assert.equal((await swarm.keysUnder('short/')).length, 150)
  })

  it('copies stay until every shard is confirmed, each in a store of its own', async () => {
    await setPolicy(swarm.context, ROOT_ID, EC)
    const { cid } = await addLarge('film')
    await reshape()
    await recordShards(swarm.context, cid, shardsOf(cid))
    assert.equal((await swarm.keysUnder('short/')).length, 6)
    for (const [at, shard] of shardsOf(cid).slice(0, 5).entries())
      await receipt(shard, SHARD_BYTES, workers[at] ?? assert.fail())
    await giveWay(swarm.context, cid)
    assert.equal((await recordOf(cid)).holders.length, 3, 'copies went before every shard was there')
    // Two shards at one worker: they would be lost together.
    const [, , , , , last = ''] = shardsOf(cid)
    await receipt(last, SHARD_BYTES, workers[0] ?? assert.fail())
    await giveWay(swarm.context, cid)
    assert.equal((await recordOf(cid)).holders.length, 3, 'copies went while one worker had two shards')
    await receipt(last, SHARD_BYTES, workers[5] ?? assert.fail())
    swarm.context.members.leave(workers[5] ?? assert.fail())
    await giveWay(swarm.context, cid)
    assert.equal((await recordOf(cid)).holders.length, 3, 'copies went while a worker with a shard was away')
    await swarm.joinWorker('worker-6')
    await giveWay(swarm.context, cid)
    assert.deepEqual([(await recordOf(cid)).shape, (await recordOf(cid)).holders.length], [SHAPE.shards, 0])
    assert.deepEqual([await swarm.keysUnder('short/'), await swarm.keysUnder('reform/')], [[], []])
    assert.equal((await swarm.keysUnder('removal/')).length, 3)
  })

  it('shards that do not give the piece back are thrown away, and the copies are kept', async () => {
    await setPolicy(swarm.context, ROOT_ID, EC)
    const { cid } = await addLarge('film')
    await reshape()
    await build(cid)
    const [source] = workers
    assert.ok(source)
    const shards = {
      work: SHARDS_WORK.verify,
      dataShards: 4,
      parityShards: 2,
      pieceSizeBytes: PIECE_BYTES,
      sources: [],
      outputs: [],
    }
    const transfer = { cid, sizeBytes: PIECE_BYTES, source, targets: [], shards }
    await shardsEnded(swarm.context, transfer, shards, { code: 'integrity', peer: '', shards: [] })
    assert.equal((await recordOf(cid)).shape, SHAPE.dropping)
    while (await dropShards(swarm.context, cid));
    const piece = await recordOf(cid)
    assert.deepEqual([piece.shape, piece.shards.length, piece.holders.length], [SHAPE.wanted, 0, 3])
    assert.equal((await swarm.keysUnder('removal/')).length, 6)
  })

  it('a lost pair is planned at once, made of the others by one of those that shall hold them', async () => {
    const { cid } = await shard('film')
    await swarm.joinWorker('worker-2', { store: storeOf('new 2') })
    await swarm.joinWorker('worker-5', { store: storeOf('new 5') })
    await forgetLost()
    // None that is lost more can be borne: as one copy.
    assert.deepEqual(
      (await swarm.keysUnder('short/')).map((key) => key.slice(0, 8)),
      ['short/01', 'short/01'],
    )
    const transfer =
      (await planShards(swarm.context, (await recordOf(shardsOf(cid)[1] ?? '')).shardOf)) ?? assert.fail()
    assert.deepEqual(transfer.targets.map(({ peer }) => peer).toSorted(), ['worker-2', 'worker-5'])
    assert.deepEqual(
      transfer.shards?.outputs.map(({ shard }) => shard),
      [1, 4],
    )
    assert.deepEqual(
      transfer.shards?.sources.map(({ shard }) => shard),
      [0, 2, 3, 5],
    )
    assert.ok(transfer.targets.includes(transfer.source))
  })

  it('a shard that was sent a moment ago goes there again, whatever else is missing by now: no worker gets two', async () => {
    const { cid } = await shard('film')
    await swarm.joinWorker('worker-2', { store: storeOf('new 2') })
    await forgetLost()
    const plan = async () =>
      (await planShards(swarm.context, (await recordOf(shardsOf(cid)[1] ?? '')).shardOf)) ?? assert.fail()
    const first = await plan()
    swarm.context.board.begin(first)
    assert.equal(first.shards?.outputs[0]?.target.peer, 'worker-2')
    swarm.context.board.ended(first.source.store, { cid, code: '' })
    // Its receipt is still on the way, and another worker comes back empty.
    await swarm.joinWorker('worker-5', { store: storeOf('new 5') })
    await forgetLost()
    assert.equal(swarm.context.board.mayBegin(cid), false)
    await swarm.clock.advance(1_001)
    assert.equal(swarm.context.board.mayBegin(cid), true)
    for (let again = 0; again < 10; again++) {
      const { shards } = await plan()
      assert.deepEqual(
        shards?.outputs.map(({ shard, target }) => [shard, target.peer]),
        [
          [1, 'worker-2'],
          [4, 'worker-5'],
        ],
      )
    }
    // What was not taken there may go elsewhere.
    const second = await plan()
    swarm.context.board.begin(second)
    swarm.context.board.ended(second.source.store, { cid, code: 'no-room' })
    assert.equal(swarm.context.board.sentTo(shardsOf(cid)[1] ?? ''), undefined)
  })

  it('of a shard with two holders the one goes that has another shard of the piece', async () => {
    const { cid } = await shard('film')
    const [first = '', second = ''] = shardsOf(cid)
    // The receipts of a second plan, beside those of the first.
    await receipt(first, SHARD_BYTES, workers[1] ?? assert.fail())
    await receipt(second, SHARD_BYTES, await swarm.joinWorker('worker-7'))
    await trimSome(swarm.context, new ListWalk('over/', 100))
    const holders = async (shard: string) => (await recordOf(shard)).holders.map(toHex)
    assert.deepEqual(await holders(first), [storeOf('worker-1')])
    assert.equal((await holders(second)).length, 1)
  })

  it('with more losses than parity nothing is planned, and nothing is thrown away', async () => {
    const { cid } = await shard('film')
    for (const at of [1, 2, 3]) await swarm.joinWorker(`worker-${at}`, { store: storeOf(`new ${at}`) })
    await forgetLost()
    assert.equal(await planShards(swarm.context, (await recordOf(shardsOf(cid)[1] ?? '')).shardOf), undefined)
    assert.deepEqual(
      (await swarm.keysUnder('short/')).map((key) => key.slice(0, 8)),
      ['short/00', 'short/00', 'short/00'],
    )
    assert.equal((await recordOf(cid)).shards.length, 6)
  })

  it('copies that are on their way out do not count when copies are wanted again, and shards stay until others are there', async () => {
    const { cid } = await shard('film')
    await setPolicy(swarm.context, ROOT_ID, { copies: 2, dataShards: 0, parityShards: 0 })
    await reshape()
    assert.equal((await recordOf(cid)).shape, SHAPE.joining)
    await beginDropping(swarm.context, cid, false)
    assert.equal((await recordOf(cid)).shape, SHAPE.joining, 'shards go for copies that go, too')
    assert.deepEqual(
      await swarm.keysUnder('short/'),
      [keys.short(3, cid)].map((key) => key.replace('/03/', '/00/')),
    )
    await receipt(cid, PIECE_BYTES, workers[4] ?? assert.fail())
    await beginDropping(swarm.context, cid, false)
    assert.equal((await recordOf(cid)).shape, SHAPE.joining)
    await receipt(cid, PIECE_BYTES, workers[5] ?? assert.fail())
    await beginDropping(swarm.context, cid, false)
    while (await dropShards(swarm.context, cid));
    const piece = await recordOf(cid)
    assert.deepEqual([piece.shape, piece.shards.length, piece.holders.length], [SHAPE.copies, 0, 2])
  })

  it('a file that is removed takes its shards along, down to the last row', async () => {
    const { file, version, cid } = await shard('film')
    await swarm.context.store.transact(async (tx) => tx.put(keys.garbage(file, version), new Uint8Array()))
    await swarm.collect()
    assert.ok((await recordOf(cid)).condemned)
    while (await dropShards(swarm.context, cid));
    for (const { store } of workers) {
      const removals = await nextRemovals(swarm.context, store, 0, new AbortController().signal)
      await confirmRemovals(
        swarm.context,
        store,
        removals.map((removal) => ({ ...removal, kept: false })),
      )
    }
    for (const prefix of ['piece/', 'held/', 'removal/', 'short/', 'reform/', 'ref/'])
      assert.deepEqual(await swarm.keysUnder(prefix), [], prefix)
  })
})
