import type { Clock } from '../../shared/clock/clock.ts'
import { HiroError } from '../../shared/errors.ts'
import { LOCK_PLACE_KEEP_MS, LOCK_WAITS_PER_SESSION_MAX } from '../../shared/limits.ts'
import { Limiter } from '../../shared/work/limiter.ts'
import { onAbort } from '../../shared/work/signal.ts'
import { conflicts, type LockOwner, sameOwner, type WantedLock } from './ranges.ts'

/** What one wants, and its name for all tries. */
export interface LockRequest extends WantedLock {
  readonly file: string
  /** Hex. */
  readonly request: string
}

/** A request's place among those that wait for a file. */
export interface Place {
  readonly wanted: LockRequest
  /** Tries of several calls for one request come one after the other. */
  readonly tries: Limiter
  /** Only others that wait are in its way. */
  yielding: boolean
  calls: number
  readonly wakes: Set<() => void>
  /** Ends the time for which it is kept without a call. */
  keep: () => void
}

/** Who waits for which file, first come first served. In memory: after a restart those that wait ask again. */
export class WaitQueue {
  readonly #clock: Clock
  /** By file, in the order in which they came. */
  readonly #places = new Map<string, Set<Place>>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The place that the request has, or a new one at the end. Throws `busy`. To be followed by `leave` or `standBack`. */
  enter(wanted: LockRequest): Place {
    const { session, request, file } = wanted
    const places = this.#places.get(file) ?? new Set()
    let place = this.find(session, request)
    if (place === undefined) {
      if (this.#of((other) => other.session === session).length >= LOCK_WAITS_PER_SESSION_MAX)
        throw new HiroError('busy', `one session waits for at most ${LOCK_WAITS_PER_SESSION_MAX} locks at once`)
      place = { wanted, tries: new Limiter(1), yielding: false, calls: 0, wakes: new Set(), keep: () => {} }
      this.#places.set(file, places.add(place))
    }
    place.keep()
    place.calls++
    return place
  }

  find(session: string, request: string): Place | undefined {
    return this.#of((wanted) => wanted.session === session && wanted.request === request)[0]
  }

  /** It waits no more. Idempotent. */
  leave(place: Place): void {
    const { file } = place.wanted
    const places = this.#places.get(file)
    if (!places?.delete(place)) return
    place.keep()
    for (const wake of place.wakes) wake()
    this.wake(file)
    if (places.size === 0) this.#places.delete(file)
  }

  /** A call for it is over. Its place is kept for a while, for the next one. */
  standBack(place: Place): void {
    place.calls--
    if (place.calls > 0 || !this.#places.get(place.wanted.file)?.has(place)) return
    place.keep = this.#clock.after(LOCK_PLACE_KEEP_MS, () => this.leave(place))
  }

  /** Those before it that could not hold what they want together with it. */
  ahead(place: Place): Place[] {
    const before: Place[] = []
    for (const other of this.#places.get(place.wanted.file) ?? []) {
      if (other === place) break
      if (conflicts(other.wanted, place.wanted)) before.push(other)
    }
    return before
  }

  ofOwner(owner: LockOwner): Place[] {
    return this.#of((wanted) => sameOwner(wanted, owner))
  }

  /** Something of this file has changed. */
  wake(file: string): void {
    for (const { wakes } of this.#places.get(file) ?? []) for (const wake of wakes) wake()
  }

  /** Who waits for whom has changed: whoever let others go first may have to do so no more. */
  wakeYielding(): void {
    for (const { yielding, wakes } of this.#all()) if (yielding) for (const wake of wakes) wake()
  }

  /** All that a session waits for. */
  drop(session: string): void {
    for (const place of this.#of((wanted) => wanted.session === session)) this.leave(place)
  }

  /** Begin it before looking, or the change between is missed. `true`: woken; `false`: after `ms`, or because `signal` was aborted. */
  change(place: Place): { within(ms: number, signal: AbortSignal): Promise<boolean>; stop(): void } {
    const woken = Promise.withResolvers<boolean>()
    const wake = (): void => woken.resolve(true)
    place.wakes.add(wake)
    return {
      within: async (ms, signal) => {
        const cancel = this.#clock.after(ms, () => woken.resolve(false))
        using _ = onAbort(signal, () => woken.resolve(false))
        try {
          return await woken.promise
        } finally {
          cancel()
        }
      },
      stop: () => void place.wakes.delete(wake),
    }
  }

  #all(): Place[] {
    return [...this.#places.values()].flatMap((places) => [...places])
  }

  #of(isMeant: (wanted: LockRequest) => boolean): Place[] {
    return this.#all().filter(({ wanted }) => isMeant(wanted))
  }
}
