import type { Clock } from '../../shared/clock/clock.ts'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { STALL_MS } from '../../shared/limits.ts'
import * as ask from '../../shared/protocol/piece/piece-client.ts'
import { PIECE_PROTOCOL_ID } from '../../shared/protocol/piece/protocol.ts'
import { reach } from '../../shared/protocol/piece/reach.ts'
import type { Channel } from '../../shared/transport/channel.ts'
import { ChannelPool } from '../../shared/transport/stream-pool.ts'
import type { PeerAddress, Transport } from '../../shared/transport/transport.ts'
import type { GetOptions, PieceGet, PiecePut, PutOutcome, Workers } from './workers.ts'

/** Streams stay open between pieces of one file, and not much longer. */
const IDLE_MS = 10_000
/** Pieces at once to or from one worker; as many as a client has in its windows. */
const STREAMS_PER_WORKER_MAX = 16

/** Workers over the network: a few kept streams to each, which carry one request at a time. */
export class WorkerLinks implements Workers {
  readonly #clock: Clock
  readonly #pool: ChannelPool

  /** `pass` gives the coordinator's word that this client is a member; it is shown on each new stream. */
  constructor({ transport, clock }: { transport: Transport; clock: Clock }, pass: () => Promise<Uint8Array>) {
    this.#clock = clock
    this.#pool = new ChannelPool(transport, PIECE_PROTOCOL_ID, {
      clock,
      idleMs: IDLE_MS,
      streamsPerPeerMax: STREAMS_PER_WORKER_MAX,
      greet: async (channel) => await ask.greet(channel, await pass()),
    })
  }

  async put(chain: readonly PeerAddress[], piece: PiecePut, signal?: AbortSignal): Promise<PutOutcome[]> {
    const [first, ...rest] = chain
    if (first === undefined) throw new RangeError('a chain without workers')
    const { cid, grant, bytes, vouch } = piece
    const order = { cid, grant, sizeBytes: bytes.byteLength, forward: rest.map(({ id }) => id), vouch }
    const outcomes = await this.#use(first, signal, async (channel, signal) => {
      return await ask.put(channel, order, bytes, { clock: this.#clock, signal })
    })
    return outcomes.map(({ code, ...told }) => ({ ...told, code: code === '' ? undefined : code }))
  }

  async get(worker: PeerAddress, piece: PieceGet, options: GetOptions = {}): Promise<Uint8Array> {
    const { cid, range, sizeBytes } = piece
    const { offset, lengthBytes } = range ?? { offset: 0, lengthBytes: sizeBytes }
    // A whole piece is asked for without its length, so that a shorter copy says how long it is.
    const order = { cid, offset, lengthBytes: range ? lengthBytes : 0 }
    const { signal, onProgress } = options
    const ofThisCopy = (error: unknown): never => {
      // The range is one of the piece, so it is the copy that is too short.
      if (hasCode(error, 'usage')) throw new HiroError('integrity', error.message, { cause: error })
      throw error
    }
    const run = async (channel: Channel, signal: AbortSignal): Promise<Uint8Array> => {
      const found = await ask.get(channel, order, { clock: this.#clock, signal, onProgress })
      if (found.sizeBytes !== sizeBytes || found.lengthBytes !== lengthBytes) {
        throw new HiroError('integrity', `the copy has ${found.sizeBytes} bytes, not ${sizeBytes}`)
      }
      const bytes = new Uint8Array(Buffer.allocUnsafeSlow(lengthBytes).buffer)
      let filled = 0
      for await (const slice of found.body) {
        bytes.set(slice, filled)
        filled += slice.byteLength
      }
      return bytes
    }
    return await this.#use(worker, signal, run).catch(ofThisCopy)
  }

  async stat(worker: PeerAddress, cids: readonly string[], signal?: AbortSignal): Promise<(number | undefined)[]> {
    return await this.#use(worker, signal, async (channel, signal) => {
      return await ask.stat(channel, cids, { clock: this.#clock, signal })
    })
  }

  /** Idempotent. */
  close(): void {
    this.#pool.close()
  }

  async #use<T>(
    worker: PeerAddress,
    signal: AbortSignal | undefined,
    work: (channel: Channel, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    return await reach(this.#pool, worker, { clock: this.#clock, reachMs: STALL_MS, signal }, work)
  }
}
