import type { HiroClient } from '../../../client/index.ts'
import { randomBytes } from '../../seeded-bytes.ts'
import type { ProbeJob } from './job.ts'
import { readWhole } from './read-whole.ts'

const TRY_TIMEOUT_MS = 60_000

/** Resolves when a read and a small add went well, one after the other. Each is tried until it does: what is timed is the swarm, not how soon a client gives up. */
export async function probe(client: HiroClient, { read, add }: ProbeJob): Promise<void> {
  await untilItGoesWell(async (signal) => await readWhole(client, read, signal))
  await untilItGoesWell(async (signal) => await client.replace(add, randomBytes(add, 100), { signal }))
}

async function untilItGoesWell(attempt: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const signal = AbortSignal.timeout(TRY_TIMEOUT_MS)
  for (;;) {
    try {
      await attempt(signal)
      return
    } catch (error) {
      if (signal.aborted) throw error
    }
  }
}
