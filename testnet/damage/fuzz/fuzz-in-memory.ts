import { setImmediate as turn } from 'node:timers/promises'
import { MemoryMetadataStore } from '../../../coordinator/metadata/memory-metadata-store.ts'
import { systemClock } from '../../../shared/clock/system-clock.ts'
import { hasCode } from '../../../shared/errors.ts'
import { newIdentity } from '../../../shared/identity.ts'
import { type Log, type LogFields, silentLog } from '../../../shared/log.ts'
import { CallClient } from '../../../shared/protocol/calls/call-client.ts'
import { CONTROL } from '../../../shared/protocol/control/protocol.ts'
import type { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { Channel } from '../../../shared/transport/channel.ts'
import type { PeerAddress } from '../../../shared/transport/transport.ts'
import { MemoryPieceStore } from '../../../worker/store/memory-piece-store.ts'
import { OneProcessSwarm } from '../one-process-swarm.ts'
import { attack, type Opened } from './attack.ts'
import { heldBytes, isFlat } from './memory.ts'
import { type FuzzedProtocol, targetOf } from './target.ts'

const PATH = '/honest'
const CONTENT_BYTES = 5_000
const CHUNK_BYTES = 2_000

export interface FuzzOptions {
  readonly protocol: FuzzedProtocol
  readonly frames: number
  readonly random: SeededRandom
  /** For a test of the test. */
  readonly onFrames?: (frames: number) => void
}

export interface FuzzResult {
  readonly protocol: FuzzedProtocol
  readonly frames: number
  readonly streams: number
  /** Answers to the honest client that were what they have to be, while frames came in and after. */
  readonly served: number
  /** Of memory, from a tenth of the frames on. */
  readonly grownBytes: number
  readonly violations: readonly string[]
}

/** Hostile frames at roles in this process, while an honest client reads. A crash is an error that nobody caught, which ends the process. */
export async function fuzzInMemory({ protocol, frames, random, onFrames }: FuzzOptions): Promise<FuzzResult> {
  const bugs: string[] = []
  const metadata = new MemoryMetadataStore()
  const stores = ['a', 'b'].map((name) => new MemoryPieceStore({ random: random.fork(name), capacityBytes: 2 ** 26 }))
  await using swarm = await OneProcessSwarm.start({
    random,
    metadata,
    stores,
    chunkSizeBytes: CHUNK_BYTES,
    log: bugLog(bugs),
  })
  const content = Buffer.from(random.bytes(CONTENT_BYTES))
  await swarm.client.add(PATH, content)
  const [worker = swarm.coordinator] = swarm.workers
  const peer = protocol === 'piece' ? worker : swarm.coordinator
  const newcomers = random.fork('hostile')
  let hostile = await newHostile(swarm, protocol, newcomers)

  let served = 0
  const readOnce = async (): Promise<void> => {
    if (!Buffer.concat(await Array.fromAsync(swarm.client.read(PATH))).equals(content)) throw new Error('wrong bytes')
    served++
  }
  let attacking = true
  const honest = (async () => {
    for (; attacking; await turn()) await readOnce()
  })()
  honest.catch(() => {}) // told when it is waited for
  let [before, heldBefore]: [number, number | undefined] = [0, undefined]
  const streams = await attack({
    frames,
    random: random.fork(`frames of ${protocol}`),
    open: async () => {
      try {
        return await hostile.open(peer)
      } catch (error) {
        if (!hasCode(error, 'unreachable')) throw error
        // Whoever offended too often is not let in for a while, and comes back as somebody else.
        await hostile.stop()
        hostile = await newHostile(swarm, protocol, newcomers)
        return await hostile.open(peer)
      }
    },
    sent: async (done) => {
      onFrames?.(done - before)
      before = done
      await turn()
      if (heldBefore === undefined && done >= frames / 10) heldBefore = heldBytes()
    },
  })
  attacking = false
  const violations: string[] = []
  await honest.catch((error: unknown) => violations.push(`the honest client was not served: ${String(error)}`))
  await hostile.stop()
  await readOnce()
  await swarm.client.add('/after', content)
  for (let turns = 0; turns < 100; turns++) await turn()
  const grownBytes = heldBytes() - (heldBefore ?? 0)
  if (!isFlat(grownBytes, frames)) violations.push(`memory grew by ${grownBytes} bytes over ${frames} frames`)
  violations.push(...bugs)
  return { protocol, frames, streams, served, grownBytes, violations }
}

interface Hostile {
  open(peer: PeerAddress): Promise<Opened>
  stop(): Promise<void>
}

/** Someone who knows the secret, and has a pass. */
async function newHostile(swarm: OneProcessSwarm, protocol: FuzzedProtocol, random: SeededRandom): Promise<Hostile> {
  const transport = swarm.network.join(newIdentity(random).peerId)
  const calls = new CallClient(
    new Channel(await transport.open(swarm.coordinator, CONTROL.id, {})),
    CONTROL,
    systemClock,
  )
  const { pass } = await calls.call('hello', { secret: swarm.secret, pass: new Uint8Array() })
  calls.close()
  const target = targetOf(protocol, { secret: swarm.secret, pass })
  return {
    open: async (peer) => ({ channel: new Channel(await transport.open(peer, target.protocolId, {})), target }),
    stop: async () => await transport.stop(),
  }
}

const BUGS_MAX = 20

/** Keeps what a role calls an error of its own. */
function bugLog(bugs: string[]): Log {
  const error = (message: string, fields: LogFields = {}): void => {
    if (bugs.length < BUGS_MAX) bugs.push(`${message}: ${String(fields['error'] ?? '')}`)
  }
  return { ...silentLog, error }
}
