/** What a path holds: the SHA-256 of a whole content, or nothing. */
export type Content = string | undefined

/** Who asked for what. One line of the ledger, written before anything is sent. */
export interface Beginning {
  /** Of the whole ledger. */
  readonly operation: string
  readonly kind: 'add' | 'replace' | 'remove' | 'read'
  readonly path: string
  /** Of an add or replace: what the path shall hold. */
  readonly sha256?: string
  readonly sizeBytes?: number
}

/**
 * How it ended. One line of the ledger, written after the answer. A line that is missing means that whoever asked was killed: the outcome is unknown.
 * - `acknowledged`: it happened. Of a read: `sha256` is what was read, none if nothing was there.
 * - `failed`: nothing changed. Of a read: nothing is known.
 * - `unknown`: it may have happened, or may yet.
 */
export interface Ending {
  readonly operation: string
  readonly outcome: 'acknowledged' | 'failed' | 'unknown'
  readonly tookMs: number
  /** Of a read. */
  readonly sha256?: string
  readonly sizeBytes?: number
  /** Of an add or replace: the fewest copies that a piece of it has. */
  readonly copies?: number
  /** Code and words of the error. */
  readonly why?: string
  /** What the operation must not do, whatever the swarm suffers: a wrong exit code, an end that does not come. */
  readonly violation?: string
}

/** After everything was healed, and nothing under way: what the path holds is what it held, and whatever ended as unknown is over. */
export interface Settled {
  readonly settled: string
  readonly sha256?: string
  /** Of the newest content's acknowledgement; none when that is not known. */
  readonly copies?: number
}

export type Line = ({ readonly begin: Beginning } | { readonly end: Ending }) | Settled
