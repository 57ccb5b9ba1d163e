import type { Clock } from '../../shared/clock/clock.ts'
import { sleep } from '../../shared/clock/sleep.ts'
import { formatSize } from '../../shared/config/for-people.ts'
import { toHex } from '../../shared/ids.ts'
import { partsOf, under } from '../metadata/keys.ts'
import type { Entry, MetadataStore } from '../metadata/metadata-store.ts'
import { DirentRecord, TrashRecord } from '../metadata/records.js'
import { readInode } from '../namespace/tree.ts'

export interface TrashHeld {
  /** A removed folder is one. */
  readonly items: number
  /** On all disks. */
  readonly storedBytes: number
}

/** Everything in the trash is looked at for it, and all that hangs below removed folders: for those who find no room not more often than this. */
const MEASURED_AGAIN_MS = 10_000
const PAGE_ENTRIES = 256

/** How much the trash holds. */
export class TrashGauge {
  readonly #store: MetadataStore
  readonly #clock: Clock
  #measured: { readonly held: Promise<TrashHeld>; readonly untilMs: number } | undefined

  constructor(store: MetadataStore, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** As it is now. */
  async held(): Promise<TrashHeld> {
    this.forget()
    return await this.#held()
  }

  /** Measured anew the next time. */
  forget(): void {
    this.#measured = undefined
  }

  /** For whoever finds no room; some seconds old at most. Empty when the trash would not help. */
  async hint(): Promise<string> {
    const { storedBytes } = await this.#held().catch(() => ({ storedBytes: 0 }))
    if (storedBytes === 0) return ''
    return `; the trash holds ${formatSize(storedBytes)} of it, which "hiro trash empty" gives back`
  }

  async #held(): Promise<TrashHeld> {
    if (this.#measured === undefined || this.#measured.untilMs <= this.#clock.now()) {
      const held = this.#measure()
      this.#measured = { held, untilMs: this.#clock.now() + MEASURED_AGAIN_MS }
      held.catch(() => this.forget())
    }
    return await this.#measured.held
  }

  async #measure(): Promise<TrashHeld> {
    const sum = { items: 0, storedBytes: 0 }
    for await (const { key, value } of this.#rows('trash/')) {
      const { inode } = TrashRecord.decode(value)
      if (inode === undefined) continue
      sum.items++
      sum.storedBytes += inode.folder ? await this.#below(partsOf(key)[0] ?? '') : inode.storedBytes
    }
    return sum
  }

  /** Depth first, a page of each folder at a time: no more in memory than folders are deep. */
  async #below(folder: string): Promise<number> {
    let storedBytes = 0
    for await (const { value } of this.#rows(`dirent/${folder}/`)) {
      const child = toHex(DirentRecord.decode(value).child)
      const inode = await readInode(this.#store, child)
      if (inode) storedBytes += inode.folder ? await this.#below(child) : inode.storedBytes
    }
    return storedBytes
  }

  async *#rows(prefix: string): AsyncGenerator<Entry> {
    for (let last: string | undefined; ; await sleep(this.#clock, 0)) {
      const rows = await this.#store.scan(under(prefix, { last, limit: PAGE_ENTRIES }))
      yield* rows
      if (rows.length < PAGE_ENTRIES) return
      last = rows.at(-1)?.key
    }
  }
}
