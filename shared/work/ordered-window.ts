import assert from 'node:assert/strict'
import { abortable, abortReason, onAbort, throwIfAborted } from './signal.ts'

/**
 * Maps `source` through `work`, at most `concurrency` at once, and yields the results in the order of the source. Results that wait
 * to be taken count as well, so memory is bounded by `concurrency` items whatever the source's length; work goes on
 * while the consumer is busy.
 *
 * The first failure (of the source, of any `work`, or `signal`) aborts the signal that all other work was given and is thrown once
 * that work has ended; results before it may be dropped. A consumer that returns early ends it likewise. The source's iterator is closed; only a read
 * from it that hangs is not waited for.
 */
export async function* mapOrdered<T, R>(
  source: AsyncIterable<T> | Iterable<T>,
  concurrency: number,
  work: (item: T, signal: AbortSignal) => Promise<R>,
  signal?: AbortSignal,
): AsyncGenerator<R, void, void> {
  assert(concurrency >= 1, `concurrency ${concurrency}`)
  const window = new OrderedWindow(concurrency, work)
  using _ = onAbort(signal, () => signal && window.fail(abortReason(signal)))
  const filling = window.fill(source)
  let whole = false
  try {
    for (let next = await window.take(); next !== undefined; next = await window.take()) yield next.result
    whole = true
  } finally {
    // What was handed out may still use its signal, so it is aborted only if this ends early.
    if (!whole) window.abort()
    await filling
    await window.ended()
  }
}

/** The results that are under way or wait to be taken. */
class OrderedWindow<T, R> {
  readonly #concurrency: number
  readonly #work: (item: T, signal: AbortSignal) => Promise<R>
  readonly #controller = new AbortController()
  readonly #results: Promise<R>[] = []
  #filled = false
  #failure: { error: unknown } | undefined
  #change = Promise.withResolvers<void>()

  constructor(concurrency: number, work: (item: T, signal: AbortSignal) => Promise<R>) {
    this.#concurrency = concurrency
    this.#work = work
  }

  /** The first failure counts; those that follow from the abort do not. */
  fail(error: unknown): void {
    if (this.#controller.signal.aborted) return
    this.#failure = { error }
    this.#controller.abort(error)
    this.#changed()
  }

  abort(): void {
    this.#controller.abort()
  }

  async ended(): Promise<void> {
    await Promise.allSettled(this.#results)
  }

  /** Starts work for each item of `source`; resolves, and never rejects, when all is started or the window was aborted. */
  async fill(source: AsyncIterable<T> | Iterable<T>): Promise<void> {
    const { signal } = this.#controller
    const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
    let reader: 'idle' | 'reading' | 'over' = 'idle'
    try {
      for (;;) {
        while (this.#results.length >= this.#concurrency) await abortable(this.#change.promise, signal)
        reader = 'reading'
        const next = await abortable(Promise.resolve(iterator.next()), signal)
        reader = next.done ? 'over' : 'idle'
        if (next.done) break
        throwIfAborted(signal)
        this.#start(next.value)
      }
    } catch (error) {
      if (reader === 'reading' && !signal.aborted) reader = 'over'
      this.fail(error)
    }
    if (reader !== 'over') {
      const closed = Promise.try(async () => await iterator.return?.()).catch((error: unknown) => this.fail(error))
      if (reader === 'idle') await closed
    }
    this.#filled = true
    this.#changed()
  }

  /** The next result in order; undefined after the last. */
  async take(): Promise<{ result: R } | undefined> {
    while (this.#results.length === 0 && !this.#filled && this.#failure === undefined) await this.#change.promise
    const [first] = this.#results
    // A rejection has been noted as the failure, or follows from it.
    const result = await first?.catch(() => undefined)
    if (this.#failure) throw this.#failure.error
    if (first === undefined) return undefined
    void this.#results.shift()
    this.#changed()
    return { result: result as R }
  }

  #start(item: T): void {
    const result = this.#work(item, this.#controller.signal)
    result.catch((error: unknown) => this.fail(error))
    this.#results.push(result)
    this.#changed()
  }

  #changed(): void {
    this.#change.resolve()
    this.#change = Promise.withResolvers<void>()
  }
}
