import { HiroError } from '../../shared/errors.ts'

/** As of open(2), and of `open` in node:fs. */
export interface OpenFlags {
  readonly read: boolean
  readonly write: boolean
  /** Every write goes behind what is there. */
  readonly append: boolean
  /** A file that is not there is made. */
  readonly create: boolean
  /** One that is there is an error. */
  readonly exclusive: boolean
  /** What is there goes. */
  readonly truncate: boolean
}

const NONE = { read: false, write: false, append: false, create: false, exclusive: false, truncate: false }

const BY_TEXT: Readonly<Record<string, OpenFlags>> = {
  r: { ...NONE, read: true },
  'r+': { ...NONE, read: true, write: true },
  w: { ...NONE, write: true, create: true, truncate: true },
  'w+': { ...NONE, read: true, write: true, create: true, truncate: true },
  wx: { ...NONE, write: true, create: true, exclusive: true },
  'wx+': { ...NONE, read: true, write: true, create: true, exclusive: true },
  a: { ...NONE, write: true, append: true, create: true },
  'a+': { ...NONE, read: true, write: true, append: true, create: true },
  ax: { ...NONE, write: true, append: true, create: true, exclusive: true },
  'ax+': { ...NONE, read: true, write: true, append: true, create: true, exclusive: true },
}

/** Throws `usage`. */
export function openFlags(flags: string | OpenFlags): OpenFlags {
  if (typeof flags !== 'string') return flags
  const known = BY_TEXT[flags]
  if (known === undefined) throw new HiroError('usage', `"${flags}" is none of ${Object.keys(BY_TEXT).join(', ')}`)
  return known
}
