import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import { firstRevisionOf, revisionKey } from '../../shared/revision.ts'
import { conflictsSuite } from './metadata-conflicts-suite.ts'
import { limitsSuite } from './metadata-limits-suite.ts'
import type { MetadataStore, Transaction } from './metadata-store.ts'
import { bytes, code, text } from './metadata-suite-tools.ts'
import { serializabilitySuite } from './serializability-suite.ts'

export interface StoreUnderTest {
  /** An empty store of epoch 1. */
  open(): Promise<MetadataStore>
  /** The same store in its next life, after a close; left out by an engine that has none. */
  reopen?(store: MetadataStore, epoch: number): Promise<MetadataStore>
  /** Runs of the randomized tests. */
  readonly runs: number
}

/** What every engine of the MetadataStore port keeps. */
export function metadataStoreSuite(name: string, engine: StoreUnderTest): void {
  describe(`metadata store: ${name}`, () => {
    let store: MetadataStore

    beforeEach(async () => {
      store = await engine.open()
    })
    afterEach(() => store.close())

    const put = (...keys: string[]): Promise<unknown> =>
      store.transact(async (tx) => {
        for (const key of keys) tx.put(key, bytes(key))
      })
    const keysIn = async (start: string, end: string, limit?: number): Promise<string[]> =>
      (await store.scan(limit === undefined ? { start, end } : { start, end, limit })).map(({ key }) => key)

    it('keeps keys in order, ranges half open, and pages', async () => {
      await put('b', 'a/2', 'c', 'a/10', 'a/1', 'a0')
      assert.deepEqual(await keysIn('', '~'), ['a/1', 'a/10', 'a/2', 'a0', 'b', 'c'])
      assert.deepEqual(await keysIn('a/', 'a0'), ['a/1', 'a/10', 'a/2'])
      assert.deepEqual(await keysIn('a/1\0', 'c'), ['a/10', 'a/2', 'a0', 'b'])
      assert.deepEqual(await keysIn('a/10', '~', 2), ['a/10', 'a/2'])
      assert.deepEqual(await keysIn('b', 'b'), [])
      assert.deepEqual(await keysIn('c', 'a'), [])
    })

    it('pages of 1,000 unless told otherwise, over many transactions', async () => {
      const all = Array.from({ length: 2500 }, (_, n) => `n/${String(n).padStart(5, '0')}`)
      for (let from = 0; from < all.length; from += 100) await put(...all.slice(from, from + 100))
      const seen: string[] = []
      for (let start = 'n/'; ; start = `${seen.at(-1)}\0`) {
        const page = await keysIn(start, 'n0')
        assert.ok(page.length <= 1000)
        seen.push(...page)
        if (page.length < 1000) break
      }
      assert.deepEqual(seen, all)
    })

    it('an absent key is undefined, an empty value is not; deleting what is absent is no error', async () => {
      await store.transact(async (tx) => {
        tx.put('empty', new Uint8Array())
        tx.delete('absent')
      })
      assert.deepEqual(await store.get('empty'), new Uint8Array())
      assert.equal(await store.get('absent'), undefined)
    })

    it('a transaction sees its own plain writes, also in pages; nobody else does before the commit', async () => {
      await put('a', 'b', 'c', 'd')
      await store.transact(async (tx) => {
        tx.put('bb', bytes('new'))
        tx.put('d', bytes('changed'))
        tx.delete('a')
        tx.delete('c')
        assert.equal(await tx.get('a'), undefined)
        assert.equal(text(await tx.get('bb')), 'new')
        const page = await tx.scan({ start: 'a', end: 'z', limit: 2 })
        assert.deepEqual(
          page.map(({ key, value }) => [key, text(value)]),
          [
            ['b', 'b'],
            ['bb', 'new'],
          ],
        )
        const rest = await tx.scan({ start: 'bb\0', end: 'z', limit: 2 })
        assert.deepEqual(
          rest.map(({ key, value }) => [key, text(value)]),
          [['d', 'changed']],
        )
        assert.deepEqual(await keysIn('', '~'), ['a', 'b', 'c', 'd'])
      })
      assert.deepEqual(await keysIn('', '~'), ['b', 'bb', 'd'])
    })

    it('keys and values are stamped with the revision of their own commit; revisions grow', async () => {
      const commit = () =>
        store.transact(async (tx) => {
          tx.put(
            (revision) => `log/${revisionKey(revision)}`,
            (revision) => bytes(String(revision)),
          )
        })
      const revisions = (await Promise.all(Array.from({ length: 20 }, commit))).map(({ revision }) => revision)
      assert.equal(new Set(revisions).size, 20)
      assert.ok(revisions.every((revision) => revision > firstRevisionOf(1) && revision < firstRevisionOf(2)))
      const sorted = revisions.toSorted((a, b) => a - b)
      const log = await store.scan({ start: 'log/', end: 'log0' })
      assert.deepEqual(
        log.map(({ value }) => Number(text(value))),
        sorted,
      )
      assert.deepEqual(
        log.map(({ key }) => key),
        sorted.map((revision) => `log/${revisionKey(revision)}`),
      )
      const read = await store.transact(async (tx) => await tx.get('log/'))
      assert.equal(read.revision, sorted.at(-1))
      assert.ok((await commit()).revision > read.revision)
    })

    it('a stamped value cannot be read before it exists', async () => {
      const body = async (tx: Transaction): Promise<unknown> => {
        tx.put('a', () => bytes('later'))
        return await tx.get('a')
      }
      await assert.rejects(store.transact(body), code('internal'))
      assert.equal(await store.get('a'), undefined)
    })

    it('a transaction that is over can no longer be used', async () => {
      let kept: Transaction | undefined
      await store.transact(async (tx) => {
        kept = tx
      })
      assert.throws(() => kept?.put('late', bytes('')), code('internal'))
      await assert.rejects(async () => await kept?.get('late'), code('internal'))
    })

    it('watchers hear what was written and deleted under their prefix, after it can be read, until they leave', async () => {
      const heard: string[] = []
      const heardFirst = Promise.withResolvers<void>()
      const leave = store.watch('w/', (keys) => {
        heard.push(...keys)
        heardFirst.resolve()
      })
      await put('w/1', 'v/1', 'x')
      await heardFirst.promise
      assert.equal(text(await store.get('w/1')), 'w/1')
      await store.transact(async (tx) => tx.delete('w/1'))
      await assert.rejects(
        store.transact(async (tx) => {
          tx.put('w/2', bytes(''))
          throw new HiroError('exists', 'cancelled')
        }),
      )
      await put('end')
      leave()
      await put('w/3')
      await store.transact(async (tx) => await tx.get('end'))
      assert.deepEqual(heard, ['w/1', 'w/1'])
    })

    it('close waits for commits under way; then everything is refused', async () => {
      const commits = Array.from({ length: 10 }, (_, n) => put(`k/${n}`))
      const settled = Promise.allSettled(commits)
      await put('last')
      await Promise.all([store.close(), store.close()])
      for (const { status } of await settled) assert.equal(status, 'fulfilled')
      await assert.rejects(put('late'), code('aborted'))
      await assert.rejects(store.get('last'), code('aborted'))
      await assert.rejects(store.scan({ start: '', end: '~' }), code('aborted'))
    })

    const { reopen } = engine
    if (reopen !== undefined) {
      it('the next life has everything, and its revisions go on; a newer epoch lifts them, an older one is refused', async () => {
        await put('a', 'b')
        const before = await store.transact(async (tx) => tx.delete('a'))
        store = await reopen(store, 1)
        assert.deepEqual(await keysIn('', '~'), ['b'])
        const after = await store.transact(async (tx) => tx.put('c', bytes('c')))
        assert.equal(after.revision, before.revision + 1)
        store = await reopen(store, 3)
        const seen = await store.transact(async (tx) => text(await tx.get('c')))
        assert.deepEqual([seen.value, seen.revision], ['c', firstRevisionOf(3)])
        const lifted = await store.transact(async (tx) => tx.put('d', bytes('d')))
        assert.equal(lifted.revision, firstRevisionOf(3) + 1)
        await assert.rejects(reopen(store, 2), code('usage'))
      })
    }

    conflictsSuite(() => store)
    limitsSuite(() => store)
    serializabilitySuite(() => store, engine.runs)
  })
}
