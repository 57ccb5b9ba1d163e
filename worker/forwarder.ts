import { cidToBytes } from '../shared/cid.ts'
import type { Clock } from '../shared/clock/clock.ts'
import { ProgressDeadline } from '../shared/clock/deadline.ts'
import { HiroError, toHiroError } from '../shared/errors.ts'
import { HOP_STALL_MS, PIECE_FRAME_BYTES_MAX, STALL_MS } from '../shared/limits.ts'
import { errorOf } from '../shared/protocol/calls/calls.ts'
import { PieceReply, PieceRequest, type PutOutcome } from '../shared/protocol/piece/piece.js'
import { encodeFrame } from '../shared/transport/byte-reader.ts'
import type { ChannelPool } from '../shared/transport/stream-pool.ts'
import type { PeerAddress } from '../shared/transport/transport.ts'
import { Relay } from './relay.ts'

export interface ForwardOrder {
  readonly grant: Uint8Array
  readonly cid: string
  readonly sizeBytes: number
}

/**
 * Passes a piece on while it still comes in. Never throws: how the workers behind fared is what `outcomes` says, and one that fails costs the
 * piece nothing but that way. Slices are held back by the next worker's pace until it is given up.
 */
export class Forwarding {
  readonly #relay = new Relay()
  /** One for each worker behind, in the order of the list. */
  readonly outcomes: Promise<PutOutcome[]>

  constructor(
    ports: { pool: ChannelPool; clock: Clock },
    forward: readonly PeerAddress[],
    order: ForwardOrder,
    signal: AbortSignal,
  ) {
    this.outcomes = this.#run(ports, forward, order, signal)
  }

  /** Resolves when the next worker has taken it, or is given up. The bytes must not change until then. */
  async pass(slice: Uint8Array): Promise<void> {
    await this.#relay.push(slice)
  }

  /** The piece came to its end; or, with `error`, it will not. */
  end(error?: HiroError): void {
    this.#relay.end(error)
  }

  async #run(
    { pool, clock }: { pool: ChannelPool; clock: Clock },
    forward: readonly PeerAddress[],
    { grant, cid, sizeBytes }: ForwardOrder,
    signal: AbortSignal,
  ): Promise<PutOutcome[]> {
    const [next, ...behind] = forward
    if (next === undefined) {
      this.#relay.close()
      return []
    }
    const put = { grant, cid: cidToBytes(cid), sizeBytes, forward: behind.map(({ id }) => id) }
    const stallMs = STALL_MS + behind.length * HOP_STALL_MS
    try {
      using deadline = new ProgressDeadline(clock, stallMs, `forwarding to ${next.id}`, signal)
      return await pool.use(
        next,
        async (channel) => {
          await channel.send(encodeFrame(PieceRequest.encode({ put })))
          for await (const slice of this.#relay.slices()) {
            await channel.send(slice)
            deadline.feed()
          }
          const reply = PieceReply.decode(await channel.reader.expectFrame(PIECE_FRAME_BYTES_MAX))
          if (reply.failure) throw errorOf(reply.failure)
          if (reply.put === undefined) throw new HiroError('bad-frame', 'a put was answered with something else')
          return reply.put.outcomes
        },
        { signal: deadline.signal },
      )
    } catch (cause) {
      const { code, message } = toHiroError(cause)
      const lost = behind.map(({ id }) => ({
        peer: id,
        code: 'unreachable',
        message: `behind ${next.id}, which failed`,
      }))
      return [{ peer: next.id, code, message }, ...lost]
    } finally {
      this.#relay.close()
    }
  }
}
