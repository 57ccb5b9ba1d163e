import { readSecretFile } from '../shared/files/secret-file.ts'
import { type ControlCalls, WirePeer } from './wire-peer.ts'

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
  readonly trash: { readonly items: number; readonly storedBytes: number }
}

const STATUS_TIMEOUT_MS = 30_000

/** Asks the coordinator over the wire: faster than a command, and without the client's code, which may be what is tested. */
export class ControlView {
  readonly #coordinator: string
  readonly #secretFile: string
  #peer: Promise<WirePeer> | undefined
  #calls: ControlCalls | undefined

  constructor(coordinator: string, secretFile: string) {
    this.#coordinator = coordinator
    this.#secretFile = secretFile
  }

  /** Throws `unreachable`, `timeout`; nothing is asked twice. */
  async look(): Promise<SwarmView> {
    const calls = await this.#connected()
    const answer = await calls.call('status', {}, { timeoutMs: STATUS_TIMEOUT_MS })
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
      trash: answer.trash ?? { items: 0, storedBytes: 0 },
    }
  }

  async close(): Promise<void> {
    this.#calls?.close()
    await (await this.#peer)?.close()
  }

  async #connected(): Promise<ControlCalls> {
    if (this.#calls && !this.#calls.broken) return this.#calls
    this.#peer ??= WirePeer.open()
    const peer = await this.#peer
    const { calls } = await peer.control(this.#coordinator, await readSecretFile(this.#secretFile))
    this.#calls = calls
    return calls
  }
}
