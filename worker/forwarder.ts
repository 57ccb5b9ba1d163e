import type { Clock } from '../shared/clock/clock.ts'
import { type ErrorCode, HiroError, isErrorCode, toHiroError } from '../shared/errors.ts'
import { HOP_STALL_MS, STALL_MS } from '../shared/limits.ts'
import type { PutOutcome } from '../shared/protocol/piece/piece.js'
import { greet, put } from '../shared/protocol/piece/piece-client.ts'
import { reach } from '../shared/protocol/piece/reach.ts'
import type { Channel } from '../shared/transport/channel.ts'
import type { ChannelPool } from '../shared/transport/stream-pool.ts'
import type { PeerAddress } from '../shared/transport/transport.ts'
import type { Onward } from './put-piece.ts'
import { Relay } from './relay.ts'

export interface ForwardPorts {
  /** To other workers. */
  readonly pool: ChannelPool
  readonly clock: Clock
  /** That this worker is a member, as the coordinator said last. */
  pass(): Uint8Array
}

export interface ForwardOrder {
  readonly grant: Uint8Array
  readonly cid: string
  readonly sizeBytes: number
  readonly vouch: boolean
}

/** Outcomes of a whole chain have to fit a frame, whatever the workers behind say. */
const MESSAGE_LENGTH_MAX = 300

/**
 * Passes a piece on while it still comes in. Never throws: how the workers behind fared is what `outcomes` says, and one that fails costs the
 * piece nothing but that way. Slices are held back by the next worker's pace until it is given up.
 */
export class Forwarding implements Onward {
  readonly #ports: ForwardPorts
  readonly #order: ForwardOrder
  readonly #relay = new Relay()
  readonly #broken = new AbortController()
  readonly outcomes: Promise<PutOutcome[]>

  constructor(ports: ForwardPorts, forward: readonly PeerAddress[], order: ForwardOrder) {
    this.#ports = ports
    this.#order = order
    this.outcomes = this.#run(forward)
  }

  /** The bytes must not change until it resolves. */
  async pass(slice: Uint8Array): Promise<void> {
    await this.#relay.push(slice)
  }

  end(error?: HiroError): void {
    this.#relay.end(error)
    if (error) this.#broken.abort(error)
  }

  async #run([next, ...behind]: readonly PeerAddress[]): Promise<PutOutcome[]> {
    try {
      if (next === undefined) return []
      const told = await this.#putAt(next, behind)
      return [next, ...behind].map(({ id }) => outcomeOf(id, told))
    } catch (cause) {
      const { code, message } = toHiroError(cause)
      const lost = behind.map(({ id }) => failed(id, 'unknown', `behind ${next?.id}, which failed`))
      return [failed(next?.id ?? '', code, message), ...lost]
    } finally {
      this.#relay.close()
    }
  }

  async #putAt(next: PeerAddress, behind: readonly PeerAddress[]): Promise<PutOutcome[]> {
    const { pool, clock } = this.#ports
    const order = { ...this.#order, forward: behind.map(({ id }) => id) }
    const reachMs = STALL_MS + behind.length * HOP_STALL_MS
    return await reach(
      pool,
      next,
      { clock, reachMs, signal: this.#broken.signal },
      async (channel: Channel, signal) => {
        // The pool tries again where a kept stream turns out to be dead, but the first bytes are gone.
        if (this.#relay.slicesTaken > 0) throw new HiroError('unreachable', 'the stream broke within the piece')
        // Shown each time: a stream that is never idle outlives the pass that it began with.
        await greet(channel, this.#ports.pass())
        return await put(channel, order, this.#relay.slices(), { clock, signal })
      },
    )
  }
}

/** What the next worker tells of one of those that the piece was to travel to. It is not believed to know of others. */
function outcomeOf(peer: string, told: readonly PutOutcome[]): PutOutcome {
  const found = told.find((outcome) => outcome.peer === peer)
  if (found === undefined) return failed(peer, 'unknown', 'nobody says how it fared')
  const { voucher } = found
  if (found.code === '') return { peer, code: '', message: '', ...(voucher && { voucher }) }
  return failed(peer, isErrorCode(found.code) ? found.code : 'internal', found.message)
}

function failed(peer: string, code: ErrorCode, message: string): PutOutcome {
  return { peer, code, message: message.slice(0, MESSAGE_LENGTH_MAX) }
}
