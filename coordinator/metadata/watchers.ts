type Changed = (keys: readonly string[]) => void

/** Who wants to know of changes, by prefix. */
export class Watchers {
  readonly #watchers = new Set<{ readonly prefix: string; readonly changed: Changed }>()

  add(prefix: string, changed: Changed): () => void {
    const watcher = { prefix, changed }
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }

  /** In a microtask each, so that what one of them throws reaches neither the others nor the commit. */
  tell(keys: readonly string[]): void {
    for (const watcher of this.#watchers) {
      const under = keys.filter((key) => key.startsWith(watcher.prefix))
      if (under.length === 0) continue
      queueMicrotask(() => {
        if (this.#watchers.has(watcher)) watcher.changed(under)
      })
    }
  }
}
