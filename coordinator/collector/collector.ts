import { every } from '../../shared/clock/every.ts'
import { toHiroError } from '../../shared/errors.ts'
import { collectUnknown } from '../backup/unknown-pieces.ts'
import type { Context } from '../context.ts'
import { endLapsedSessions } from '../locks/end-session.ts'
import { markAwayStores } from '../repair/away-stores.ts'
import { relistPieces } from '../repair/relist.ts'
import { collectDetachedFolders } from './detached-folders.ts'
import { collectLoose, countListed } from './edited-content.ts'
import { expireIntents, forgetResults } from './expired-intents.ts'
import { expireTrash, purgeTrash } from './expired-trash.ts'
import { collectGarbage } from './garbage-versions.ts'
import { collectLostStores } from './lost-stores.ts'
import { forgetOldLog } from './old-log.ts'
import { siftPast } from './sift-past.ts'

/** How long something that is due may wait. The work itself is found in the store, so nothing is forgotten over a restart. */
const ROUND_INTERVAL_MS = 1_000

/**
 * What follows after the fact: uploads whose client vanished, folders and versions that nothing shows any more, stores that are lost. Each room does
 * its work in bounded transactions that can be repeated; killed anywhere, the next round goes on.
 */
export async function runCollector(context: Context, signal: AbortSignal): Promise<void> {
  const rooms = {
    expireIntents,
    forgetResults,
    endLapsedSessions,
    expireTrash,
    purgeTrash,
    collectDetachedFolders,
    siftPast,
    collectGarbage,
    countListed,
    collectLoose,
    collectLostStores,
    markAwayStores,
    relistPieces,
    collectUnknown,
    forgetOldLog,
  }
  const round = async (): Promise<void> => {
    for (const [name, room] of Object.entries(rooms)) {
      try {
        await context.reserve.forRemoval(async () => await room(context, signal))
      } catch (cause) {
        const error = toHiroError(cause)
        // One room that fails must not stop the others; `aborted` is the end of all.
        if (error.code === 'aborted') throw error
        context.log.error('collecting failed and is tried again', { room: name, error })
      }
    }
  }
  await every(context.clock, ROUND_INTERVAL_MS, round, signal, () => {})
}
