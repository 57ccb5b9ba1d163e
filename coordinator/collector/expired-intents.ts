import { toHex } from '../../shared/ids.ts'
import { UPLOAD_RESULT_KEEP_MS } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import { IntentRecord } from '../metadata/records.js'
import { endIntent } from '../operations/end-intent.ts'
import { INTENT_OPEN } from '../operations/intents.ts'

/** Ends uploads whose client has not been heard of for a lease. */
export async function expireIntents(context: Context): Promise<void> {
  for (const version of context.leases.expired()) {
    context.log.info('an upload expired', { version })
    await endIntent(context, version)
  }
}

/** Intents found open at the start get a lease; nobody has to remember them. */
export async function adoptOpenIntents(context: Context): Promise<void> {
  let last: string | undefined
  do {
    const rows = await context.store.scan(under('open/', { last }))
    for (const { key } of rows) context.leases.renew(Number.parseInt(partsOf(key)[0] ?? '', 16))
    last = rows.at(-1)?.key
  } while (last !== undefined)
}

const INTENTS_PER_ROUND = 100
/** Rows of one intent that go in one transaction: intent, upload, and this many sealed groups. */
const SEALED_PER_TRANSACTION = 100

/** Forgets what ended long ago. Versions grow, so the oldest come first and the round stops at the first that is still kept. */
export async function forgetResults(context: Context): Promise<void> {
  const rows = await context.store.scan(under('intent/', { limit: INTENTS_PER_ROUND }))
  for (const { key, value } of rows) {
    const intent = IntentRecord.decode(value)
    if (intent.state === INTENT_OPEN || intent.endedAtMs + UPLOAD_RESULT_KEEP_MS > context.clock.now()) return
    await forget(context, key, toHex(intent.upload))
  }
}

async function forget(context: Context, key: string, upload: string): Promise<void> {
  const sealed = under(`sealed/${partsOf(key)[0]}/`, { limit: SEALED_PER_TRANSACTION })
  for (let more = true; more; ) {
    await context.store.transact(async (tx) => {
      const rows = await tx.scan(sealed)
      for (const row of rows) tx.delete(row.key)
      more = rows.length === SEALED_PER_TRANSACTION
      if (more) return
      tx.delete(keys.upload(upload))
      tx.delete(key)
    })
  }
}
