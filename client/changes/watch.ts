import { HiroError } from '../../shared/errors.ts'
import { allEnded } from '../../shared/work/all-ended.ts'
import { abortable, abortReason, onAbort } from '../../shared/work/signal.ts'
import type { WorkOptions } from '../namespace/tree.ts'
import { parsePath } from '../paths.ts'
import type { ChangeFeed, Listening } from './change-feed.ts'
import { type EventsPorts, WatchEvents } from './watch-events.ts'
import { WatchQueue } from './watch-queue.ts'

export interface WatchOptions extends WorkOptions {
  /** All that is below the folder, and not only what it holds itself. */
  readonly recursive?: boolean | undefined
}

interface WatchedAt {
  readonly path: string
  readonly id: string
  readonly folder: boolean
  readonly revision: number
  /** By the coordinator's clock; for display. */
  readonly atMs: number
}

/**
 * What happened at or below a path. Whatever hangs below a folder that is moved, removed, or brought back from the trash is not told by itself. What is moved out of what is watched is `removed`, what is moved into it `made`. `overflow`: something may have been missed, so
 * look at all that is watched anew.
 */
export type WatchedChange =
  | ({ readonly kind: 'made' | 'changed' | 'removed' } & WatchedAt)
  | ({ readonly kind: 'moved'; readonly from: string } & WatchedAt)
  | { readonly kind: 'overflow'; readonly path: string }

/**
 * Changes as they come, until it is left (`break`, `return`), its signal is aborted (`aborted`), or the client closed (`unreachable`). They gather from the beginning on, whether they are asked for or not; of too many, `overflow` remains.
 */
export interface Watching extends AsyncIterableIterator<WatchedChange, undefined>, AsyncDisposable {
  /** From here on nothing is missed. Rejects with what the first `next` throws. */
  readonly ready: Promise<void>
}

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
