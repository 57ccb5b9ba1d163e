/** A file that may hold bytes which are not published. */
export interface DirtyFile {
  readonly dirtyBytes: number
  /** Publishes some of them. Throws what that throws. */
  writeBack(): Promise<void>
}

/** Bounds what all open files of a client hold together. */
export class DirtyBudget {
  readonly #bytesMax: number
  readonly #files = new Set<DirtyFile>()

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  add(file: DirtyFile): void {
    this.#files.add(file)
  }

  delete(file: DirtyFile): void {
    this.#files.delete(file)
  }

  /** Resolves when there is room, after the largest files have published some of theirs. Throws what that throws: whoever writes on has to know that it leads nowhere. */
  async room(): Promise<void> {
    for (;;) {
      const dirty = [...this.#files].filter(({ dirtyBytes }) => dirtyBytes > 0)
      const total = dirty.reduce((sum, { dirtyBytes }) => sum + dirtyBytes, 0)
      if (total < this.#bytesMax) return
      const largest = dirty.reduce((one, other) => (other.dirtyBytes > one.dirtyBytes ? other : one))
      await largest.writeBack()
    }
  }
}
