import type { Clock } from '../../clock/clock.ts'
import { HiroError, toHiroError } from '../../errors.ts'
import {
  ANSWER_STALL_MS,
  CALLS_OPEN_MAX,
  CONTROL_FRAME_BYTES_MAX,
  FRAME_MS,
  HELLO_FRAME_BYTES_MAX,
  HELLO_MS,
} from '../../limits.ts'
import { encodeFrame } from '../../transport/byte-reader.ts'
import type { Channel } from '../../transport/channel.ts'
import { FairTurns } from '../../work/fair-turns.ts'
import { StallWatch } from '../piece/stall-watch.ts'
import { CallBytes } from './call-bytes.ts'
import { type Answered, bodyOf, type CallName, type CallProtocol, failureOf, type Numbered } from './calls.ts'

/** Alone, a peer has all that one stream may have open. Among several, so many calls are a millisecond of the processor; those that wait for the disk have given their turn away. */
const CALL_TURNS = { aloneMax: CALLS_OPEN_MAX, sharedMax: 2 }

/** One handler for each call. The signal is aborted when the peer is gone. */
export type CallHandlers<Request, Response> = {
  readonly [Name in CallName<Request, Response>]: (
    body: NonNullable<Request[Name]>,
    signal: AbortSignal,
  ) => Promise<NonNullable<Response[Name]>>
}

/** What all streams of a protocol at one server share. */
export interface CallServing {
  readonly clock: Clock
  readonly turns: FairTurns
  readonly bytes: CallBytes
  onBug(error: HiroError): void
}

/** With turns and room of its own. */
export function callServing(clock: Clock, onBug: (error: HiroError) => void): CallServing {
  return { clock, turns: new FairTurns({ clock, ...CALL_TURNS }), bytes: new CallBytes(), onBug }
}

/** What the server knows of the peer of one stream. */
export interface Caller {
  /** Whether it has shown that it belongs here. Until it has, it may send little, and has HELLO_MS for it. */
  admitted(): boolean
  /** It sent what is no call. */
  onBadFrame?(): void
}

/**
 * Answers the calls that come over `channel`, at most CALLS_OPEN_MAX at once (more stay unread, which holds the peer back), until the peer closes it. The calls of several peers take turns.
 * What a handler throws becomes the answer; a frame that cannot be decoded ends the stream, and so does a peer that is silent before it was admitted, within a frame, or when it should take an
 * answer. Returns once every handler has ended.
 */
export async function serveCalls<Request extends Numbered, Response extends Answered>(
  channel: Channel,
  protocol: CallProtocol<Request, Response>,
  handlers: CallHandlers<Request, Response>,
  serving: CallServing,
  caller: Caller,
): Promise<void> {
  const { clock, turns, bytes } = serving
  const peer = channel.remotePeer
  const gone = new AbortController()
  const open = new Set<Promise<void>>()
  const watch = (stallMs: number, what: string): StallWatch =>
    new StallWatch({ clock, stallMs, what: `${what} ${peer}`, giveUp: (reason) => channel.abort(reason) })
  using frames = watch(FRAME_MS, 'a frame of')

  const handle = async (request: Request): Promise<object> => {
    try {
      const { name, body } = bodyOf(request)
      const handler = handlers[name as CallName<Request, Response>] as CallHandler | undefined
      if (handler === undefined) throw new HiroError('bad-frame', `no such call: ${name}`)
      if (bytes.full) throw new HiroError('busy', 'too much is asked at once')
      return {
        id: request.id,
        [name]: await turns.run(peer, async () => await handler(body, gone.signal), gone.signal),
      }
    } catch (cause) {
      const error = toHiroError(cause)
      if (error.code === 'internal') serving.onBug(error)
      return { id: request.id, failure: failureOf(error) }
    }
  }

  const answer = async (frame: Uint8Array): Promise<void> => {
    let response: Uint8Array
    {
      using _ = bytes.hold(peer, frame.byteLength)
      response = encodeFrame(protocol.response.encode(await handle(protocol.request.decode(frame))))
    }
    using _ = bytes.hold(peer, response.byteLength)
    using answers = watch(ANSWER_STALL_MS, 'an answer for')
    await answers.during(channel.send(response))
  }

  const next = async (): Promise<Uint8Array | undefined> => {
    if (!(await channel.reader.ready())) return undefined
    const bytesMax = caller.admitted() ? CONTROL_FRAME_BYTES_MAX : HELLO_FRAME_BYTES_MAX
    return await frames.during(channel.reader.readFrame(bytesMax))
  }

  const onBad = (cause: unknown): void => {
    const error = toHiroError(cause, 'bad-frame')
    if (error.code === 'bad-frame') caller.onBadFrame?.()
    channel.abort(error)
  }

  const cancelHello = clock.after(HELLO_MS, () => {
    if (!caller.admitted()) channel.abort(new HiroError('timeout', `${peer} did not show that it belongs here`))
  })
  try {
    for (;;) {
      const frame = await next()
      if (frame === undefined) break
      const answering: Promise<void> = answer(frame)
        .catch(onBad)
        .finally(() => open.delete(answering))
      open.add(answering)
      while (open.size >= CALLS_OPEN_MAX || (open.size > 0 && bytes.isFull(peer))) await Promise.race(open)
    }
  } catch (error) {
    onBad(error)
    throw error
  } finally {
    cancelHello()
    gone.abort(new HiroError('unreachable', 'the peer is gone'))
    await Promise.all(open)
  }
}

type CallHandler = (body: unknown, signal: AbortSignal) => Promise<unknown>
