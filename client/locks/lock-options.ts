import { HiroError } from '../../shared/errors.ts'
import { LOCK_END_MAX } from '../../shared/limits.ts'
import type { Random } from '../../shared/random/random.ts'
import type { Fence } from './fence.ts'

/** Bytes of a file. */
export interface ByteRange {
  readonly start: number
  /** Inclusive; to the end, wherever that will be, unless given. */
  readonly end?: number | undefined
}

/** Who holds it, among all that one client locks: locks of one owner are never in each other's way. A 64-bit number, or 16 bytes. */
export type Owner = bigint | Uint8Array

export interface LockOptions {
  /** Alone, which is the default; else together with others that share it. */
  readonly exclusive?: boolean | undefined
  /** As of `fcntl`; without one the whole file, as of `flock`. The one kind does not see the other. */
  readonly range?: ByteRange | undefined
  /** How long others are waited for; not at all unless given. Infinity: until it is granted. */
  readonly waitMs?: number | undefined
  /** A new one unless given: the lock is then in the way of every other, also of this client's. */
  readonly owner?: Owner | undefined
  /** Ends the wait. A lock that was granted in that very moment is given all the same. */
  readonly signal?: AbortSignal | undefined
}

export interface Lock extends AsyncDisposable {
  readonly fence: Fence
  /** Aborted with `lease-lapsed` when it could not be kept, by this client's clock, before anyone else can have it; and when it is released. */
  readonly signal: AbortSignal
  /** Gives it back: what its owner has of its range. Throws `unreachable`: it may be held until the client is closed. Idempotent. */
  release(): Promise<void>
}

const FLOCK = 1
const POSIX = 2
const OWNER_BYTES = 8
const OWNER_BYTES_LONG = 16

/** The range as the wire has it, but for the file. Throws `usage`. */
export function rangeOf(
  { range, owner }: Pick<LockOptions, 'range' | 'owner'>,
  random: Random,
): { owner: Uint8Array; kind: number; start: number; end: number } {
  const { start = 0, end = LOCK_END_MAX } = range ?? {}
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start)
    throw new HiroError('usage', `there are no bytes ${start} to ${end}`)
  const kind = range === undefined ? FLOCK : POSIX
  return { owner: owner === undefined ? random.bytes(OWNER_BYTES) : ownerBytes(owner), kind, start, end }
}

/** Throws `usage`. */
function ownerBytes(owner: Owner): Uint8Array {
  if (typeof owner === 'bigint') {
    if (BigInt.asUintN(64, owner) !== owner) throw new HiroError('usage', `${owner} is no number of 64 bits`)
    const bytes = Buffer.alloc(OWNER_BYTES)
    bytes.writeBigUInt64BE(owner)
    return bytes
  }
  if (owner.byteLength !== OWNER_BYTES_LONG)
    throw new HiroError('usage', `an owner has ${OWNER_BYTES_LONG} bytes, not ${owner.byteLength}`)
  return owner
}
