import { HiroError, hasCode } from '../../shared/errors.ts'
import { fromHex } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import type { FilePorts } from './ports.ts'

type Ports = Pick<FilePorts, 'coordinator' | 'versions'>

/** Other processes of this client may publish and note versions faster than one is asked for and looked at; a coordinator that hides one says the same each time. */
const LOOKS_MAX = 8

/** Throws `not-found` where the file was removed. */
export async function readNewest({ coordinator }: Ports, file: string, signal?: AbortSignal): Promise<wire.Entry> {
  const { entry } = await coordinator.call('readEntry', { id: fromHex(file) }, { signal })
  if (entry === undefined) throw new HiroError('not-found', 'the file was removed')
  return entry
}

/**
 * What the coordinator said of a file a moment ago, or what it says by now where another process of this client has seen a newer version meanwhile. Throws `integrity` where it goes on to show an older one,
 * `not-found`.
 */
export async function newestSeen(ports: Ports, file: string, told: wire.Entry): Promise<wire.Entry> {
  for (let [entry, looks] = [told, 1]; ; looks++) {
    try {
      await ports.versions.check(file, entry.version)
      return entry
    } catch (error) {
      if (looks === LOOKS_MAX || !hasCode(error, 'integrity')) throw error
    }
    entry = await readNewest(ports, file)
  }
}

/** This client published it. Another process of it may have gone on from there, and noted that already. */
export async function notePublished({ versions }: Ports, file: string, version: number): Promise<void> {
  await versions.check(file, version).catch((error: unknown) => {
    if (!hasCode(error, 'integrity')) throw error
  })
}
