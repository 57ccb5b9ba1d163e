import type { WorkOptions } from '../namespace/tree.ts'

export interface WatchOptions extends WorkOptions {
  /** All that is below the folder, and not only what it holds itself. */
  readonly recursive?: boolean | undefined
}

interface WatchedAt {
  readonly path: string
  readonly id: string
  readonly folder: boolean
  readonly revision: number
  /** By the coordinator's clock; for display. */
  readonly atMs: number
}

/**
 * What happened at or below a path. Whatever hangs below a folder that is moved, removed, or brought back from the trash is not told by itself. What is moved out of what is watched is `removed`, what is moved into it `made`. `overflow`: something may have been missed, so
 * look at all that is watched anew.
 */
export type WatchedChange =
  | ({ readonly kind: 'made' | 'changed' | 'removed' } & WatchedAt)
  | ({ readonly kind: 'moved'; readonly from: string } & WatchedAt)
  | { readonly kind: 'overflow'; readonly path: string }

/**
 * Changes as they come, until it is left (`break`, `return`), its signal is aborted (`aborted`), or the client closed (`unreachable`). They gather from the beginning on, whether they are asked for or not; of too many, `overflow` remains.
 */
export interface Watching extends AsyncIterableIterator<WatchedChange, undefined>, AsyncDisposable {
  /** From here on nothing is missed. Rejects with what the first `next` throws. */
  readonly ready: Promise<void>
}
