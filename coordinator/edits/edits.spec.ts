import assert from 'node:assert/strict'
import { cidToBytes } from '../../shared/cid.ts'
import { newId, ROOT_ID } from '../../shared/ids.ts'
import { COLLECT_DELAY_MS, INTENT_LEASE_MS } from '../../shared/limits.ts'
import { collectLoose, countListed } from '../collector/edited-content.ts'
import type { Member } from '../membership/members.ts'
import { keys } from '../metadata/keys.ts'
import { PieceRecord } from '../metadata/records.js'
import { readInode } from '../namespace/tree.ts'
import { abortIntent } from '../operations/end-intent.ts'
import { readMap } from '../operations/read-map.ts'
import { remove } from '../operations/remove.ts'
import { CLIENT, TestSwarm, tagOf } from '../operations/test-swarm.ts'
import { type Amended, amend } from './amend.ts'
import { openEdit } from './open-edit.ts'
import type { Amend } from './wanted.ts'

const TRASH_MS = 1_000_000
const ALL = { firstGroup: 0, groups: 0 }

describe('an edit at the coordinator', () => {
  let swarm: TestSwarm
  let workers: Member[]

  beforeEach(async () => {
    swarm = new TestSwarm()
    workers = await swarm.joinWorkers(4)
  })

  const open = async (file: string, base: number, upload = newId(swarm.random)): Promise<number> =>
    (await openEdit(swarm.context, CLIENT, { upload, file, base, chunks: 0, pieceBytesMax: 1000 })).version

  async function put(text: string, edit: number, count = 3): Promise<string> {
    const { cid } = swarm.piece(text)
    await swarm.receipt(cid, edit, ...workers.slice(0, count))
    return cid
  }

  async function step(
    edit: number,
    version: number,
    {
      groups = {},
      added = [],
      ...others
    }: Partial<Omit<Amend, 'groups' | 'added'>> & {
      groups?: Record<number, string[]>
      added?: string[]
    },
    client = CLIENT,
  ): Promise<Amended> {
    const wanted: Amend = {
      edit,
      version,
      added: added.map((cid) => ({ cid, sizeBytes: 1000 })),
      degraded: false,
      groups: Object.entries(groups).map(([group, pieces]) => ({
        group: Number(group),
        sealed: new Uint8Array([9]),
        pieces: pieces.map(cidToBytes),
      })),
      dropped: [],
      sealedHead: new Uint8Array([5]),
      sealedAttributes: undefined,
      last: false,
      loose: false,
      vouchers: [],
      ...others,
    }
    return await swarm.clock.drive(amend(swarm.context, client, wanted))
  }

  async function refsOf(cid: string): Promise<number> {
    return PieceRecord.decode((await swarm.context.store.get(keys.piece(cid))) ?? new Uint8Array()).refs
  }

  async function collect(): Promise<void> {
    const { signal } = new AbortController()
    await swarm.clock.advance(COLLECT_DELAY_MS)
    await countListed(swarm.context, signal)
    await collectLoose(swarm.context, signal)
  }

  /** As time goes by: leases run out, and what follows from it is done. */
  async function lapse(): Promise<void> {
    await swarm.clock.advance(INTENT_LEASE_MS)
    await swarm.collect()
    await collect()
    for (const [at, worker] of workers.entries()) workers[at] = await swarm.joinWorker(worker.peer)
  }

  it('holds no room that its steps did not take, however many there are', async () => {
    const { file, version } = await swarm.addFile('a', workers.slice(0, 3))
    const wanted = { upload: newId(swarm.random), file, base: version, chunks: 4, pieceBytesMax: 1e6 }
    const { version: edit } = await openEdit(swarm.context, CLIENT, wanted)
    const promised = (): number => workers.reduce((sum, { peer }) => sum + swarm.context.reservations.of(edit, peer), 0)
    assert.equal(promised(), 3 * 4e6)
    const one = await put('one', edit)
    await step(edit, edit, { groups: { 0: [one] }, added: [one] })
    assert.equal(promised(), 0)
  })

  it('publishes step by step, and each step is one version that readers see', async () => {
    const { file, version, cid } = await swarm.addFile('a', workers.slice(0, 3))
    const edit = await open(file, version)
    const one = await put('one', edit)
    const first = await step(edit, edit, { groups: { 0: [cid, one] }, added: [one] })
    assert.deepEqual([first.short, (await readInode(swarm.context.store, file))?.version], [[], edit])
    const two = await put('two', edit)
    await step(edit, first.next, { groups: { 0: [one, two] }, added: [two] })
    const inode = await readInode(swarm.context.store, file)
    assert.deepEqual([inode?.version, inode?.content, inode?.groups], [first.next, edit, 1])
    const [group] = await readMap(swarm.context, { file, version: first.next, ...ALL })
    assert.deepEqual(
      group?.pieces.map((piece) => piece.cid),
      [one, two],
    )
    await assert.rejects(readMap(swarm.context, { file, version: edit, ...ALL }), { code: 'changed' })
  })

  it('asked again, each call gives the same answer', async () => {
    const { file, version, cid } = await swarm.addFile('a', workers.slice(0, 3))
    const upload = newId(swarm.random)
    const edit = await open(file, version, upload)
    assert.equal(await open(file, version, upload), edit)
    assert.equal(await refsOf(cid), 2)
    const one = await put('one', edit)
    const wanted = { groups: { 0: [one] }, added: [one] }
    const first = await step(edit, edit, wanted)
    assert.deepEqual(await step(edit, edit, wanted), first)
    const last = await step(edit, first.next, { ...wanted, last: true })
    assert.deepEqual(await step(edit, first.next, { ...wanted, last: true }), last)
    await assert.rejects(step(edit, last.next, wanted), { code: 'intent-ended' })
  })

  it('what it began from goes to the trash with the first step, and stays whole there', async () => {
    swarm = new TestSwarm({ trashMs: TRASH_MS })
    workers = await swarm.joinWorkers(4)
    const { file, version, cid } = await swarm.addFile('a', workers.slice(0, 3))
    const edit = await open(file, version)
    const one = await put('one', edit)
    const first = await step(edit, edit, { groups: { 0: [one] }, added: [one] })
    await step(edit, first.next, { dropped: [0] })
    await collect()
    assert.deepEqual(await swarm.keysUnder('trash/'), [keys.trash(file, version)])
    assert.deepEqual([await refsOf(cid), await refsOf(one)], [1, 0])
  })

  it('a piece goes when no group lists it any more, after the delay for readers, and not before', async () => {
    const { file, version, cid } = await swarm.addFile('a', workers.slice(0, 3))
    const edit = await open(file, version)
    const one = await put('one', edit)
    const first = await step(edit, edit, { groups: { 0: [cid, one], 1: [one] }, added: [one] })
    const second = await step(edit, first.next, { groups: { 0: [cid] } })
    await collect()
    assert.equal(await refsOf(one), 1, 'group 1 lists it')
    await step(edit, second.next, { dropped: [1] })
    await countListed(swarm.context, new AbortController().signal)
    assert.equal(await refsOf(one), 1, 'somebody may read it')
    await collect()
    assert.equal(await refsOf(one), 0)
    assert.equal((await readInode(swarm.context.store, file))?.groups, 1)
  })

  it('counted in the order of the steps it cannot go while a group lists it', async () => {
    const { file, version, cid } = await swarm.addFile('a', workers.slice(0, 3))
    const edit = await open(file, version)
    const one = await put('one', edit)
    let { next } = await step(edit, edit, { groups: { 0: [cid, one] }, added: [one] })
    for (let n = 0; n < 4; n++) {
      next = (await step(edit, next, { groups: { [n + 1]: [one] }, added: [one], dropped: [n] })).next
    }
    await collect()
    assert.equal(await refsOf(one), 1)
    await lapse()
    assert.deepEqual([await refsOf(one), await refsOf(cid)], [1, 0])
  })

  it('nothing is published without receipts for what is added, nor with pieces that nobody put', async () => {
    const { file, version, cid } = await swarm.addFile('a', workers.slice(0, 3))
    const edit = await open(file, version)
    const one = await put('one', edit, 2)
    const { short, next } = await step(edit, edit, { groups: { 0: [cid, one] }, added: [one] })
    assert.deepEqual([short.map(({ holders }) => holders.length), next], [[2], 0])
    await assert.rejects(step(edit, edit, { groups: { 0: [cid, swarm.piece('none').cid] } }), { code: 'usage' })
    await assert.rejects(step(edit, edit, { groups: { 0: [cid, one] } }), { code: 'usage' }, 'put, but not added')
    await assert.rejects(step(edit, edit, { groups: { 0: [cid, cid] } }), { code: 'usage' })
    await assert.rejects(step(edit, edit, { groups: { 0: [] } }), { code: 'usage' })
    await assert.rejects(step(edit, edit + 1, { groups: { 0: [cid] } }), { code: 'usage' })
    assert.equal((await readInode(swarm.context.store, file))?.version, version)
    const degraded = await step(edit, edit, { groups: { 0: [cid, one] }, added: [one], degraded: true })
    assert.equal(degraded.copies, 2)
    assert.equal((await swarm.keysUnder('relist/')).length, 1)
  })

  it('somebody else published meanwhile: changed, and nothing of theirs is lost', async () => {
    const { file, version, cid } = await swarm.addFile('a', workers.slice(0, 3))
    const edit = await open(file, version)
    const other = await open(file, version)
    const [mine, theirs] = [await put('mine', edit), await put('theirs', other)]
    const { next } = await step(other, other, { groups: { 0: [theirs] }, added: [theirs] })
    await assert.rejects(step(edit, edit, { groups: { 0: [mine] }, added: [mine] }), { code: 'changed' })
    await assert.rejects(open(file, version), { code: 'changed' })
    const replaced = await swarm.addFile('a', workers.slice(0, 3), { file, replace: true })
    await assert.rejects(step(other, next, { groups: { 0: [theirs] } }), { code: 'changed' })
    assert.equal((await readInode(swarm.context.store, file))?.version, replaced.version)
    await abortIntent(swarm.context, CLIENT, edit)
    await lapse()
    assert.deepEqual([await refsOf(mine), await refsOf(cid)], [0, 0])
  })

  it('given up or lapsed: what was published stays, what was only put goes; before the first step all of it goes', async () => {
    const { file, version, cid } = await swarm.addFile('a', workers.slice(0, 3))
    const edit = await open(file, version)
    await put('never', edit)
    await lapse()
    assert.deepEqual([await refsOf(swarm.piece('never').cid), await refsOf(cid)], [0, 1])
    await assert.rejects(step(edit, edit, { groups: { 0: [cid] } }), { code: 'intent-ended' })
    const again = await open(file, version)
    const one = await put('one', again)
    await step(again, again, { groups: { 0: [one] }, added: [one] })
    const loose = await put('loose', again)
    await lapse()
    assert.deepEqual([await refsOf(one), await refsOf(loose)], [1, 0])
    assert.equal((await readInode(swarm.context.store, file))?.version, again)
  })

  it('a file that was removed or a stranger: refused', async () => {
    const { file, version, cid } = await swarm.addFile('a', workers.slice(0, 3))
    const edit = await open(file, version)
    await assert.rejects(step(edit, edit, { groups: { 0: [cid] } }, 'stranger'), { code: 'refused' })
    const inode = await readInode(swarm.context.store, file)
    const gone = {
      parent: ROOT_ID,
      tag: tagOf('a'),
      id: file,
      recursive: false,
      now: false,
      seen: inode?.revision ?? 0,
    }
    await remove(swarm.context, gone)
    await assert.rejects(step(edit, edit, { groups: { 0: [cid] } }), { code: 'not-found' })
    await assert.rejects(open(file, version), { code: 'not-found' })
    const upload = await swarm.open({ name: 'b' })
    await assert.rejects(step(upload.version, upload.version, { groups: { 0: [cid] } }), { code: 'usage' })
  })

  it('a file of many pieces is copied in steps that each fit a transaction', async () => {
    const { version, file } = await (async () => {
      const file = newId(swarm.random)
      const { version } = await swarm.open({ name: 'many', file })
      const pieces = Array.from({ length: 130 }, (_, n) => swarm.piece(`many ${n}`))
      for (const { cid } of pieces) await swarm.receipt(cid, version, ...workers.slice(0, 3))
      await swarm.commit(version, pieces)
      return { version, file }
    })()
    const edit = await open(file, version)
    assert.equal((await swarm.keysUnder(`ref/${file}/`)).length, 260)
    assert.equal((await swarm.keysUnder(`extents/${file}/`)).length, 2)
    await abortIntent(swarm.context, CLIENT, edit)
    await lapse()
    assert.equal((await swarm.keysUnder(`ref/${file}/`)).length, 130)
    assert.equal(await refsOf(swarm.piece('many 1').cid), 1)
  })
})
