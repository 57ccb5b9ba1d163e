import type { Clock } from '../../shared/clock/clock.ts'
import { sleep } from '../../shared/clock/sleep.ts'
import { HiroError, hasCode, toHiroError } from '../../shared/errors.ts'
import { CHANGES_WAIT_MS_MAX } from '../../shared/limits.ts'
import type { Log } from '../../shared/log.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import type { Namespace } from '../namespace/namespace.ts'
import type { OwnCalls } from './own-calls.ts'
import { decodeChange, type TreeChange } from './tree-change.ts'

/** After an answer with changes. Longer: fewer calls while others change much; shorter: news of the next ones come sooner. */
const GATHER_MS = 100
/** After a call that failed. */
const AGAIN_MS = 1_000
/** How long news may wait for answers to this client's own calls. */
const OWN_ANSWERS_MS = 500
/** As long as it fails so, it is asked again. */
const PASSES = ['unreachable', 'timeout', 'busy', 'conflict', 'io', 'no-room'] as const

/** Who wants to know. None of it may throw. */
export interface ChangeListener {
  /** In their order, all of them, from some moment before `ready` on. */
  told(changes: readonly TreeChange[]): void
  /** Something has changed that will not be told. */
  lost(): void
  /** News do not come for now; if any are missed, it will be told. */
  down?(): void
  /** There will be no more. */
  failed(error: HiroError): void
}

export interface Listening extends Disposable {
  /** From here on nothing is missed. Rejects as `failed` has it. */
  readonly ready: Promise<void>
}

export interface ChangeFeedPorts {
  readonly coordinator: OwnCalls
  readonly namespace: Pick<Namespace, 'forgetFolders'>
  readonly clock: Clock
  readonly log: Log
}

/** What changes in the tree, told by one call after the other that the coordinator holds until there is something. They begin with the first who listens, and end with the last, however many there are. */
export class ChangeFeed {
  readonly #ports: ChangeFeedPorts
  readonly #listeners = new Set<ChangeListener>()
  /** What was told goes up to here. */
  #position = 0
  readonly #waiting = new Map<() => void, number>()
  #alive = false
  #ready = Promise.withResolvers<void>()
  #running: AbortController | undefined

  constructor(ports: ChangeFeedPorts) {
    this.#ports = ports
    this.#ready.promise.catch(() => {})
  }

  /** The coordinator answers: what others change now will be told within moments. */
  get alive(): boolean {
    return this.#alive
  }

  /** When all changes up to `revision` have been told, or nobody listens any more. */
  async reached(revision: number): Promise<void> {
    if (revision <= this.#position || this.#running === undefined) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.set(resolve, revision)
    await promise
  }

  listen(listener: ChangeListener): Listening {
    this.#listeners.add(listener)
    if (this.#running === undefined) {
      const running = (this.#running = new AbortController())
      void this.#run(running.signal).catch((error: unknown) => this.#fail(toHiroError(error), running))
    }
    return {
      ready: this.#ready.promise,
      [Symbol.dispose]: () => {
        if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#end()
      },
    }
  }

  close(): void {
    if (this.#running) this.#fail(new HiroError('unreachable', 'the client was closed'), this.#running)
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { coordinator, clock, namespace } = this.#ports
    coordinator.noting = true
    for (;;) {
      const page = await this.#ask(this.#position, signal)
      if (page === undefined) {
        await sleep(clock, AGAIN_MS, signal)
        continue
      }
      const changes = await this.#decoded(page)
      if (signal.aborted) return
      if (page.lost || changes.some(isNewPlace)) namespace.forgetFolders()
      if (page.lost) for (const listener of this.#listeners) listener.lost()
      if (changes.length > 0) for (const listener of this.#listeners) listener.told(changes)
      this.#alive = true
      this.#ready.resolve()
      coordinator.forget(page.revision)
      this.#goOn(page.revision)
      if (changes.length > 0 && !page.more) await sleep(clock, GATHER_MS, signal)
    }
  }

  #goOn(revision: number): void {
    this.#position = revision
    for (const [resolve, wanted] of this.#waiting) {
      if (wanted > revision) continue
      this.#waiting.delete(resolve)
      resolve()
    }
  }

  /** `undefined`: not now. */
  async #ask(after: number, signal: AbortSignal): Promise<wire.ChangesResponse | undefined> {
    const { coordinator, log } = this.#ports
    try {
      // As long as the coordinator is not heard of, nothing may be believed for long: so it is asked once, and for an answer at once where it was away.
      const waitMs = this.#alive ? CHANGES_WAIT_MS_MAX : 0
      return await coordinator.call('changes', { after, waitMs }, { signal, patienceMs: 0 })
    } catch (cause) {
      const error = toHiroError(cause)
      if (signal.aborted || !hasCode(error, ...PASSES)) throw error
      if (this.#alive) {
        log.info('what others change is not told for now', { code: error.code })
        this.#alive = false
        for (const listener of this.#listeners) listener.down?.()
      }
      return undefined
    }
  }

  async #decoded({ changes, more }: wire.ChangesResponse): Promise<TreeChange[]> {
    const { coordinator } = this.#ports
    if (!more && changes.some(({ revision }) => !coordinator.has(revision))) await coordinator.answered(OWN_ANSWERS_MS)
    return changes.map((change) => decodeChange(change, coordinator.has(change.revision)))
  }

  #fail(error: HiroError, running: AbortController): void {
    if (this.#running !== running) return
    const listeners = [...this.#listeners]
    this.#ready.reject(error)
    this.#listeners.clear()
    this.#end()
    for (const listener of listeners) listener.failed(error)
  }

  #end(): void {
    this.#running?.abort()
    this.#running = undefined
    this.#alive = false
    this.#goOn(Number.POSITIVE_INFINITY)
    this.#position = 0
    this.#ready = Promise.withResolvers()
    this.#ready.promise.catch(() => {})
    this.#ports.coordinator.noting = false
    this.#ports.coordinator.forget(Number.POSITIVE_INFINITY)
  }
}

/** Paths lead to other folders than they did. */
function isNewPlace({ kind, folder, own }: TreeChange): boolean {
  return folder && !own && kind !== 'changed'
}
