import { HiroError } from '../../shared/errors.ts'
import { NAME_LENGTH_BYTES_MAX } from '../../shared/limits.ts'

/** Why `name` cannot be the name of a file or folder; `undefined` when it can. */
export function nameFault(name: string): string | undefined {
  if (name === '') return 'it is empty'
  if (name === '.' || name === '..') return 'it means a folder, it names none'
  if (name.includes('/')) return "it holds '/'"
  if (name.includes('\0')) return 'it holds NUL'
  if (!name.isWellFormed()) return 'it cannot be written as UTF-8'
  const length = Buffer.byteLength(name)
  if (length > NAME_LENGTH_BYTES_MAX) return `it has ${length} bytes, more than ${NAME_LENGTH_BYTES_MAX}`
  return undefined
}

/**
 * The bytes of a name: UTF-8, as given. Nothing is normalised, as nothing is in Linux's file systems: two names that look alike but differ in bytes are two
 * names, and a tree comes back as it went in. Throws `name-invalid`, which says the rule.
 */
export function nameBytes(name: string): Uint8Array {
  const fault = nameFault(name)
  if (fault !== undefined) throw new HiroError('name-invalid', `${quoted(name)} cannot be a name: ${fault}`)
  return Buffer.from(name)
}

/** For messages: what cannot be printed is escaped, what is too long is cut. */
export function quoted(text: string): string {
  const shown = Array.from(text.slice(0, 80)).slice(0, 40).join('')
  return JSON.stringify(shown === text ? text : `${shown}…`)
}
