import type { Clock } from '../../shared/clock/clock.ts'
import type { CallOptions, ControlCall, Coordinator, RequestOf, ResponseOf } from '../control/coordinator.ts'

/** Revisions remembered that nobody asked for. */
const REVISIONS_MAX = 10_000

type Revisions = { readonly [Name in ControlCall]?: (answer: ResponseOf<Name>) => number | undefined }

/** Calls that change the tree, and the revision of that in their answers. */
const CHANGING: Revisions = {
  makeFolder: ({ entry }) => entry?.revision,
  makeFile: ({ entry }) => entry?.revision,
  remove: ({ revision }) => revision,
  move: ({ revision }) => revision,
  setAttributes: ({ revision }) => revision,
  commit: ({ result }) => result?.revision,
  publishPacked: ({ revision }) => revision,
  amend: ({ revision }) => revision,
  restore: ({ revision }) => revision,
}

/** Notes which changes this client made itself: told of them, it need not forget what it knows. One whose answer was lost counts as another's, which does no harm. */
export class OwnCalls implements Coordinator {
  /** Whether anyone wants to know. */
  noting = false
  readonly #coordinator: Coordinator
  readonly #clock: Clock
  readonly #revisions = new Set<number>()
  readonly #underWay = new Set<Promise<unknown>>()

  constructor(coordinator: Coordinator, clock: Clock) {
    this.#coordinator = coordinator
    this.#clock = clock
  }

  async call<Name extends ControlCall>(
    name: Name,
    body: RequestOf<Name>,
    options?: CallOptions<Name>,
  ): Promise<ResponseOf<Name>> {
    const revisionIn = CHANGING[name]
    const answering = this.#coordinator.call(name, body, options)
    if (revisionIn === undefined) return await answering
    this.#underWay.add(answering)
    try {
      const answer = await answering
      if (this.noting) this.#note(revisionIn(answer))
      return answer
    } finally {
      this.#underWay.delete(answering)
    }
  }

  /** Whether this client made it, as far as it has been told. */
  has(revision: number): boolean {
    return this.#revisions.has(revision)
  }

  /** When all calls that are under way now have been answered, or `ms` are over: a change may be told before the answer to the call that made it. */
  async answered(ms: number): Promise<void> {
    if (this.#underWay.size === 0) return
    const over = Promise.withResolvers<void>()
    const cancel = this.#clock.after(ms, over.resolve)
    void Promise.allSettled(this.#underWay).then(async () => {
      // Those who made them note it first.
      await Promise.resolve()
      over.resolve()
    })
    await over.promise
    cancel()
  }

  /** Those up to `revision` have been told of. */
  forget(revision: number): void {
    for (const one of this.#revisions) if (one <= revision) this.#revisions.delete(one)
  }

  #note(revision: number | undefined): void {
    if (revision === undefined) return
    if (this.#revisions.size >= REVISIONS_MAX) this.#revisions.clear()
    this.#revisions.add(revision)
  }
}
