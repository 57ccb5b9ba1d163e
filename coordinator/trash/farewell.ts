import { COLLECT_DELAY_MS } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import type { Farewell } from '../namespace/detach.ts'

/** What happens now to whatever is removed or replaced; with `now` it is not kept. */
export function farewell({ clock, trash }: Context, { now = false } = {}): Farewell {
  // Records hold whole milliseconds.
  const atMs = Math.floor(clock.now())
  return { atMs, keepMs: now ? 0 : trash.keepMs, collectNotBeforeMs: atMs + COLLECT_DELAY_MS }
}
