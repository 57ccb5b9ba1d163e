import { fromHex } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'

/** Proof of a lock, for whoever publishes under it. A number of a later grant is always larger. */
export interface Fence {
  /** Ids, hex. */
  readonly session: string
  /** That is locked. */
  readonly file: string
  readonly number: number
}

export function encodeFence(fence: Fence | undefined): { fence: wire.Fence } | Record<string, never> {
  if (fence === undefined) return {}
  return { fence: { session: fromHex(fence.session), file: fromHex(fence.file), number: fence.number } }
}
