import { cidFromBytes } from '../../shared/cid.ts'
import { step } from '../../shared/steps.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, revisionOf, under } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { ListedRecord, LooseRecord, RefRecord } from '../metadata/records.js'
import { unreference } from './garbage-versions.ts'

/** The store's limit of writes less room for one more piece with as many holders as there may be. */
const WRITES_PER_TRANSACTION = 100
const REFS_PER_TRANSACTION = 30

/**
 * Counts which groups of an edited file list a piece, step by step and in their order, so that none seems to be listed by nobody while it is; pieces that no group lists any more are unreferenced. After the delay for
 * readers.
 */
export async function countListed(context: Context, signal: AbortSignal): Promise<void> {
  await eachRow(context, 'listed/', async ({ key, value }) => {
    if (ListedRecord.decode(value).notBeforeMs > context.clock.now()) return
    while (await countSome(context, key)) throwIfAborted(signal)
  })
}

/** Pieces that were put for an edit which ended, and that no step of it took. */
export async function collectLoose(context: Context, signal: AbortSignal): Promise<void> {
  await eachRow(context, 'loose/', async ({ key, value }) => {
    if (LooseRecord.decode(value).notBeforeMs > context.clock.now()) return
    const uncounted = await context.store.scan(under(`listed/${partsOf(key).join('/')}/`, { limit: 1 }))
    if (uncounted.length > 0) return
    while (await loosenSome(context, key)) throwIfAborted(signal)
  })
}

async function eachRow(
  context: Context,
  prefix: string,
  work: (row: { key: string; value: Uint8Array }) => Promise<void>,
): Promise<void> {
  let last: string | undefined
  do {
    const rows = await context.store.scan(under(prefix, { last }))
    for (const row of rows) await work(row)
    last = rows.at(-1)?.key
  } while (last !== undefined)
}

/** Whether there is more of it. */
async function countSome(context: Context, listedKey: string): Promise<boolean> {
  const [file = '', content] = partsOf(listedKey)
  const refOf = (cid: Uint8Array): string => keys.ref(file, revisionOf(content), cidFromBytes(cid))
  step('pieces-counting')
  const { value } = await context.store.transact(async (tx) => {
    const row = await tx.get(listedKey)
    if (row === undefined) return false
    const { more, fewer, notBeforeMs } = ListedRecord.decode(row)
    let writes = 0
    for (; more.length > 0 && writes < WRITES_PER_TRANSACTION; more.shift()) {
      writes += await count(tx, refOf(more[0] ?? row), 1)
    }
    for (; more.length === 0 && fewer.length > 0 && writes < WRITES_PER_TRANSACTION; fewer.shift()) {
      writes += await count(tx, refOf(fewer[0] ?? row), -1)
    }
    const left = more.length + fewer.length > 0
    if (left) tx.put(listedKey, ListedRecord.encode({ more, fewer, notBeforeMs }))
    else tx.delete(listedKey)
    return left
  })
  step('pieces-counted')
  return value
}

/** How many writes that took. */
async function count(tx: Transaction, refKey: string, by: 1 | -1): Promise<number> {
  const row = await tx.get(refKey)
  // The whole content is gone.
  if (row === undefined) return 0
  const groups = RefRecord.decode(row).groups + by
  if (groups <= 0) return await unreference(tx, refKey)
  tx.put(refKey, RefRecord.encode({ groups }))
  return 1
}

/** Whether there is more of it. */
async function loosenSome(context: Context, looseKey: string): Promise<boolean> {
  step('pieces-loosening')
  const { value } = await context.store.transact(async (tx) => {
    const row = await tx.get(looseKey)
    if (row === undefined) return false
    const loose = LooseRecord.decode(row)
    const prefix = `ref/${partsOf(looseKey).join('/')}/`
    const refs = await tx.scan(under(prefix, { last: loose.last || undefined, limit: REFS_PER_TRANSACTION }))
    let [last, writes, looked] = [loose.last, 0, 0]
    for (const ref of refs) {
      if (writes >= WRITES_PER_TRANSACTION) break
      if (RefRecord.decode(ref.value).groups === 0) writes += await unreference(tx, ref.key)
      last = ref.key
      looked++
    }
    const more = looked < refs.length || refs.length === REFS_PER_TRANSACTION
    if (more) tx.put(looseKey, LooseRecord.encode({ ...loose, last }))
    else tx.delete(looseKey)
    return more
  })
  step('pieces-loosened')
  return value
}
