import { HiroError, toHiroError } from '../errors.ts'

/** Why `signal` was aborted: the HiroError it was aborted with (a deadline's `timeout`, say), else `aborted`. */
export function abortReason(signal: AbortSignal): HiroError {
  const reason: unknown = signal.reason
  if (reason instanceof Error) return toHiroError(reason, 'aborted')
  return new HiroError('aborted', typeof reason === 'string' ? reason : 'interrupted', { cause: reason })
}

/** Throws `abortReason` when `signal` is aborted already. */
export function throwIfAborted(signal?: AbortSignal): void {
  if (signal?.aborted) throw abortReason(signal)
}

/** Calls `listen` once when `signal` is aborted; at once when it is already. Dispose to stop listening: long-lived signals must not gather listeners. */
export function onAbort(signal: AbortSignal | undefined, listen: () => void): Disposable {
  if (signal?.aborted) listen()
  else signal?.addEventListener('abort', listen, { once: true })
  return { [Symbol.dispose]: () => signal?.removeEventListener('abort', listen) }
}

/**
 * `promise`, or a rejection with `abortReason` as soon as `signal` is aborted, for work that cannot be interrupted itself: it goes
 * on unseen, and how it ends then is ignored.
 */
export async function abortable<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (signal === undefined) return await promise
  promise.catch(() => {})
  throwIfAborted(signal)
  const aborted = Promise.withResolvers<never>()
  using _ = onAbort(signal, () => aborted.reject(abortReason(signal)))
  try {
    return await Promise.race([promise, aborted.promise])
  } catch (error) {
    // Work that heeds the signal may fail first, in its own words.
    throw signal.aborted ? abortReason(signal) : error
  }
}

/** A controller that is also aborted, with the same reason, by any of `parents`. Dispose it when the work is over, or the parents keep it. */
export class LinkedController extends AbortController implements Disposable {
  readonly #links: Disposable[]

  constructor(...parents: (AbortSignal | undefined)[]) {
    super()
    this.#links = parents.map((parent) => onAbort(parent, () => this.abort(parent?.reason)))
  }

  [Symbol.dispose](): void {
    for (const link of this.#links) link[Symbol.dispose]()
  }
}
