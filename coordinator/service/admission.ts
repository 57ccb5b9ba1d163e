import { createHash, timingSafeEqual } from 'node:crypto'
import { HiroError } from '../../shared/errors.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import { PASS_TTL_MS } from '../../shared/limits.ts'
import { openPass, signPass } from '../../shared/protocol/token/tokens.ts'
import type { Context } from '../context.ts'

export type Role = 'client' | 'worker'

/** Throws `refused` unless `secret` is the swarm's. */
export function requireSecret(context: Context, secret: Uint8Array): void {
  // Compared as digests, so that neither length nor content shows in the time it takes.
  if (!timingSafeEqual(digest(secret), digest(context.swarm.secret))) {
    throw new HiroError('refused', 'that is not the secret of this swarm')
  }
}

/** Throws `refused` unless the coordinator itself gave this pass to this peer, for this role, and it has not expired. The result says when it does, and 0 where a fresh one is needed now. */
export function requirePass(context: Context, peer: string, role: Role, token: Uint8Array): number {
  const pass = openPass(context.identity.peerId, token)
  const { swarm, clock } = context
  if (toHex(pass.swarm) !== swarm.id || pass.peer !== peer || pass.role !== role) {
    throw new HiroError('refused', `this pass is not for a ${role} of this swarm with the peer id ${peer}`)
  }
  if (pass.expiresAtMs <= clock.now()) throw new HiroError('refused', 'this pass has expired')
  // Workers take none of an older life.
  return pass.epoch < swarm.epoch ? 0 : pass.expiresAtMs
}

export function newPass(context: Context, peer: string, role: Role): Uint8Array {
  const { swarm, clock, identity } = context
  const expiresAtMs = clock.now() + PASS_TTL_MS
  return signPass(identity, { swarm: fromHex(swarm.id), epoch: swarm.epoch, peer, role, expiresAtMs })
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
