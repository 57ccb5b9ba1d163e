import { HiroError } from '../../shared/errors.ts'
import type { Random } from '../../shared/random/random.ts'
import type { MetadataEngine, Writes } from './metadata-engine.ts'
import type { Entry, Revision } from './metadata-store.ts'
import { SortedMap } from './sorted-map.ts'

interface Commit {
  readonly revision: Revision
  readonly writes: Writes
}

/** A sorted map with a disk's manners: commits take a while, settle in order, and are lost by a crash before that. */
export class MemoryEngine implements MetadataEngine {
  readonly #commitDelay: () => Promise<void>
  readonly #rows: SortedMap
  readonly #underWay: Commit[] = []
  #before: Promise<unknown> = Promise.resolve()
  #newest: Revision
  #crashed = false

  constructor(commitDelay: () => Promise<void>, rows = new SortedMap(), newest: Revision = 0) {
    this.#commitDelay = commitDelay
    this.#rows = rows
    this.#newest = newest
  }

  newest(): Revision {
    this.#assertAlive()
    return this.#newest
  }

  get(key: string): Uint8Array | undefined {
    this.#assertAlive()
    return this.#rows.get(key)
  }

  scan(start: string, end: string, limit: number): Entry[] {
    this.#assertAlive()
    return this.#rows.scan(start, end, limit)
  }

  async commit(revision: Revision, writes: Writes): Promise<void> {
    this.#assertAlive()
    const commit = { revision, writes: copyOf(writes) }
    this.#underWay.push(commit)
    // Delays overlap, as those of one group do; the end is in order.
    const done = Promise.allSettled([this.#commitDelay(), this.#before])
    this.#before = done
    const [delay] = await done
    // Whoever waited died with the process.
    if (this.#crashed) return await new Promise(() => {})
    this.#underWay.splice(this.#underWay.indexOf(commit), 1)
    if (delay.status === 'rejected') throw delay.reason
    this.#apply(commit)
  }

  async close(): Promise<void> {}

  /** The next life: what was durable, and as many of the commits under way as chance will have it, first ones first, since a log has no holes. */
  crash(random: Random, commitDelay: () => Promise<void>): MemoryEngine {
    this.#assertAlive()
    for (const commit of this.#underWay.slice(0, random.below(this.#underWay.length + 1))) this.#apply(commit)
    this.#crashed = true
    return new MemoryEngine(commitDelay, this.#rows, this.#newest)
  }

  #apply({ revision, writes }: Commit): void {
    for (const [key, value] of writes) {
      if (value === undefined) this.#rows.delete(key)
      else this.#rows.set(key, value)
    }
    this.#newest = revision
  }

  #assertAlive(): void {
    if (this.#crashed) throw new HiroError('aborted', 'the metadata store crashed')
  }
}

/** As a disk would: whoever changes a buffer afterwards changes nothing here. */
function copyOf(writes: Writes): Writes {
  return new Map([...writes].map(([key, value]) => [key, value && new Uint8Array(value)]))
}
