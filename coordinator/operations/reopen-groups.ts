import { fromHex, toHex } from '../../shared/ids.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { SealedRecord } from '../metadata/records.js'
import { INTENT_OPEN, readIntent, writeIntent } from './intents.ts'

/** One transaction's worth; the next commit finds the rest. */
const REOPENED_MAX = 100

/**
 * Opens those groups of an upload again that are not sealed, or count on a store that is lost or away, and says which; the client seals them anew,
 * and so learns which pieces to push elsewhere.
 */
export async function reopenGroups(context: Context, version: number, groups: number): Promise<number[]> {
  const { value } = await context.store.transact(async (tx) => {
    const reopened: number[] = []
    const stores = new Set<string>()
    const intent = await readIntent(tx, version)
    if (intent?.state !== INTENT_OPEN) return reopened
    let [groupsSealed, pieceBytes] = [0, 0]
    let copiesReached = intent.copies
    for (let group = 0; group < groups; group++) {
      const row = await tx.get(keys.sealed(version, group))
      const sealed = row && SealedRecord.decode(row)
      const held = sealed?.stores.map(toHex) ?? []
      const whole = sealed && held.every((store) => context.members.aliveByStore(store))
      if (whole || (sealed && reopened.length === REOPENED_MAX)) {
        groupsSealed++
        pieceBytes += sealed.pieceBytes
        copiesReached = Math.min(copiesReached, sealed.copies)
        for (const store of held) stores.add(store)
      } else {
        if (reopened.length < REOPENED_MAX) reopened.push(group)
        if (sealed) tx.delete(keys.sealed(version, group))
      }
    }
    writeIntent(tx, version, { ...intent, groupsSealed, pieceBytes, copiesReached, stores: [...stores].map(fromHex) })
    return reopened
  })
  return value
}
