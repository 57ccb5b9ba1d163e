import { keys, under } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'

/** What the trash holds of older content of this file goes too, if there is any; the collector follows. One write at most. */
export async function purgeFile(tx: Transaction, file: string): Promise<void> {
  const rows = await tx.scan(under(`trash/${file}/`, { limit: 1 }))
  if (rows.length > 0) tx.put(keys.purge(file), new Uint8Array())
}
