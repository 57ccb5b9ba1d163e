import { cidToBytes } from '../../shared/cid.ts'
import type { Clock } from '../../shared/clock/clock.ts'
import { ProgressDeadline } from '../../shared/clock/deadline.ts'
import { HiroError } from '../../shared/errors.ts'
import { HOP_STALL_MS, PIECE_FRAME_BYTES_MAX, STALL_MS } from '../../shared/limits.ts'
import { errorOf } from '../../shared/protocol/calls/calls.ts'
import { PieceReply, PieceRequest } from '../../shared/protocol/piece/piece.js'
import { PIECE_PROTOCOL_ID } from '../../shared/protocol/piece/protocol.ts'
import { encodeFrame } from '../../shared/transport/byte-reader.ts'
import type { Channel } from '../../shared/transport/channel.ts'
import { ChannelPool } from '../../shared/transport/stream-pool.ts'
import type { PeerAddress, Transport } from '../../shared/transport/transport.ts'
import type { GetOptions, PieceGet, PiecePut, PutOutcome, Workers } from './workers.ts'

/** Streams stay open between pieces of one file, and not much longer. */
const IDLE_MS = 10_000
/** Pieces at once to or from one worker; as many as a client has in its windows. */
const STREAMS_PER_WORKER_MAX = 16
const SEND_SLICE_BYTES = 256 * 1024

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
      greet: async (channel) => {
        await channel.send(encodeFrame(PieceRequest.encode({ hello: { pass: await pass() } })))
      },
    })
  }

  async put(chain: readonly PeerAddress[], piece: PiecePut, signal?: AbortSignal): Promise<PutOutcome[]> {
    const [first, ...rest] = chain
    if (first === undefined) throw new RangeError('a chain without workers')
    const { cid, grant, bytes } = piece
    const forward = rest.map(({ id }) => id)
    const put = { cid: cidToBytes(cid), grant, sizeBytes: bytes.byteLength, forward, progressMs: 0 }
    const stallMs = STALL_MS + forward.length * HOP_STALL_MS
    const reply = await this.#use(first, stallMs, signal, async (channel, feed) => {
      await channel.send(encodeFrame(PieceRequest.encode({ put })))
      const answer = readReply(channel)
      answer.catch(() => {})
      for (let at = 0; at < bytes.byteLength; at += SEND_SLICE_BYTES) {
        await channel.send(bytes.subarray(at, at + SEND_SLICE_BYTES))
        feed()
      }
      return await answer
    })
    const outcomes = expect(reply, 'put').outcomes
    return outcomes.map(({ peer, code, message }) => ({ peer, code: code === '' ? undefined : code, message }))
  }

  async get(worker: PeerAddress, piece: PieceGet, options: GetOptions = {}): Promise<Uint8Array> {
    const { cid, range, sizeBytes } = piece
    const { offset, lengthBytes } = range ?? { offset: 0, lengthBytes: sizeBytes }
    const { signal, onProgress } = options
    return await this.#use(worker, STALL_MS, signal, async (channel, feed) => {
      await channel.send(encodeFrame(PieceRequest.encode({ get: { cid: cidToBytes(cid), offset, lengthBytes } })))
      const reply = expect(await readReply(channel), 'get')
      if (reply.sizeBytes !== sizeBytes || reply.lengthBytes !== lengthBytes) {
        throw new HiroError('integrity', `the copy has ${reply.sizeBytes} bytes, not ${sizeBytes}`)
      }
      const bytes = new Uint8Array(Buffer.allocUnsafeSlow(lengthBytes).buffer)
      let filled = 0
      for await (const slice of channel.reader.readUpTo(lengthBytes)) {
        bytes.set(slice, filled)
        filled += slice.byteLength
        feed()
        onProgress?.()
      }
      return bytes
    })
  }

  async stat(worker: PeerAddress, cids: readonly string[], signal?: AbortSignal): Promise<(number | undefined)[]> {
    const reply = await this.#use(worker, STALL_MS, signal, async (channel) => {
      await channel.send(encodeFrame(PieceRequest.encode({ stat: { cids: cids.map(cidToBytes) } })))
      return await readReply(channel)
    })
    const { states } = expect(reply, 'stat')
    if (states.length !== cids.length) throw new HiroError('bad-frame', 'a worker tells of other pieces than asked')
    return states.map(({ present, sizeBytes }) => (present ? sizeBytes : undefined))
  }

  /** Idempotent. */
  close(): void {
    this.#pool.close()
  }

  async #use<T>(
    worker: PeerAddress,
    stallMs: number,
    signal: AbortSignal | undefined,
    work: (channel: Channel, feed: () => void) => Promise<T>,
  ): Promise<T> {
    using deadline = new ProgressDeadline(this.#clock, stallMs, `a piece with ${worker.id}`, signal)
    const feed = (): void => deadline.feed()
    return await this.#pool.use(worker, async (channel) => await work(channel, feed), { signal: deadline.signal })
  }
}

async function readReply(channel: Channel): Promise<PieceReply> {
  const reply = PieceReply.decode(await channel.reader.expectFrame(PIECE_FRAME_BYTES_MAX))
  if (reply.failure) throw errorOf(reply.failure)
  return reply
}

function expect<Name extends 'put' | 'get' | 'stat'>(reply: PieceReply, name: Name): NonNullable<PieceReply[Name]> {
  const body = reply[name]
  if (body === undefined) throw new HiroError('bad-frame', `asked a worker for ${name}, it answered something else`)
  return body
}
