import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'

/** Of the package that this file belongs to, as sources or bundled. */
export function version(): string {
  const file = findPackageJSON(import.meta.url)
  const content: unknown = file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'))
  const isPackage = typeof content === 'object' && content !== null && 'version' in content
  return isPackage ? String(content.version) : 'unknown'
}
