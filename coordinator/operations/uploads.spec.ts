import assert from 'node:assert/strict'
import { newId, ROOT_ID } from '../../shared/ids.ts'
import { INTENT_LEASE_MS, WORKER_LEASE_MS } from '../../shared/limits.ts'
import { keys } from '../metadata/keys.ts'
import { abortIntent } from './end-intent.ts'
import { touchIntent } from './intents.ts'
import { lookup } from './list.ts'
import { makeFolder } from './make-folder.ts'
import { move } from './move.ts'
import { placeMore } from './place-more.ts'
import { confirmRemovals, nextRemovals } from './removals.ts'
import { remove } from './remove.ts'
import { CLIENT, storeOf, TestSwarm, tagOf } from './test-swarm.ts'

const code = (code: string) => (error: { code?: string }) => error.code === code

describe('an upload at the coordinator', () => {
  let swarm: TestSwarm
  const there = async (name: string) => await lookup(swarm.context, ROOT_ID, tagOf(name))

  beforeEach(() => {
    swarm = new TestSwarm()
  })

  it('is visible once every piece has R receipts and it is committed, not before', async () => {
    const workers = await swarm.joinWorkers(3)
    const { version } = await swarm.open({ name: 'a' })
    const piece = swarm.piece('a')
    await swarm.receipt(piece.cid, version, ...workers)
    assert.equal(await there('a'), undefined)
    const { result } = await swarm.commit(version, [piece])
    assert.equal(result?.copies, 3)
    assert.equal((await there('a'))?.inode.version, version)
  })

  it('lists what is short after waiting for receipts, and publishes nothing', async () => {
    const [one, two] = await swarm.joinWorkers(3)
    assert(one && two)
    const { version } = await swarm.open({ name: 'a' })
    const piece = swarm.piece('a')
    await swarm.receipt(piece.cid, version, one, two)
    const { result, short } = await swarm.commit(version, [piece])
    assert.equal(result, undefined)
    assert.deepEqual(short, [{ index: 0, holders: ['worker-1', 'worker-2'], shards: [] }])
    assert.equal(await there('a'), undefined)
  })

  it('a receipt that comes while the commit waits is counted', async () => {
    const workers = await swarm.joinWorkers(3)
    const { version } = await swarm.open({ name: 'a' })
    const piece = swarm.piece('a')
    swarm.clock.after(1000, () => void swarm.receipt(piece.cid, version, ...workers))
    assert.equal((await swarm.commit(version, [piece])).result?.copies, 3)
  })

  it('with fewer than W copies it is refused even where the client says that no more can be reached', async () => {
    const [one, two] = await swarm.joinWorkers(2)
    assert(one && two)
    const { version } = await swarm.open({ name: 'a' })
    const piece = swarm.piece('a')
    await swarm.receipt(piece.cid, version, one)
    assert.equal((await swarm.commit(version, [piece], true)).result, undefined)
    await swarm.receipt(piece.cid, version, two)
    assert.equal((await swarm.commit(version, [piece])).result, undefined)
    assert.equal((await swarm.commit(version, [piece], true)).result?.copies, 2)
  })

  it('receipts of a worker that is dead by now do not count', async () => {
    const workers = await swarm.joinWorkers(4)
    const { version } = await swarm.open({ name: 'a' })
    const piece = swarm.piece('a')
    await swarm.receipt(piece.cid, version, ...workers.slice(0, 3))
    swarm.context.members.leave(workers[0] ?? assert.fail())
    const { result, short } = await swarm.commit(version, [piece])
    assert.equal(result, undefined)
    assert.deepEqual(short[0]?.holders, ['worker-2', 'worker-3'])
  })

  it('receipts of a worker that has not been heard of for its lease do not count, though its stream is open', async () => {
    const [silent, ...others] = await swarm.joinWorkers(4)
    assert(silent)
    const { version } = await swarm.open({ name: 'a' })
    const piece = swarm.piece('a')
    await swarm.receipt(piece.cid, version, silent, ...others.slice(0, 2))
    await swarm.clock.advance(WORKER_LEASE_MS - 1)
    for (const worker of others) swarm.context.members.heartbeat(worker, worker.space)
    await swarm.clock.advance(1)
    const { result, short } = await swarm.commit(version, [piece])
    assert.deepEqual([result, short[0]?.holders], [undefined, ['worker-2', 'worker-3']])
  })

  it('receipts from a store that was wiped since do not count', async () => {
    const workers = await swarm.joinWorkers(3)
    const { version } = await swarm.open({ name: 'a' })
    const piece = swarm.piece('a')
    await swarm.receipt(piece.cid, version, ...workers)
    await swarm.joinWorker('worker-2', { store: storeOf('a new disk') })
    assert.deepEqual((await swarm.commit(version, [piece])).short[0]?.holders, ['worker-1', 'worker-3'])
  })

  it('a group that counted on a store is opened again when the store is lost before the commit', async () => {
    const workers = await swarm.joinWorkers(4)
    const { version } = await swarm.open({ name: 'a' })
    const piece = swarm.piece('a')
    await swarm.receipt(piece.cid, version, ...workers.slice(0, 3))
    const { sealGroup } = await import('./seal-group.ts')
    const group = { version, group: 0, sealed: new Uint8Array([2]), pieces: [piece], degraded: false }
    assert.deepEqual((await sealGroup(swarm.context, CLIENT, group)).short, [])
    await swarm.joinWorker('worker-1', { store: storeOf('a new disk') })
    const { commit } = await import('./commit.ts')
    const record = { sealedHead: new Uint8Array([3]), sealedAttributes: new Uint8Array([4]), lastGroup: undefined }
    const first = await commit(swarm.context, CLIENT, { version, groups: 1, ...record })
    assert.deepEqual([first.result, first.reopened], [undefined, [0]])
    await swarm.receipt(piece.cid, version, workers[3] ?? assert.fail())
    assert.equal((await swarm.commit(version, [piece])).result?.copies, 3)
  })

  it('the same upload id opened and committed twice is one file with one result', async () => {
    const workers = await swarm.joinWorkers(3)
    const [upload, file] = [newId(swarm.random), newId(swarm.random)]
    const first = await swarm.open({ upload, file })
    const again = await swarm.open({ upload, file })
    assert.equal(again.version, first.version)
    const piece = swarm.piece('a')
    await swarm.receipt(piece.cid, first.version, ...workers)
    const committed = await swarm.commit(first.version, [piece])
    assert.deepEqual(await swarm.commit(first.version, [piece]), committed)
    assert.deepEqual((await swarm.open({ upload, file })).committed, committed.result)
    assert.equal((await swarm.keysUnder('inode/')).length, 1)
  })

  it('two uploads to one path: the second to commit is told that it exists; with replace it swaps versions', async () => {
    const workers = await swarm.joinWorkers(3)
    const [one, two] = [await swarm.open({ name: 'a' }), await swarm.open({ name: 'a' })]
    const pieces = [swarm.piece('one'), swarm.piece('two')] as const
    await swarm.receipt(pieces[0].cid, one.version, ...workers)
    await swarm.receipt(pieces[1].cid, two.version, ...workers)
    await swarm.commit(one.version, [pieces[0]])
    await assert.rejects(swarm.commit(two.version, [pieces[1]]), code('exists'))
    await assert.rejects(swarm.open({ name: 'a' }), code('exists'))
    const found = await there('a')
    const replaced = await swarm.addFile('a', workers, { file: found?.id ?? '', replace: true })
    assert.equal((await there('a'))?.inode.version, replaced.version)
  })

  it('a file never goes back to a version that was opened before the one it has', async () => {
    const workers = await swarm.joinWorkers(3)
    const { file } = await swarm.addFile('a', workers)
    const { version } = await swarm.open({ name: 'a', file, replace: true })
    const piece = swarm.piece('slow')
    await swarm.receipt(piece.cid, version, ...workers)
    const newer = await swarm.addFile('a', workers, { file, replace: true })
    await assert.rejects(swarm.commit(version, [piece]), code('changed'))
    assert.equal((await there('a'))?.inode.version, newer.version)
  })

  it('a file that was removed while its new content was on the way does not come back with it', async () => {
    const workers = await swarm.joinWorkers(3)
    const { file } = await swarm.addFile('a', workers)
    const { version } = await swarm.open({ name: 'a', file, replace: true })
    const piece = swarm.piece('slow')
    await swarm.receipt(piece.cid, version, ...workers)
    await remove(swarm.context, { parent: ROOT_ID, tag: tagOf('a'), id: file, recursive: false })
    await assert.rejects(swarm.commit(version, [piece]), code('changed'))
    assert.equal(await there('a'), undefined)
  })

  it('the id of a file that was removed does not come back with an upload that looked for it before', async () => {
    const workers = await swarm.joinWorkers(3)
    const { file } = await swarm.addFile('a', workers)
    await remove(swarm.context, { parent: ROOT_ID, tag: tagOf('a'), id: file, recursive: false })
    await assert.rejects(swarm.open({ name: 'a', file, replace: true }), code('changed'))
    await swarm.addFile('a', workers)
    await assert.rejects(swarm.open({ name: 'a', file, replace: true }), code('changed'))
    await swarm.open({ name: 'a', replace: true })
  })

  it('a file that was moved while its new content was on the way is not shown twice', async () => {
    const workers = await swarm.joinWorkers(3)
    const { file } = await swarm.addFile('a', workers)
    const { version } = await swarm.open({ name: 'a', file, replace: true })
    const piece = swarm.piece('new')
    await swarm.receipt(piece.cid, version, ...workers)
    const target = { newParent: ROOT_ID, newTag: tagOf('b'), sealedName: new Uint8Array([1]) }
    await move(swarm.context, { parent: ROOT_ID, tag: tagOf('a'), id: file, ...target })
    await assert.rejects(swarm.commit(version, [piece]), code('changed'))
    assert.equal(await there('a'), undefined)
  })

  it('into a folder that was removed meanwhile it fails, and the file does not vanish with the folder', async () => {
    const workers = await swarm.joinWorkers(3)
    const folder = newId(swarm.random)
    const record = { sealedName: new Uint8Array([1]), sealedAttributes: new Uint8Array([1]) }
    await makeFolder(swarm.context, { parent: ROOT_ID, tag: tagOf('d'), id: folder, ...record })
    const { version } = await swarm.open({ name: 'a', parent: folder })
    const piece = swarm.piece('a')
    await swarm.receipt(piece.cid, version, ...workers)
    await remove(swarm.context, { parent: ROOT_ID, tag: tagOf('d'), id: folder, recursive: true })
    await assert.rejects(swarm.commit(version, [piece]), code('not-found'))
  })

  it('belongs to the client that opened it', async () => {
    await swarm.joinWorkers(3)
    const { version } = await swarm.open({})
    await assert.rejects(touchIntent(swarm.context, version, 'somebody else'), code('refused'))
    await assert.rejects(abortIntent(swarm.context, 'somebody else', version), code('refused'))
  })

  it('ends when its client is silent for a lease; what was pushed is removed, and a late commit is told', async () => {
    const workers = await swarm.joinWorkers(3)
    const { version } = await swarm.open({ name: 'a' })
    const piece = swarm.piece('a')
    await swarm.receipt(piece.cid, version, ...workers)
    await swarm.collect(INTENT_LEASE_MS + 1)
    await assert.rejects(swarm.commit(version, [piece]), code('intent-ended'))
    assert.equal((await swarm.keysUnder('removal/')).length, 3)
    assert.deepEqual(await swarm.keysUnder('ref/'), [])
  })

  it('a receipt that comes after its upload ended is answered with a removal', async () => {
    const workers = await swarm.joinWorkers(3)
    const { version } = await swarm.open({ name: 'a' })
    await abortIntent(swarm.context, CLIENT, version)
    const piece = swarm.piece('a')
    await swarm.receipt(piece.cid, version, workers[0] ?? assert.fail())
    assert.deepEqual(await swarm.keysUnder('removal/'), [keys.removal(storeOf('worker-1'), piece.cid)])
    assert.deepEqual(await swarm.keysUnder('piece/'), [])
  })

  it('a piece that was put again before its removal was done does not count, and counts once it was put after it', async () => {
    const workers = await swarm.joinWorkers(3)
    const [one] = workers
    assert(one)
    const [given, kept] = [await swarm.open({ name: 'given up' }), await swarm.open({ name: 'kept' })]
    const piece = swarm.piece('in both')
    await abortIntent(swarm.context, CLIENT, given.version)
    await swarm.receipt(piece.cid, given.version, one)
    const [removal] = await nextRemovals(swarm.context, one.store, 0, new AbortController().signal)
    assert(removal && removal.revision > kept.version)
    await swarm.receipt(piece.cid, kept.version, ...workers)
    assert.deepEqual((await swarm.commit(kept.version, [piece], true)).result?.copies, 2)
    await confirmRemovals(swarm.context, one.store, [{ ...removal, kept: false }])
    assert.deepEqual(await swarm.keysUnder(`held/${one.store}/`), [])
    await swarm.receipt(piece.cid, kept.version, one)
    assert.deepEqual(await swarm.keysUnder(`held/${one.store}/`), [keys.held(one.store, piece.cid)])
  })

  it('an abort that comes after the commit gives the result', async () => {
    const workers = await swarm.joinWorkers(3)
    const { version } = await swarm.addFile('a', workers)
    assert.equal((await abortIntent(swarm.context, CLIENT, version))?.version, version)
    assert(await there('a'))
  })

  it('a piece of another file cannot be claimed without a reference', async () => {
    const workers = await swarm.joinWorkers(3)
    const { cid } = await swarm.addFile('a', workers)
    const { version } = await swarm.open({ name: 'b' })
    const { result, short } = await swarm.commit(version, [{ cid, sizeBytes: 1000 }], true)
    assert.equal(result, undefined)
    assert.equal(short.length, 1)
  })

  it('too few workers and full workers are told apart, before a byte is sent', async () => {
    await swarm.joinWorkers(1)
    await assert.rejects(swarm.open({ name: 'a' }), code('too-few-workers'))
    await swarm.joinWorkers(3, 10)
    await assert.rejects(swarm.open({ name: 'b' }), code('no-room'))
  })

  it('as many chunks are placed as there is room for, and what is promised to one upload is not promised to another', async () => {
    await swarm.joinWorkers(3, 3500) // three pieces of 1,000 bytes each
    const placed = async (chunks: number) => (await swarm.open({ name: `${chunks}`, chunks })).placed?.pieceMap.size
    assert.equal(await placed(1), 1)
    assert.equal(await placed(5), 2)
    await assert.rejects(placed(6), code('no-room'))
  })

  it("a chunk that is placed again takes the room that its upload has at a worker, and no other upload's", async () => {
    const [one] = await swarm.joinWorkers(2, 3500)
    assert(one)
    const again = { pieceBytesMax: 1000, avoid: [one.peer], copies: 1 }
    const { version } = await swarm.open({ name: 'a', chunks: 3 })
    const placed = await placeMore(swarm.context, CLIENT, { ...again, version, chunks: 1 })
    assert.equal(placed?.pieceMap.get(0)?.length, 1)
    const next = { pieceBytesMax: 1000, avoid: [], copies: 0, version, chunks: 1 }
    await assert.rejects(placeMore(swarm.context, CLIENT, next), code('no-room'))
    const other = await swarm.open({ name: 'b', chunks: 0 })
    await assert.rejects(
      placeMore(swarm.context, CLIENT, { ...again, version: other.version, chunks: 1 }),
      code('no-room'),
    )
  })
})
