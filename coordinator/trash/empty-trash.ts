import { HiroError } from '../../shared/errors.ts'
import type { Context } from '../context.ts'
import { readTrash } from '../namespace/trash.ts'
import { THROWN_PER_TRANSACTION, throwAway } from './throw-away.ts'

/** Throws these away at once. What is not in the trash (any more) is left alone, so it may be asked for again. */
export async function emptyTrash(
  context: Context,
  items: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  if (items.length > THROWN_PER_TRANSACTION) {
    throw new HiroError('usage', `at most ${THROWN_PER_TRANSACTION} items are thrown away at once, not ${items.length}`)
  }
  await context.store.transact(async (tx) => {
    for (const { id, version } of items) {
      const item = await readTrash(tx, id, version)
      if (item) await throwAway(context, tx, item)
    }
  })
  context.trashGauge.forget()
}
