import { toHex } from '../../shared/ids.ts'
import { step } from '../../shared/steps.ts'
import { keptUntilMs } from '../backup/unknown-pieces.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
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

/** Ends an open intent, by its client's wish or because its lease ran out; what was pushed for it is collected. Idempotent. */
export async function endIntent(context: Context, version: number): Promise<CommitResult | undefined> {
  const endedAtMs = context.clock.now()
  step('upload-ending')
  const { value } = await context.store.transact(async (tx) => {
    const intent = await readIntent(tx, version)
    if (intent?.state !== INTENT_OPEN) return intent && resultOf(version, intent)
    writeIntent(tx, version, { ...intent, state: INTENT_ENDED, endedAtMs })
    tx.delete(keys.open(version))
    // Where the metadata were restored, it may have been published since they were backed up.
    discardVersion(tx, toHex(intent.file), version, Math.max(endedAtMs, await keptUntilMs(tx, version)))
    return undefined
  })
  step('upload-ended')
  context.leases.end(version)
  context.reservations.release(version)
  return value
}
