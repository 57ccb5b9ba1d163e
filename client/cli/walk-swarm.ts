import type { Entry } from '../index.ts'
import type { Swarm } from './cli.ts'

/** All that the folder `path` holds, a folder before what is in it. */
export async function* walkSwarm(swarm: Swarm, path: string, signal: AbortSignal): AsyncGenerator<Entry> {
  for await (const entry of swarm.list(path, { signal })) {
    yield entry
    if (entry.kind === 'folder') yield* walkSwarm(swarm, entry.path, signal)
  }
}
