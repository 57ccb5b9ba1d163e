import { cidFromBytes } from '../shared/cid.ts'
import type { Clock } from '../shared/clock/clock.ts'
import { ProgressDeadline } from '../shared/clock/deadline.ts'
import { HiroError, hasCode, toHiroError } from '../shared/errors.ts'
import { HOP_STALL_MS, PIECE_FRAME_BYTES_MAX, PIECE_SIZE_BYTES_MAX, STALL_MS } from '../shared/limits.ts'
import type { Log } from '../shared/log.ts'
import { failureOf } from '../shared/protocol/calls/calls.ts'
import {
  type GetRequest,
  PieceReply,
  PieceRequest,
  type PutRequest,
  type StatRequest,
} from '../shared/protocol/piece/piece.js'
import { encodeFrame } from '../shared/transport/byte-reader.ts'
import type { Channel } from '../shared/transport/channel.ts'
import type { ChannelPool } from '../shared/transport/stream-pool.ts'
import { onAbort } from '../shared/work/signal.ts'
import { Forwarding } from './forwarder.ts'
import { getPiece } from './get-piece.ts'
import type { Grants } from './grants.ts'
import type { Membership } from './membership.ts'
import { requirePass } from './passes.ts'
import { putPiece } from './put-piece.ts'
import type { PieceStore } from './store/piece-store.ts'

export interface ServicePorts {
  readonly self: string
  readonly store: PieceStore
  readonly grants: Grants
  /** To other workers. */
  readonly pool: ChannelPool
  readonly clock: Clock
  readonly log: Log
  /** `undefined`: not joined yet, nobody can be let in. */
  membership(): Membership | undefined
  /** A put has ended well: its receipt is due. */
  stored(): void
}

const CIDS_PER_STAT_MAX = 1_000

/**
 * Serves one stream: requests one after another, each decoded, done by one operation, and answered. What is refused is answered and the stream stays in step; what
 * cannot be decoded ends the stream.
 */
export async function servePieces(ports: ServicePorts, channel: Channel): Promise<void> {
  const session = new Session(ports, channel)
  for (;;) {
    const frame = await channel.reader.readFrame(PIECE_FRAME_BYTES_MAX)
    if (frame === undefined) return
    await session.answer(PieceRequest.decode(frame))
  }
}

class Session {
  readonly #ports: ServicePorts
  readonly #channel: Channel
  #pass: Uint8Array = new Uint8Array()

  constructor(ports: ServicePorts, channel: Channel) {
    this.#ports = ports
    this.#channel = channel
  }

  async answer({ hello, put, get, stat }: PieceRequest): Promise<void> {
    if (hello) this.#pass = hello.pass
    else if (put) await this.#put(put)
    else if (get) await this.#get(get)
    else if (stat) await this.#reply(await this.#orFailure(async () => await this.#stat(stat)))
    else throw new HiroError('bad-frame', 'a request that this Hiro does not know')
  }

  /** Looked at with each request: a pass ends while the stream stays. */
  #membership(): Membership {
    const membership = this.#ports.membership()
    if (membership === undefined) throw new HiroError('unreachable', 'this worker has not joined its swarm yet')
    requirePass(membership, this.#channel.remotePeer, this.#pass)
    return membership
  }

  async #put(request: PutRequest): Promise<void> {
    const { sizeBytes, forward } = request
    if (sizeBytes > PIECE_SIZE_BYTES_MAX) {
      throw new HiroError('bad-frame', `a piece of ${sizeBytes} bytes; at most ${PIECE_SIZE_BYTES_MAX} are allowed`)
    }
    const { clock } = this.#ports
    // The sender may be held back by those behind, so it gets as much longer as they do.
    using deadline = new ProgressDeadline(clock, STALL_MS + forward.length * HOP_STALL_MS, 'a put')
    const { signal } = deadline
    using _ = onAbort(signal, () => this.#channel.abort(toHiroError(signal.reason)))
    const bytesBefore = this.#channel.reader.bytesRead
    const reply = await this.#orFailure(async () => await this.#store(request, deadline))
    // What is left of a refused body is passed over, so that the next request is found.
    const left = sizeBytes - (this.#channel.reader.bytesRead - bytesBefore)
    for await (const _slice of this.#channel.reader.readUpTo(left)) deadline.feed()
    await this.#reply(reply)
  }

  async #store(
    { grant, cid: cidBytes, sizeBytes, forward }: PutRequest,
    deadline: ProgressDeadline,
  ): Promise<Partial<PieceReply>> {
    const { self, store, grants } = this.#ports
    const cid = cidFromBytes(cidBytes)
    const membership = this.#membership()
    const allowed = grants.check(membership, { from: this.#channel.remotePeer, grant, sizeBytes, forward })
    const order = { cid, sizeBytes, revision: allowed.revision }
    const onward = new Forwarding(this.#ports, allowed.forward, { grant, cid, sizeBytes }, deadline.signal)
    const body = fed(this.#channel.reader.readUpTo(sizeBytes), deadline)
    const outcomes = await putPiece(store, self, order, body, onward)
    if (outcomes[0]?.code === '') this.#ports.stored()
    return { put: { outcomes } }
  }

  async #get({ cid, offset, lengthBytes }: GetRequest): Promise<void> {
    const found = await this.#orFailure(async () => {
      this.#membership()
      return await getPiece(this.#ports.store, { cid: cidFromBytes(cid), offset, lengthBytes })
    })
    if ('failure' in found) return await this.#reply(found)
    await this.#reply({ get: { sizeBytes: found.sizeBytes, lengthBytes: found.lengthBytes } })
    using deadline = new ProgressDeadline(this.#ports.clock, STALL_MS, 'a get')
    const { signal } = deadline
    using _ = onAbort(signal, () => this.#channel.abort(toHiroError(signal.reason)))
    for await (const slice of found.body) {
      await this.#channel.send(slice)
      deadline.feed()
    }
  }

  async #stat({ cids }: StatRequest): Promise<Partial<PieceReply>> {
    this.#membership()
    if (cids.length > CIDS_PER_STAT_MAX) throw new HiroError('usage', `at most ${CIDS_PER_STAT_MAX} pieces at once`)
    const states = await Promise.all(
      cids.map(async (cid) => {
        const stat = await this.#ports.store.stat(cidFromBytes(cid))
        return { present: stat !== undefined, sizeBytes: stat?.sizeBytes ?? 0 }
      }),
    )
    return { stat: { states } }
  }

  /** What an operation throws is its answer; only a broken stream has none. */
  async #orFailure<T>(operation: () => Promise<T>): Promise<T | { failure: { code: string; message: string } }> {
    try {
      return await operation()
    } catch (cause) {
      const error = toHiroError(cause)
      if (this.#channel.broken) throw error
      if (hasCode(error, 'internal')) this.#ports.log.error('a request failed for no good reason', { error })
      return { failure: failureOf(error) }
    }
  }

  async #reply(reply: Partial<PieceReply>): Promise<void> {
    await this.#channel.send(encodeFrame(PieceReply.encode(reply)))
  }
}

async function* fed(slices: AsyncIterable<Uint8Array>, deadline: ProgressDeadline): AsyncGenerator<Uint8Array> {
  for await (const slice of slices) {
    deadline.feed()
    yield slice
  }
}
