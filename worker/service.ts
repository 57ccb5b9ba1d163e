import { cidFromBytes } from '../shared/cid.ts'
import type { Clock } from '../shared/clock/clock.ts'
import { HiroError, hasCode, toHiroError } from '../shared/errors.ts'
import { PIECE_FRAME_BYTES_MAX, PIECE_SIZE_BYTES_MAX, STALL_MS } from '../shared/limits.ts'
import type { Log } from '../shared/log.ts'
import { failureOf } from '../shared/protocol/calls/calls.ts'
import {
  type GetRequest,
  PieceReply,
  PieceRequest,
  type PutRequest,
  type StatRequest,
} from '../shared/protocol/piece/piece.js'
import { STAT_CIDS_MAX } from '../shared/protocol/piece/protocol.ts'
import { StallWatch } from '../shared/protocol/piece/stall-watch.ts'
import type { Pass } from '../shared/protocol/token/token.js'
import { openPass } from '../shared/protocol/token/tokens.ts'
import { encodeFrame } from '../shared/transport/byte-reader.ts'
import type { Channel } from '../shared/transport/channel.ts'
import { Forwarding, type ForwardPorts } from './forwarder.ts'
import { getPiece } from './get-piece.ts'
import type { Grants } from './grants.ts'
import type { Membership } from './membership.ts'
import { type Role, requirePass } from './passes.ts'
import { ProgressTeller } from './progress-teller.ts'
import { putPiece } from './put-piece.ts'
import type { RequestGate } from './request-gate.ts'
import type { PieceStore } from './store/piece-store.ts'

export interface ServicePorts extends ForwardPorts {
  readonly self: string
  readonly store: PieceStore
  readonly grants: Grants
  readonly gate: RequestGate
  readonly clock: Clock
  readonly log: Log
  /** `undefined`: not joined yet, nobody can be let in. */
  membership(): Membership | undefined
  /** A put has ended well: its receipt is due. */
  stored(): void
}

/** How long a peer may neither send what it announced nor take what it asked for. Longer than its own patience with this worker, so that it notices first what is wrong behind it. */
const PEER_STALL_MS = 3 * STALL_MS

/**
 * Serves one stream: requests one after another, each decoded, done by one operation, and answered. What is refused is answered and the stream stays in step; what
 * cannot be decoded is answered and ends the stream. Throws when the stream broke, or has to be broken off.
 */
export async function servePieces(ports: ServicePorts, channel: Channel): Promise<void> {
  const session = new Session(ports, channel)
  try {
    for (;;) {
      const frame = await channel.reader.readFrame(PIECE_FRAME_BYTES_MAX)
      if (frame === undefined) return
      await session.answer(decodeRequest(frame))
    }
  } catch (error) {
    if (!hasCode(error, 'bad-frame')) throw error
    ports.log.warn('a malformed request', { peer: channel.remotePeer, error })
    await session.reply({ failure: failureOf(error) })
  }
}

function decodeRequest(frame: Uint8Array): PieceRequest {
  try {
    return PieceRequest.decode(frame)
  } catch (cause) {
    throw new HiroError('bad-frame', 'a request that is not of the piece protocol', { cause })
  }
}

class Session {
  readonly #ports: ServicePorts
  readonly #channel: Channel
  readonly #watch: StallWatch
  #shown: Uint8Array | undefined
  #pass: Pass | undefined

  constructor(ports: ServicePorts, channel: Channel) {
    this.#ports = ports
    this.#channel = channel
    const what = `serving ${channel.remotePeer}`
    this.#watch = new StallWatch(channel, { clock: ports.clock, stallMs: PEER_STALL_MS, what })
  }

  async answer({ hello, put, get, stat }: PieceRequest): Promise<void> {
    if (hello) this.#hello(hello.pass)
    else if (put) await this.#put(put)
    else if (get) await this.#get(get)
    else if (stat) await this.#stat(stat)
    else throw new HiroError('bad-frame', 'a request that this Hiro does not know')
  }

  async reply(reply: Partial<PieceReply>): Promise<void> {
    await this.#watch.during(this.#send(reply))
  }

  #hello(pass: Uint8Array): void {
    this.#shown = pass
    this.#pass = undefined
  }

  /** Asked with each request, for a pass ends while the stream stays; its signature is looked at once. */
  #admit(): { membership: Membership; role: Role } {
    const membership = this.#ports.membership()
    if (membership === undefined) throw new HiroError('unreachable', 'this worker has not joined its swarm yet')
    if (this.#shown === undefined) throw new HiroError('refused', 'the first request has to be hello')
    this.#pass ??= openPass(membership.coordinator, this.#shown)
    return { membership, role: requirePass(membership, this.#channel.remotePeer, this.#pass) }
  }

  async #put(request: PutRequest): Promise<void> {
    const { sizeBytes } = request
    if (sizeBytes > PIECE_SIZE_BYTES_MAX) {
      throw new HiroError('bad-frame', `a piece of ${sizeBytes} bytes; at most ${PIECE_SIZE_BYTES_MAX} are allowed`)
    }
    const { reader } = this.#channel
    const bodyEnd = reader.bytesRead + sizeBytes
    const answer = await this.#ports.gate.run(async () => await this.#store(request)).catch(this.#failure)
    const sending = this.#send(answer)
    sending.catch(() => {})
    // What is left of the body of a refused put is passed over, so that the next request is found. Its sender has the answer already.
    for await (const _ of this.#incoming(bodyEnd - reader.bytesRead)) void _
    await this.#watch.during(sending)
  }

  async #store({ grant, cid: cidBytes, sizeBytes, forward, progressMs }: PutRequest): Promise<Partial<PieceReply>> {
    const { self, store, grants, clock } = this.#ports
    const { membership, role } = this.#admit()
    const cid = cidFromBytes(cidBytes)
    const from = this.#channel.remotePeer
    const allowed = grants.check(membership, { from, role, grant, sizeBytes, forward })
    const progress = new ProgressTeller(clock, progressMs, async () => await this.#send({ progress: {} }))
    const moved = (): void => progress.moved()
    const onward = new Forwarding(this.#ports, allowed.forward, { grant, cid, sizeBytes }, moved)
    const order = { cid, sizeBytes, revision: allowed.revision }
    let stored = false
    try {
      const outcomes = await putPiece(store, self, order, this.#incoming(sizeBytes, moved), onward)
      stored = outcomes[0]?.code === ''
      return { put: { outcomes } }
    } finally {
      if (stored) this.#ports.stored()
      else allowed.giveBack()
    }
  }

  async #get({ cid, offset, lengthBytes }: GetRequest): Promise<void> {
    let answered = false
    const give = async (): Promise<void> => {
      this.#admit()
      const found = await getPiece(this.#ports.store, { cid: cidFromBytes(cid), offset, lengthBytes })
      try {
        answered = true
        await this.reply({ get: { sizeBytes: found.sizeBytes, lengthBytes: found.lengthBytes } })
        for (let slice = await found.next(); slice; slice = await found.next()) {
          await this.#watch.during(this.#channel.send(slice))
        }
      } finally {
        await found.close()
      }
    }
    try {
      await this.#ports.gate.run(give)
    } catch (error) {
      if (answered) throw error
      await this.reply(this.#failure(error))
    }
  }

  async #stat({ cids }: StatRequest): Promise<void> {
    const look = async (): Promise<Partial<PieceReply>> => {
      this.#admit()
      if (cids.length > STAT_CIDS_MAX) throw new HiroError('usage', `at most ${STAT_CIDS_MAX} pieces at once`)
      const stats = await Promise.all(cids.map((cid) => this.#ports.store.stat(cidFromBytes(cid))))
      const states = stats.map((stat) => ({ present: stat !== undefined, sizeBytes: stat?.sizeBytes ?? 0 }))
      return { stat: { states } }
    }
    await this.reply(await this.#ports.gate.run(look).catch(this.#failure))
  }

  /** The next bytes of the stream, as they come; only waiting for them counts against the peer. */
  async *#incoming(lengthBytes: number, onSlice?: () => void): AsyncGenerator<Uint8Array, void, undefined> {
    const slices = this.#channel.reader.readUpTo(lengthBytes)
    for (;;) {
      const next = await this.#watch.during(slices.next())
      if (next.done) return
      onSlice?.()
      yield next.value
    }
  }

  /** What an operation throws is its answer. */
  readonly #failure = (cause: unknown): Partial<PieceReply> => {
    const error = toHiroError(cause)
    const peer = this.#channel.remotePeer
    if (error.code === 'internal') this.#ports.log.error('a request failed for no good reason', { peer, error })
    else this.#ports.log.debug('a request failed', { peer, error })
    return { failure: failureOf(error) }
  }

  async #send(reply: Partial<PieceReply>): Promise<void> {
    await this.#channel.send(encodeFrame(PieceReply.encode(reply)))
  }
}
