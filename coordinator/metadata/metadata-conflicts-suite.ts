import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import type { MetadataStore, Transaction } from './metadata-store.ts'
import { bytes, code, text } from './metadata-suite-tools.ts'

/** Every way in which two transactions can get into each other's way, and some in which they do not. */
export function conflictsSuite(store: () => MetadataStore): void {
  const put = (...keys: string[]): Promise<unknown> =>
    store().transact(async (tx) => {
      for (const key of keys) tx.put(key, bytes(key))
    })

  /** Runs `body`, and before its first run commits, lets `meanwhile` commit. Answers how often it ran. */
  async function race(body: (tx: Transaction) => Promise<void>, meanwhile: () => Promise<unknown>): Promise<number> {
    let runs = 0
    await store().transact(async (tx) => {
      runs += 1
      await body(tx)
      if (runs === 1) await meanwhile()
    })
    return runs
  }

  it('no update is lost among 50 increments at once', async () => {
    const increment = () =>
      store().transact(async (tx) => {
        const count = Number(text(await tx.get('count')) ?? 0) + 1
        tx.put('count', bytes(String(count)))
        return count
      })
    const counts = (await Promise.all(Array.from({ length: 50 }, increment))).map(({ value }) => value)
    assert.equal(text(await store().get('count')), '50')
    assert.deepEqual(
      counts.toSorted((a, b) => a - b),
      Array.from({ length: 50 }, (_, n) => n + 1),
    )
  })

  it('a read key that changed is a conflict, and the second run sees the change', async () => {
    await put('a')
    const seen: (string | undefined)[] = []
    const body = async (tx: Transaction): Promise<void> => {
      seen.push(text(await tx.get('a')))
      tx.put('b', bytes('b'))
    }
    assert.equal(await race(body, () => store().transact(async (tx) => tx.put('a', bytes('new')))), 2)
    assert.deepEqual(seen, ['a', 'new'])
  })

  it('writing without reading never conflicts; the later revision stays', async () => {
    let runs = 0
    const writes = Array.from({ length: 20 }, (_, n) =>
      store().transact(async (tx) => {
        runs += 1
        tx.put('a', bytes(String(n)))
      }),
    )
    const revisions = (await Promise.all(writes)).map(({ revision }) => revision)
    assert.equal(runs, 20)
    assert.equal(text(await store().get('a')), String(revisions.indexOf(Math.max(...revisions))))
  })

  it('an absent key that was inserted meanwhile is a conflict', async () => {
    const body = async (tx: Transaction): Promise<void> => {
      if ((await tx.get('a')) === undefined) tx.put('was-free', bytes(''))
    }
    assert.equal(await race(body, () => put('a')), 2)
    assert.equal(await store().get('was-free'), undefined)
  })

  it('what appears in, or vanishes from, a scanned range is a conflict; beyond the page it is none', async () => {
    await put('r/1', 'r/2', 'r/3')
    const drop = (key: string) => store().transact(async (tx) => tx.delete(key))
    const count = (limit: number) => async (tx: Transaction) => {
      tx.put('count', bytes(String((await tx.scan({ start: 'r/', end: 'r0', limit })).length)))
    }
    assert.equal(await race(count(9), () => put('r/4')), 2)
    assert.equal(text(await store().get('count')), '4')
    assert.equal(await race(count(9), () => drop('r/4')), 2)
    assert.equal(await race(count(2), () => put('r/15')), 2)
    assert.equal(await race(count(2), () => put('r/3')), 1, 'behind the page')
    assert.equal(await race(count(9), () => put('s')), 1, 'outside of the range')
  })

  it('two transactions that each read what the other writes do not both commit on what they read', async () => {
    await put('on-call/a', 'on-call/b')
    const leave = (who: string) =>
      store().transact(async (tx) => {
        const onCall = await tx.scan({ start: 'on-call/', end: 'on-call0' })
        if (onCall.length > 1) tx.delete(`on-call/${who}`)
      })
    await Promise.all([leave('a'), leave('b')])
    assert.equal((await store().scan({ start: 'on-call/', end: 'on-call0' })).length, 1)
  })

  it('a transaction that only reads sees one state', async () => {
    await put('x', 'y')
    const both = (value: string) => async (tx: Transaction) => {
      tx.put('x', bytes(value))
      tx.put('y', bytes(value))
    }
    await store().transact(both('0'))
    let runs = 0
    const { value } = await store().transact(async (tx) => {
      runs += 1
      const x = text(await tx.get('x'))
      if (runs === 1) await store().transact(both('1'))
      return [x, text(await tx.get('y'))]
    })
    assert.deepEqual([value, runs], [['1', '1'], 2])
  })

  it('an error of the body cancels it and comes through; one from a stale read is run again', async () => {
    const failing = async (tx: Transaction): Promise<void> => {
      tx.put('a', bytes('a'))
      throw new HiroError('exists', 'there')
    }
    await assert.rejects(store().transact(failing), code('exists'))
    assert.equal(await store().get('a'), undefined)
    let runs = 0
    await store().transact(async (tx) => {
      runs += 1
      const there = await tx.get('b')
      if (runs === 1) await put('b')
      if (there === undefined) throw new HiroError('not-found', 'stale')
    })
    assert.equal(runs, 2)
  })

  it('a body that always loses ends with conflict, and nothing of it is kept', async () => {
    let runs = 0
    const losing = store().transact(async (tx) => {
      runs += 1
      await tx.get('hot')
      tx.put('mine', bytes(''))
      await put('hot')
    })
    await assert.rejects(losing, code('conflict'))
    assert.ok(runs > 2 && runs < 100, `${runs} runs`)
    assert.equal(await store().get('mine'), undefined)
  })
}
