import { HiroError } from '../shared/errors.ts'
import { toHex } from '../shared/ids.ts'
import type { Pass } from '../shared/protocol/token/token.js'
import type { Membership } from './membership.ts'

export type Role = 'client' | 'worker'

const ROLES: readonly string[] = ['client', 'worker'] satisfies Role[]

/** Throws `refused` unless the pass, which the coordinator signed, still says that `peer` is a member of this swarm. The result is its role. */
export function requirePass({ swarm, epoch, coordinatorNowMs }: Membership, peer: string, pass: Pass): Role {
  if (toHex(pass.swarm) !== swarm) throw new HiroError('refused', 'this pass is for another swarm')
  if (pass.peer !== peer) throw new HiroError('refused', 'this pass is for another peer')
  if (!isRole(pass.role)) throw new HiroError('refused', `a pass for the role ${pass.role} opens nothing here`)
  if (pass.epoch < epoch)
    throw new HiroError('refused', `this pass is of epoch ${pass.epoch}, the swarm is in ${epoch}`)
  if (pass.expiresAtMs <= coordinatorNowMs) throw new HiroError('refused', 'this pass has expired')
  return pass.role
}

function isRole(role: string): role is Role {
  return ROLES.includes(role)
}
