import assert from 'node:assert/strict'
import { newId, ROOT_ID } from '../../shared/ids.ts'
import { UPLOAD_RESULT_KEEP_MS } from '../../shared/limits.ts'
import { forgetResults } from '../collector/expired-intents.ts'
import { keys } from '../metadata/keys.ts'
import { listTrashAt } from '../trash/list-trash.ts'
import { openRestore, restore } from '../trash/restore.ts'
import { lookup } from './list.ts'
import { makeFile } from './make-file.ts'
import { makeFolder } from './make-folder.ts'
import { move } from './move.ts'
import { readMap } from './read-map.ts'
import { readMaps } from './read-maps.ts'
import { remove } from './remove.ts'
import { CLIENT, TestSwarm, tagOf } from './test-swarm.ts'

const code = (code: string) => (error: { code?: string }) => error.code === code
const record = { sealedName: new Uint8Array([1]), sealedAttributes: new Uint8Array([2]) }

describe('a file that is made without content', () => {
  let swarm: TestSwarm

  beforeEach(() => {
    swarm = new TestSwarm({ trashMs: 3_600_000 })
  })

  const place = (name: string, parent = ROOT_ID) => ({ parent, tag: tagOf(name) })
  const make = async (name: string, id = newId(swarm.random), parent = ROOT_ID): Promise<string> => {
    await makeFile(swarm.context, CLIENT, { ...place(name, parent), id, ...record })
    return id
  }
  const rm = async (name: string, id: string, now = false) =>
    await remove(swarm.context, { ...place(name), id, recursive: false, now })
  const inodeAt = async (name: string) => (await lookup(swarm.context, ROOT_ID, tagOf(name)))?.inode

  it('is there at once, without version, head or pieces, and is read as nothing', async () => {
    const file = await make('a')
    const inode = await inodeAt('a')
    assert.deepEqual([inode?.folder, inode?.version, inode?.sealedHead.byteLength], [false, 0, 0])
    assert.deepEqual(await readMap(swarm.context, { file, version: 0, firstGroup: 0, groups: 1 }), [])
    const { files } = await readMaps(swarm.context, [{ file, version: 0 }])
    assert.deepEqual(files, [{ code: 'usage' }])
  })

  it('exists by another id, is the same by its own, and needs its folder', async () => {
    const id = await make('a')
    assert.equal(await make('a', id), id)
    await assert.rejects(make('a'), code('exists'))
    await makeFolder(swarm.context, { ...place('d'), id: newId(swarm.random), ...record })
    await assert.rejects(make('d'), code('exists'))
    await assert.rejects(make('b', newId(swarm.random), id), code('not-a-folder'))
    await assert.rejects(make('b', newId(swarm.random), newId(swarm.random)), code('not-found'))
    const folder = await lookup(swarm.context, ROOT_ID, tagOf('d'))
    await assert.rejects(make('b', folder?.id), code('exists'))
  })

  it('two at once under one name: one of them is told', async () => {
    const ended = await Promise.allSettled([make('a'), make('a')])
    assert.deepEqual(ended.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  })

  for (const [what, undo] of Object.entries({
    removed: async (id: string) => {
      await rm('a', id)
    },
    'removed for good, and collected': async (id: string) => {
      await rm('a', id, true)
      await swarm.collect()
    },
    moved: async (id: string) => {
      await move(swarm.context, { ...place('a'), id, newParent: ROOT_ID, newTag: tagOf('b'), ...record })
    },
    'filled, removed for good, and collected': async (id: string) => {
      await swarm.addFile('a', await swarm.joinWorkers(3), { file: id, replace: true })
      await rm('a', id, true)
      await swarm.collect()
    },
  })) {
    it(`is not made again by a call that comes late, when it was ${what} since`, async () => {
      const id = await make('a')
      await undo(id)
      await assert.rejects(make('a', id), code('changed'))
      assert.equal(await inodeAt('a'), undefined)
      await make('a')
    })
  }

  it('what is remembered of the call is forgotten when nobody can ask again', async () => {
    const id = await make('a')
    await swarm.clock.advance(UPLOAD_RESULT_KEEP_MS - 1_000)
    await forgetResults(swarm.context)
    assert.deepEqual(await swarm.keysUnder('upload/'), [keys.upload(id)])
    await swarm.clock.advance(2_000)
    await forgetResults(swarm.context)
    assert.deepEqual([...(await swarm.keysUnder('upload/')), ...(await swarm.keysUnder('intent/'))], [])
    assert.notEqual(await inodeAt('a'), undefined)
  })

  it('gets content under its own id, of which nothing is left behind: there is no older content of it', async () => {
    const workers = await swarm.joinWorkers(3)
    const file = await make('a')
    const { version } = await swarm.addFile('a', workers, { file, replace: true })
    assert.equal((await inodeAt('a'))?.version, version)
    for (const prefix of ['trash/', 'garbage/', 'expiry/']) assert.deepEqual(await swarm.keysUnder(prefix), [], prefix)
    await swarm.addFile('a', workers, { file, replace: true })
    assert.deepEqual(await swarm.keysUnder('trash/'), [keys.trash(file, version)])
  })

  it('goes to the trash, is listed there, and comes back as it was: still without version', async () => {
    const id = await make('a')
    await rm('a', id)
    const { items } = await listTrashAt(swarm.context, place('a'))
    assert.deepEqual(
      items.map(({ id, version }) => [id, version]),
      [[id, 0]],
    )
    const wanted = { number: await openRestore(swarm.context), id, version: 0, ...place('b'), ...record }
    await assert.rejects(restore(swarm.context, { ...wanted, sealedHead: new Uint8Array([3]) }), code('usage'))
    await restore(swarm.context, { ...wanted, sealedHead: new Uint8Array() })
    await restore(swarm.context, { ...wanted, sealedHead: new Uint8Array() })
    const back = await inodeAt('b')
    assert.deepEqual([back?.version, back?.sealedHead.byteLength, back?.folder], [0, 0, false])
    assert.deepEqual(await swarm.keysUnder('trash/'), [])
    await swarm.addFile('b', await swarm.joinWorkers(3), { file: id, replace: true })
  })

  it('leaves nothing behind when it is removed for good, alone or with its folder, or when its time in the trash is over', async () => {
    const d = newId(swarm.random)
    await makeFolder(swarm.context, { ...place('d'), id: d, ...record })
    await make('below', newId(swarm.random), d)
    await rm('a', await make('a'), true)
    await rm('b', await make('b'))
    await remove(swarm.context, { ...place('d'), id: d, recursive: true, now: true })
    await swarm.collect(3_600_000)
    for (const prefix of ['inode/', 'dirent/', 'trash/', 'expiry/', 'removed/', 'garbage/', 'detached/', 'purge/'])
      assert.deepEqual(await swarm.keysUnder(prefix), [], prefix)
  })
})
