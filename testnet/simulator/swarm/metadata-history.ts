import type { Writes } from '../../../coordinator/metadata/metadata-engine.ts'
import type { Revision } from '../../../coordinator/metadata/metadata-store.ts'

/** A metadata transaction that became durable. */
export interface Commit {
  readonly revision: Revision
  readonly writes: Writes
  /** By the coordinator's clock, when it was asked for. */
  readonly atMs: number
}

/**
 * Every metadata transaction there ever was, kept beside the coordinator: what the judge holds the clients' observations against. Revisions are the order of all
 * changes, so this is the witness of who was first.
 */
export class MetadataHistory {
  /** The durable ones, in order. */
  readonly commits: Commit[] = []
  /** What they add up to. */
  readonly state = new Map<string, Uint8Array>()
  #underWay: Commit[] = []

  /** The newest durable one; 0 before the first. */
  get newest(): Revision {
    return this.commits.at(-1)?.revision ?? 0
  }

  submitted(commit: Commit): void {
    this.#underWay.push(commit)
  }

  /** All up to `newest` made it, through a crash perhaps; with `lost` the others did not. The result is how many others there are. */
  durable(newest: Revision, others: 'under way' | 'lost'): number {
    for (const commit of this.#underWay) if (commit.revision <= newest) this.#add(commit)
    const rest = this.#underWay.filter(({ revision }) => revision > newest)
    this.#underWay = others === 'lost' ? [] : rest
    return rest.length
  }

  /** It changed nothing. */
  failed(revision: Revision): void {
    this.#underWay = this.#underWay.filter((commit) => commit.revision !== revision)
  }

  #add(commit: Commit): void {
    this.commits.push(commit)
    for (const [key, value] of commit.writes) {
      if (value === undefined) this.state.delete(key)
      else this.state.set(key, value)
    }
  }
}
