import type { ChangeFeed } from '../../changes/change-feed.ts'

/** While nobody tells of changes. Longer: fewer calls; shorter: what other clients change shows sooner. Whoever opens a file sees what it is at that moment in any case. */
const UNTOLD_MS = 1_000
/** While whatever changes is told, and the kernel is told in turn. */
const TOLD_MS = 60_000

/** For how long the kernel may answer by itself, with what it is told now. */
export class Trust {
  /** The kernel can be told that a name is old. */
  kernelListens = false
  readonly #feed: Pick<ChangeFeed, 'alive'>
  #changes = 0

  constructor(feed: Pick<ChangeFeed, 'alive'>) {
    this.#feed = feed
  }

  /** To be taken before something is looked up. */
  mark(): number {
    return this.#changes
  }

  /** Something changed, here or elsewhere: what is being looked up just now may be as it was before, and whoever tells of changes has told of this one already. */
  changed(): void {
    this.#changes++
  }

  /** For something that was looked up since `mark`. */
  keepMs(mark: number | undefined): number {
    return this.kernelListens && this.#feed.alive && mark === this.#changes ? TOLD_MS : UNTOLD_MS
  }
}
