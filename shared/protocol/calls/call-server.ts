import { HiroError, toHiroError } from '../../errors.ts'
import { CALLS_OPEN_MAX, CONTROL_FRAME_BYTES_MAX } from '../../limits.ts'
import { encodeFrame } from '../../transport/byte-reader.ts'
import type { Channel } from '../../transport/channel.ts'
import { type Answered, bodyOf, type CallName, type CallProtocol, failureOf, type Numbered } from './calls.ts'

/** One handler for each call. The signal is aborted when the peer is gone. */
export type CallHandlers<Request, Response> = {
  readonly [Name in CallName<Request, Response>]: (
    body: NonNullable<Request[Name]>,
    signal: AbortSignal,
  ) => Promise<NonNullable<Response[Name]>>
}

/**
 * Answers the calls that come over `channel`, at most CALLS_OPEN_MAX at once (more stay unread, which holds the peer back), until the peer closes it.
 * What a handler throws becomes the answer; a frame that cannot be decoded ends the stream. Returns once every handler has ended.
 */
export async function serveCalls<Request extends Numbered, Response extends Answered>(
  channel: Channel,
  protocol: CallProtocol<Request, Response>,
  handlers: CallHandlers<Request, Response>,
  onBug: (error: HiroError) => void,
): Promise<void> {
  const gone = new AbortController()
  const open = new Set<Promise<void>>()

  const answer = async (frame: Uint8Array): Promise<void> => {
    const request = protocol.request.decode(frame)
    const { name, body } = bodyOf(request)
    let response: object
    try {
      const handler = handlers[name as CallName<Request, Response>] as CallHandler | undefined
      if (handler === undefined) throw new HiroError('bad-frame', `no such call: ${name}`)
      response = { id: request.id, [name]: await handler(body, gone.signal) }
    } catch (cause) {
      const error = toHiroError(cause)
      if (error.code === 'internal') onBug(error)
      response = { id: request.id, failure: failureOf(error) }
    }
    await channel.send(encodeFrame(protocol.response.encode(response)))
  }

  try {
    for (;;) {
      const frame = await channel.reader.readFrame(CONTROL_FRAME_BYTES_MAX)
      if (frame === undefined) break
      const answering: Promise<void> = answer(frame)
        .catch((error: unknown) => channel.abort(toHiroError(error, 'bad-frame')))
        .finally(() => open.delete(answering))
      open.add(answering)
      if (open.size >= CALLS_OPEN_MAX) await Promise.race(open)
    }
  } finally {
    gone.abort(new HiroError('unreachable', 'the peer is gone'))
    await Promise.all(open)
  }
}

type CallHandler = (body: unknown, signal: AbortSignal) => Promise<unknown>
