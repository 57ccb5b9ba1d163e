import { HiroError } from '../../shared/errors.ts'
import type { Fence } from '../index.ts'

/** Tells commands below `hiro lock` what they are run under. */
const VARIABLE = 'HIRO_LOCK'
const FENCE = /^([0-9a-f]{32})\/([0-9a-f]{32})\/([1-9]\d{0,15})$/

export function heldLockEnv({ session, file, number }: Fence): Record<string, string> {
  return { [VARIABLE]: `${session}/${file}/${number}` }
}

/** The lock that this command is run under, if any. Throws `usage`. */
export function heldLock(env: Readonly<Record<string, string | undefined>>): { readonly fence: Fence } | undefined {
  const text = env[VARIABLE] ?? ''
  if (text === '') return undefined
  const [, session = '', file = '', number] = FENCE.exec(text) ?? []
  if (number === undefined) throw new HiroError('usage', `${VARIABLE}: this is not what hiro lock sets it to`)
  return { fence: { session, file, number: Number(number) } }
}
