import { cidFromBytes } from '../shared/cid.ts'
import type { Clock } from '../shared/clock/clock.ts'
import { HiroError, hasCode, toHiroError } from '../shared/errors.ts'
import { FRAME_MS, HELLO_MS, PIECE_FRAME_BYTES_MAX, PIECE_SIZE_BYTES_MAX } from '../shared/limits.ts'
import type { Log } from '../shared/log.ts'
import { type Failure, failureOf } from '../shared/protocol/calls/calls.ts'
import {
  type GetRequest,
  PieceReply,
  PieceRequest,
  type PutRequest,
  type StatRequest,
  type Voucher,
} from '../shared/protocol/piece/piece.js'
import { STAT_CIDS_MAX } from '../shared/protocol/piece/protocol.ts'
import { StallWatch } from '../shared/protocol/piece/stall-watch.ts'
import type { Pass } from '../shared/protocol/token/token.js'
import { openPass } from '../shared/protocol/token/tokens.ts'
import { encodeFrame } from '../shared/transport/byte-reader.ts'
import type { Channel } from '../shared/transport/channel.ts'
import type { Transport } from '../shared/transport/transport.ts'
import { type Vouched, vouch } from '../shared/voucher.ts'
import type { FairTurns } from '../shared/work/fair-turns.ts'
import { Forwarding, type ForwardPorts } from './forwarder.ts'
import { getPiece, statePiece } from './get-piece.ts'
import type { Grants } from './grants.ts'
import { LocalPut } from './local-put.ts'
import type { Membership } from './membership.ts'
import { type Role, requirePass } from './passes.ts'
import { BODY_PROGRESS_BYTES, PEER_STALL_MS, STREAM_IDLE_MS } from './patience.ts'
import { ProgressTeller } from './progress-teller.ts'
import { putPiece } from './put-piece.ts'
import type { RequestGate } from './request-gate.ts'
import type { PieceStore } from './store/piece-store.ts'
import type { StoreHealth } from './store-health.ts'

export interface ServicePorts extends ForwardPorts {
  readonly self: string
  readonly store: PieceStore
  readonly health: StoreHealth
  readonly grants: Grants
  readonly gate: RequestGate
  readonly turns: FairTurns
  readonly peers: Pick<Transport, 'admit' | 'offend'>
  readonly clock: Clock
  readonly log: Log
  /** `undefined`: not joined yet, nobody can be let in. */
  membership(): Membership | undefined
  /** A piece is durable here: its receipt is due. */
  stored(vouched: boolean): void
}

/** Memory that a request needs at most, besides what it moves: slices on their way, buffers of its stream. */
const REQUEST_BYTES = 256 * 1024
/** What the store holds of a piece on its way to the disk, or from it. */
const STORE_BUFFER_BYTES_MAX = 2 * 1024 * 1024

/**
 * Serves one stream: requests one after another, each decoded, done by one operation, and answered. What is refused is answered and the stream stays in step; what
 * cannot be decoded is answered and ends the stream. Throws when the stream broke, or has to be broken off.
 */
export async function servePieces(ports: ServicePorts, channel: Channel): Promise<void> {
  using session = new Session(ports, channel)
  try {
    for (;;) {
      const frame = await session.next()
      if (frame === undefined) return await session.end()
      await session.answer(decodeRequest(frame))
    }
  } catch (error) {
    if (!hasCode(error, 'bad-frame')) throw error
    ports.log.warn('a malformed request', { peer: channel.remotePeer, error })
    session.offence()
    await session.reply({ failure: failureOf(error) })
    await session.end()
  }
}

function decodeRequest(frame: Uint8Array): PieceRequest {
  try {
    return PieceRequest.decode(frame)
  } catch (cause) {
    throw new HiroError('bad-frame', 'a request that is not of the piece protocol', { cause })
  }
}

class Session implements Disposable {
  readonly #ports: ServicePorts
  readonly #channel: Channel
  /** It has not been let in yet; it has, and asks nothing; it has begun a frame. */
  readonly #greeting: StallWatch
  readonly #idle: StallWatch
  readonly #frame: StallWatch
  /** The peer owes bytes; it has not taken what was sent. */
  readonly #incoming: StallWatch
  readonly #outgoing: StallWatch
  #shown: Uint8Array | undefined
  #pass: Pass | undefined
  #admitted = false

  constructor(ports: ServicePorts, channel: Channel) {
    this.#ports = ports
    this.#channel = channel
    const watch = (stallMs: number, what: string): StallWatch => {
      const giveUp = (reason: HiroError): void => channel.abort(reason)
      return new StallWatch({ clock: ports.clock, stallMs, what: `${what} ${channel.remotePeer}`, giveUp })
    }
    this.#greeting = watch(HELLO_MS, 'a request with a pass of')
    this.#frame = watch(FRAME_MS, 'a frame of')
    this.#idle = watch(STREAM_IDLE_MS, 'the next request of')
    this.#incoming = watch(PEER_STALL_MS, 'bytes from')
    this.#outgoing = watch(PEER_STALL_MS, 'bytes for')
  }

  [Symbol.dispose](): void {
    for (const watch of [this.#greeting, this.#idle, this.#frame, this.#incoming, this.#outgoing]) {
      watch[Symbol.dispose]()
    }
  }

  /** The next request; `undefined` when the peer is done. */
  async next(): Promise<Uint8Array | undefined> {
    const { reader } = this.#channel
    const silence = this.#admitted ? this.#idle : this.#greeting
    if (!(await silence.during(reader.ready()))) return undefined
    return await this.#frame.during(reader.readFrame(PIECE_FRAME_BYTES_MAX))
  }

  /** What it asked is nothing for a stranger. */
  offence(): void {
    if (!this.#admitted) this.#ports.peers.offend(this.#channel.remotePeer)
  }

  /** What was sent goes out, and then this side's end. A peer that does not read must not hold the stream for ever. */
  async end(): Promise<void> {
    await this.#outgoing.during(this.#channel.close())
  }

  async answer({ hello, put, get, stat }: PieceRequest): Promise<void> {
    if (hello) this.#hello(hello.pass)
    else if (put) await this.#put(put)
    else if (get) await this.#get(get)
    else if (stat) await this.#stat(stat)
    else throw new HiroError('bad-frame', 'a request that this Hiro does not know')
  }

  async reply(reply: Partial<PieceReply>): Promise<void> {
    await this.#outgoing.during(this.#send(reply))
  }

  #hello(pass: Uint8Array): void {
    if (this.#shown && Buffer.compare(this.#shown, pass) === 0) return
    this.#shown = pass
    this.#pass = undefined
  }

  /** Asked with each request, for a pass ends while the stream stays; its signature is looked at once. */
  #admit(): { membership: Membership; role: Role } {
    const membership = this.#ports.membership()
    if (membership === undefined) throw new HiroError('unreachable', 'this worker has not joined its swarm yet')
    const peer = this.#channel.remotePeer
    try {
      if (this.#shown === undefined) throw new HiroError('refused', 'the first request has to be hello')
      this.#pass ??= openPass(membership.coordinator, this.#shown)
      const role = requirePass(membership, peer, this.#pass)
      this.#admitted = true
      this.#ports.peers.admit(peer)
      return { membership, role }
    } catch (error) {
      this.offence()
      throw error
    }
  }

  async #put(request: PutRequest): Promise<void> {
    const { sizeBytes } = request
    if (sizeBytes > PIECE_SIZE_BYTES_MAX) {
      throw new HiroError('bad-frame', `a piece of ${sizeBytes} bytes; at most ${PIECE_SIZE_BYTES_MAX} are allowed`)
    }
    const { reader } = this.#channel
    const bodyEnd = reader.bytesRead + sizeBytes
    const needsBytes = REQUEST_BYTES + Math.min(sizeBytes, STORE_BUFFER_BYTES_MAX)
    await this.#serve(needsBytes, async (answer) => await answer(await this.#store(request)))
    // What is left of the body of a refused put is passed over, so that the next request is found. Its sender has the answer already.
    for await (const _slice of this.#body(bodyEnd - reader.bytesRead)) continue
  }

  async #store({ cid: cidBytes, progressMs, ...request }: PutRequest): Promise<Partial<PieceReply>> {
    const { grant, sizeBytes, forward, vouch: vouched } = request
    const { self, health, grants, clock, store } = this.#ports
    const { membership, role } = this.#admit()
    const cid = cidFromBytes(cidBytes)
    const from = this.#channel.remotePeer
    const allowed = grants.check(membership, { from, role, grant, sizeBytes, forward })
    using _ = new ProgressTeller(clock, progressMs, async () => await this.#send({ progress: {} }))
    const onward = new Forwarding(this.#ports, allowed.forward, { grant, cid, sizeBytes, vouch: vouched })
    const { revision } = allowed
    const ports = { store, clock, stored: (): void => this.#ports.stored(vouched) }
    const local = new LocalPut(ports, { cid, sizeBytes, revision })
    let stored = false
    try {
      const { failure, behind } = await putPiece(local, this.#body(sizeBytes), onward)
      stored = failure === undefined
      health.note(failure)
      const voucher =
        vouched && stored ? voucherOf(membership, { store: store.storeId, cid, sizeBytes, revision }) : undefined
      const own = {
        peer: self,
        code: failure?.code ?? '',
        message: failure?.message ?? '',
        ...(voucher && { voucher }),
      }
      return { put: { outcomes: [own, ...behind] } }
    } finally {
      if (!stored) allowed.giveBack()
    }
  }

  async #get({ cid, offset, lengthBytes }: GetRequest): Promise<void> {
    await this.#serve(2 * REQUEST_BYTES, async (answer) => {
      this.#admit()
      const found = await getPiece(this.#ports.store, { cid: cidFromBytes(cid), offset, lengthBytes })
      try {
        await answer({ get: { sizeBytes: found.sizeBytes, lengthBytes: found.lengthBytes } })
        for (let slice = await found.next(); slice; slice = await found.next()) {
          await this.#outgoing.during(this.#channel.send(slice))
        }
      } finally {
        await found.close()
      }
    })
  }

  async #stat({ cids }: StatRequest): Promise<void> {
    await this.#serve(REQUEST_BYTES, async (answer) => {
      this.#admit()
      if (cids.length > STAT_CIDS_MAX) throw new HiroError('usage', `at most ${STAT_CIDS_MAX} pieces at once`)
      const { store } = this.#ports
      await answer({ stat: { states: await Promise.all(cids.map((cid) => statePiece(store, cidFromBytes(cid)))) } })
    })
  }

  /** Lets an operation in, which answers once; what it throws before is its answer. A stop waits until it was sent. */
  async #serve(
    needsBytes: number,
    operation: (answer: (reply: Partial<PieceReply>) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    let answered = false
    const answer = async (reply: Partial<PieceReply>): Promise<void> => {
      answered = true
      await this.reply(reply)
    }
    try {
      const { gate, turns } = this.#ports
      const peer = this.#channel.remotePeer
      await gate.run(peer, needsBytes, async () => await turns.run(peer, async () => await operation(answer)))
    } catch (error) {
      const failure = this.#failure(error)
      // Within a body nothing can be said any more.
      if (answered) throw error
      await answer(failure)
    }
  }

  /** The next bytes of the stream, as they come; only waiting for them counts against the peer. */
  async *#body(lengthBytes: number): AsyncGenerator<Uint8Array, void, undefined> {
    const slices = this.#channel.reader.readUpTo(lengthBytes)
    let gatheredBytes = 0
    for (;;) {
      const next = await this.#incoming.during(slices.next(), gatheredBytes > 0)
      if (next.done) return
      gatheredBytes += next.value.byteLength
      if (gatheredBytes >= BODY_PROGRESS_BYTES) gatheredBytes = 0
      yield next.value
    }
  }

  /** What an operation throws is its answer. */
  readonly #failure = (cause: unknown): { failure: Failure } => {
    const error = toHiroError(cause)
    const { log, health } = this.#ports
    const peer = this.#channel.remotePeer
    if (hasCode(error, 'internal')) log.error('a request failed for no good reason', { peer, error })
    else if (hasCode(error, 'io', 'integrity')) log.error('a piece could not be read', { peer, error })
    else log.debug('a request failed', { peer, error })
    if (hasCode(error, 'io')) health.note(error)
    return { failure: failureOf(error) }
  }

  async #send(reply: Partial<PieceReply>): Promise<void> {
    await this.#channel.send(encodeFrame(PieceReply.encode(reply)))
  }
}

function voucherOf(membership: Membership, vouched: Omit<Vouched, 'atMs'>): Voucher {
  const atMs = Math.floor(membership.coordinatorNowMs)
  return { atMs, mac: vouch(membership.voucherKey, { ...vouched, atMs }) }
}
