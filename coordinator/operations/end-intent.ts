import { toHex } from '../../shared/ids.ts'
import { step } from '../../shared/steps.ts'
import { keptUntilMs } from '../backup/unknown-pieces.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { LooseRecord, ReshapeRecord } from '../metadata/records.js'
import { discardVersion } from '../namespace/detach.ts'
import {
  type CommitResult,
  INTENT_ENDED,
  INTENT_OPEN,
  readIntent,
  requireIntent,
  resultOf,
  writeIntent,
} from './intents.ts'

/** The client gives up. The result is there when it comes too late: the upload is published. */
export async function abortIntent(
  context: Context,
  client: string,
  version: number,
): Promise<CommitResult | undefined> {
  await requireIntent(context.store, version, client)
  return await endIntent(context, version)
}

/** Ends an open intent, by its client's wish or because its lease ran out; what was pushed for it and is not published is collected. Idempotent. */
export async function endIntent(context: Context, version: number): Promise<CommitResult | undefined> {
  const endedAtMs = context.clock.now()
  step('upload-ending')
  const { value } = await context.store.transact(async (tx) => {
    const intent = await readIntent(tx, version)
    if (intent?.state !== INTENT_OPEN) return intent && resultOf(version, intent)
    writeIntent(tx, version, { ...intent, state: INTENT_ENDED, endedAtMs })
    tx.delete(keys.open(version))
    const file = toHex(intent.file)
    // Where the metadata were restored, it may have been published since they were backed up.
    const notBeforeMs = Math.max(endedAtMs, await keptUntilMs(tx, version))
    if (!intent.edit?.published) discardVersion(tx, file, version, notBeforeMs)
    else tx.put(keys.loose(file, version), LooseRecord.encode({ notBeforeMs, last: '' }))
    // The large pieces of an edit are put as copies.
    if (intent.edit?.published && intent.dataShards > 0) tx.put(keys.reshape(file), ReshapeRecord.encode({ last: '' }))
    return undefined
  })
  step('upload-ended')
  context.leases.end(version)
  context.reservations.release(version)
  return value
}
