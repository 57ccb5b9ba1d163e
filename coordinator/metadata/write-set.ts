import { HiroError } from '../../shared/errors.ts'
import {
  METADATA_KEY_LENGTH_MAX,
  METADATA_TRANSACTION_BYTES_MAX,
  METADATA_TRANSACTION_WRITES_MAX,
  METADATA_VALUE_BYTES_MAX,
} from '../../shared/limits.ts'
import type { Writes } from './metadata-engine.ts'
import type { Revision, Stamped } from './metadata-store.ts'

/** Stands for a value that is known at the commit only. */
const STAMPED = Symbol('stamped')

/** What one transaction is about to write. */
export class WriteSet {
  readonly #calls: { readonly key: Stamped<string>; readonly value: Stamped<Uint8Array> | undefined }[] = []
  readonly #plain = new Map<string, Uint8Array | undefined | typeof STAMPED>()

  put(key: Stamped<string>, value: Stamped<Uint8Array>): void {
    this.#calls.push({ key, value })
    if (typeof key === 'string') this.#plain.set(key, typeof value === 'function' ? STAMPED : value)
  }

  delete(key: string): void {
    this.#calls.push({ key, value: undefined })
    this.#plain.set(key, undefined)
  }

  get empty(): boolean {
    return this.#calls.length === 0
  }

  has(key: string): boolean {
    return this.#plain.has(key)
  }

  /** What `put` or `delete` made of this key. */
  get(key: string): Uint8Array | undefined {
    const value = this.#plain.get(key)
    if (value === STAMPED)
      throw new HiroError('internal', `${key} gets its value at the commit; it cannot be read before`)
    return value
  }

  keysIn(start: string, end: string): string[] {
    return [...this.#plain.keys()].filter((key) => start <= key && key < end)
  }

  /** Fills in the revision. The last call for a key counts. Throws `internal` for what crosses a limit. */
  stamp(revision: Revision): Writes {
    const writes = new Map<string, Uint8Array | undefined>()
    for (const { key, value } of this.#calls) {
      const stampedKey = typeof key === 'function' ? key(revision) : key
      writes.set(stampedKey, typeof value === 'function' ? value(revision) : value)
    }
    checkLimits(writes)
    return writes
  }
}

function checkLimits(writes: Writes): void {
  let sizeBytes = 0
  for (const [key, value] of writes) {
    if (!/^[\x20-\x7e]+$/.test(key) || key.length > METADATA_KEY_LENGTH_MAX) {
      throw new HiroError('internal', `not a key: ${JSON.stringify(key.slice(0, METADATA_KEY_LENGTH_MAX))}`)
    }
    const valueBytes = value?.byteLength ?? 0
    if (valueBytes > METADATA_VALUE_BYTES_MAX)
      throw new HiroError('internal', `the value of ${key} has ${valueBytes} bytes`)
    sizeBytes += key.length + valueBytes
  }
  if (writes.size > METADATA_TRANSACTION_WRITES_MAX)
    throw new HiroError('internal', `a transaction of ${writes.size} writes`)
  if (sizeBytes > METADATA_TRANSACTION_BYTES_MAX) throw new HiroError('internal', `a transaction of ${sizeBytes} bytes`)
}
