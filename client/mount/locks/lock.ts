/** Whoever the kernel says holds a lock: a process for locks by range, an open file for locks on the whole. */
export type LockOwner = bigint

/** By range: fcntl(2). On the whole file: flock(2). The two do not know of each other. */
export type LockFamily = 'range' | 'whole'

export interface Lock {
  readonly kind: 'read' | 'write'
  readonly start: number
  /** The first byte behind it; infinite for one to the end, wherever that will be. */
  readonly end: number
  /** Of who took it, for people. */
  readonly pid: number
}

export interface LockRequest {
  readonly family: LockFamily
  readonly owner: LockOwner
  readonly kind: 'read' | 'write' | 'unlock'
  readonly start: number
  readonly end: number
  readonly pid: number
}
