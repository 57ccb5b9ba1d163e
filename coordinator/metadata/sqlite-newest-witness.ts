import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs'
import type { Revision } from './metadata-store.ts'
import { checksumOf, NOTHING } from './row.ts'

const BYTES = 14
const CHECKSUM_AT = 8

/**
 * The newest revision that was made durable, told in a file of its own: u64 revision · 48-bit checksum of a row with it and an empty key and value, big-endian. Written after the sync of the commit and before it is
 * acknowledged, and never synced itself, so it costs a few microseconds and never says too much: what it names was there. A killed process leaves it exact, a power cut may leave an older one, or none.
 */
export class NewestWitness {
  readonly #file: number
  readonly #bytes = Buffer.alloc(BYTES)
  #newest: Revision

  private constructor(file: number, newest: Revision) {
    this.#file = file
    this.#newest = newest
  }

  /** What does not read as a revision is none: 0. */
  static open(path: string): NewestWitness {
    const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600)
    const bytes = Buffer.alloc(BYTES)
    const whole = readSync(file, bytes, 0, BYTES, 0) === BYTES
    const revision = Number(bytes.readBigUInt64BE(0))
    const checksum = bytes.readUIntBE(CHECKSUM_AT, BYTES - CHECKSUM_AT)
    const told = whole && Number.isSafeInteger(revision) && checksum === checksumOf('', revision, NOTHING)
    return new NewestWitness(file, told ? revision : 0)
  }

  get newest(): Revision {
    return this.#newest
  }

  /** It is durable. Commits may be told in any order. */
  durable(revision: Revision): void {
    if (revision > this.#newest) this.starts(revision)
  }

  /** The newest one, whatever was told before. */
  starts(revision: Revision): void {
    this.#newest = revision
    this.#bytes.writeBigUInt64BE(BigInt(revision), 0)
    this.#bytes.writeUIntBE(checksumOf('', revision, NOTHING), CHECKSUM_AT, BYTES - CHECKSUM_AT)
    try {
      writeSync(this.#file, this.#bytes, 0, BYTES, 0)
    } catch {
      // A disk that does not take it: the commit is durable, and the start after this says less.
    }
  }

  close(): void {
    closeSync(this.#file)
  }
}
