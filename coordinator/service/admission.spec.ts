import assert from 'node:assert/strict'
import { newIdentity } from '../../shared/identity.ts'
import { fromHex, newId } from '../../shared/ids.ts'
import { PASS_TTL_MS } from '../../shared/limits.ts'
import { signPass } from '../../shared/protocol/token/tokens.ts'
import { TestSwarm } from '../operations/test-swarm.ts'
import { newPass, requirePass, requireSecret } from './admission.ts'

const refused = { code: 'refused' }

describe('admission to a swarm', () => {
  const { context, clock, random } = new TestSwarm()
  const pass = {
    swarm: fromHex(context.swarm.id),
    epoch: context.swarm.epoch,
    peer: 'peer',
    role: 'client',
    expiresAtMs: clock.now() + 1_000,
  }

  it('the secret of the swarm opens it; another, a part of it, a longer one and none do not', () => {
    const { secret } = context.swarm
    requireSecret(context, secret)
    for (const other of [
      random.bytes(secret.byteLength),
      secret.subarray(1),
      Buffer.concat([secret, secret]),
      new Uint8Array(),
    ])
      assert.throws(() => requireSecret(context, other), refused)
  })

  it('a pass is for one peer in one role of one swarm, signed by its coordinator', () => {
    assert.equal(requirePass(context, 'peer', 'client', signPass(context.identity, pass)), pass.expiresAtMs)
    for (const [what, signer, changes] of [
      ['of a worker', context.identity, { role: 'worker' }],
      ['of another peer', context.identity, { peer: 'another' }],
      ['of another swarm', context.identity, { swarm: fromHex(newId(random)) }],
      ["of a coordinator's name, by a stranger", newIdentity(random), {}],
    ] as const)
      assert.throws(
        () => requirePass(context, 'peer', 'client', signPass(signer, { ...pass, ...changes })),
        refused,
        what,
      )
    assert.throws(() => requirePass(context, 'peer', 'client', new Uint8Array()), refused)
  })

  it('a pass that is given out opens until it expires, and not a moment longer', async () => {
    const given = newPass(context, 'peer', 'client')
    const expiresAtMs = requirePass(context, 'peer', 'client', given)
    assert.equal(expiresAtMs, clock.now() + PASS_TTL_MS)
    await clock.advance(PASS_TTL_MS - 1)
    requirePass(context, 'peer', 'client', given)
    await clock.advance(1)
    assert.throws(() => requirePass(context, 'peer', 'client', given), refused)
  })
})
