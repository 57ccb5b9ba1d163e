import { HiroError } from '../../../shared/errors.ts'

const PART = /^[\w-][\w.-]*$/

/** The parts of a path on a disk. Throws `usage` for what could name anything outside of the root. */
export function partsOf(path: string): string[] {
  const parts = path.split('/')
  if (!parts.every((part) => PART.test(part))) throw new HiroError('usage', `not a path on this disk: ${path}`)
  return parts
}

/** Splits a path into its folder ('' is the root) and its name there. */
export function splitPath(path: string): { folder: string; name: string } {
  const parts = partsOf(path)
  const name = parts.pop() ?? ''
  return { folder: parts.join('/'), name }
}
