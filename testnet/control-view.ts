import { systemClock } from '../shared/clock/system-clock.ts'
import { coordinatorAddress } from '../shared/config/coordinator-address.ts'
import { readSecretFile } from '../shared/files/secret-file.ts'
import { newIdentity } from '../shared/identity.ts'
import { CallClient } from '../shared/protocol/calls/call-client.ts'
import type { ControlRequest, ControlResponse } from '../shared/protocol/control/control.js'
import { CONTROL } from '../shared/protocol/control/protocol.ts'
import { systemRandom } from '../shared/random/system-random.ts'
import { Channel } from '../shared/transport/channel.ts'
import type { Transport } from '../shared/transport/transport.ts'

export interface WorkerView {
  readonly name: string
  readonly peer: string
  readonly alive: boolean
  readonly capacityBytes: number
  readonly usedBytes: number
  readonly pieces: number
  /** Pieces that it shall remove and has not confirmed. */
  readonly removals: number
}

/** The swarm as its coordinator sees it now. */
export interface SwarmView {
  readonly workers: readonly WorkerView[]
  readonly pieces: { readonly total: number; readonly under: number; readonly lost: number }
  /** Under way. */
  readonly uploads: number
}

type ControlCalls = CallClient<ControlRequest, ControlResponse>

const CONNECT_TIMEOUT_MS = 2_000
const STATUS_TIMEOUT_MS = 30_000

/** Asks the coordinator over the wire, as a client without keys: faster than a command, and without the code that is tested. */
export class ControlView {
  readonly #coordinator: string
  readonly #secretFile: string
  #transport: Promise<Transport> | undefined
  #calls: ControlCalls | undefined

  constructor(coordinator: string, secretFile: string) {
    this.#coordinator = coordinator
    this.#secretFile = secretFile
  }

  /** Throws `unreachable`, `timeout`; nothing is asked twice. */
  async look(signal?: AbortSignal): Promise<SwarmView> {
    const calls = await this.#connected(signal)
    const answer = await calls.call('status', {}, { signal, timeoutMs: STATUS_TIMEOUT_MS })
    const workers = answer.workers.map(
      ({ worker, capacityBytes, usedBytes, pieces, removals }): WorkerView => ({
        name: worker?.name ?? '',
        peer: worker?.peer ?? '',
        alive: worker?.alive ?? false,
        capacityBytes,
        usedBytes,
        pieces,
        removals,
      }),
    )
    return {
      workers: workers.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
      pieces: { total: answer.pieces, under: answer.piecesUnder, lost: answer.piecesLost },
      uploads: answer.intents,
    }
  }

  async close(): Promise<void> {
    this.#calls?.close()
    await (await this.#transport)?.stop()
  }

  async #connected(signal: AbortSignal | undefined): Promise<ControlCalls> {
    if (this.#calls && !this.#calls.broken) return this.#calls
    const options = { signal, timeoutMs: CONNECT_TIMEOUT_MS }
    this.#transport ??= openTransport()
    const transport = await this.#transport
    const stream = await transport.open(coordinatorAddress([this.#coordinator]), CONTROL.id, {
      ...(signal && { signal }),
      timeoutMs: CONNECT_TIMEOUT_MS,
    })
    const calls: ControlCalls = new CallClient(new Channel(stream), CONTROL, systemClock)
    const secret = await readSecretFile(this.#secretFile)
    await calls.call('hello', { secret, pass: new Uint8Array() }, options)
    this.#calls = calls
    return calls
  }
}

async function openTransport(): Promise<Transport> {
  // Loaded when it is needed: most commands of a testnet only look at processes.
  const { startLibp2pTransport } = await import('../shared/transport/libp2p-transport.ts')
  return await startLibp2pTransport({ identity: newIdentity(systemRandom), listen: [], clock: systemClock })
}
