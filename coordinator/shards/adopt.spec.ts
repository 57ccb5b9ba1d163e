import assert from 'node:assert/strict'
import { cidOf } from '../../shared/cid.ts'
import { HiroError } from '../../shared/errors.ts'
import { newId, ROOT_ID } from '../../shared/ids.ts'
import type { Member } from '../membership/members.ts'
import { keys } from '../metadata/keys.ts'
import { InodeRecord, PieceRecord } from '../metadata/records.js'
import { type Committed, commit } from '../operations/commit.ts'
import { abortIntent } from '../operations/end-intent.ts'
import type { PieceOfUpload } from '../operations/holders.ts'
import { placeMore } from '../operations/place-more.ts'
import { confirmRemovals, nextRemovals } from '../operations/removals.ts'
import { remove } from '../operations/remove.ts'
import { sealGroup } from '../operations/seal-group.ts'
import { takeReceipts } from '../operations/take-receipts.ts'
import { CLIENT, TestSwarm, tagOf } from '../operations/test-swarm.ts'
import { dropShards } from './change-shape.ts'
import { setPolicy } from './policy.ts'
import { SHAPE, shardCids } from './shape.ts'

const PIECE_BYTES = 2 ** 20
const SHARD_BYTES = PIECE_BYTES / 4

describe('an upload under 4+2', () => {
  let swarm: TestSwarm
  let workers: Member[]

  beforeEach(async () => {
    swarm = new TestSwarm()
    workers = await swarm.joinWorkers(6)
    await setPolicy(swarm.context, ROOT_ID, { copies: 0, dataShards: 4, parityShards: 2 })
  })

  const open = async (name = 'film') => await swarm.open({ name, pieceBytesMax: PIECE_BYTES })
  const find = async (cid: string): Promise<PieceRecord | undefined> => {
    const row = await swarm.context.store.get(keys.piece(cid))
    return row && PieceRecord.decode(row)
  }
  const pieceOf = (name: string): Required<PieceOfUpload> => ({
    cid: cidOf(Buffer.from(name)),
    sizeBytes: PIECE_BYTES,
    shards: Array.from({ length: 6 }, (_, shard) => cidOf(Buffer.from(`${name} ${shard}`))),
  })
  async function receipt(cid: string, revision: number, at: number, sizeBytes = SHARD_BYTES): Promise<void> {
    const { store, peer } = workers[at] ?? assert.fail()
    await takeReceipts(swarm.context, [{ cid, sizeBytes, store, peer, revision }])
  }
  /** Shard n by worker n. */
  async function put({ shards }: Required<PieceOfUpload>, version: number, ...numbers: number[]): Promise<void> {
    for (const number of numbers) await receipt(shards[number] ?? assert.fail(), version, number)
  }
  async function add(name: string): Promise<{ piece: Required<PieceOfUpload>; version: number; file: string }> {
    const file = newId(swarm.random)
    const { version } = await swarm.open({ name, file, pieceBytesMax: PIECE_BYTES })
    const piece = pieceOf(name)
    await put(piece, version, 0, 1, 2, 3, 4, 5)
    assert.ok((await swarm.commit(version, [piece])).result)
    return { piece, version, file }
  }

  /** What the collector, the way of shards, and the workers do. */
  async function collect(): Promise<void> {
    const drop = async (): Promise<void> => {
      for (const key of await swarm.keysUnder('reform/'))
        while (await dropShards(swarm.context, key.slice('reform/'.length)));
    }
    await swarm.collect()
    await drop()
    for (const { store } of workers) {
      const removals = await nextRemovals(swarm.context, store, 0, new AbortController().signal)
      const outcomes = removals.map((removal) => ({ ...removal, kept: false }))
      await confirmRemovals(swarm.context, store, outcomes)
    }
    await drop()
  }

  async function assertNothingLeft(): Promise<void> {
    for (const prefix of ['piece/', 'held/', 'removal/', 'short/', 'over/', 'reform/', 'ref/'])
      assert.deepEqual(await swarm.keysUnder(prefix), [], prefix)
  }

  it('is placed at as many workers as shards, where there are as many and the piece is large enough', async () => {
    const { version, placed, ...opened } = await open()
    assert.deepEqual([opened.dataShards, opened.parityShards, opened.copies, opened.copiesMin], [4, 2, 3, 2])
    assert.equal(new Set(placed?.pieceMap.get(0)?.map(({ id }) => id)).size, 6)
    const next = { version, chunks: 1, pieceBytesMax: PIECE_BYTES, avoid: [], copies: 0 }
    assert.equal((await placeMore(swarm.context, CLIENT, next))?.pieceMap.get(0)?.length, 6)
    const small = await swarm.open({ name: 'small' })
    assert.deepEqual([small.dataShards, small.placed?.pieceMap.get(0)?.length], [0, 3])
    swarm.context.members.leave(workers[5] ?? assert.fail())
    const few = await open('few')
    assert.deepEqual([few.dataShards, few.placed?.pieceMap.get(0)?.length], [0, 3])
  })

  it('is published once all shards are there; they are those of the piece from then on, and go with it', async () => {
    const { piece, version, file } = await add('film')
    const record = (await find(piece.cid)) ?? assert.fail()
    const inode = InodeRecord.decode((await swarm.context.store.get(keys.inode(file))) ?? assert.fail())
    assert.equal(inode.storedBytes, 6 * SHARD_BYTES)
    assert.deepEqual([record.shape, record.copies, record.refs, shardCids(record)], [SHAPE.shards, 0, 1, piece.shards])
    assert.deepEqual(await swarm.keysUnder('ref/'), [keys.ref(file, version, piece.cid)])
    for (const cid of piece.shards) assert.deepEqual([(await find(cid))?.copies, (await find(cid))?.refs], [1, 1])
    for (const prefix of ['short/', 'over/', 'reform/']) assert.deepEqual(await swarm.keysUnder(prefix), [], prefix)
    const target = { parent: ROOT_ID, tag: tagOf('film'), id: file }
    await remove(swarm.context, { ...target, recursive: false, now: true })
    await collect()
    await assertNothingLeft()
  })

  it('lacks shards: told which, and nothing is published; k + W - 1 will do where no more can be reached', async () => {
    const { version } = await open()
    const piece = pieceOf('film')
    await put(piece, version, 0, 1, 2, 4)
    const { result, short } = await swarm.commit(version, [piece], true)
    assert.equal(result, undefined)
    const [shortage] = short
    assert.deepEqual(
      shortage?.shards.map(({ holders }) => holders[0]),
      ['worker-1', 'worker-2', 'worker-3', undefined, 'worker-5', undefined],
    )
    await put(piece, version, 5)
    assert.equal((await swarm.commit(version, [piece])).result, undefined)
    assert.equal((await swarm.commit(version, [piece], true)).result?.copies, 2)
    assert.deepEqual(await swarm.keysUnder('short/'), [keys.short(2, piece.shards[3] ?? '')])
    // Repair made it, or its receipt was late.
    await put(piece, version, 3)
    assert.deepEqual(await swarm.keysUnder('short/'), [])
  })

  it('two shards in one store count once: they would be lost together', async () => {
    const { version } = await open()
    const piece = pieceOf('film')
    await put(piece, version, 0, 1, 2, 3, 4)
    await receipt(piece.shards[5] ?? '', version, 4)
    const { result, short } = await swarm.commit(version, [piece])
    assert.equal(result, undefined)
    assert.deepEqual(short[0]?.shards.at(5)?.holders, [])
    await put(piece, version, 5)
    assert.ok((await swarm.commit(version, [piece])).result)
  })

  it('loses a worker before it is published: its group is opened again, and the client hears of its shards', async () => {
    const { version } = await open()
    const piece = pieceOf('film')
    await put(piece, version, 0, 1, 2, 3, 4, 5)
    const group = { version, group: 0, sealed: new Uint8Array([2]), degraded: false }
    await swarm.clock.drive(sealGroup(swarm.context, CLIENT, { ...group, pieces: [piece] }))
    swarm.context.members.leave(workers[3] ?? assert.fail())
    const record = { sealedHead: new Uint8Array([3]), sealedAttributes: new Uint8Array([4]) }
    const wanted = { version, groups: 1, ...record, lastGroup: undefined }
    const { result, reopened } = await swarm.clock.drive(commit(swarm.context, CLIENT, wanted))
    assert.deepEqual([result, reopened], [undefined, [0]])
    // It kept no more than the group's own bytes.
    const known = [{ cid: piece.cid, sizeBytes: PIECE_BYTES }]
    const { short } = await swarm.clock.drive(sealGroup(swarm.context, CLIENT, { ...group, pieces: known }))
    assert.deepEqual(
      short[0]?.shards.map(({ cid, holders }) => [cid, holders.length]),
      piece.shards.map((cid, number) => [cid, number === 3 ? 0 : 1]),
    )
    const again = { ...group, pieces: known, degraded: true }
    assert.deepEqual((await swarm.clock.drive(sealGroup(swarm.context, CLIENT, again))).short, [])
    assert.equal((await swarm.clock.drive(commit(swarm.context, CLIENT, wanted))).result?.copies, 2)
  })

  for (const sealed of [false, true]) {
    it(`is given up ${sealed ? 'after' : 'before'} its shards were taken in: nothing of it stays`, async () => {
      const { version } = await open()
      const piece = pieceOf('film')
      await put(piece, version, 0, 1, 2, 3, 4, 5)
      const group = { version, group: 0, sealed: new Uint8Array([2]), degraded: false, pieces: [piece] }
      if (sealed) await swarm.clock.drive(sealGroup(swarm.context, CLIENT, group))
      await abortIntent(swarm.context, CLIENT, version)
      await collect()
      await assertNothingLeft()
    })
  }

  it('tells of a piece again: with the shards told first nothing changes, others are refused', async () => {
    const { version } = await open()
    const [piece, others] = [pieceOf('film'), pieceOf('others')]
    await put(piece, version, 0, 1, 2, 3, 4, 5)
    await put(others, version, 0, 1, 2, 3, 4, 5)
    const seal = async (pieces: PieceOfUpload[]): Promise<unknown> =>
      await swarm.clock.drive(
        sealGroup(swarm.context, CLIENT, { version, group: 0, sealed: new Uint8Array([2]), degraded: false, pieces }),
      )
    await seal([piece])
    const before = await find(piece.cid)
    await seal([piece])
    await assert.rejects(seal([{ ...piece, shards: others.shards }]), { code: 'usage' })
    await assert.rejects(seal([{ ...piece, shards: piece.shards.toReversed() }]), { code: 'usage' })
    assert.deepEqual(await find(piece.cid), before)
    assert.ok((await swarm.commit(version, [piece])).result)
  })

  it('names shards that are not its own, not of the right size, not six, or a piece that is there: refused', async () => {
    const other = await add('other')
    const { version } = await open()
    const piece = pieceOf('film')
    await put(piece, version, 0, 1, 2, 3, 4, 5)
    const [first = '', ...rest] = piece.shards
    const large = cidOf(Buffer.from('large'))
    await receipt(large, version, 0, SHARD_BYTES + 1)
    const wrong: Record<string, Partial<PieceOfUpload>> = {
      'shards of another file': { shards: other.piece.shards },
      'one twice': { shards: [first, first, ...rest.slice(1)] },
      'one of six again': { shards: [...piece.shards, first] },
      five: { shards: rest },
      seven: { shards: [...piece.shards, large] },
      'of another size': { shards: [large, ...rest] },
      'a piece that is there': { cid: other.piece.cid },
      itself: { shards: [piece.cid, ...rest] },
    }
    for (const [what, change] of Object.entries(wrong)) {
      const outcome = await swarm.commit(version, [{ ...piece, ...change }], true).catch((error: unknown) => error)
      const isRefused =
        outcome instanceof HiroError ? outcome.code === 'usage' : (outcome as Committed).result === undefined
      assert.ok(isRefused, what)
    }
    assert.equal((await find(other.piece.shards[0] ?? ''))?.refs, 1)
    assert.ok((await swarm.commit(version, [piece])).result)
  })
})
