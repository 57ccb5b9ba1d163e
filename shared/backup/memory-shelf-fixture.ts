import { HiroError } from '../errors.ts'
import type { Shelf } from './library.ts'
import { readObject } from './sealed-object.ts'

/** A worker's backup objects, in memory, with faults. */
export class MemoryShelf implements Shelf {
  readonly objects = new Map<string, Uint8Array>()
  readonly name: string
  seen = 0
  /** What each call throws. */
  fault: HiroError | undefined

  constructor(name = 'shelf') {
    this.name = name
  }

  async names(): Promise<string[]> {
    this.#check()
    return [...this.objects.keys()]
  }

  async get(name: string): Promise<Uint8Array> {
    this.#check()
    const object = this.objects.get(name)
    if (object === undefined) throw new HiroError('not-found', `no ${name}`)
    return object
  }

  async epochSeen(): Promise<number> {
    return this.seen
  }

  async put(object: Uint8Array): Promise<void> {
    this.#check()
    this.objects.set(readObject(object).name, object)
  }

  async drop(names: readonly string[]): Promise<void> {
    this.#check()
    for (const name of names) this.objects.delete(name)
  }

  close(): void {}

  #check(): void {
    if (this.fault) throw this.fault
  }
}
