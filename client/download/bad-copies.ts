import { cidToBytes } from '../../shared/cid.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import type { Peer } from '../../shared/piece-map.ts'
import type { Coordinator } from '../control/coordinator.ts'

/** A copy that is not what was stored, or not there. */
export interface BadCopy {
  readonly cid: string
  /** Peer id of the worker that should hold it. */
  readonly peer: string
  /** Its name, for people. */
  readonly worker: string
  /** `integrity`: altered, cut, lengthened or swapped; `not-found`: not there. */
  readonly code: ErrorCode
  readonly message: string
}

/** Tells the caller and the coordinator of bad copies, of each once. */
export class BadCopies {
  readonly #coordinator: Coordinator
  readonly #onBadCopy: ((bad: BadCopy) => void) | undefined
  readonly #told = new Set<string>()

  constructor(coordinator: Coordinator, onBadCopy: ((bad: BadCopy) => void) | undefined) {
    this.#coordinator = coordinator
    this.#onBadCopy = onBadCopy
  }

  tell(cid: string, { id: peer, name: worker }: Peer, { code, message }: { code: ErrorCode; message: string }): void {
    const key = `${cid} ${peer}`
    if (this.#told.has(key)) return
    this.#told.add(key)
    this.#onBadCopy?.({ cid, peer, worker, code, message })
    // Whether the report arrives changes nothing for this reader.
    this.#coordinator.call('reportBad', { cid: cidToBytes(cid), worker: peer, code }).catch(() => {})
  }
}
