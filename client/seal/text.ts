import { HiroError } from '../../shared/errors.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Of bytes that were UTF-8 when they were sealed. Throws `integrity`, which names `what`. */
export function textOf(bytes: Uint8Array, what: string): string {
  try {
    return utf8.decode(bytes)
  } catch (cause) {
    throw new HiroError('integrity', `${what} is malformed: it is not UTF-8`, { cause })
  }
}
