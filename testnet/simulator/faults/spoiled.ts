import { pick } from '../../../shared/random/choose.ts'
import type { Random } from '../../../shared/random/random.ts'
import type { SimulatedWorker } from '../swarm/simulated-worker.ts'

/** A copy of a piece that rotted on its worker's disk. */
export interface SpoiledCopy {
  readonly store: string
  readonly cid: string
  /** The file of the piece, its bytes in the index, or its row there. */
  readonly where: 'file' | 'bytes' | 'row'
  readonly atMs: number
}

/** Which copies were spoiled from outside: only these may be bad, and only who holds them may say so. */
export class SpoiledCopies {
  readonly #copies: SpoiledCopy[] = []

  /** Flips a bit of some piece that a worker has at rest. `undefined`: it has none. */
  spoilSome({ index, disk }: SimulatedWorker, random: Random, atMs: number): SpoiledCopy | undefined {
    const rows = index.rows()
    if (rows.length === 0) return undefined
    const { cid, sizeBytes, inline } = pick(random, rows)
    const where = random.below(4) === 0 ? 'row' : inline ? 'bytes' : 'file'
    const path = `pieces/${cid.slice(-2)}/${cid}`
    if (where !== 'file') index.damage(cid, where)
    else if (disk.exists(path)) disk.flipBit(path, random.below(8 * sizeBytes))
    else return undefined
    const copy = { store: index.storeId, cid, where, atMs } as const
    this.#copies.push(copy)
    return copy
  }

  has(store: string, cid: string): boolean {
    return this.#copies.some((copy) => copy.store === store && copy.cid === cid)
  }

  /** Of a store; start-up leaves files alone that may belong to damaged rows, and does not know how large their pieces are. */
  hasRows(store: string): boolean {
    return this.#copies.some((copy) => copy.store === store && copy.where === 'row')
  }

  anyOf(store: string): boolean {
    return this.#copies.some((copy) => copy.store === store)
  }

  /** Whether a copy of one of these pieces was spoiled by then. */
  anyOfPieces(cids: ReadonlySet<string>, untilMs: number): boolean {
    return this.#copies.some(({ cid, atMs }) => atMs <= untilMs && cids.has(cid))
  }
}
