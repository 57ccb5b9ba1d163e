import { HiroError } from '../shared/errors.ts'
import type { Policy } from './namespace/policies.ts'

/** `ec:4+2` or `copies:3`. */
export function policyText(policy: Policy): string {
  return 'copies' in policy ? `copies:${policy.copies}` : `ec:${policy.dataShards}+${policy.parityShards}`
}

/** Throws `usage`. Whether such a policy can be, the coordinator says. */
export function parsePolicy(text: string): Policy {
  const [, copies, dataShards, parityShards] = /^(?:copies:(\d{1,3})|ec:(\d{1,3})\+(\d{1,3}))$/.exec(text) ?? []
  if (copies !== undefined) return { copies: Number(copies) }
  if (dataShards !== undefined && parityShards !== undefined)
    return { dataShards: Number(dataShards), parityShards: Number(parityShards) }
  throw new HiroError('usage', `"${text}" is no policy; expected one like "copies:3" or "ec:4+2", or "inherit"`)
}
