import type { Clock } from '../../shared/clock/clock.ts'
import { sleep } from '../../shared/clock/sleep.ts'
import { HiroError } from '../../shared/errors.ts'
import { toHex } from '../../shared/ids.ts'
import { SESSION_LEASE_MS } from '../../shared/limits.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import { abortable, throwIfAborted } from '../../shared/work/signal.ts'
import type { CallOptions, ControlCall, Coordinator, RequestOf, ResponseOf } from '../control/coordinator.ts'

interface Held {
  readonly session: string
  readonly owner: string
  readonly fence: number
}

/** The lock calls of a coordinator, for tests of what a client makes of their answers: whole files, exclusive, no queue. */
export class ScriptedLocks implements Coordinator {
  readonly calls: { readonly name: ControlCall; readonly body: unknown }[] = []
  /** Until when each session has its lease. */
  readonly untilMs = new Map<string, number>()
  /** By file. */
  readonly held = new Map<string, Held>()
  /** How long an answer is on its way. */
  answerMs = 0
  /** Calls get no answer, until they are given up. */
  silent = false
  /** Runs before a call takes effect; what it throws is the answer. */
  before: ((name: ControlCall) => void) | undefined
  /** Runs after it did. */
  after: ((name: ControlCall) => void) | undefined
  busiest = 0
  readonly #clock: Clock
  #busy = 0
  #fence = 0
  #freed = Promise.withResolvers<void>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  count(name: ControlCall): number {
    return this.calls.filter((call) => call.name === name).length
  }

  bodies<Name extends ControlCall>(name: Name): RequestOf<Name>[] {
    return this.calls.filter((call) => call.name === name).map(({ body }) => body as RequestOf<Name>)
  }

  async call<Name extends ControlCall>(
    name: Name,
    body: RequestOf<Name>,
    { signal }: CallOptions<Name> = {},
  ): Promise<ResponseOf<Name>> {
    this.calls.push({ name, body })
    this.busiest = Math.max(this.busiest, ++this.#busy)
    try {
      throwIfAborted(signal)
      return (await abortable(this.#answer(name, body), signal)) as ResponseOf<Name>
    } finally {
      this.#busy--
    }
  }

  async #answer(name: ControlCall, body: unknown): Promise<object> {
    await Promise.resolve()
    if (this.silent) return await new Promise(() => {})
    this.before?.(name)
    const answer = await this.#take(name, body)
    this.after?.(name)
    await sleep(this.#clock, this.answerMs)
    return answer
  }

  async #take(name: ControlCall, body: unknown): Promise<object> {
    const session = toHex((body as { session: Uint8Array }).session)
    if (name !== 'openSession' && !this.#alive(session)) throw new HiroError('lease-lapsed', 'no such session')
    this.untilMs.set(session, this.#clock.now() + SESSION_LEASE_MS)
    if (name === 'lock') return { fence: await this.#lock(session, body as wire.LockRequest) }
    if (name === 'cancelLock') return { fence: this.granted.get(toHex((body as wire.CancelLockRequest).request)) ?? 0 }
    if (name === 'unlock') this.#free(({ owner }) => owner === ownerOf(body as wire.UnlockRequest))
    if (name === 'closeSession') {
      this.untilMs.delete(session)
      this.#free((held) => held.session === session)
    }
    return { leaseMs: SESSION_LEASE_MS }
  }

  /** Fences by request. */
  readonly granted = new Map<string, number>()

  async #lock(session: string, body: wire.LockRequest): Promise<number> {
    const file = toHex(body.range?.file ?? new Uint8Array())
    const endMs = this.#clock.now() + body.waitMs
    for (;;) {
      const before = this.held.get(file)
      if (before === undefined || before.owner === ownerOf(body) || !this.#alive(before.session)) break
      if (this.#clock.now() >= endMs) throw new HiroError('locked', 'someone else has it')
      const over = Promise.withResolvers<void>()
      const cancel = this.#clock.after(endMs - this.#clock.now(), over.resolve)
      await Promise.race([this.#freed.promise, over.promise])
      cancel()
    }
    const fence = ++this.#fence
    this.held.set(file, { session, owner: ownerOf(body), fence })
    this.granted.set(toHex(body.request), fence)
    return fence
  }

  #alive(session: string): boolean {
    return (this.untilMs.get(session) ?? 0) > this.#clock.now()
  }

  #free(isMeant: (held: Held) => boolean): void {
    for (const [file, held] of this.held) if (isMeant(held)) this.held.delete(file)
    this.#freed.resolve()
    this.#freed = Promise.withResolvers()
  }
}

function ownerOf({ range }: { readonly range?: wire.LockRange | undefined }): string {
  return toHex(range?.owner ?? new Uint8Array())
}
