import { HiroError } from '../shared/errors.ts'
import { toHex } from '../shared/ids.ts'
import { openPass } from '../shared/protocol/token/tokens.ts'
import type { Membership } from './membership.ts'

/** Throws `refused` unless the coordinator of this swarm says, and it still holds, that `peer` is a member. */
export function requirePass(membership: Membership, peer: string, token: Uint8Array): void {
  const { coordinator, swarm, epoch } = membership
  const pass = openPass(coordinator, token)
  if (pass.peer !== peer || toHex(pass.swarm) !== swarm)
    throw new HiroError('refused', 'this pass is not for that peer')
  if (pass.role !== 'client' && pass.role !== 'worker') {
    throw new HiroError('refused', `a pass for the role ${pass.role} opens nothing here`)
  }
  if (pass.epoch < epoch)
    throw new HiroError('refused', `this pass is of epoch ${pass.epoch}, the swarm is in ${epoch}`)
  if (pass.expiresAtMs <= membership.coordinatorNowMs()) throw new HiroError('refused', 'this pass has expired')
}
