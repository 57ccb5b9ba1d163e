import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { sleep } from '../../shared/clock/sleep.ts'
import { systemClock } from '../../shared/clock/system-clock.ts'
import type { MetadataStore, Reader, Revision, Transaction } from './metadata-store.ts'
import { SortedMap } from './sorted-map.ts'

const SEED = 0x4869726f
const KEYS = 6

type Read =
  | { readonly do: 'get'; readonly key: number }
  | { readonly do: 'scan'; readonly from: number; readonly count: number; readonly limit: number }
type Step =
  | Read
  | { readonly do: 'put'; readonly key: number }
  | { readonly do: 'delete'; readonly key: number }
  | { readonly do: 'wait'; readonly turns: number }

interface Done {
  readonly script: readonly Step[]
  readonly name: string
  readonly wrote: boolean
  readonly revision: Revision
  readonly seen: readonly string[]
}

const number = (below: number) => fc.nat(below - 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('get' as const), key: number(KEYS) }),
  fc.record({ do: fc.constant('put' as const), key: number(KEYS) }),
  fc.record({ do: fc.constant('delete' as const), key: number(KEYS) }),
  fc.record({
    do: fc.constant('scan' as const),
    from: number(KEYS),
    count: number(KEYS),
    limit: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ do: fc.constant('wait' as const), turns: number(4) }),
)
/** For each client, the transactions that it runs one after the other. */
const clients = fc.array(fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }), {
  minLength: 2,
  maxLength: 5,
})

/**
 * Random transactions of several clients at once. Whatever the interleaving was: run one by one in the order of their revisions on a plain map, each must
 * have seen exactly what it saw, and the end must be the same.
 */
export function serializabilitySuite(store: () => MetadataStore, runs: number): void {
  it('concurrent transactions are as if run one by one in the order of their revisions (random, seeded)', async () => {
    let round = 0
    const serializable = fc.asyncProperty(clients, async (scripts) => {
      round += 1
      const key = (n: number): string => `round-${round}/${n}`
      const done: Done[] = []
      const client = async (transactions: readonly (readonly Step[])[], index: number): Promise<void> => {
        for (const [n, script] of transactions.entries()) {
          const name = `${index}.${n}`
          const wrote = script.some((step) => step.do === 'put' || step.do === 'delete')
          const { value, revision } = await store().transact((tx) => run(script, name, tx, key))
          done.push({ script, name, wrote, revision, seen: value })
        }
      }
      await Promise.all(scripts.map(client))
      await check(done, store(), key)
    })
    await fc.assert(serializable, { numRuns: runs, seed: SEED })
  })
}

async function run(
  script: readonly Step[],
  name: string,
  tx: Transaction,
  key: (n: number) => string,
): Promise<string[]> {
  const seen: string[] = []
  for (const [at, step] of script.entries()) {
    if (step.do === 'put') tx.put(key(step.key), Buffer.from(`${name}.${at}`))
    else if (step.do === 'delete') tx.delete(key(step.key))
    else if (step.do === 'wait') await wait(step.turns)
    else seen.push(await look(step, tx, key))
  }
  return seen
}

async function look(step: Read, reader: Reader, key: (n: number) => string): Promise<string> {
  if (step.do === 'get') return textOf(await reader.get(key(step.key)))
  const range = { start: key(step.from), end: key(step.from + step.count), limit: step.limit }
  return (await reader.scan(range)).map((entry) => `${entry.key}=${textOf(entry.value)}`).join()
}

/** One turn is a microtask; the longest wait lets timers, and so commits, come in between. */
async function wait(turns: number): Promise<void> {
  if (turns === 3) await sleep(systemClock, 1)
  else for (let turn = 0; turn < turns; turn++) await Promise.resolve()
}

async function check(done: Done[], store: MetadataStore, key: (n: number) => string): Promise<void> {
  const rows = new SortedMap()
  // The revision of one that wrote nothing is that of the newest commit it saw.
  const inOrder = done.toSorted((a, b) => a.revision - b.revision || Number(b.wrote) - Number(a.wrote))
  const model: Transaction = {
    get: async (key) => rows.get(key),
    scan: async ({ start, end, limit = 1000 }) => rows.scan(start, end, limit),
    put: (key, value) => rows.set(key as string, value as Uint8Array),
    delete: (key) => rows.delete(key),
  }
  for (const { script, name, seen, revision } of inOrder) {
    assert.deepEqual(seen, await run(script, name, model, key), `transaction ${name} at ${revision}`)
  }
  const [start, end] = [key(0), key(KEYS)]
  const left = (await store.scan({ start, end })).map((entry) => `${entry.key}=${textOf(entry.value)}`)
  assert.deepEqual(
    left,
    rows.scan(start, end, KEYS).map((entry) => `${entry.key}=${textOf(entry.value)}`),
  )
}

function textOf(value: Uint8Array | undefined): string {
  return value === undefined ? 'absent' : Buffer.from(value).toString()
}
