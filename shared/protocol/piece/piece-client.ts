import { cidToBytes } from '../../cid.ts'
import type { Clock } from '../../clock/clock.ts'
import { HiroError, toHiroError } from '../../errors.ts'
import { HOP_STALL_MS, PIECE_FRAME_BYTES_MAX, PIECE_SIZE_BYTES_MAX, STALL_MS } from '../../limits.ts'
import { encodeFrame } from '../../transport/byte-reader.ts'
import type { Channel } from '../../transport/channel.ts'
import { SEND_SLICE_BYTES_MAX } from '../../transport/stream-limits.ts'
import { abortReason, onAbort } from '../../work/signal.ts'
import { errorOf } from '../calls/calls.ts'
import { PieceReply, PieceRequest, type PutOutcome } from './piece.js'
import { PROGRESS_INTERVAL_MS, STAT_CIDS_MAX } from './protocol.ts'
import { StallWatch } from './stall-watch.ts'

/** A piece of at most so many bytes travels with its header in one frame of the muxer and one record of TLS: that is half of what a small write costs on the way. */
const TOGETHER_BYTES_MAX = 15 * 1024

export interface PutOrder {
  /** The coordinator's permission. */
  readonly grant: Uint8Array
  readonly cid: string
  readonly sizeBytes: number
  /** Peers it still has to travel to, all named in the grant. */
  readonly forward: readonly string[]
  /** Outcomes shall come with vouchers, which whoever asks brings to the coordinator. */
  readonly vouch?: boolean | undefined
}

export interface GetOrder {
  readonly cid: string
  readonly offset: number
  /** 0: to the end of the piece. */
  readonly lengthBytes: number
}

export interface PieceBytes {
  /** Of the whole piece. */
  readonly sizeBytes: number
  /** Of `body`. */
  readonly lengthBytes: number
  /** Single use. The channel stands between two requests only once all of it was taken. Each slice belongs to the consumer. */
  readonly body: AsyncIterable<Uint8Array>
}

export interface PieceCallOptions {
  readonly clock: Clock
  readonly signal?: AbortSignal | undefined
  /** Bytes have moved, or the worker says that it is at work on them. */
  readonly onProgress?: (() => void) | undefined
}

// The asking end of the piece protocol, over a channel on which nobody else asks meanwhile. Each call throws what the worker answered; `timeout` when it makes no
// progress; `unreachable` when the stream ended or broke, whatever came before; `bad-frame`; the signal's reason. After a throw the channel has to be aborted.

/** Shows a pass: the first thing to be said on a channel. It is not answered; if it does not do, the next answer says so. */
export async function greet(channel: Channel, pass: Uint8Array): Promise<void> {
  await send(channel, { hello: { pass } })
}

/**
 * Puts a piece: `body` has exactly `order.sizeBytes` bytes, which must not change until this has settled. The result has a line for each worker of the chain that is known of, this one first; an
 * empty code means: durable there. Idempotent. What `body` throws is thrown.
 */
export async function put(
  channel: Channel,
  order: PutOrder,
  body: Uint8Array | AsyncIterable<Uint8Array>,
  options: PieceCallOptions,
): Promise<PutOutcome[]> {
  const { grant, cid, sizeBytes, forward, vouch = false } = order
  const stallMs = STALL_MS + HOP_STALL_MS * forward.length
  using watch = new ChannelWatch(channel, options, stallMs, `putting a piece at ${channel.remotePeer}`)
  const moved = (): void => {
    watch.feed()
    options.onProgress?.()
  }
  const progressMs = PROGRESS_INTERVAL_MS
  const request = { grant, cid: cidToBytes(cid), sizeBytes, forward: [...forward], progressMs, vouch }
  let header: Uint8Array | undefined = encodeFrame(PieceRequest.encode({ put: request }))
  // What is passed on waits for others, and the next worker must hear of it before.
  if (!(body instanceof Uint8Array)) {
    await watch.during(channel.send(header))
    header = undefined
  }
  const answer = readReply(channel, 'put', moved)
  // A worker that refuses says so at once: the rest of the body is not worth sending.
  let refusal: HiroError | undefined
  answer.catch((error: unknown) => {
    refusal = toHiroError(error)
  })
  try {
    for await (const slice of slicesOf(body)) {
      if (refusal) throw refusal
      await watch.during(channel.send(...together(header, slice)))
      header = undefined
      moved()
    }
    if (header) await watch.during(channel.send(header))
  } catch (error) {
    throw refusal ?? error
  }
  return (await watch.during(answer)).outcomes
}

function together(header: Uint8Array | undefined, slice: Uint8Array): Uint8Array[] {
  if (header === undefined) return [slice]
  return slice.byteLength <= TOGETHER_BYTES_MAX ? [Buffer.concat([header, slice])] : [header, slice]
}

/** Bytes of a piece, as the worker has them: who holds the key checks them. Throws `not-found`, `integrity` (its copy is damaged), `usage` (a range outside of the piece). */
export async function get(channel: Channel, order: GetOrder, options: PieceCallOptions): Promise<PieceBytes> {
  const { cid, offset, lengthBytes: wanted } = order
  const stallMs = STALL_MS
  const what = `getting a piece from ${channel.remotePeer}`
  using watch = new ChannelWatch(channel, options, stallMs, what)
  await watch.during(send(channel, { get: { cid: cidToBytes(cid), offset, lengthBytes: wanted } }))
  const { sizeBytes, lengthBytes } = await watch.during(readReply(channel, 'get'))
  if (sizeBytes > PIECE_SIZE_BYTES_MAX || lengthBytes !== (wanted || sizeBytes - offset)) {
    throw new HiroError('bad-frame', `asked for ${wanted} bytes of a piece, got ${lengthBytes} of ${sizeBytes}`)
  }
  async function* body(): AsyncGenerator<Uint8Array> {
    using watch = new ChannelWatch(channel, options, stallMs, what)
    const slices = channel.reader.readUpTo(lengthBytes)
    for (let next = await watch.during(slices.next()); !next.done; next = await watch.during(slices.next())) {
      options.onProgress?.()
      yield next.value
    }
  }
  return { sizeBytes, lengthBytes, body: body() }
}

/** The size of each piece that the worker has, in the order of `cids`; `undefined`: not there. Its bytes are not looked at. */
export async function stat(
  channel: Channel,
  cids: readonly string[],
  options: PieceCallOptions,
): Promise<(number | undefined)[]> {
  const stallMs = STALL_MS
  using watch = new ChannelWatch(channel, options, stallMs, `asking ${channel.remotePeer} for pieces`)
  const sizes: (number | undefined)[] = []
  for (let at = 0; at < cids.length; at += STAT_CIDS_MAX) {
    const some = cids.slice(at, at + STAT_CIDS_MAX)
    await watch.during(send(channel, { stat: { cids: some.map(cidToBytes) } }))
    const { states } = await watch.during(readReply(channel, 'stat'))
    if (states.length !== some.length) throw new HiroError('bad-frame', 'a worker tells of other pieces than asked')
    for (const { present, sizeBytes } of states) sizes.push(present ? sizeBytes : undefined)
  }
  return sizes
}

/** Gives the channel up when its other end stalls, or the caller does. */
class ChannelWatch extends StallWatch {
  readonly #caller: Disposable

  constructor(channel: Channel, { clock, signal }: PieceCallOptions, stallMs: number, what: string) {
    super({ clock, stallMs, what, giveUp: (reason) => channel.abort(reason) })
    this.#caller = onAbort(signal, () => signal && channel.abort(abortReason(signal)))
  }

  override [Symbol.dispose](): void {
    super[Symbol.dispose]()
    this.#caller[Symbol.dispose]()
  }
}

async function send(channel: Channel, request: Partial<PieceRequest>): Promise<void> {
  await channel.send(encodeFrame(PieceRequest.encode(request)))
}

async function readReply<Name extends 'put' | 'get' | 'stat'>(
  channel: Channel,
  name: Name,
  onProgress?: () => void,
): Promise<NonNullable<PieceReply[Name]>> {
  for (;;) {
    const reply = decodeReply(await channel.reader.expectFrame(PIECE_FRAME_BYTES_MAX))
    if (reply.failure) throw errorOf(reply.failure)
    const body = reply[name]
    if (body) return body
    if (reply.progress === undefined) throw new HiroError('bad-frame', `a ${name} was answered with something else`)
    onProgress?.()
  }
}

function decodeReply(frame: Uint8Array): PieceReply {
  try {
    return PieceReply.decode(frame)
  } catch (cause) {
    throw new HiroError('bad-frame', 'an answer that is not of the piece protocol', { cause })
  }
}

async function* slicesOf(body: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  if (!(body instanceof Uint8Array)) {
    yield* body
    return
  }
  // Each counts as progress.
  for (let at = 0; at < body.byteLength; at += SEND_SLICE_BYTES_MAX) yield body.subarray(at, at + SEND_SLICE_BYTES_MAX)
}
