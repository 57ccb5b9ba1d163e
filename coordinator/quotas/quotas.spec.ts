import assert from 'node:assert/strict'
import { newId, ROOT_ID, toHex } from '../../shared/ids.ts'
import { keys } from '../metadata/keys.ts'
import { InodeRecord } from '../metadata/records.js'
import { readInode } from '../namespace/tree.ts'
import { TestSwarm } from '../operations/test-swarm.ts'
import { faultsOfCharges, faultsOfSums } from './quota-sums-fixture.ts'
import { place, QuotaSwarm } from './quota-swarm-fixture.ts'
import { listQuotas, readQuotaUse, setQuota } from './quotas.ts'
import { recountSome } from './recount.ts'

const OVER = { code: 'over-quota' }

describe('a quota', () => {
  let quotas: QuotaSwarm

  beforeEach(async () => {
    quotas = new QuotaSwarm()
    await quotas.begin()
  })

  afterEach(async () => {
    const { store } = quotas.swarm.context
    assert.deepEqual(await faultsOfSums(store), [])
    await quotas.recount()
    assert.deepEqual([...(await faultsOfSums(store)), ...(await faultsOfCharges(store))], [])
  })

  it('counts what is published, and refuses what leads beyond it with the numbers', async () => {
    await quotas.quota(ROOT_ID, 1_000)
    await quotas.add('a', 600)
    await assert.rejects(quotas.add('b', 401), /401 B more do not fit: 600 B of 1000 B are used/)
    await quotas.add('b', 400)
    assert.equal(await quotas.used(), '1000/2')
  })

  it('two uploads race for the last bytes: one has them', async () => {
    await quotas.quota(ROOT_ID, 1_000)
    const both = await Promise.all(['a', 'b'].map(async (name) => await quotas.uploaded(name, 600)))
    const outcomes = await Promise.allSettled(both.map(async ({ commit }) => await commit()))
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    assert.equal(await quotas.used(), '600/1')
  })

  it('a commit whose answer was lost counts once, also when it is asked again', async () => {
    await quotas.quota(ROOT_ID, 1_000)
    const { commit } = await quotas.uploaded('a', 600)
    await commit()
    await commit()
    assert.equal(await quotas.used(), '600/1')
  })

  it('limits files as well, also empty ones, and only new ones', async () => {
    await quotas.quota(ROOT_ID, 0, 2)
    const file = await quotas.add('a', 600)
    await quotas.empty('b')
    await assert.rejects(quotas.empty('c'), OVER)
    await assert.rejects(quotas.add('c', 1), OVER)
    await quotas.add('a', 900, { file, replace: true })
    assert.equal(await quotas.used(), '900/2')
  })

  it('with too much in it: less of it, and what goes, is let through, more is not', async () => {
    const file = await quotas.add('a', 800)
    const other = await quotas.add('b', 800)
    const outside = await quotas.folder('outside')
    await quotas.quota(outside, 10_000)
    await quotas.quota(ROOT_ID, 1_000)
    await quotas.recount()
    assert.equal(await quotas.used(), '1600/2')
    await quotas.add('a', 700, { file, replace: true })
    await assert.rejects(quotas.edit(file, 701), OVER)
    await quotas.edit(file, 500)
    assert.equal(await quotas.used(), '1300/2')
    await quotas.mv(other, place('b'), place('c'))
    await quotas.mv(other, place('c'), place('b', outside))
    assert.deepEqual([await quotas.used(), await quotas.used(outside)], ['500/1', '800/1'])
    await assert.rejects(quotas.mv(other, place('b', outside), place('b')), OVER)
    await quotas.rm(file, place('a'))
    await quotas.mv(other, place('b', outside), place('b'))
    assert.deepEqual([await quotas.used(), await quotas.used(outside)], ['800/1', '0/0'])
  })

  it('tells before a byte travels what the size says, and while more comes of what has none', async () => {
    const { swarm } = quotas
    await quotas.quota(ROOT_ID, 1_000)
    await assert.rejects(swarm.open({ name: 'a', sizeHintBytes: 1_001 }), OVER)
    await swarm.open({ name: 'a', sizeHintBytes: 1_000 })
    const file = await quotas.add('b', 1_000)
    await assert.rejects(swarm.open({ name: 'c' }), OVER)
    await swarm.open({ name: 'b', file, replace: true, sizeHintBytes: 1_000 })
    await assert.rejects(swarm.open({ name: 'b', file, replace: true, sizeHintBytes: 1_001 }), OVER)
  })

  it('of the nearest folder holds, and alone; set, changed and taken away again the files count where they shall', async () => {
    const outer = await quotas.folder('outer')
    const inner = await quotas.folder('inner', outer)
    await quotas.add('a', 100, { parent: outer })
    await quotas.add('b', 200, { parent: inner })
    await quotas.quota(outer, 1_000)
    assert.deepEqual([await quotas.used(inner), (await quotas.use(outer)).counting], ['0/0', true])
    await quotas.recount()
    assert.deepEqual([await quotas.used(inner), (await quotas.use(outer)).counting], ['300/2', false])
    await quotas.quota(inner, 1_000)
    await quotas.recount()
    assert.deepEqual([await quotas.used(outer), await quotas.used(inner)], ['100/1', '200/1'])
    await setQuota(quotas.swarm.context, inner, undefined)
    // Set again before anyone came to what was in it.
    await quotas.quota(inner, 500)
    await quotas.recount()
    assert.deepEqual([await quotas.used(outer), await quotas.used(inner)], ['100/1', '200/1'])
    for (const folder of [inner, outer]) await setQuota(quotas.swarm.context, folder, undefined)
    await quotas.recount()
    for (const prefix of ['quota/', 'used/', 'recount/']) assert.deepEqual(await quotas.swarm.keysUnder(prefix), [])
    assert.equal(await quotas.swarm.context.store.get(keys.quotas), undefined)
  })

  it('what is in the trash counts nowhere, and counts again when it comes back; where it does not fit it stays there', async () => {
    await quotas.quota(ROOT_ID, 1_000)
    const { file, version, commit } = await quotas.uploaded('a', 600)
    await commit()
    await quotas.rm(file, place('a'))
    assert.equal(await quotas.used(), '0/0')
    const other = await quotas.add('b', 600)
    await assert.rejects(quotas.back(file, version, place('a')), OVER)
    await quotas.rm(other, place('b'))
    await quotas.back(file, version, place('a'))
    assert.equal(await quotas.used(), '600/1')
    await quotas.add('a', 900, { file, replace: true })
    const older = (await quotas.swarm.keysUnder(`trash/${file}/`))[0] ?? ''
    await quotas.back(file, Number.parseInt(older.split('/')[2] ?? '', 16), place('a'))
    assert.equal(await quotas.used(), '600/1')
  })

  it('a folder that is removed, restored or moved: counted anew step by step, whoever dies in between', async () => {
    const [here, there] = [await quotas.folder('here'), await quotas.folder('there')]
    await quotas.quota(here, 100_000)
    await quotas.quota(there, 100_000)
    const folder = await quotas.folder('folder', here)
    const below = await quotas.folder('below', folder)
    for (let n = 0; n < 50; n++) await quotas.add(`a${n}`, 10, { parent: n < 45 ? folder : below })
    assert.equal(await quotas.used(here), '500/50')
    await quotas.rm(folder, place('folder', here))
    await recountSome(quotas.swarm.context, folder)
    assert.equal(await quotas.used(here), '110/11', 'a step of it is done: forty entries, one of them a folder')
    // It comes back while it is being counted.
    await quotas.back(folder, 0, place('folder', here))
    await quotas.recount()
    assert.equal(await quotas.used(here), '500/50')
    await quotas.mv(folder, place('folder', here), place('folder', there))
    await recountSome(quotas.swarm.context, folder)
    assert.deepEqual([await quotas.used(here), await quotas.used(there)], ['110/11', '390/39'])
    // The one below leaves before anyone came to it.
    await quotas.mv(below, place('below', folder), place('below', there))
    await quotas.mv(below, place('below', there), place('below', here))
    await quotas.recount()
    assert.deepEqual([await quotas.used(here), await quotas.used(there)], ['50/5', '450/45'])
    await quotas.rm(folder, place('folder', there), true)
    await quotas.collect()
    assert.equal(await quotas.used(there), '0/0')
  })

  it('a folder that leaves the folder that is to be counted, before anyone came to it, is counted all the same', async () => {
    const above = await quotas.folder('above')
    const [from, to] = [await quotas.folder('from', above), await quotas.folder('to', above)]
    const folder = await quotas.folder('folder', from)
    await quotas.add('a', 100, { parent: folder })
    await quotas.quota(above, 1_000)
    await recountSome(quotas.swarm.context, above)
    await recountSome(quotas.swarm.context, to)
    // From one that is still to be looked into to one that was: the same quota holds in both.
    await quotas.mv(folder, place('folder', from), place('folder', to))
    await quotas.recount()
    assert.equal(await quotas.used(above), '100/1')
  })

  it('goes with its folder to the trash, comes back with it, and ends with it', async () => {
    const folder = await quotas.folder('folder')
    const below = await quotas.folder('below', folder)
    await quotas.quota(ROOT_ID, 10_000)
    await quotas.quota(folder, 1_000)
    for (const [n, parent] of [folder, below].entries()) await quotas.add(`a${n}`, 300, { parent })
    await quotas.rm(folder, place('folder'))
    await quotas.recount()
    const listed = async (): Promise<string[]> =>
      (await listQuotas(quotas.swarm.context, '')).quotas.map(({ folder, usedBytes }) => `${folder} ${usedBytes}`)
    assert.deepEqual(await listed(), [`${ROOT_ID} 0`])
    await quotas.back(folder, 0, place('again'))
    assert.deepEqual(await listed(), [`${ROOT_ID} 0`, `${folder} 600`].toSorted())
    await quotas.rm(folder, place('again'), true)
    await quotas.collect()
    assert.deepEqual(await quotas.swarm.keysUnder('quota/'), [keys.quota(ROOT_ID)])
    assert.deepEqual(await quotas.swarm.keysUnder('used/'), [])
  })

  it('of a pack each file is refused alone, and one that counts elsewhere waits for another call', async () => {
    const elsewhere = await quotas.folder('elsewhere')
    await quotas.quota(ROOT_ID, 500)
    await quotas.quota(elsewhere, 500)
    const files = [
      { name: 'a', parent: ROOT_ID, sizeBytes: 300 },
      { name: 'b', parent: ROOT_ID, sizeBytes: 300 },
      { name: 'c', parent: elsewhere, sizeBytes: 300 },
      { name: 'd', parent: ROOT_ID, sizeBytes: 200 },
    ]
    const { outcomes } = await quotas.pack(files)
    assert.deepEqual(
      outcomes.map((error) => error?.code),
      [undefined, 'over-quota', 'changed', undefined],
    )
    assert.equal(await quotas.used(), '500/2')
  })

  it('files that were written before anyone said how large they are count by their pieces, until they are written again', async () => {
    const file = await quotas.add('a', undefined)
    await forgetSize(quotas.swarm, file)
    await quotas.quota(ROOT_ID, 10_000)
    await quotas.recount()
    assert.equal(await quotas.used(), `${1000 - 8 - 16}/1`)
    await quotas.add('a', 700, { file, replace: true })
    assert.equal(await quotas.used(), '700/1')
  })

  it('a coordinator that was started again goes on counting', async () => {
    for (let n = 0; n < 60; n++) await quotas.add(`a${n}`, 10)
    await quotas.quota(ROOT_ID, 10_000)
    await recountSome(quotas.swarm.context, ROOT_ID)
    const { store } = quotas.swarm.context
    quotas = new QuotaSwarm(new TestSwarm({ clock: quotas.swarm.clock, store }))
    await quotas.begin()
    await quotas.recount()
    assert.equal(await quotas.used(), '600/60')
  })

  it('refuses what is no folder, no quota, or not there', async () => {
    const file = await quotas.add('a', 1)
    const [folder, { context }] = [await quotas.folder('folder'), quotas.swarm]
    await assert.rejects(quotas.quota(file, 1), { code: 'not-a-folder' })
    await assert.rejects(quotas.quota(newId(context.random), 1), { code: 'not-found' })
    await assert.rejects(quotas.quota(folder, 0), { code: 'usage' })
    await assert.rejects(readQuotaUse(context, newId(context.random)), { code: 'not-found' })
    assert.equal(await readQuotaUse(context, folder), undefined)
    await setQuota(context, folder, undefined)
  })
})

/** As one that was written by a Hiro that knew no sizes. */
async function forgetSize({ context: { store } }: TestSwarm, file: string): Promise<void> {
  const { logicalBytes: _, ...inode } = (await readInode(store, file)) ?? assert.fail('there is no such file')
  assert.equal(toHex(inode.charged), '')
  await store.transact(async (tx) => tx.put(keys.inode(file), InodeRecord.encode(inode)))
}
