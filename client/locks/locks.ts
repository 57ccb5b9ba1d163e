import { HiroError, hasCode } from '../../shared/errors.ts'
import { fromHex, ROOT_ID, toHex } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import { abortable } from '../../shared/work/signal.ts'
import type { Namespace } from '../namespace/namespace.ts'
import { Asking } from './ask.ts'
import type { Fence } from './fence.ts'
import { type Lock, type LockOptions, type Owner, rangeOf } from './lock-options.ts'
import { type LockPorts, LockSession } from './lock-session.ts'

/** Someone whose lock is in the way. */
export interface LockHolder {
  readonly exclusive: boolean
  readonly start: number
  /** Inclusive. */
  readonly end: number
  /** Its peer id. */
  readonly client: string
  /** Of this very client, by the same session. */
  readonly own: boolean
  readonly owner: Uint8Array
}

const REQUEST_BYTES = 16
/** How often a session may lapse under a request before that is told. */
const SESSIONS_TRIED_MAX = 3
/** flock and posix. */
const KINDS = [1, 2]

/**
 * Locks of files and folders, by id (hex) or by path. Advisory: they are in the way of other locks, and of what is published under a lock that is not held any more, of nothing else. All that this client locks hangs on
 * one session, which is opened when it is first needed and renewed while anything is locked.
 */
export class Locks {
  readonly #ports: LockPorts & { readonly namespace: Namespace }
  readonly #asking: Asking
  #session: LockSession | undefined
  #opening: Promise<LockSession> | undefined
  /** What ends the locks of an owner here, by owner. */
  readonly #ends = new Map<string, Set<() => void>>()

  constructor(ports: LockPorts & { readonly namespace: Namespace }) {
    this.#ports = ports
    this.#asking = new Asking(ports)
  }

  /**
   * Throws `locked` (others have it, and did not give it back in time), `deadlock` (to wait would be to wait for oneself; of ranges alone), `no-room` (too many locks in the file), `usage`, what is wrong with a path, and as
   * calls do.
   */
  async lock(target: string, options: LockOptions = {}): Promise<Lock> {
    const { clock, random } = this.#ports
    const { exclusive = true, waitMs = 0, signal } = options
    const untilMs = clock.now() + waitMs
    const span = rangeOf(options, random)
    const file = await this.#idOf(target, signal)
    const range = { file: fromHex(file), ...span }
    for (let tries = 1; ; tries++) {
      const session = await this.#usable(signal)
      const hold = session.hold()
      try {
        const request = random.bytes(REQUEST_BYTES)
        const number = await this.#asking.lock({ session, range, exclusive, request, untilMs }, signal)
        return this.#held(session, hold, { session: session.id, file, number }, range)
      } catch (error) {
        hold[Symbol.dispose]()
        if (!hasCode(error, 'lease-lapsed')) throw error
        session.lose('the coordinator does not know its session')
        if (tries === SESSIONS_TRIED_MAX) throw error
      }
    }
  }

  /** Whose lock is in the way of one with these options; `undefined`: nobody's, now. Throws as `lock`. */
  async test(target: string, options: LockOptions = {}): Promise<LockHolder | undefined> {
    const { coordinator, random } = this.#ports
    const { exclusive = true, signal } = options
    const range = { file: fromHex(await this.#idOf(target, signal)), ...rangeOf(options, random) }
    const session = await this.#usable(signal)
    const body = { session: fromHex(session.id), range, exclusive }
    const { holder } = await coordinator.call('testLock', body, { signal })
    if (holder?.range === undefined) return undefined
    const { owner, start, end } = holder.range
    return { exclusive: holder.exclusive, own: holder.own, client: holder.client, owner, start, end }
  }

  /** Gives back what an owner has of a range, or of the whole file; for owners that lock piece by piece. Throws as `Lock.release`. */
  async unlock(
    target: string,
    options: Pick<LockOptions, 'range' | 'signal'> & { readonly owner: Owner },
  ): Promise<void> {
    const file = fromHex(await this.#idOf(target, options.signal))
    await this.#unlock(this.#session, { file, ...rangeOf(options, this.#ports.random) })
  }

  /** Gives back everything that an owner has, of both kinds, in all files: its process ended, say. Throws as `Lock.release`. */
  async unlockAll(owner: Owner): Promise<void> {
    const span = rangeOf({ owner }, this.#ports.random)
    for (const end of this.#ends.get(toHex(span.owner)) ?? []) end()
    for (const kind of KINDS) await this.#unlock(this.#session, { ...span, kind, file: new Uint8Array() })
  }

  /** Gives everything back, in a moment or not at all. Idempotent. */
  async close(): Promise<void> {
    const session = this.#session
    this.#session = undefined
    await session?.close()
  }

  async #idOf(target: string, signal: AbortSignal | undefined): Promise<string> {
    if (!target.startsWith('/')) return target
    return target === '/' ? ROOT_ID : (await this.#ports.namespace.require(target, signal)).id
  }

  async #usable(signal: AbortSignal | undefined): Promise<LockSession> {
    if (this.#session?.alive) return this.#session
    // Whoever gives up alone does not end it for the others.
    this.#opening ??= LockSession.open(this.#ports).finally(() => {
      this.#opening = undefined
    })
    this.#session = await abortable(this.#opening, signal)
    return this.#session
  }

  #held(session: LockSession, hold: Disposable, fence: Fence, range: wire.LockRange): Lock {
    const released = new AbortController()
    const owner = toHex(range.owner)
    const ends = this.#ends.get(owner) ?? new Set()
    const end = (): void => {
      released.abort(new HiroError('lease-lapsed', 'the lock was given back'))
      hold[Symbol.dispose]()
      ends.delete(end)
      if (ends.size === 0) this.#ends.delete(owner)
    }
    this.#ends.set(owner, ends.add(end))
    const release = async (): Promise<void> => {
      if (released.signal.aborted) return
      end()
      await this.#unlock(session, range)
    }
    return {
      fence,
      signal: AbortSignal.any([session.signal, released.signal]),
      release,
      [Symbol.asyncDispose]: release,
    }
  }

  async #unlock(session: LockSession | undefined, range: wire.LockRange): Promise<void> {
    if (!session?.alive) return // nothing of it is held any more
    const body = { session: fromHex(session.id), range }
    try {
      await this.#ports.coordinator.call('unlock', body, { signal: session.signal })
    } catch (error) {
      if (!hasCode(error, 'lease-lapsed')) throw error
    }
  }
}
