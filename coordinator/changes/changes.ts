import { CHANGES_WAIT_MS_MAX } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import { type PageOfLog, readLog } from './read-log.ts'

export interface WantedChanges {
  /** A revision that an earlier page went up to; 0: from now on. */
  readonly after: number
  readonly waitMs: number
}

/** What changed in the tree: at once where there is something, else as soon as there is, or nothing after a while. Throws `busy` (too many wait). */
export async function changes(
  context: Context,
  client: string,
  { after, waitMs }: WantedChanges,
  signal: AbortSignal,
): Promise<PageOfLog> {
  const { clock } = context
  const endMs = clock.now() + Math.min(waitMs, CHANGES_WAIT_MS_MAX)
  let place: Disposable | undefined
  try {
    for (;;) {
      using change = context.changes.change()
      const page = await readLog(context, after)
      const leftMs = endMs - clock.now()
      if (after === 0 || page.lost || page.changes.length > 0 || leftMs <= 0 || signal.aborted) return page
      place ??= context.changes.enter(client)
      if (!(await change.within(leftMs, signal))) return page
    }
  } finally {
    place?.[Symbol.dispose]()
  }
}
