import type { Clock } from '../../clock/clock.ts'
import { withDeadline } from '../../clock/deadline.ts'
import { HiroError, toHiroError } from '../../errors.ts'
import { CALL_TIMEOUT_MS, CONTROL_FRAME_BYTES_MAX } from '../../limits.ts'
import { encodeFrame } from '../../transport/byte-reader.ts'
import type { Channel } from '../../transport/channel.ts'
import { type Answered, bodyOf, type CallName, type CallProtocol, errorOf, type Numbered } from './calls.ts'

interface Waiting {
  readonly name: string
  resolve(body: unknown): void
  reject(error: HiroError): void
}

/**
 * The calling end of a call protocol: any number of calls at once over one stream. Once the stream broke, all open and later calls throw `unreachable`;
 * whether an open one took effect is then unknown, and it is for the caller to know if it may ask again.
 */
export class CallClient<Request extends Numbered, Response extends Answered> {
  readonly #channel: Channel
  readonly #protocol: CallProtocol<Request, Response>
  readonly #clock: Clock
  readonly #waiting = new Map<number, Waiting>()
  #nextId = 1
  #broken: HiroError | undefined

  constructor(channel: Channel, protocol: CallProtocol<Request, Response>, clock: Clock) {
    this.#channel = channel
    this.#protocol = protocol
    this.#clock = clock
    void this.#receive()
  }

  get broken(): boolean {
    return this.#broken !== undefined
  }

  /** Throws what the other end answered, `timeout`, `unreachable`, or the signal's reason. */
  async call<Name extends CallName<Request, Response>>(
    name: Name,
    body: NonNullable<Request[Name]>,
    options: { signal?: AbortSignal | undefined; timeoutMs?: number } = {},
  ): Promise<NonNullable<Response[Name]>> {
    if (this.#broken) throw this.#broken
    const id = this.#nextId++
    const answer = Promise.withResolvers<unknown>()
    this.#waiting.set(id, { name, resolve: answer.resolve, reject: answer.reject })
    try {
      const request = { id, [name]: body } as unknown as Partial<Request>
      const ask = async (): Promise<unknown> => {
        await this.#channel.send(encodeFrame(this.#protocol.request.encode(request)))
        return await answer.promise
      }
      answer.promise.catch(() => {}) // it may break before anyone waits for it
      const result = await withDeadline(this.#clock, options.timeoutMs ?? CALL_TIMEOUT_MS, options.signal, ask, name)
      return result as NonNullable<Response[Name]>
    } finally {
      this.#waiting.delete(id)
    }
  }

  close(): void {
    this.#break(new HiroError('unreachable', 'the connection was closed'))
  }

  async #receive(): Promise<void> {
    try {
      for (;;) {
        const frame = await this.#channel.reader.readFrame(CONTROL_FRAME_BYTES_MAX)
        if (frame === undefined) throw new HiroError('unreachable', 'the peer closed the connection')
        const response = this.#protocol.response.decode(frame)
        const waiting = this.#waiting.get(response.id)
        if (waiting === undefined) continue // answered too late: nobody waits any more
        if (response.failure) waiting.reject(errorOf(response.failure))
        else this.#answer(waiting, bodyOf(response))
      }
    } catch (error) {
      this.#break(toHiroError(error, 'bad-frame'))
    }
  }

  #answer(waiting: Waiting, { name, body }: { name: string; body: unknown }): void {
    if (name === waiting.name) waiting.resolve(body)
    else waiting.reject(new HiroError('bad-frame', `asked for ${waiting.name}, answered with ${name}`))
  }

  #break(error: HiroError): void {
    if (this.#broken) return
    this.#broken = error.code === 'unreachable' ? error : new HiroError('unreachable', error.message, { cause: error })
    this.#channel.abort(error)
    for (const waiting of this.#waiting.values()) waiting.reject(this.#broken)
    this.#waiting.clear()
  }
}
