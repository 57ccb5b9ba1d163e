import { HiroError } from '../../../shared/errors.ts'
import { nameFault, quoted } from '../../seal/name-rules.ts'

/**
 * A name from the swarm, fit for this machine's file system. The library opens no other, but nothing that comes from afar shall decide alone what is written outside
 * of a folder. Throws `integrity`.
 */
export function safeName(name: string): string {
  const fault = nameFault(name)
  if (fault !== undefined) throw new HiroError('integrity', `the swarm names a file ${quoted(name)}: ${fault}`)
  return name
}
