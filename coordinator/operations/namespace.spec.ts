import assert from 'node:assert/strict'
import { newId, ROOT_ID } from '../../shared/ids.ts'
import { PATH_DEPTH_MAX } from '../../shared/limits.ts'
import { keys } from '../metadata/keys.ts'
import { type InodeRecord, PieceRecord } from '../metadata/records.js'
import { link, readChildInode, unlink } from '../namespace/tree.ts'
import { list, lookup } from './list.ts'
import { makeFolder } from './make-folder.ts'
import { move } from './move.ts'
import { confirmRemovals, nextRemovals } from './removals.ts'
import { remove } from './remove.ts'
import { countPieces } from './status.ts'
import { storeOf, TestSwarm, tagOf } from './test-swarm.ts'

const code = (code: string) => (error: { code?: string }) => error.code === code
const record = { sealedName: new Uint8Array([1]), sealedAttributes: new Uint8Array([1]) }
const sealedName = new Uint8Array([1])
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('the namespace at the coordinator', () => {
  let swarm: TestSwarm

  beforeEach(() => {
    swarm = new TestSwarm()
  })

  const folder = async (name: string, parent = ROOT_ID): Promise<string> => {
    const id = newId(swarm.random)
    await makeFolder(swarm.context, { parent, tag: tagOf(name), id, ...record })
    return id
  }

  it('making a folder again by the same id is the same folder; by another id it exists', async () => {
    const id = await folder('d')
    const again = await makeFolder(swarm.context, { parent: ROOT_ID, tag: tagOf('d'), id, ...record })
    assert.equal(again.folder, true)
    await assert.rejects(folder('d'), code('exists'))
    await assert.rejects(folder('e', newId(swarm.random)), code('not-found'))
  })

  it('a folder moves with all below it, never under itself, and a repeated move is done', async () => {
    const [a, b] = [await folder('a'), await folder('b')]
    const below = await folder('below', a)
    const intoItself = { parent: ROOT_ID, tag: tagOf('a'), id: a, newParent: below, newTag: tagOf('a'), sealedName }
    await assert.rejects(move(swarm.context, intoItself), code('under-itself'))
    await assert.rejects(move(swarm.context, { ...intoItself, newParent: a }), code('under-itself'))
    await move(swarm.context, { ...intoItself, newParent: b })
    await move(swarm.context, { ...intoItself, newParent: b })
    assert.equal((await lookup(swarm.context, b, tagOf('a')))?.id, a)
    assert.equal(await lookup(swarm.context, ROOT_ID, tagOf('a')), undefined)
    assert.equal((await lookup(swarm.context, a, tagOf('below')))?.id, below)
  })

  it('a move onto something that is there is refused', async () => {
    const a = await folder('a')
    await folder('b')
    const onto = { parent: ROOT_ID, tag: tagOf('a'), id: a, newParent: ROOT_ID, newTag: tagOf('b'), sealedName }
    await assert.rejects(move(swarm.context, onto), code('exists'))
  })

  it('two folders moved into each other at once: one is told', async () => {
    const [a, b] = [await folder('a'), await folder('b')]
    const into = (name: string, id: string, newParent: string) =>
      move(swarm.context, { parent: ROOT_ID, tag: tagOf(name), id, newParent, newTag: tagOf(name), sealedName })
    const ended = await Promise.allSettled([into('a', a, b), into('b', b, a)])
    assert.deepEqual(ended.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  })

  it('a folder that is not empty is removed only with what it holds', async () => {
    const d = await folder('d')
    await folder('below', d)
    const removal = { parent: ROOT_ID, tag: tagOf('d'), id: d, recursive: false }
    await assert.rejects(remove(swarm.context, removal), code('not-empty'))
    await remove(swarm.context, { ...removal, recursive: true })
    await assert.rejects(remove(swarm.context, removal), code('not-found'))
  })

  it('removing what has another id by now is refused', async () => {
    await folder('d')
    const wrong = { parent: ROOT_ID, tag: tagOf('d'), id: newId(swarm.random), recursive: true }
    await assert.rejects(remove(swarm.context, wrong), code('changed'))
  })

  it('removing an empty folder while something is put into it: one of both is told', async () => {
    for (let round = 0; round < 20; round++) {
      const d = await folder(`d${round}`)
      const removal = { parent: ROOT_ID, tag: tagOf(`d${round}`), id: d, recursive: false }
      const ended = await Promise.allSettled([remove(swarm.context, removal), folder('below', d)])
      assert.deepEqual(ended.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    }
  })

  it('folders go a limited depth', async () => {
    let parent = ROOT_ID
    for (let depth = 0; depth <= PATH_DEPTH_MAX; depth++) parent = await folder('d', parent)
    await assert.rejects(folder('d', parent), code('name-invalid'))
  })

  it('a listing pages in the order of tags, whole and without doubles', async () => {
    const d = await folder('d')
    const names = Array.from({ length: 57 }, (_, n) => `file ${n}`)
    for (const name of names) await folder(name, d)
    const seen: string[] = []
    for (let more = true, after: string | undefined; more; ) {
      const page = await list(swarm.context, d, { after, limit: 10 })
      seen.push(...page.entries.map(({ inode }) => hex(inode.tag)))
      after = seen.at(-1)
      more = page.more
    }
    assert.deepEqual(seen, names.map(tagOf).toSorted())
  })

  /** Begins `change` so many turns before `look`, which thus is overtaken in each of its steps. Twice each, for a change that goes to and fro. */
  const duringEachStep = async <T>(change: () => Promise<void>, look: () => Promise<T>): Promise<T[]> => {
    const seen: T[] = []
    for (const ahead of Array.from({ length: 40 }, (_, turns) => [turns, turns]).flat()) {
      const changed = change()
      for (let turn = 0; turn < ahead; turn++) await undefined
      seen.push(await look())
      await changed
    }
    return seen
  }

  it('an entry moves while it is looked up or listed: it is shown where it was asked for, or not at all', async () => {
    const [a, b] = [await folder('a'), await folder('b')]
    const id = await folder('x', a)
    let [parent, newParent] = [a, b]
    const moveOver = async (): Promise<void> => {
      const wanted = { parent, tag: tagOf('x'), id, newParent, newTag: tagOf('x'), sealedName }
      ;[parent, newParent] = [newParent, parent]
      await move(swarm.context, wanted)
    }
    const parentsOf = (found: ({ inode: InodeRecord } | undefined)[]) =>
      new Set(found.map((entry) => entry && hex(entry.inode.parent)))
    const lookedUp = await duringEachStep(moveOver, async () => await lookup(swarm.context, a, tagOf('x')))
    assert.deepEqual(parentsOf(lookedUp), new Set([a, undefined]))
    const listed = await duringEachStep(moveOver, async () => {
      return (await list(swarm.context, a, { after: undefined, limit: 0 })).entries[0]
    })
    assert.deepEqual(parentsOf(listed), new Set([a, undefined]))
  })

  it('an entry gives way to another while it is looked up or listed: the name is never missing', async () => {
    const d = await folder('d')
    await folder('x', d)
    const giveWay = async (): Promise<void> => {
      await swarm.context.store.transact(async (tx) => {
        const { id, inode } = (await readChildInode(tx, d, tagOf('x'))) ?? assert.fail()
        await unlink(tx, id, inode)
        await link(tx, newId(swarm.random), inode)
      })
    }
    const lookedUp = await duringEachStep(giveWay, async () => await lookup(swarm.context, d, tagOf('x')))
    assert(lookedUp.every((found) => found !== undefined))
    const listed = await duringEachStep(giveWay, async () => {
      const { entries } = await list(swarm.context, d, { after: undefined, limit: 0 })
      return entries.map(({ inode }) => hex(inode.tag))
    })
    for (const names of listed) assert.deepEqual(names, [tagOf('x')])
  })

  it('a tree that was removed is collected whole: every piece is removed at every worker, and no record is left', async () => {
    const workers = await swarm.joinWorkers(3)
    const d = await folder('d')
    const below = await folder('below', d)
    for (let n = 0; n < 90; n++) await swarm.addFile(`file ${n}`, workers, { parent: n % 2 ? d : below })
    const kept = await swarm.addFile('kept', workers)
    await remove(swarm.context, { parent: ROOT_ID, tag: tagOf('d'), id: d, recursive: true })
    await swarm.collect()
    for (const { store } of workers) {
      const due = await nextRemovals(swarm.context, store, 0, new AbortController().signal)
      assert.equal(due.length, 90)
      await confirmRemovals(
        swarm.context,
        store,
        due.map((removal) => ({ ...removal, kept: false })),
      )
    }
    assert.deepEqual(await swarm.keysUnder('piece/'), [keys.piece(kept.cid)])
    for (const prefix of ['removal/', 'detached/', 'garbage/']) assert.deepEqual(await swarm.keysUnder(prefix), [])
    for (const prefix of ['ref/', 'extents/', 'dirent/', 'inode/']) {
      assert.equal((await swarm.keysUnder(prefix)).length, 1, prefix)
    }
    assert.equal((await swarm.keysUnder('held/')).length, 3)
  })

  it('a file whose folder was removed is gone before the collector comes, and cannot be removed again', async () => {
    const workers = await swarm.joinWorkers(3)
    const d = await folder('d')
    const { file } = await swarm.addFile('a', workers, { parent: d })
    await remove(swarm.context, { parent: ROOT_ID, tag: tagOf('d'), id: d, recursive: true })
    await assert.rejects(
      remove(swarm.context, { parent: d, tag: tagOf('a'), id: file, recursive: false }),
      code('not-found'),
    )
  })

  it('a removal that the worker refused because the piece was put again is told anew with a newer revision', async () => {
    const workers = await swarm.joinWorkers(3)
    const { file } = await swarm.addFile('a', workers)
    await remove(swarm.context, { parent: ROOT_ID, tag: tagOf('a'), id: file, recursive: false })
    await swarm.collect()
    const store = storeOf('worker-1')
    const signal = new AbortController().signal
    const [due] = await nextRemovals(swarm.context, store, 0, signal)
    assert(due)
    await confirmRemovals(swarm.context, store, [{ ...due, kept: true }])
    const [again] = await nextRemovals(swarm.context, store, 0, signal)
    assert(again && again.revision > due.revision)
  })

  it('while very many pieces are counted, others have their turn', async () => {
    const { clock, context } = swarm
    const pieces = 2500
    for (let at = 0; at < pieces; at += 100) {
      await context.store.transact(async (tx) => {
        for (let n = at; n < at + 100; n++) tx.put(keys.piece(`cid-${n}`), PieceRecord.encode({ copies: 3 }))
      })
    }
    let turns = 0
    const turn = (): void => {
      turns++
      clock.after(0, turn)
    }
    clock.after(0, turn)
    assert.deepEqual(await clock.drive(countPieces(context)), { total: pieces, under: 0, lost: pieces })
    assert(turns >= 2, `${turns} turns`)
  })

  it('a lost store counts no more: its pieces are short, its removals forgotten, its return refused', async () => {
    const workers = await swarm.joinWorkers(3)
    const { cid } = await swarm.addFile('a', workers)
    assert.deepEqual(await countPieces(swarm.context), { total: 1, under: 0, lost: 0 })
    await swarm.joinWorker('worker-1', { store: storeOf('a new disk') })
    await swarm.collect(0)
    // Nobody's heartbeat came since, so all of them have to be told alive again.
    for (const { peer, store } of workers.slice(1)) await swarm.joinWorker(peer, { store })
    assert.deepEqual(await countPieces(swarm.context), { total: 1, under: 1, lost: 0 })
    const row = await swarm.context.store.get(keys.piece(cid))
    assert.equal(PieceRecord.decode(row ?? assert.fail()).holders.length, 2)
    await assert.rejects(swarm.joinWorker('worker-1'), code('refused'))
    await assert.rejects(swarm.joinWorker('worker-9', { store: storeOf('worker-2') }), code('refused'))
  })
})
