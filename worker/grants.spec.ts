import assert from 'node:assert/strict'
import { SimulatedClock } from '../shared/clock/simulated-clock.ts'
import { newIdentity } from '../shared/identity.ts'
import type { Grant } from '../shared/protocol/token/token.js'
import { SeededRandom } from '../shared/random/seeded-random.ts'
import { FakeCoordinator, VOUCHER_KEY } from './coordinator-fixture.ts'
import { Grants, type PutClaim } from './grants.ts'
import type { Membership } from './membership.ts'

const [CLIENT, SELF, OTHER, THIRD] = ['client', 'self', 'other', 'third']
const WORKERS = [SELF, OTHER, THIRD].map((id) => ({ id, addresses: [`/memory/${id}`] }))

describe('grants', () => {
  const clock = new SimulatedClock()
  const random = new SeededRandom('grants')
  const coordinator = new FakeCoordinator({ clock, random, identity: newIdentity(random) })
  const membership: Membership = {
    coordinator: coordinator.identity.peerId,
    swarm: coordinator.swarm,
    epoch: 3,
    voucherKey: VOUCHER_KEY,
    coordinatorNowMs: 0,
  }
  const usual = { epoch: 3, pieceBytesMax: 1000, bytesMax: 2500, ttlMs: 60_000, id: random.bytes(16) }
  let grants: Grants

  beforeEach(() => {
    grants = new Grants(SELF, clock, 100)
  })

  function claim(grant: Partial<Grant> = {}, changes: Partial<PutClaim> = {}): PutClaim {
    const token = coordinator.grant(CLIENT, WORKERS, { ...usual, ...grant })
    return { from: CLIENT, role: 'client', grant: token, sizeBytes: 1000, forward: [OTHER, THIRD], ...changes }
  }

  const refuses = (why: RegExp, grant: Partial<Grant> = {}, changes: Partial<PutClaim> = {}): void => {
    assert.throws(() => grants.check(membership, claim(grant, changes)), { code: 'refused', message: why })
  }

  it('allow what they name, and tell revision and addresses', () => {
    const { revision, forward } = grants.check(membership, claim())
    assert.equal(revision, 7)
    assert.deepEqual(forward, WORKERS.slice(1))
    assert.deepEqual(grants.check(membership, claim({ epoch: 4 }, { forward: [] })).forward, [])
  })

  it('let a worker that they name pass a piece on, but nobody who only says so', () => {
    grants.check(membership, claim({}, { from: OTHER, role: 'worker', forward: [THIRD] }))
    refuses(/for another peer/, {}, { from: OTHER, role: 'client', forward: [THIRD] })
    refuses(/for another peer/, {}, { from: 'stranger', role: 'worker' })
    refuses(/for another peer/, {}, { from: 'stranger' })
  })

  it('of another swarm, an older epoch, another signer, or for other workers are refused', () => {
    refuses(/another swarm/, { swarm: random.bytes(16) })
    refuses(/epoch 2/, { epoch: 2 })
    refuses(/does not name this worker/, { workers: [{ peer: OTHER, addresses: [] }] })
    const other = new FakeCoordinator({ clock, random, identity: newIdentity(random) })
    refuses(/not signed by the coordinator/, {}, { grant: other.grant(CLIENT, WORKERS) })
    refuses(/not signed by the coordinator/, {}, { grant: coordinator.pass(CLIENT, 'client') })
    refuses(/not signed by the coordinator/, {}, { grant: new Uint8Array([1, 2, 3]) })
  })

  it('are refused with a forwarding list that leads elsewhere or in circles', () => {
    refuses(/does not name stranger/, {}, { forward: [OTHER, 'stranger'] })
    refuses(/twice/, {}, { forward: [OTHER, OTHER] })
    refuses(/twice/, {}, { forward: [SELF] })
    refuses(/twice/, {}, { from: OTHER, role: 'worker', forward: [OTHER] })
  })

  it('allow so many bytes, each piece and all together, and take none for what is refused or given back', () => {
    refuses(/1000 bytes for a piece/, {}, { sizeBytes: 1001 })
    grants.check(membership, claim())
    grants.check(membership, claim()).giveBack()
    refuses(/does not name/, {}, { forward: ['stranger'] })
    grants.check(membership, claim())
    refuses(/2500 bytes are used up/)
    grants.check(membership, claim({}, { sizeBytes: 500 }))
    grants.check(membership, claim({ id: random.bytes(16) }))
  })

  it('expire by the clock of this worker, counted from when each was first seen', async () => {
    await clock.advance(1_000_000)
    const early = claim({ bytesMax: 1e9 })
    grants.check(membership, early)
    await clock.advance(59_999)
    grants.check(membership, early)
    await clock.advance(1)
    assert.throws(() => grants.check(membership, early), { code: 'refused', message: /expired/ })
    grants.check(membership, claim({ id: random.bytes(16) }))
    await clock.advance(1_000_000)
    assert.throws(() => grants.check(membership, early), /expired/, 'what has expired is not forgotten')
  })

  it('are forgotten a day after they expired, in the order in which they were first seen', async () => {
    for (let i = 0; i < 20; i++) {
      grants.check(membership, claim({ id: random.bytes(16) }))
      await clock.advance(60 * 60_000)
    }
    assert.equal(grants.size, 20)
    await clock.advance(14 * 60 * 60_000 + 30 * 60_000)
    grants.check(membership, claim({ id: random.bytes(16) }))
    assert.equal(grants.size, 10)
  })

  it('are remembered up to a limit, the newest ones', async () => {
    const old = claim({ bytesMax: 1000 })
    grants.check(membership, old)
    for (let i = 0; i < 99; i++) grants.check(membership, claim({ id: random.bytes(16) }))
    assert.throws(() => grants.check(membership, old), /used up/)
    grants.check(membership, claim({ id: random.bytes(16) }))
    grants.check(membership, old)
  })
})
