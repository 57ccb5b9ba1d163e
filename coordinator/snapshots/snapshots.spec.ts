import assert from 'node:assert/strict'
import { newId, ROOT_ID } from '../../shared/ids.ts'
import { armStep } from '../../shared/steps.ts'
import { setAttributes } from '../operations/set-attributes.ts'
import { tagOf } from '../operations/test-swarm.ts'
import { emptyTrash } from '../trash/empty-trash.ts'
import { listTrash } from '../trash/list-trash.ts'
import { listVersions } from './list-versions.ts'
import { SnapshotsBench, TRASH_MS } from './snapshots-fixture.ts'

describe('a snapshot at the coordinator', () => {
  let bench: SnapshotsBench

  beforeEach(async () => {
    bench = new SnapshotsBench()
    await bench.start()
  })

  it('shows a folder as it was, whatever is replaced, removed, renamed, moved out or in, or made since', async () => {
    const folder = await bench.folder('f')
    const inner = await bench.folder('inner', folder)
    const a = await bench.file('a', folder)
    const b = await bench.file('b', inner)
    const outside = await bench.file('outside')
    const at = await bench.take('s', folder)
    const second = await bench.replace('a', a.file, folder)
    await bench.move(a.file, { name: 'a', parent: folder }, { name: 'elsewhere' })
    await bench.move(outside.file, { name: 'outside' }, { name: 'a', parent: folder })
    await bench.move(inner, { name: 'inner', parent: folder }, { name: 'inner' })
    await bench.remove('b', b.file, inner, true)
    await bench.file('new', inner)
    const found = await bench.at(at, 'a', folder)
    assert.deepEqual([found?.id, found?.inode.version], [a.file, a.version])
    assert.deepEqual(await bench.read(a.file, a.version), [a.cid])
    assert.deepEqual(await bench.read(a.file, second.version), [second.cid])
    assert.equal((await bench.at(at, 'b', inner))?.id, b.file)
    assert.equal(await bench.at(at, 'new', inner), undefined)
    const ids = async (of: string): Promise<string[]> => (await bench.allAt(at, of)).map(({ id }) => id).toSorted()
    assert.deepEqual(await ids(folder), [inner, a.file].toSorted())
    assert.deepEqual(await ids(inner), [b.file])
  })

  it('attributes are those of then', async () => {
    const { file } = await bench.file('a')
    const at = await bench.take('s')
    const before = await bench.at(at, 'a')
    const other = new Uint8Array([77])
    const place = { parent: ROOT_ID, tag: tagOf('a'), id: file, sealedAttributes: other }
    await setAttributes(bench.swarm.context, { ...place, seen: before?.inode.revision ?? 0 })
    assert.deepEqual((await bench.at(at, 'a'))?.inode, before?.inode)
  })

  it('nothing is kept where no snapshot sees it: without any, of another folder, or of what was made since', async () => {
    const { file } = await bench.file('a')
    await bench.replace('a', file)
    const other = await bench.folder('other')
    await bench.take('s', other)
    await bench.replace('a', file)
    const late = await bench.file('late', other)
    await bench.replace('late', late.file, other)
    await bench.remove('late', late.file, other)
    assert.deepEqual(await bench.swarm.keysUnder('past/'), [])
  })

  for (const [how, go] of Object.entries({
    'replaced, and its time in the trash is over': async (b: SnapshotsBench, id: string) => {
      await b.replace('a', id)
      await b.collect(TRASH_MS)
    },
    'removed for good': async (b: SnapshotsBench, id: string) => {
      await b.remove('a', id, ROOT_ID, true)
      await b.collect()
    },
    'removed, and the trash is emptied': async (b: SnapshotsBench, id: string) => {
      await b.remove('a', id)
      await emptyTrash(b.swarm.context, (await listTrash(b.swarm.context, '')).items)
      await b.collect()
    },
  })) {
    it(`keeps what is ${how}, and its pieces go with the snapshot`, async () => {
      const { file, version, cid } = await bench.file('a')
      const at = await bench.take('s')
      await go(bench, file)
      assert.deepEqual(await bench.read(file, version), [cid])
      assert.equal((await bench.at(at, 'a'))?.inode.version, version)
      await bench.take('later')
      await bench.drop('s')
      await bench.collect()
      await assert.rejects(bench.at(at, 'a'), { code: 'not-found' })
      assert.ok((await bench.swarm.keysUnder('removal/')).some((key) => key.endsWith(cid)))
      assert.deepEqual(await bench.swarm.keysUnder('past/'), [])
      assert.deepEqual(await bench.swarm.keysUnder('kept/'), [])
    })
  }

  it('what two snapshots see stays for the second one', async () => {
    const { file, version, cid } = await bench.file('a')
    await bench.take('one')
    await bench.take('two')
    await bench.remove('a', file, ROOT_ID, true)
    await bench.drop('one')
    await bench.collect()
    assert.deepEqual(await bench.read(file, version), [cid])
    await bench.drop('two')
    await bench.collect()
    await bench.nothingLeft()
  })

  it('killed in the midst of letting go of what it saw, the coordinator goes on with it', async () => {
    const folder = await bench.folder('f')
    for (let n = 0; n < 25; n++) await bench.file(`file ${n}`, folder)
    await bench.take('s')
    await bench.remove('f', folder, ROOT_ID, true)
    await bench.swarm.collect()
    await bench.drop('s')
    armStep({ label: 'past-sifted', pass: 1 }, () => {
      throw new Error('killed')
    })
    await assert.rejects(bench.swarm.collect(), /killed/)
    armStep({ label: 'published', pass: 1 }, () => {})
    assert.notEqual((await bench.swarm.keysUnder('past/')).length, 0)
    await bench.collect()
    await bench.nothingLeft()
  })

  it('what it sees of a folder that is taken apart stays', async () => {
    const folder = await bench.folder('f')
    const { file, version, cid } = await bench.file('a', folder)
    const at = await bench.take('s')
    await bench.remove('f', folder)
    await bench.collect(TRASH_MS)
    assert.deepEqual([(await bench.at(at, 'f'))?.id, (await bench.at(at, 'a', folder))?.id], [folder, file])
    assert.deepEqual(await bench.read(file, version), [cid])
    await bench.drop('s')
    await bench.collect()
    await bench.nothingLeft()
  })

  it('goes to the trash with its folder, comes back with it, and is no more when that is gone for good', async () => {
    const folder = await bench.folder('f')
    const { file, version, cid } = await bench.file('a', folder)
    const at = await bench.take('s', folder)
    await bench.replace('a', file, folder)
    await bench.remove('f', folder)
    await bench.restore('f', folder, 0)
    assert.equal((await bench.at(at, 'a', folder))?.inode.version, version)
    assert.deepEqual(await bench.read(file, version), [cid])
    await bench.remove('f', folder)
    await bench.collect(TRASH_MS)
    await assert.rejects(bench.at(at, 'a', folder), { code: 'not-found' })
    await bench.nothingLeft()
  })

  it('what was restored is seen as it was before it was removed, and as it came back', async () => {
    const { file, version, cid } = await bench.file('a')
    const first = await bench.take('first')
    await bench.remove('a', file)
    const between = await bench.take('between')
    await bench.restore('a', file, version)
    const last = await bench.take('last')
    await bench.remove('a', file, ROOT_ID, true)
    await bench.collect(TRASH_MS)
    assert.equal((await bench.at(first, 'a'))?.inode.version, version)
    assert.equal(await bench.at(between, 'a'), undefined)
    const restored = (await bench.at(last, 'a'))?.inode.version ?? 0
    assert.ok(restored > version)
    assert.deepEqual([await bench.read(file, version), await bench.read(file, restored)], [[cid], [cid]])
    await bench.drop('first')
    await bench.collect()
    assert.deepEqual(await bench.read(file, restored), [cid])
  })

  it('taken twice under one id it is one; another one of its name is refused', async () => {
    const id = newId(bench.swarm.random)
    const at = await bench.take('s', ROOT_ID, id)
    assert.equal(await bench.take('s', ROOT_ID, id), at)
    await assert.rejects(bench.take('s'), { code: 'exists' })
    await assert.rejects(bench.take('s', newId(bench.swarm.random)), { code: 'not-found' })
    await bench.drop('s')
    await assert.rejects(bench.at(at, 'a'), { code: 'not-found' })
  })

  it('versions of a file: the newest, those in the trash, those that snapshots see, and why', async () => {
    const one = await bench.file('a')
    const at = await bench.take('s')
    const two = await bench.replace('a', one.file)
    await bench.collect(TRASH_MS)
    const three = await bench.replace('a', one.file)
    const place = { parent: ROOT_ID, tag: tagOf('a') }
    const { versions, snapshots, more } = await listVersions(bench.swarm.context, { ...place, before: 0 })
    const found = versions.map(({ inode, current, trashUntilMs, snapshots }) => ({
      version: inode.version,
      current,
      trash: trashUntilMs > 0,
      snapshots: snapshots.map(({ revision }) => revision),
    }))
    assert.deepEqual(found, [
      { version: three.version, current: true, trash: false, snapshots: [] },
      { version: two.version, current: false, trash: true, snapshots: [] },
      { version: one.version, current: false, trash: false, snapshots: [at] },
    ])
    assert.deepEqual([snapshots.map(({ revision }) => revision), more], [[at], false])
    const below = await listVersions(bench.swarm.context, { ...place, before: two.version })
    assert.deepEqual(
      below.versions.map(({ inode }) => inode.version),
      [one.version],
    )
  })
})
