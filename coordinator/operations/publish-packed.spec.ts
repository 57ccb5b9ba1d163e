import assert from 'node:assert/strict'
import { newId, ROOT_ID, toHex } from '../../shared/ids.ts'
import type { Member } from '../membership/members.ts'
import { keys } from '../metadata/keys.ts'
import { PieceRecord } from '../metadata/records.js'
import { setPolicy } from '../shards/policy.ts'
import { reshapeMarked } from '../shards/reshape.ts'
import { abortIntent } from './end-intent.ts'
import { lookup } from './list.ts'
import { makeFolder } from './make-folder.ts'
import { openPack } from './open-intent.ts'
import { type PackedFile, type PublishedPacked, publishPacked } from './publish-packed.ts'
import { readMap } from './read-map.ts'
import { readMaps } from './read-maps.ts'
import { remove } from './remove.ts'
import { sealGroup } from './seal-group.ts'
import { CLIENT, TestSwarm, tagOf } from './test-swarm.ts'

const code = (code: string) => (error: { code?: string }) => error.code === code

describe('a pack at the coordinator', () => {
  let swarm: TestSwarm
  let workers: Member[]
  let version: number
  let pack: string
  let piece: { cid: string; sizeBytes: number }

  beforeEach(async () => {
    swarm = new TestSwarm()
    workers = await swarm.joinWorkers(4)
    await open()
  })

  async function open(copies = 3): Promise<void> {
    pack = newId(swarm.random)
    const upload = newId(swarm.random)
    const opened = await openPack(swarm.context, CLIENT, {
      upload,
      pack,
      folder: ROOT_ID,
      copiesMin: 0,
      pieceBytes: 1000,
    })
    version = opened.version
    assert.equal(opened.placed?.pieceMap.get(0)?.length, copies)
    piece = swarm.piece(`pack ${version}`)
  }

  const arrive = async (): Promise<void> => await swarm.receipt(piece.cid, version, ...workers.slice(0, 3))

  function file(name: string, parent = ROOT_ID): PackedFile {
    const sealed = {
      sealedName: new Uint8Array([1]),
      sealedAttributes: new Uint8Array([2]),
      sealedHead: new Uint8Array([3]),
    }
    return {
      ...sealed,
      parent,
      tag: tagOf(name),
      file: newId(swarm.random),
      sealedGroup: new Uint8Array([4]),
      sizeBytes: 100,
    }
  }

  async function publish(files: PackedFile[], degraded = false): Promise<PublishedPacked> {
    return await swarm.clock.drive(publishPacked(swarm.context, CLIENT, { version, piece, degraded, files }))
  }

  const codes = ({ outcomes }: PublishedPacked): (string | undefined)[] => outcomes.map((outcome) => outcome?.code)
  const there = async (name: string) => await lookup(swarm.context, ROOT_ID, tagOf(name))
  const record = async (): Promise<PieceRecord | undefined> => {
    const row = await swarm.context.store.get(keys.piece(piece.cid))
    return row && PieceRecord.decode(row)
  }
  const removeNow = async (name: string, { file: id }: PackedFile): Promise<void> => {
    await remove(swarm.context, {
      parent: ROOT_ID,
      tag: tagOf(name),
      id,
      recursive: false,
      now: true,
      seen: Number.MAX_SAFE_INTEGER,
    })
  }

  it('nothing is visible before its piece has R receipts; then each file is, by itself', async () => {
    await swarm.receipt(piece.cid, version, ...workers.slice(0, 2))
    const files = [file('a'), file('b')]
    const early = await publish(files)
    assert.deepEqual([early.short.map(({ index, holders }) => [index, holders.length]), early.outcomes], [[[0, 2]], []])
    assert.equal(await there('a'), undefined)
    await arrive()
    assert.deepEqual(codes(await publish(files)), [undefined, undefined])
    for (const [at, { file }] of files.entries()) {
      const found = await there(at === 0 ? 'a' : 'b')
      assert.deepEqual([found?.id, found?.inode.version, found?.inode.groups], [file, version, 1])
      const map = await readMap(swarm.context, { file, version, firstGroup: 0, groups: 1 })
      assert.deepEqual(
        map[0]?.pieces.map(({ cid, holders }) => [cid, holders.length]),
        [[piece.cid, 3]],
      )
    }
    assert.equal((await record())?.refs, 3)
    assert.equal((await swarm.keysUnder('log/')).length, 2)
  })

  it('as many as go into one call fit a transaction, whatever they need, and a pack takes so many and no more', async () => {
    await setPolicy(swarm.context, ROOT_ID, { copies: 0, dataShards: 2, parityShards: 1 })
    await open(2)
    await swarm.receipt(piece.cid, version, ...workers.slice(0, 2))
    const some = (from: number): PackedFile[] => Array.from({ length: 20 }, (_, at) => file(`${from + at}`))
    for (let at = 0; at < 240; at += 20) assert.deepEqual(new Set(codes(await publish(some(at)))), new Set([undefined]))
    await assert.rejects(publish(some(240)), code('usage'))
    assert.equal((await swarm.keysUnder('log/')).length, 240)
    assert.equal((await record())?.refs, 241)
  })

  it('the maps of all its files are read with one look at its piece, and two at each of them', async () => {
    await arrive()
    const files = Array.from({ length: 20 }, (_, at) => file(`${at}`))
    await publish(files)
    const { store } = swarm.context
    const asked: string[] = []
    const counted = Object.create(store, {
      get: {
        value: async (key: string) => {
          asked.push(key)
          return await store.get(key)
        },
      },
    }) as typeof store
    const context = { ...swarm.context, store: counted }
    const maps = await readMaps(
      context,
      files.map(({ file }) => ({ file, version })),
    )
    assert.deepEqual([maps.files.length, maps.pieces.map(({ cid }) => cid)], [20, [piece.cid]])
    assert.equal(asked.filter((key) => key === keys.piece(piece.cid)).length, 1)
    assert.equal(asked.length, 2 * 20 + 1)
  })

  it('with fewer than W copies it is refused, with W only where no more can be reached, and then repaired', async () => {
    await swarm.receipt(piece.cid, version, ...workers.slice(0, 1))
    assert.equal((await publish([file('a')], true)).short.length, 1)
    await swarm.receipt(piece.cid, version, ...workers.slice(1, 2))
    const one = { ...file('a'), sealedGroup: new Uint8Array(), sizeBytes: 0 }
    assert.deepEqual([codes(await publish([one], true)), (await publish([one], true)).copies], [[undefined], 2])
    assert.deepEqual(await swarm.keysUnder('short/'), [keys.short(2, piece.cid)])
  })

  it('asked again, it gives the same answer, and no file comes back that was removed meanwhile', async () => {
    await arrive()
    const files = [file('a'), file('b')]
    await publish(files)
    const [a] = files
    assert(a)
    await removeNow('a', a)
    await swarm.collect()
    for (const member of workers) swarm.context.members.heartbeat(member, member.space)
    await open()
    await arrive()
    const again = [file('a'), file('b')]
    const answer = await publish(again)
    assert.deepEqual(codes(answer), [undefined, 'exists'])
    assert.deepEqual(codes(await publish(again)), [undefined, 'changed'])
    await removeNow('a', again[0] ?? a)
    for (const worker of workers) swarm.context.members.leave(worker)
    const late = await publish(again)
    assert.deepEqual([codes(late), late.revision, late.copies], [[undefined, 'changed'], answer.revision, 3])
    await abortIntent(swarm.context, CLIENT, version)
    assert.deepEqual(codes(await publish(again)), [undefined, 'changed'])
    await assert.rejects(publish([file('c')]), code('intent-ended'))
    assert.equal(await there('a'), undefined)
    assert.equal((await there('b'))?.id, files[1]?.file)
  })

  it('what is refused is told of each file: a name that is taken, a folder that is gone or asks for another policy', async () => {
    const other = newId(swarm.random)
    const sealed = { sealedName: new Uint8Array([1]), sealedAttributes: new Uint8Array([2]) }
    await makeFolder(swarm.context, { parent: ROOT_ID, tag: tagOf('other'), id: other, ...sealed })
    await setPolicy(swarm.context, other, { copies: 2, dataShards: 0, parityShards: 0 })
    await swarm.addFile('taken', workers.slice(0, 3))
    await arrive()
    const files = [file('taken'), file('other'), file('x', newId(swarm.random)), file('y', other), file('z'), file('z')]
    assert.deepEqual(codes(await publish(files)), [
      'exists',
      'is-a-folder',
      'not-found',
      'changed',
      undefined,
      'exists',
    ])
    assert.equal((await record())?.refs, 2)
  })

  it('its piece goes with the last of its files, and not before', async () => {
    await arrive()
    const [a, b] = [file('a'), file('b')]
    await publish([a, b])
    await abortIntent(swarm.context, CLIENT, version)
    await removeNow('a', a)
    await swarm.collect()
    assert.deepEqual([(await record())?.refs, (await record())?.condemned], [1, false])
    await removeNow('b', b)
    await swarm.collect()
    assert.equal((await record())?.condemned, true)
    assert.equal((await swarm.keysUnder('removal/')).length, 3)
    for (const prefix of ['ref/', 'extents/', 'garbage/']) assert.deepEqual(await swarm.keysUnder(prefix), [], prefix)
  })

  it('of a client that went away: what was published stays, and a pack of which nothing was goes', async () => {
    await arrive()
    const a = file('a')
    await publish([a])
    await swarm.collect()
    await assert.rejects(publish([file('b')]), code('intent-ended'))
    assert.equal((await record())?.refs, 1)
    assert.equal((await there('a'))?.id, a.file)
    for (const member of workers) swarm.context.members.heartbeat(member, member.space)
    await open()
    await arrive()
    await swarm.collect()
    assert.equal((await record())?.condemned, true)
  })

  it('is no file: no group, no commit; and a file is no pack', async () => {
    await arrive()
    const group = { version, group: 0, sealed: new Uint8Array([1]), pieces: [piece], degraded: false }
    await assert.rejects(swarm.clock.drive(sealGroup(swarm.context, CLIENT, group)), code('usage'))
    await assert.rejects(swarm.commit(version, [piece]), code('usage'))
    const { version: upload } = await swarm.open({ name: 'f' })
    const wanted = { version: upload, piece, degraded: false, files: [file('a')] }
    await assert.rejects(swarm.clock.drive(publishPacked(swarm.context, CLIENT, wanted)), code('usage'))
    await assert.rejects(publish([]), code('usage'))
    await assert.rejects(publish([{ ...file('b'), sizeBytes: 1001 }]), code('usage'))
    await assert.rejects(publish([{ ...file('b'), sizeBytes: 0 }]), code('usage'))
    assert.deepEqual(codes(await publish([{ ...file('b'), file: pack }])), ['changed'])
    const empty = { upload: newId(swarm.random), pack, folder: ROOT_ID, copiesMin: 0 }
    for (const pieceBytes of [0, 2 ** 24])
      await assert.rejects(openPack(swarm.context, CLIENT, { ...empty, pieceBytes }), code('usage'))
    await assert.rejects(publish(Array.from({ length: 21 }, (_, at) => file(`${at}`))), code('usage'))
    await assert.rejects(
      swarm.clock.drive(publishPacked(swarm.context, 'another', { ...wanted, version })),
      code('refused'),
    )
  })

  it('a piece of several files is kept more safely for one of them, never less', async () => {
    await arrive()
    const folder = newId(swarm.random)
    const sealed = { sealedName: new Uint8Array([1]), sealedAttributes: new Uint8Array([2]) }
    await makeFolder(swarm.context, { parent: ROOT_ID, tag: tagOf('folder'), id: folder, ...sealed })
    const [a, b] = [file('a'), file('b', folder)]
    await publish([a, b])
    await abortIntent(swarm.context, CLIENT, version)
    await swarm.collect()
    const copies: (number | undefined)[] = []
    for (const wanted of [1, 4, 2]) {
      await setPolicy(swarm.context, folder, { copies: wanted, dataShards: 0, parityShards: 0 })
      await reshapeMarked(swarm.context, new AbortController().signal)
      copies.push((await record())?.copies)
    }
    assert.deepEqual(copies, [3, 4, 4])
    assert.equal(toHex((await there('a'))?.inode.parent ?? new Uint8Array()), ROOT_ID)
  })
})
