import type { Revision } from '../../../coordinator/metadata/metadata-store.ts'
import type { Commit } from '../swarm/metadata-history.ts'

interface Change {
  readonly revision: Revision
  readonly value: Uint8Array | undefined
}

/** Every key at every revision. */
export class Timeline {
  readonly #changes = new Map<string, Change[]>()

  constructor(commits: readonly Commit[]) {
    for (const { revision, writes } of commits) {
      for (const [key, value] of writes) {
        const changes = this.#changes.get(key) ?? []
        this.#changes.set(key, changes)
        changes.push({ revision, value })
      }
    }
  }

  at(key: string, revision: Revision): Uint8Array | undefined {
    return this.#changes.get(key)?.findLast((change) => change.revision <= revision)?.value
  }

  /** What a reader could find at some moment between two revisions, both included; `undefined` among them: nothing. */
  between(key: string, from: Revision, to: Revision): Set<Uint8Array | undefined> {
    const values = new Set<Uint8Array | undefined>([this.at(key, from)])
    for (const { revision, value } of this.#changes.get(key) ?? []) {
      if (revision > from && revision <= to) values.add(value)
    }
    return values
  }

  /** Those that were ever there. */
  keys(prefix: string): string[] {
    return [...this.#changes.keys()].filter((key) => key.startsWith(prefix))
  }

  under(prefix: string, revision: Revision): Map<string, Uint8Array> {
    const found = new Map<string, Uint8Array>()
    for (const key of this.keys(prefix)) {
      const value = this.at(key, revision)
      if (value !== undefined) found.set(key, value)
    }
    return found
  }
}
