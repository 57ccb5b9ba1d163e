import assert from 'node:assert/strict'
import { newId, ROOT_ID } from '../../shared/ids.ts'
import type { Member } from '../membership/members.ts'
import { keys } from '../metadata/keys.ts'
import { InodeRecord, PieceRecord, ReshapeRecord } from '../metadata/records.js'
import { list, lookup } from '../operations/list.ts'
import { makeFolder } from '../operations/make-folder.ts'
import { move } from '../operations/move.ts'
import { readMap } from '../operations/read-map.ts'
import { remove } from '../operations/remove.ts'
import { TestSwarm, tagOf } from '../operations/test-swarm.ts'
import { setPolicy } from '../shards/policy.ts'
import { reshapeMarked } from '../shards/reshape.ts'
import { emptyTrash } from './empty-trash.ts'
import { listTrash, listTrashAt } from './list-trash.ts'
import { openRestore, restore } from './restore.ts'

const TRASH_MS = 3_600_000
const sealedName = new Uint8Array([1])
const NEW_HEAD = new Uint8Array([9])

describe('what was removed or replaced', () => {
  let swarm: TestSwarm
  let workers: Member[]

  beforeEach(async () => {
    swarm = new TestSwarm({ trashMs: TRASH_MS })
    workers = await swarm.joinWorkers(3)
  })

  const place = (name: string, parent = ROOT_ID) => ({ parent, tag: tagOf(name) })
  const rm = async (name: string, id: string, more: { now?: boolean; seen?: number; parent?: string } = {}) =>
    await remove(swarm.context, { ...place(name, more.parent), id, recursive: true, ...more })
  const back = async (id: string, version: number, name: string, more: { number?: number; parent?: string } = {}) => {
    const number = more.number ?? (await openRestore(swarm.context))
    const sealedHead = version === 0 ? new Uint8Array() : NEW_HEAD
    await restore(swarm.context, { number, id, version, ...place(name, more.parent), sealedName, sealedHead })
    return number
  }
  const folder = async (name: string, parent = ROOT_ID): Promise<string> => {
    const id = newId(swarm.random)
    await makeFolder(swarm.context, { ...place(name, parent), id, sealedName, sealedAttributes: sealedName })
    return id
  }
  const whole = async (cid: string): Promise<void> => {
    const piece = PieceRecord.decode(
      (await swarm.context.store.get(keys.piece(cid))) ?? assert.fail('its piece is gone'),
    )
    assert.deepEqual([piece.refs, piece.condemned], [1, false])
  }
  const nothingLeft = async (): Promise<void> => {
    for (const prefix of ['trash/', 'expiry/', 'removed/', 'purge/', 'garbage/', 'detached/', 'ref/', 'extents/']) {
      assert.deepEqual(await swarm.keysUnder(prefix), [], prefix)
    }
  }

  it('keeps its pieces until its time in the trash is over, and is collected then', async () => {
    const { file, cid } = await swarm.addFile('a', workers)
    await rm('a', file)
    await swarm.collect(TRASH_MS / 2 - 1)
    await whole(cid)
    assert.deepEqual(await swarm.keysUnder('removal/'), [])
    await swarm.collect(60_000)
    assert.deepEqual(await swarm.keysUnder('removal/'), workers.map(({ store }) => keys.removal(store, cid)).toSorted())
    await nothingLeft()
  })

  it('what comes back is kept as its folder asks by then, also when that changes later', async () => {
    const { file, version, cid } = await swarm.addFile('a', workers)
    const ask = async (copies: number): Promise<void> => {
      await setPolicy(swarm.context, ROOT_ID, { copies, dataShards: 0, parityShards: 0 })
      await reshapeMarked(swarm.context, new AbortController().signal)
    }
    const copies = async (): Promise<number> =>
      PieceRecord.decode((await swarm.context.store.get(keys.piece(cid))) ?? assert.fail('its piece is gone')).copies
    await rm('a', file)
    await ask(4)
    await back(file, version, 'a')
    await reshapeMarked(swarm.context, new AbortController().signal)
    assert.equal(await copies(), 4)
    await ask(5)
    assert.equal(await copies(), 5)
  })

  it('a policy for a folder that is removed meanwhile keeps no other from being followed, and is when that comes back', async () => {
    const above = await folder('folder')
    const inside = await swarm.addFile('inside', workers, { parent: above })
    const beside = await swarm.addFile('beside', workers)
    const copiesOf = async (cid: string): Promise<number> =>
      PieceRecord.decode((await swarm.context.store.get(keys.piece(cid))) ?? assert.fail('its piece is gone')).copies
    const ask = async (id: string): Promise<void> =>
      await setPolicy(swarm.context, id, { copies: 4, dataShards: 0, parityShards: 0 })
    const reshape = async (): Promise<void> => await reshapeMarked(swarm.context, new AbortController().signal)
    await swarm.context.store.transact(async (tx) => {
      tx.put(keys.reshape(inside.file), ReshapeRecord.encode({ last: '' }))
    })
    await rm('folder', above)
    await ask(ROOT_ID)
    await reshape()
    assert.deepEqual([await copiesOf(inside.cid), await copiesOf(beside.cid)], [3, 4])
    assert.deepEqual(await swarm.keysUnder('reshape/'), [])
    await back(above, 0, 'folder')
    await reshape()
    assert.equal(await copiesOf(inside.cid), 4)
  })

  it('a removed file comes back under a new version, and is read by it', async () => {
    const { file, version, cid } = await swarm.addFile('a', workers)
    await rm('a', file)
    const number = await back(file, version, 'a')
    assert.ok(number > version)
    const found = await lookup(swarm.context, ROOT_ID, tagOf('a'))
    assert.deepEqual([found?.id, found?.inode.version, found?.inode.sealedHead], [file, number, NEW_HEAD])
    const [group] = await readMap(swarm.context, { file, version: number, firstGroup: 0, groups: 1 })
    assert.equal(group?.pieces[0]?.cid, cid)
    await swarm.collect(2 * TRASH_MS)
    await whole(cid)
    await rm('a', file, { now: true })
    await swarm.collect()
    await nothingLeft()
  })

  it('a restore that is told twice is one; a number that nobody was given is refused', async () => {
    const { file, version } = await swarm.addFile('a', workers)
    await rm('a', file)
    await assert.rejects(back(file, version, 'a', { number: 2 ** 50 }), { code: 'usage' })
    const number = await back(file, version, 'a')
    await back(file, version, 'a', { number })
    assert.deepEqual(await swarm.keysUnder('trash/'), [])
    await rm('a', file)
    await assert.rejects(back(file, version, 'a', { number }), { code: 'not-found' })
    await assert.rejects(back(file, number, 'a', { number }), { code: 'changed' })
  })

  it('a removal and a move that come late, told twice, leave what was restored', async () => {
    const { file, version } = await swarm.addFile('a', workers)
    const seen = (await lookup(swarm.context, ROOT_ID, tagOf('a')))?.inode.revision ?? 0
    await rm('a', file, { seen })
    await back(file, version, 'a')
    await assert.rejects(rm('a', file, { seen }), { code: 'changed' })
    const late = { ...place('a'), id: file, newParent: ROOT_ID, newTag: tagOf('b'), sealedName, seen }
    await assert.rejects(move(swarm.context, late), { code: 'changed' })
    // Also after newer content was published.
    await swarm.addFile('a', workers, { file, replace: true })
    await assert.rejects(rm('a', file, { seen }), { code: 'changed' })
    await rm('a', file, { seen: (await lookup(swarm.context, ROOT_ID, tagOf('a')))?.inode.revision ?? 0 })
  })

  it('older content becomes the newest version, and the present one goes to the trash', async () => {
    const first = await swarm.addFile('a', workers)
    const { file } = first
    const second = await swarm.addFile('a', workers, { file, replace: true })
    const number = await back(file, first.version, 'a')
    const [group] = await readMap(swarm.context, { file, version: number, firstGroup: 0, groups: 1 })
    assert.equal(group?.pieces[0]?.cid, first.cid)
    const { items } = await listTrashAt(swarm.context, place('a'))
    assert.deepEqual(
      items.map(({ version, record }) => [version, record.replaced]),
      [[second.version, true]],
    )
    // And back again, from content that was restored itself.
    await back(file, second.version, 'a')
    await back(file, number, 'a')
    await swarm.collect(2 * TRASH_MS)
    await whole(first.cid)
    await assert.rejects(whole(second.cid))
  })

  it('older content of a file that is there stays when a newer one is thrown away that was removed with it once', async () => {
    const first = await swarm.addFile('a', workers)
    const { file } = first
    const second = await swarm.addFile('a', workers, { file, replace: true })
    await rm('a', file)
    const number = await back(file, first.version, 'a')
    await swarm.addFile('a', workers, { file, replace: true })
    await emptyTrash(swarm.context, [{ id: file, version: second.version }])
    await back(file, number, 'a')
    await swarm.collect()
    await whole(first.cid)
  })

  it('a restore loses to newer content, to a move, and to what has its place', async () => {
    const first = await swarm.addFile('a', workers)
    const { file } = first
    await swarm.addFile('a', workers, { file, replace: true })
    const number = await openRestore(swarm.context)
    await swarm.addFile('a', workers, { file, replace: true })
    await assert.rejects(back(file, first.version, 'a', { number }), { code: 'changed' })
    await assert.rejects(back(file, first.version, 'b'), { code: 'changed' })
    await rm('a', file)
    await swarm.addFile('a', workers)
    await assert.rejects(back(file, first.version, 'a'), { code: 'exists' })
    await back(file, first.version, 'b')
  })

  it('a folder comes back with everything in it as it was, and stays whole', async () => {
    const top = await folder('top')
    const below = await folder('below', top)
    const { file, version, cid } = await swarm.addFile('f', workers, { parent: below })
    await rm('top', top)
    assert.equal(await lookup(swarm.context, ROOT_ID, tagOf('top')), undefined)
    await assert.rejects(swarm.addFile('g', workers, { parent: below }), { code: 'not-found' })
    await assert.rejects(folder('h', below), { code: 'not-found' })
    await back(top, 0, 'elsewhere')
    const { entries } = await list(swarm.context, below, { after: undefined, limit: 0 })
    assert.deepEqual(
      entries.map(({ id, inode }) => [id, inode.version]),
      [[file, version]],
    )
    await swarm.collect(2 * TRASH_MS)
    await whole(cid)
    assert.equal((await lookup(swarm.context, ROOT_ID, tagOf('elsewhere')))?.id, top)
  })

  it('a folder that is made again by a call told twice is not the one in the trash', async () => {
    const top = await folder('top')
    await rm('top', top)
    const again = { ...place('top'), id: top, sealedName, sealedAttributes: sealedName }
    await assert.rejects(makeFolder(swarm.context, again), { code: 'changed' })
  })

  it('a folder whose time is over goes with all that it held, older content too', async () => {
    const top = await folder('top')
    for (let at = 0; at < 70; at++) {
      const { file } = await swarm.addFile(`f${at}`, workers, { parent: top })
      if (at % 7 === 0) await swarm.addFile(`f${at}`, workers, { parent: top, file, replace: true })
    }
    await rm('top', top)
    await emptyTrash(swarm.context, [{ id: top, version: 0 }])
    await swarm.collect()
    await swarm.collect()
    await nothingLeft()
  })

  it('what is removed for good takes its older content with it, however much', async () => {
    const { file } = await swarm.addFile('a', workers)
    for (let at = 0; at < 60; at++) await swarm.addFile('a', workers, { file, replace: true })
    await rm('a', file, { now: true })
    const [oldest] = await swarm.keysUnder(`trash/${file}/`)
    const version = Number.parseInt(oldest?.split('/')[2] ?? '', 16)
    await assert.rejects(back(file, version, 'a'), { code: 'not-found' })
    await swarm.collect()
    await nothingLeft()
  })

  it('is listed page by page, with the folders above it, whether they are there or not', async () => {
    const top = await folder('top')
    const ids: string[] = []
    for (let at = 0; at < 300; at++) {
      const id = await folder(`d${at}`, top)
      ids.push(id)
      await rm(`d${at}`, id, { parent: top })
    }
    await rm('top', top)
    const first = await listTrash(swarm.context, '')
    assert.equal(first.items.length, 256)
    const second = await listTrash(swarm.context, first.next ?? assert.fail())
    assert.equal(second.next, undefined)
    const all = [...first.items, ...second.items]
    assert.deepEqual(new Set(all.map(({ id }) => id)), new Set([...ids, top]))
    assert.deepEqual(
      first.folders.map(({ id }) => id),
      [top],
    )
  })

  it('its space is told, with what removed folders hold, and where there is no room', async () => {
    const top = await folder('top')
    await swarm.addFile('f', workers, { parent: top })
    const { file } = await swarm.addFile('a', workers)
    await rm('top', top)
    await rm('a', file)
    assert.deepEqual(await swarm.context.trashGauge.held(), { items: 2, storedBytes: 6_000 })
    await swarm.joinWorker('worker-1', { freeBytes: 10 })
    await swarm.joinWorker('worker-2', { freeBytes: 10 })
    await assert.rejects(swarm.open({ name: 'b' }), { code: 'no-room', message: /the trash holds 5.9 KiB/ })
  })

  it('an inode of before the trash has itself as its content', () => {
    const inode = InodeRecord.decode(InodeRecord.encode({ version: 7 }))
    assert.deepEqual([inode.content, inode.restored, inode.storedBytes], [0, 0, 0])
  })
})
