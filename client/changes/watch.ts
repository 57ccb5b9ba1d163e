import { HiroError } from '../../shared/errors.ts'
import { allEnded } from '../../shared/work/all-ended.ts'
import { abortable, abortReason, onAbort } from '../../shared/work/signal.ts'
import { parsePath } from '../paths.ts'
import type { ChangeFeed, Listening } from './change-feed.ts'
import { type EventsPorts, WatchEvents } from './watch-events.ts'
import { WatchQueue } from './watch-queue.ts'
import type { WatchedChange, Watching, WatchOptions } from './watched-change.ts'

export interface WatchPorts extends Omit<EventsPorts, 'toCome'> {
  readonly feed: ChangeFeed
}

/** One who watches. */
export class Watch implements Watching {
  readonly ready: Promise<void>
  readonly #queue = new WatchQueue()
  readonly #listening: Listening
  readonly #abort: Disposable
  readonly #generator: AsyncGenerator<WatchedChange, undefined>

  /** `look` throws where there is nothing to watch. Throws `name-invalid`. */
  constructor(ports: WatchPorts, path: string, options: WatchOptions, look: () => Promise<unknown>) {
    parsePath(path)
    const { recursive = false, signal } = options
    const listening = (this.#listening = ports.feed.listen(this.#queue))
    this.#abort = onAbort(signal, () => {
      this.#queue.failed(signal ? abortReason(signal) : new HiroError('aborted', 'interrupted'))
    })
    this.ready = allEnded([abortable(listening.ready, signal), look()]).then(() => {})
    this.ready.catch(() => {})
    const toCome = {
      placeOf: (id: string) => this.#queue.placeOf(id),
      reached: async (revision: number) => await ports.feed.reached(revision),
    }
    this.#generator = this.#run(new WatchEvents({ ...ports, toCome }, path, recursive))
  }

  async next(): Promise<IteratorResult<WatchedChange, undefined>> {
    return await this.#generator.next()
  }

  async return(): Promise<IteratorResult<WatchedChange, undefined>> {
    this.#end()
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#end()
  }

  async *#run(events: WatchEvents): AsyncGenerator<WatchedChange, undefined> {
    try {
      await this.ready
      for (;;) {
        const next = await this.#queue.take()
        if (next === undefined) return undefined
        yield* next === 'overflow' ? events.afterLoss() : await events.of(next)
      }
    } finally {
      this.#end()
    }
  }

  #end(): void {
    this.#queue.end()
    this.#abort[Symbol.dispose]()
    this.#listening[Symbol.dispose]()
  }
}
