import type { Fence } from '../locks/fence.ts'
import type { OnProgress } from '../progress.ts'

export interface AddOptions {
  /** A hint, where it is known: room is then looked for before the first byte is sent, and progress has a total. The source decides. */
  readonly sizeBytes?: number | undefined
  /** R; the swarm's by default. */
  readonly copies?: number | undefined
  /** W; the swarm's by default. */
  readonly copiesMin?: number | undefined
  /** Permission bits, 0644 by default. */
  readonly mode?: number | undefined
  /** Now by default. */
  readonly mtimeMs?: number | undefined
  /** A file that is there gives way to the new content in one step, and keeps its id. */
  readonly replace?: boolean | undefined
  /** Folders above that are missing are made. */
  readonly parents?: boolean | undefined
  /** Only while this lock is held: else it ends with `lease-lapsed`, and nothing is changed, whatever this client believes. */
  readonly lock?: { readonly fence: Fence; readonly signal?: AbortSignal } | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: OnProgress | undefined
}

export interface AddResult {
  readonly path: string
  /** Its id. */
  readonly file: string
  readonly sizeBytes: number
  readonly pieces: number
  /** The fewest that a piece of the file has; shards count as the copies that survive as many losses. */
  readonly copies: number
  /** Left out: all its pieces are copies. */
  readonly code?: { readonly dataShards: number; readonly parityShards: number }
  /** `copies` is fewer than asked for: no other worker could be reached. */
  readonly degraded: boolean
  readonly version: number
  readonly revision: number
}
