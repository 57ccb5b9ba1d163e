/** How many references the kernel has to each inode, for engines of the FileSystem port. */
export class LookupCounts {
  readonly #counts = new Map<number, number>()

  /** For each entry that is given out. */
  add(inode: number): void {
    this.#counts.set(inode, this.of(inode) + 1)
  }

  /** Whether it was the last reference. */
  take(inode: number, references: number): boolean {
    const before = this.#counts.get(inode)
    if (before === undefined) return false
    if (before > references) {
      this.#counts.set(inode, before - references)
      return false
    }
    this.#counts.delete(inode)
    return true
  }

  of(inode: number): number {
    return this.#counts.get(inode) ?? 0
  }
}
