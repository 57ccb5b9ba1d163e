import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { type ErrorCode, hasCode } from '../../shared/errors.ts'
import { ROOT_ID, toHex } from '../../shared/ids.ts'
import { partsOf, revisionOf, under } from '../metadata/keys.ts'
import { TrashRecord } from '../metadata/records.js'
import { quotaAt, readUsed } from './quota-rows.ts'
import { allInodes, faultsOfCharges, faultsOfSums } from './quota-sums-fixture.ts'
import { place, QuotaSwarm } from './quota-swarm-fixture.ts'
import { setQuota } from './quotas.ts'
import { recountSome } from './recount.ts'

const NAMES = ['a', 'b', 'c', 'd']

/** Draws from here on let time go by. */
const COLLECTS = 98

/** What chance decides of one operation; each takes what it needs. */
interface Draw {
  readonly what: number
  readonly which: number
  readonly where: number
  readonly name: number
  readonly size: number
  readonly flag: boolean
}

const draw = fc.record<Draw>({
  what: fc.nat(99),
  which: fc.nat(50),
  where: fc.nat(50),
  name: fc.nat(NAMES.length - 1),
  size: fc.nat(900),
  flag: fc.boolean(),
})

/** What people do to one another. */
const EXPECTED: readonly ErrorCode[] = [
  'over-quota',
  'exists',
  'not-found',
  'changed',
  'is-a-folder',
  'not-a-folder',
  'not-empty',
  'under-itself',
  'name-invalid',
  'intent-ended',
]

describe('what quotas count', () => {
  it('is the sum of the inodes after every step, and when nothing is left to be counted anew each file counts where it is', async function () {
    this.timeout(120_000)
    const property = fc.asyncProperty(fc.array(draw, { minLength: 20, maxLength: 60 }), async (draws) => {
      const world = await World.begin()
      for (let at = 0; at < draws.length; at += 2) {
        const some = draws.slice(at, at + 2)
        // Two at once every now and then; time goes by for one alone.
        if (some[0]?.flag && some.every(({ what }) => what < COLLECTS))
          await Promise.all(some.map(async (draw) => await world.step(draw)))
        else for (const draw of some) await world.step(draw)
        assert.deepEqual(await faultsOfSums(world.store), [])
      }
      await world.end()
    })
    await fc.assert(property, { numRuns: 30 })
  })
})

class World {
  readonly quotas = new QuotaSwarm()

  static async begin(): Promise<World> {
    const world = new World()
    await world.quotas.begin()
    const [top, other] = [await world.quotas.folder('a'), await world.quotas.folder('b')]
    const below = await world.quotas.folder('a', top)
    for (const folder of [top, other, below]) await world.quotas.quota(folder, 3_000, 8)
    return world
  }

  get store() {
    return this.quotas.swarm.context.store
  }

  async step(draw: Draw): Promise<void> {
    await this.#expect(async () => await this.#step(draw))
  }

  async #expect(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!hasCode(error, ...EXPECTED)) throw error
    }
  }

  async end(): Promise<void> {
    await this.quotas.recount()
    assert.deepEqual([...(await faultsOfSums(this.store)), ...(await faultsOfCharges(this.store))], [])
    for (const { folder } of await this.#folders())
      await this.#expect(async () => await setQuota(this.quotas.swarm.context, folder, undefined))
    await this.quotas.recount()
    assert.deepEqual([...(await faultsOfSums(this.store)), ...(await faultsOfCharges(this.store))], [])
  }

  async #step({ what, which, where, name, size, flag }: Draw): Promise<void> {
    const { quotas } = this
    const parent = at(await this.#folders(), where)?.folder ?? ROOT_ID
    const text = NAMES[name] ?? 'a'
    if (what < 14) await this.#neverBeyond(parent, async () => await quotas.add(text, size, { parent, replace: flag }))
    else if (what < 18) await quotas.empty(text, parent)
    else if (what < 30) await quotas.folder(text, parent)
    else if (what < 36)
      await quotas.pack(NAMES.map((name) => ({ name, parent: flag ? ROOT_ID : parent, sizeBytes: size })))
    else if (what < 44) await this.#withFile(which, async ({ id }) => await quotas.edit(id, size))
    else if (what < 50)
      await this.#withFile(which, async ({ id, at }) => {
        await quotas.add(text, size, { ...at, file: id, replace: true })
      })
    else if (what < 66)
      await this.#withEntry(which, async ({ id, at }) => await quotas.mv(id, at, place(text, parent), flag))
    else if (what < 76) await this.#withEntry(which, async ({ id, at }) => await quotas.rm(id, at, size < 300))
    else if (what < 84) await this.#restore(which, place(text, parent))
    else if (what < 90) await quotas.quota(parent, flag ? 3_000 : 0, flag ? 0 : 5)
    else if (what < 93) await setQuota(quotas.swarm.context, parent, undefined)
    else if (what < 97) await this.#recountSome(which)
    else if (what < COLLECTS) await quotas.recount()
    else if (what >= COLLECTS) await quotas.collect()
  }

  /** Once it is published, there is not more than is allowed, unless it made nothing more. */
  async #neverBeyond(parent: string, work: () => Promise<unknown>): Promise<void> {
    const total = async (): Promise<number> => {
      const found = await quotaAt(this.store, parent)
      const { bytes = 0 } = found ? await readUsed(this.store, found.folder) : {}
      return found && found.quota.bytesMax > 0 ? bytes - found.quota.bytesMax : 0
    }
    const before = await total()
    await work()
    assert.ok((await total()) <= Math.max(0, before), 'what was published led beyond the quota')
  }

  async #folders(): Promise<{ folder: string }[]> {
    const folders = [{ folder: ROOT_ID }]
    for await (const { id, inode } of allInodes(this.store)) if (inode.folder) folders.push({ folder: id })
    return folders
  }

  async #withEntry(which: number, work: (entry: Found) => Promise<void>, filesOnly = false): Promise<void> {
    const entries: Found[] = []
    for await (const { id, inode } of allInodes(this.store)) {
      if (filesOnly && inode.folder) continue
      entries.push({ id, at: { parent: toHex(inode.parent), tag: toHex(inode.tag) } })
    }
    const entry = at(entries, which)
    if (entry) await work(entry)
  }

  async #withFile(which: number, work: (entry: Found) => Promise<void>): Promise<void> {
    await this.#withEntry(which, work, true)
  }

  async #restore(which: number, to: { parent: string; tag: string }): Promise<void> {
    const row = at(await this.store.scan(under('trash/')), which)
    if (row === undefined) return
    const [id = '', version] = partsOf(row.key)
    const { inode } = TrashRecord.decode(row.value)
    const back = inode && which % 2 === 0 ? { parent: toHex(inode.parent), tag: toHex(inode.tag) } : to
    await this.quotas.back(id, revisionOf(version), back)
  }

  async #recountSome(which: number): Promise<void> {
    const row = at(await this.store.scan(under('recount/')), which)
    if (row) await recountSome(this.quotas.swarm.context, partsOf(row.key)[0] ?? '')
  }
}

interface Found {
  readonly id: string
  readonly at: { readonly parent: string; readonly tag: string }
}

function at<T>(items: readonly T[], which: number): T | undefined {
  return items[which % Math.max(1, items.length)]
}
