import { HiroError } from '../../shared/errors.ts'
import { parsePath } from '../paths.ts'
import { quoted } from '../seal/name-rules.ts'

/**
 * A path in the swarm, as a person types it: a slash at its end is no fault, a missing one at its start is, as a local path was meant perhaps. Throws `usage`,
 * `name-invalid`.
 */
export function swarmPath(typed: string): string {
  if (!typed.startsWith('/')) {
    const meant = typed === '' || typed.startsWith('.') ? '' : `; did you mean ${quoted(`/${typed}`)}?`
    throw new HiroError('usage', `${quoted(typed)} is not a path of the swarm: those begin with '/'${meant}`)
  }
  const path = typed.replace(/\/+$/, '') || '/'
  parsePath(path)
  return path
}
