import { HiroError, toHiroError } from '../errors.ts'
import { parseName, type ReadObject, readObject } from './sealed-object.ts'

/** Somewhere backup objects lie: a worker that is asked, or its folder. */
export interface Shelf {
  /** For people. */
  readonly name: string
  names(): Promise<string[]>
  /** Throws `not-found`, `unreachable`, `io` … */
  get(name: string): Promise<Uint8Array>
  /** The highest epoch that was seen there; 0: none. Asked after `names`. */
  epochSeen(): Promise<number>
}

/** The objects of several shelves as one: a copy that is missing or damaged on one is taken from another. */
export class Library {
  #epochSeen = 0
  readonly #shelvesOf = new Map<string, Shelf[]>()
  /** Shelves that could not be looked at, and why. */
  readonly unread: { readonly shelf: string; readonly error: HiroError }[] = []

  static async open(shelves: readonly Shelf[]): Promise<Library> {
    const library = new Library()
    for (const shelf of shelves) {
      try {
        for (const name of await shelf.names()) {
          if (parseName(name) === undefined) continue
          library.#shelvesOf.set(name, [...(library.#shelvesOf.get(name) ?? []), shelf])
        }
        library.#epochSeen = Math.max(library.#epochSeen, await shelf.epochSeen())
      } catch (cause) {
        library.unread.push({ shelf: shelf.name, error: toHiroError(cause) })
      }
    }
    return library
  }

  /** The highest epoch that any of them has seen, or has an object of. */
  get epochSeen(): number {
    return Math.max(this.#epochSeen, ...this.names.map((name) => parseName(name)?.epoch ?? 0))
  }

  /** In their order. */
  get names(): string[] {
    return [...this.#shelvesOf.keys()].toSorted()
  }

  /** The object of this name, from whoever has it whole. Throws `integrity` when nobody has. */
  async get(name: string): Promise<ReadObject> {
    let last: HiroError | undefined
    for (const shelf of this.#shelvesOf.get(name) ?? []) {
      try {
        const read = readObject(await shelf.get(name))
        if (read.name === name) return read
        last = new HiroError('integrity', `${shelf.name} has another object under the name ${name}`)
      } catch (cause) {
        last = toHiroError(cause)
      }
    }
    throw new HiroError('integrity', `no whole copy of ${name}: ${last?.message ?? 'nobody has it'}`, { cause: last })
  }
}
