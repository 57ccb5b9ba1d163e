import { NAME_LENGTH_BYTES_MAX } from '../../../shared/limits.ts'
import { ErrnoError } from '../errno.ts'
import { IN_HEADER_BYTES } from './constants.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** Of a symlink's target, by Linux's PATH_MAX. */
const TARGET_LENGTH_BYTES_MAX = 4095

/**
 * Takes a request's fields one after the other, each only where there is so much of it: whoever asks for more is thrown EIO, as for anything else that a kernel would not send.
 */
export class RequestReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = IN_HEADER_BYTES

  constructor(request: Uint8Array) {
    this.#bytes = request
    this.#view = new DataView(request.buffer, request.byteOffset, request.byteLength)
  }

  get leftBytes(): number {
    return this.#bytes.byteLength - this.#at
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true)
  }

  big(): bigint {
    return this.#view.getBigUint64(this.#take(8), true)
  }

  signed(): bigint {
    return this.#view.getBigInt64(this.#take(8), true)
  }

  /** A number that the engine gave out, and so no larger than a number holds exactly. Throws ESTALE. */
  id(): number {
    const id = u64At(this.#view, this.#take(8))
    if (id === undefined) throw new ErrnoError('ESTALE', 'a number that was not given out')
    return id
  }

  /** A place in a file, or a length. Throws EFBIG where no file of Hiro reaches. */
  offset(): number {
    const offset = u64At(this.#view, this.#take(8))
    if (offset === undefined) throw new ErrnoError('EFBIG')
    return offset
  }

  skip(lengthBytes: number): void {
    this.#take(lengthBytes)
  }

  /** A view, not a copy. */
  bytes(lengthBytes: number): Uint8Array {
    const at = this.#take(lengthBytes)
    return this.#bytes.subarray(at, at + lengthBytes)
  }

  /** The name of a file, or of an extended attribute. Throws ENAMETOOLONG, EILSEQ. */
  name(): string {
    const name = this.#text(NAME_LENGTH_BYTES_MAX)
    if (name === '.' || name === '..' || name.includes('/')) throw malformed('what is no name')
    return name
  }

  /** As `name`, which may hold anything. */
  attributeName(): string {
    return this.#text(NAME_LENGTH_BYTES_MAX)
  }

  target(): string {
    return this.#text(TARGET_LENGTH_BYTES_MAX)
  }

  #text(lengthBytesMax: number): string {
    const end = this.#bytes.indexOf(0, this.#at)
    if (end < 0) throw malformed('a text without an end')
    const text = this.bytes(end - this.#at)
    this.skip(1)
    if (text.byteLength === 0) throw malformed('an empty text')
    if (text.byteLength > lengthBytesMax) throw new ErrnoError('ENAMETOOLONG')
    try {
      return utf8.decode(text)
    } catch (error) {
      if (error instanceof TypeError) throw new ErrnoError('EILSEQ', 'a name that is not UTF-8')
      throw error
    }
  }

  #take(lengthBytes: number): number {
    const at = this.#at
    if (lengthBytes > this.leftBytes) throw malformed(`${lengthBytes} bytes behind ${at} of ${this.#bytes.byteLength}`)
    this.#at += lengthBytes
    return at
  }
}

/** What no kernel sends. */
export function malformed(what: string): ErrnoError {
  return new ErrnoError('EIO', `malformed request: ${what}`)
}

/** `undefined` for what a number does not hold exactly. */
export function u64At(view: DataView, at: number): number | undefined {
  const high = view.getUint32(at + 4, true)
  return high < 2 ** 21 ? high * 2 ** 32 + view.getUint32(at, true) : undefined
}
