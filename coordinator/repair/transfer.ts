import type { ShardsTask } from '../../shared/protocol/membership/membership.js'
import type { Member } from '../membership/members.ts'
import type { ShardsWork } from '../shards/shards-work.ts'

/** A piece on its way from a worker that holds it to others, as a chain. */
export interface Transfer {
  readonly cid: string
  readonly sizeBytes: number
  readonly source: Member
  readonly targets: readonly Member[]
  /** More than sending it: what the source shall do with its shards. `sizeBytes` is then of what each target gets. */
  readonly shards?: ShardsWork
}

/** What the source is told. */
export interface Order {
  readonly cid: string
  readonly sizeBytes: number
  readonly targets: readonly { readonly peer: string; readonly addresses: readonly string[] }[]
  /** For all pieces that were ordered of it at once. */
  readonly grant: Uint8Array
  readonly shards?: ShardsTask
}
