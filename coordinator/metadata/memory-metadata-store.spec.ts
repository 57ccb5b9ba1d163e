import assert from 'node:assert/strict'
import { sleep } from '../../shared/clock/sleep.ts'
import { systemClock } from '../../shared/clock/system-clock.ts'
import { HiroError } from '../../shared/errors.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { MemoryMetadataStore } from './memory-metadata-store.ts'
import { metadataStoreSuite } from './metadata-store-suite.ts'
import { bytes, code } from './metadata-suite-tools.ts'

const random = new SeededRandom(1)

metadataStoreSuite('memory', { open: async () => new MemoryMetadataStore(), runs: 200 })

metadataStoreSuite('memory with a slow disk, killed and started again', {
  open: async () => new MemoryMetadataStore({ commitDelay: () => sleep(systemClock, random.below(3)) }),
  async reopen(store, epoch) {
    assert.ok(store instanceof MemoryMetadataStore)
    return store.crash(random, { epoch })
  },
  runs: 60,
})

metadataStoreSuite('memory that remembers next to nothing', {
  open: async () => new MemoryMetadataStore({ rememberedMax: 256 }),
  runs: 60,
})

describe('MemoryMetadataStore', () => {
  /** Commits are durable when the test says so. */
  function held(): { store: MemoryMetadataStore; sync: (error?: Error) => Promise<void> } {
    const waiting: { resolve: () => void; reject: (error: Error) => void }[] = []
    const commitDelay = (): Promise<void> => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      waiting.push({ resolve, reject })
      return promise
    }
    const sync = async (error?: Error): Promise<void> => {
      const next = waiting.shift()
      if (error === undefined) next?.resolve()
      else next?.reject(error)
      await sleep(systemClock, 0)
    }
    return { store: new MemoryMetadataStore({ commitDelay }), sync }
  }

  it('a crash keeps what had resolved and, of what was under way, a beginning that the seed chooses', async () => {
    const kept = new Set<number>()
    for (let seed = 0; seed < 40; seed++) {
      const { store, sync } = held()
      const resolved: number[] = []
      for (let n = 0; n < 5; n++) {
        store.transact(async (tx) => tx.put(`k/${n}`, bytes(''))).then(() => resolved.push(n), assert.ifError)
      }
      await sleep(systemClock, 0)
      await sync()
      await sync()
      assert.deepEqual(resolved, [0, 1])
      const next = store.crash(new SeededRandom(seed), {})
      const keys = (await next.scan({ start: '', end: '~' })).map(({ key }) => key)
      assert.deepEqual(keys, ['k/0', 'k/1', 'k/2', 'k/3', 'k/4'].slice(0, keys.length))
      assert.ok(keys.length >= 2)
      kept.add(keys.length)
      await sync()
      assert.deepEqual(resolved, [0, 1], 'whoever waited died')
      await assert.rejects(store.get('k/0'), code('aborted'))
      assert.equal((await next.scan({ start: '', end: '~' })).length, keys.length)
    }
    assert.deepEqual(
      [...kept].toSorted((a, b) => a - b),
      [2, 3, 4, 5],
    )
  })

  it('nobody sees a commit that is not durable', async () => {
    const { store, sync } = held()
    const commit = store.transact(async (tx) => tx.put('a', bytes('a')))
    await sleep(systemClock, 0)
    assert.equal(await store.get('a'), undefined)
    const { value } = await store.transact(async (tx) => await tx.get('a'))
    assert.equal(value, undefined)
    await sync()
    await commit
    assert.deepEqual(await store.get('a'), bytes('a'))
  })

  it('a commit that failed leaves nothing behind: no rows, no news, no conflict', async () => {
    const { store, sync } = held()
    const news: string[] = []
    store.watch('', (keys) => news.push(...keys))
    const failing = store.transact(async (tx) => tx.put('a', bytes('a')))
    let runs = 0
    const after = store.transact(async (tx) => {
      runs += 1
      tx.put('b', (await tx.get('a')) ?? bytes('none'))
    })
    await sleep(systemClock, 0)
    await Promise.all([assert.rejects(failing, code('no-room')), sync(new HiroError('no-room', 'full'))])
    await sync()
    await after
    assert.equal(runs, 2, 'it could not know before')
    assert.deepEqual(await store.get('b'), bytes('none'))
    assert.deepEqual(news, ['b'])
  })

  it('copes with 200,000 keys', async () => {
    const store = new MemoryMetadataStore()
    for (let n = 0; n < 200_000; n += 100) {
      await store.transact(async (tx) => {
        for (let i = n; i < n + 100; i++) tx.put(`k/${(i * 7919) % 200_000}`, bytes(''))
      })
    }
    let count = 0
    for (let start = 'k/'; ; ) {
      const page = await store.scan({ start, end: 'k0' })
      count += page.length
      const last = page.at(-1)
      if (last === undefined) break
      start = `${last.key}\0`
    }
    assert.equal(count, 200_000)
  })
})
