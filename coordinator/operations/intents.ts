import { HiroError } from '../../shared/errors.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import type { Reader, Transaction } from '../metadata/metadata-store.ts'
import { IntentRecord } from '../metadata/records.js'

export const INTENT_OPEN = 0
export const INTENT_COMMITTED = 1
export const INTENT_ENDED = 2

export async function readIntent(reader: Reader, version: number): Promise<IntentRecord | undefined> {
  const value = await reader.get(keys.intent(version))
  return value && IntentRecord.decode(value)
}

/** The intent of this client. Throws `intent-ended` where there is none or it has expired, `refused` when it is another client's. */
export async function requireIntent(reader: Reader, version: number, client: string): Promise<IntentRecord> {
  const intent = await readIntent(reader, version)
  if (intent === undefined || intent.state === INTENT_ENDED) {
    throw new HiroError('intent-ended', 'this upload has expired or was aborted; nothing was changed')
  }
  if (intent.client !== client) throw new HiroError('refused', 'this upload belongs to another client')
  return intent
}

/** As `requireIntent`, and keeps it alive: whatever a client does for its upload renews it. */
export async function touchIntent(context: Context, version: number, client: string): Promise<IntentRecord> {
  const intent = await requireIntent(context.store, version, client)
  if (intent.state === INTENT_OPEN) context.leases.renew(version)
  return intent
}

export function writeIntent(tx: Transaction, version: number, intent: IntentRecord): void {
  tx.put(keys.intent(version), IntentRecord.encode(intent))
}

/** What a committed intent answers, the first time and every time after. */
export interface CommitResult {
  readonly version: number
  readonly revision: number
  readonly copies: number
}

export function resultOf(version: number, intent: IntentRecord): CommitResult | undefined {
  if (intent.state !== INTENT_COMMITTED) return undefined
  return { version, revision: intent.revision, copies: intent.copiesReached }
}
