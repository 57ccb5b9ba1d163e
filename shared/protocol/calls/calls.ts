import { HiroError, isErrorCode } from '../../errors.ts'

/** How one message type becomes bytes; what protons generates fits. */
export interface Codec<T> {
  encode(message: Partial<T>): Uint8Array
  decode(bytes: Uint8Array): T
}

export interface Failure {
  code: string
  message: string
}

/** A request has an id and exactly one call; its response the same id and either a failure or the result of the same name. */
export interface Numbered {
  id: number
}
export interface Answered extends Numbered {
  failure?: Failure | undefined
}

/** A protocol of calls over one long-lived stream: its id and the two message types. */
export interface CallProtocol<Request extends Numbered, Response extends Answered> {
  readonly id: string
  readonly request: Codec<Request>
  readonly response: Codec<Response>
}

export type CallName<Request, Response> = Exclude<keyof Request & keyof Response & string, 'id' | 'failure'>

/** The one field beside the id that is there. Throws `bad-frame` when there is none: an empty message or a call that this Hiro does not know. */
export function bodyOf(message: Numbered): { name: string; body: unknown } {
  for (const [name, body] of Object.entries(message)) {
    if (name !== 'id' && body !== undefined) return { name, body }
  }
  throw new HiroError('bad-frame', 'a message without a call that this Hiro knows')
}

export function failureOf(error: HiroError): Failure {
  return { code: error.code, message: error.message }
}

/** A code that this Hiro does not know comes from a newer one; it stays visible in the message. */
export function errorOf(failure: Failure): HiroError {
  if (isErrorCode(failure.code)) return new HiroError(failure.code, failure.message)
  return new HiroError('internal', `${failure.code}: ${failure.message}`)
}
