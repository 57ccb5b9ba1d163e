import assert from 'node:assert/strict'
import { newId, ROOT_ID } from '../../shared/ids.ts'
import { keys } from '../metadata/keys.ts'
import { InodeRecord, LogRecord } from '../metadata/records.js'
import { lookup } from './list.ts'
import { makeFolder } from './make-folder.ts'
import { move } from './move.ts'
import { remove } from './remove.ts'
import { TestSwarm, tagOf } from './test-swarm.ts'

const code = (code: string) => (error: { code?: string }) => error.code === code
const sealedName = new Uint8Array([1])

describe('a move over what is there', () => {
  let swarm: TestSwarm
  let workers: Awaited<ReturnType<TestSwarm['joinWorkers']>>

  beforeEach(async () => {
    swarm = new TestSwarm({ trashMs: 3_600_000 })
    workers = await swarm.joinWorkers(3)
  })

  const folder = async (name: string, parent = ROOT_ID): Promise<string> => {
    const id = newId(swarm.random)
    await makeFolder(swarm.context, { parent, tag: tagOf(name), id, sealedName, sealedAttributes: sealedName })
    return id
  }
  const file = async (name: string, parent = ROOT_ID) => await swarm.addFile(name, workers, { parent })
  const over = async (id: string, from: string, to: string, more: { newParent?: string; replace?: boolean } = {}) =>
    await move(swarm.context, {
      parent: ROOT_ID,
      tag: tagOf(from),
      id,
      newParent: ROOT_ID,
      newTag: tagOf(to),
      sealedName,
      replace: true,
      ...more,
    })
  const at = async (name: string, parent = ROOT_ID) => (await lookup(swarm.context, parent, tagOf(name)))?.id

  it('a file takes the place of a file, which goes to the trash whole, in one transaction', async () => {
    const [a, b] = [await file('a'), await file('b')]
    await assert.rejects(over(a.file, 'a', 'b', { replace: false }), code('exists'))
    const revision = await over(a.file, 'a', 'b')
    assert.deepEqual([await at('a'), await at('b')], [undefined, a.file])
    const [item] = await swarm.keysUnder(`trash/${b.file}/`)
    assert.equal(item, keys.trash(b.file, b.version))
    assert.equal((await swarm.keysUnder('removed/')).length, 1)
    const lines = await swarm.keysUnder('log/')
    assert.deepEqual(lines.slice(-2), [keys.log(revision), keys.log(revision, 1)])
    const changes = await Promise.all(lines.slice(-2).map(async (key) => await swarm.context.store.get(key)))
    assert.deepEqual(
      changes.map((line) => LogRecord.decode(line ?? assert.fail()).change),
      ['move', 'remove'],
    )
  })

  it('without a trash, the space of the file that gave way comes back', async () => {
    swarm = new TestSwarm()
    workers = await swarm.joinWorkers(3)
    const [a, b] = [await file('a'), await file('b')]
    await over(a.file, 'a', 'b')
    await swarm.collect()
    assert.deepEqual(
      await swarm.keysUnder('removal/'),
      workers.map(({ store }) => keys.removal(store, b.cid)).toSorted(),
    )
    assert.equal(await at('b'), a.file)
    assert.deepEqual(await swarm.keysUnder(`ref/${b.file}/`), [])
  })

  it('a folder takes the place of an empty folder alone, with all that it holds', async () => {
    const [d, e] = [await folder('d'), await folder('e')]
    const below = await folder('below', d)
    await over(d, 'd', 'e')
    assert.deepEqual([await at('d'), await at('e'), await at('below', d)], [undefined, d, below])
    assert.deepEqual(await swarm.keysUnder('trash/'), [keys.trash(e, 0)])
    const full = await folder('full')
    await folder('in it', full)
    await assert.rejects(over(d, 'e', 'full'), code('not-empty'))
    assert.deepEqual([await at('e'), await at('full')], [d, full])
  })

  it('a folder and a file never take one another’s place', async () => {
    const [d, a] = [await folder('d'), await file('a')]
    await assert.rejects(over(d, 'd', 'a'), code('not-a-folder'))
    await assert.rejects(over(a.file, 'a', 'd'), code('is-a-folder'))
    await folder('in it', d)
    await assert.rejects(over(a.file, 'a', 'd'), code('is-a-folder'))
    assert.deepEqual([await at('d'), await at('a')], [d, a.file])
  })

  it('a folder never goes below itself, nor over one that it is in', async () => {
    const d = await folder('d')
    const below = await folder('below', d)
    await assert.rejects(over(d, 'd', 'below', { newParent: d }), code('under-itself'))
    const up = { parent: d, tag: tagOf('below'), id: below, newParent: ROOT_ID, newTag: tagOf('d'), sealedName }
    await assert.rejects(move(swarm.context, { ...up, replace: true }), code('not-empty'))
  })

  it('onto itself it does nothing, and where it is there already it is done', async () => {
    const [a, b] = [await file('a'), await file('b')]
    await over(a.file, 'a', 'a')
    assert.deepEqual(await swarm.keysUnder('trash/'), [])
    await over(a.file, 'a', 'b')
    await over(a.file, 'a', 'b')
    assert.deepEqual(await swarm.keysUnder('trash/'), [keys.trash(b.file, b.version)])
  })

  it('what was restored since the client looked is not moved by a call that comes late', async () => {
    const [a] = [await file('a'), await file('b')]
    const wanted = { parent: ROOT_ID, tag: tagOf('a'), id: a.file, newParent: ROOT_ID, newTag: tagOf('b'), sealedName }
    await swarm.context.store.transact(async (tx) => {
      const value = (await tx.get(keys.inode(a.file))) ?? assert.fail()
      tx.put(keys.inode(a.file), InodeRecord.encode({ ...InodeRecord.decode(value), restored: 9_000 }))
    })
    await assert.rejects(move(swarm.context, { ...wanted, replace: true, seen: 8_999 }), code('changed'))
    await move(swarm.context, { ...wanted, replace: true, seen: 9_001 })
  })

  it('something is put into the folder that gives way at the same time: one of both is told, and nothing is lost', async () => {
    for (let round = 0; round < 20; round++) {
      const [d, e] = [await folder(`d${round}`), await folder(`e${round}`)]
      const ended = await Promise.allSettled([over(d, `d${round}`, `e${round}`), folder('in it', e)])
      assert.deepEqual(ended.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
      const there = await at(`e${round}`)
      if (ended[1]?.status === 'fulfilled') assert.deepEqual([there, (await at('in it', e)) !== undefined], [e, true])
      else assert.equal(there, d)
    }
  })

  it('two files go over the same third at once: one after the other, and both losers can be restored', async () => {
    const [a, b, c] = [await file('a'), await file('b'), await file('c')]
    await Promise.all([over(a.file, 'a', 'c'), over(b.file, 'b', 'c')])
    const there = await at('c')
    const loser = there === a.file ? b : a
    assert([a.file, b.file].includes(there ?? ''))
    const lost = [keys.trash(c.file, c.version), keys.trash(loser.file, loser.version)]
    assert.deepEqual(await swarm.keysUnder('trash/'), lost.toSorted())
  })

  it('new content on its way to a file that gave way is not published in the place of the one that came', async () => {
    const [a, b] = [await file('a'), await file('b')]
    const { version } = await swarm.open({ name: 'b', file: b.file, replace: true })
    const piece = swarm.piece('new content')
    await swarm.receipt(piece.cid, version, ...workers)
    await over(a.file, 'a', 'b')
    await assert.rejects(swarm.commit(version, [piece]), code('changed'))
    assert.equal(await at('b'), a.file)
  })

  it('a file removed at the same time as it gives way is in the trash once', async () => {
    const [a, b] = [await file('a'), await file('b')]
    const removal = { parent: ROOT_ID, tag: tagOf('b'), id: b.file, recursive: false }
    await Promise.allSettled([over(a.file, 'a', 'b'), remove(swarm.context, removal)])
    assert.equal(await at('b'), a.file)
    assert.deepEqual(await swarm.keysUnder('trash/'), [keys.trash(b.file, b.version)])
  })
})
