import type { Clock } from '../shared/clock/clock.ts'
import { HiroError, toHiroError } from '../shared/errors.ts'
import { HOP_STALL_MS, STALL_MS } from '../shared/limits.ts'
import type { PutOutcome } from '../shared/protocol/piece/piece.js'
import { put } from '../shared/protocol/piece/piece-client.ts'
import { reach } from '../shared/protocol/piece/reach.ts'
import type { Channel } from '../shared/transport/channel.ts'
import type { ChannelPool } from '../shared/transport/stream-pool.ts'
import type { PeerAddress } from '../shared/transport/transport.ts'
import { Relay } from './relay.ts'

export interface ForwardPorts {
  /** To other workers. */
  readonly pool: ChannelPool
  readonly clock: Clock
}

export interface ForwardOrder {
  readonly grant: Uint8Array
  readonly cid: string
  readonly sizeBytes: number
}

/** An outcome has to fit a frame together with those of a whole chain. */
const MESSAGE_LENGTH_MAX = 300

/**
 * Passes a piece on while it still comes in. Never throws: how the workers behind fared is what `outcomes` says, and one that fails costs the
 * piece nothing but that way. Slices are held back by the next worker's pace until it is given up.
 */
export class Forwarding {
  readonly #ports: ForwardPorts
  readonly #order: ForwardOrder
  readonly #onProgress: () => void
  readonly #relay = new Relay()
  /** One for each worker behind, in the order of the list. */
  readonly outcomes: Promise<PutOutcome[]>

  /** `onProgress` is called when bytes have moved further down the chain. */
  constructor(ports: ForwardPorts, forward: readonly PeerAddress[], order: ForwardOrder, onProgress: () => void) {
    this.#ports = ports
    this.#order = order
    this.#onProgress = onProgress
    this.outcomes = this.#run(forward)
  }

  /** Resolves when the next worker has taken it, or is given up. The bytes must not change until then. */
  async pass(slice: Uint8Array): Promise<void> {
    await this.#relay.push(slice)
  }

  /** The piece came to its end; or, with `error`, it will not. */
  end(error?: HiroError): void {
    this.#relay.end(error)
  }

  async #run([next, ...behind]: readonly PeerAddress[]): Promise<PutOutcome[]> {
    try {
      if (next === undefined) return []
      const told = await this.#putAt(next, behind)
      return [next, ...behind].map(({ id }) => outcomeOf(id, told))
    } catch (cause) {
      const { code, message } = toHiroError(cause)
      const lost = behind.map(({ id }) => failed(id, 'unreachable', `behind ${next?.id}, which failed`))
      return [failed(next?.id ?? '', code, message), ...lost]
    } finally {
      this.#relay.close()
    }
  }

  async #putAt(next: PeerAddress, behind: readonly PeerAddress[]): Promise<PutOutcome[]> {
    const { pool, clock } = this.#ports
    const order = { ...this.#order, forward: behind.map(({ id }) => id) }
    const reachMs = STALL_MS + behind.length * HOP_STALL_MS
    return await reach(pool, next, { clock, reachMs }, async (channel: Channel, signal) => {
      // The pool tries again where a kept stream turns out to be dead, but the first bytes are gone.
      if (this.#relay.slicesTaken > 0) throw new HiroError('unreachable', 'the stream broke within the piece')
      return await put(channel, order, this.#relay.slices(), { clock, signal, onProgress: this.#onProgress })
    })
  }
}

/** What the next worker tells of one of those that the piece was to travel to. It is not believed to know of others. */
function outcomeOf(peer: string, told: readonly PutOutcome[]): PutOutcome {
  const found = told.find((outcome) => outcome.peer === peer)
  if (found === undefined) return failed(peer, 'unreachable', 'nobody says how it fared')
  return { peer, code: found.code, message: found.message.slice(0, MESSAGE_LENGTH_MAX) }
}

function failed(peer: string, code: string, message: string): PutOutcome {
  return { peer, code, message: message.slice(0, MESSAGE_LENGTH_MAX) }
}
