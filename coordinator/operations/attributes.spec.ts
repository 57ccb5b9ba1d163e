import assert from 'node:assert/strict'
import { newId, ROOT_ID } from '../../shared/ids.ts'
import { CONTROL_FRAME_BYTES_MAX, SEALED_ATTRIBUTES_BYTES_MAX } from '../../shared/limits.ts'
import { ListResponse } from '../../shared/protocol/control/control.js'
import { encodeEntry } from '../service/messages.ts'
import { openRestore, restore } from '../trash/restore.ts'
import { list, lookup } from './list.ts'
import { makeFolder } from './make-folder.ts'
import { readMap } from './read-map.ts'
import { remove } from './remove.ts'
import { setAttributes } from './set-attributes.ts'
import { TestSwarm, tagOf } from './test-swarm.ts'

const code = (code: string) => (error: { code?: string }) => error.code === code
const sealedName = new Uint8Array([1])
const other = (byte: number) => new Uint8Array([7, byte])

describe('attributes at the coordinator', () => {
  let swarm: TestSwarm

  beforeEach(() => {
    swarm = new TestSwarm({ trashMs: 3_600_000 })
  })

  const place = (name: string, parent = ROOT_ID) => ({ parent, tag: tagOf(name) })
  const folder = async (name: string, parent = ROOT_ID, sealedAttributes = sealedName): Promise<string> => {
    const id = newId(swarm.random)
    await makeFolder(swarm.context, { ...place(name, parent), id, sealedName, sealedAttributes })
    return id
  }
  const inodeAt = async (name: string, parent = ROOT_ID) =>
    (await lookup(swarm.context, parent, tagOf(name)))?.inode ?? assert.fail(`${name} is not there`)
  const set = async (id: string, name: string, byte: number, more: { seen?: number; parent?: string } = {}) => {
    const seen = more.seen ?? (await inodeAt(name, more.parent)).revision
    const sealedAttributes = other(byte)
    return await setAttributes(swarm.context, { ...place(name, more.parent), id, sealedAttributes, seen })
  }

  it('change alone, and the time of the newest change: version and content stay, and the old version is read on', async () => {
    const workers = await swarm.joinWorkers(3)
    const { file, version } = await swarm.addFile('a', workers)
    const before = await inodeAt('a')
    await swarm.clock.advance(1_000)
    const changed = await set(file, 'a', 1)
    assert.deepEqual(await inodeAt('a'), { ...before, sealedAttributes: other(1), ...changed })
    assert.equal(changed.committedAtMs, before.committedAtMs + 1_000)
    assert.equal((await readMap(swarm.context, { file, version, firstGroup: 0, groups: 1 })).length, 1)
    assert.deepEqual(await swarm.keysUnder('trash/'), [])
  })

  it('two clients that read the same: the second is told, and both changes of those who look again are there', async () => {
    const id = await folder('d')
    const { revision: seen } = await inodeAt('d')
    const ended = await Promise.allSettled([set(id, 'd', 1, { seen }), set(id, 'd', 2, { seen })])
    assert.deepEqual(ended.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const refused = ended.find((one) => one.status === 'rejected')
    assert(code('changed')(refused?.reason as { code?: string }))
    await set(id, 'd', 3)
    assert.deepEqual((await inodeAt('d')).sealedAttributes, other(3))
  })

  it('asked for again by the same bytes, it is done; behind a later change it is not done again', async () => {
    const id = await folder('d')
    const { revision: seen } = await inodeAt('d')
    const changed = await set(id, 'd', 1, { seen })
    assert.deepEqual(await set(id, 'd', 1, { seen }), changed)
    await set(id, 'd', 2)
    await assert.rejects(set(id, 'd', 1, { seen }), code('changed'))
    assert.deepEqual((await inodeAt('d')).sealedAttributes, other(2))
  })

  it('of what moved, was replaced or is gone are not changed', async () => {
    const workers = await swarm.joinWorkers(3)
    const { file } = await swarm.addFile('a', workers)
    const { revision: seen } = await inodeAt('a')
    await assert.rejects(set(newId(swarm.random), 'a', 1), code('changed'))
    await assert.rejects(set(file, 'b', 1, { seen }), code('not-found'))
    await swarm.addFile('a', workers, { file, replace: true })
    await assert.rejects(set(file, 'a', 1, { seen }), code('changed'))
    await remove(swarm.context, { ...place('a'), id: file, recursive: false })
    await assert.rejects(set(file, 'a', 1, { seen }), code('not-found'))
  })

  it('in a folder that was removed stay as they were, and it comes back so', async () => {
    const d = await folder('d')
    const below = await folder('below', d)
    const { revision: seen } = await inodeAt('below', d)
    await remove(swarm.context, { ...place('d'), id: d, recursive: true })
    await assert.rejects(set(below, 'below', 1, { seen, parent: d }), code('not-found'))
    const number = await openRestore(swarm.context)
    const back = { number, id: d, version: 0, ...place('d'), sealedName, sealedHead: new Uint8Array() }
    await restore(swarm.context, back)
    assert.deepEqual((await inodeAt('below', d)).sealedAttributes, sealedName)
    await set(below, 'below', 1, { parent: d })
  })

  it('come with content that is replaced at the same time, or before it, and are never mixed up', async () => {
    const workers = await swarm.joinWorkers(3)
    const { file } = await swarm.addFile('a', workers)
    const { version } = await swarm.open({ name: 'a', file, replace: true })
    const piece = swarm.piece('new')
    await swarm.receipt(piece.cid, version, ...workers)
    await set(file, 'a', 1)
    await swarm.commit(version, [piece])
    assert.deepEqual((await inodeAt('a')).sealedAttributes, new Uint8Array([4]))
  })

  it('as large as they may be, a page of a listing of them fits a frame, and all of them are listed', async () => {
    const names = Array.from({ length: 200 }, (_, n) => `n${n}`)
    for (const name of names) await folder(name, ROOT_ID, new Uint8Array(SEALED_ATTRIBUTES_BYTES_MAX))
    const seen: string[] = []
    for (let more = true, after: string | undefined; more; ) {
      const page = await list(swarm.context, ROOT_ID, { after, limit: 0 })
      const entries = page.entries.map(({ id, inode }) => encodeEntry(id, inode))
      assert(ListResponse.encode({ entries, more: true }).byteLength < CONTROL_FRAME_BYTES_MAX)
      seen.push(...page.entries.map(({ inode }) => Buffer.from(inode.tag).toString('hex')))
      after = seen.at(-1)
      more = page.more
    }
    assert.deepEqual(seen, names.map(tagOf).toSorted())
  })
})
