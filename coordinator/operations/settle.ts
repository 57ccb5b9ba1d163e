import type { Context } from '../context.ts'

/** How long after its start a coordinator waits for workers to join again before it takes those that are there for all there are. */
const JOIN_WAIT_MS = 4_000

/** Resolves once `count` workers are alive; at once when the coordinator has been up for a while. */
export async function settled(context: Context, count: number): Promise<void> {
  const sinceStartMs = context.clock.now() - context.startedAtMs
  await context.members.settled(count, JOIN_WAIT_MS - sinceStartMs)
}
