import assert from 'node:assert/strict'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import type { Peer } from '../../shared/piece-map.ts'
import { KnownWorkers } from '../workers/known-workers.ts'
import { ReplicaChoice } from './choice-of-replica.ts'

const PIECE_BYTES = 4 * 1024 * 1024

describe('ReplicaChoice', () => {
  let clock: SimulatedClock
  let known: KnownWorkers
  let choice: ReplicaChoice
  const [a, b, c] = ['a', 'b', 'c'].map((id): Peer => ({ id, name: id, addresses: [], zone: '', alive: true }))
  assert(a && b && c)

  beforeEach(() => {
    clock = new SimulatedClock()
    known = new KnownWorkers(clock)
    choice = new ReplicaChoice(clock, known)
  })

  const order = (...peers: Peer[]): string =>
    choice
      .order(peers, PIECE_BYTES)
      .map(({ id }) => id)
      .join('')

  async function transfer(peer: Peer, firstByteMs: number, tookMs: number): Promise<void> {
    using measured = choice.begin(peer.id)
    await clock.advance(firstByteMs)
    measured.progress()
    await clock.advance(tookMs - firstByteMs)
    measured.done(PIECE_BYTES)
  }

  it('among workers never read from, the order is the coordinator’s', () => {
    assert.equal(order(b, a, c), 'bac')
    assert.equal(order(c, a, b), 'cab')
  })

  it('the faster one first, once both were measured; one never tried is tried soon', async () => {
    await transfer(a, 5, 40)
    await transfer(b, 300, 600)
    assert.equal(order(b, a), 'ab')
    assert.equal(order(b, a, c).at(0), 'c')
  })

  it('those under way count: pieces wanted at once spread over their holders', () => {
    const running = new Map<string, Disposable[]>()
    for (let at = 0; at < 9; at++) {
      const first = order(a, b, c).at(0) ?? ''
      running.set(first, [...(running.get(first) ?? []), choice.begin(first)])
    }
    assert.deepEqual(
      [...running.values()].map(({ length }) => length),
      [3, 3, 3],
    )
    for (const transfer of running.get('b') ?? []) transfer[Symbol.dispose]()
    assert.equal(order(a, b, c).at(0), 'b')
  })

  it('a dead one last, whatever was measured, and one that failed just now after those that did not; for a while', async () => {
    await transfer(b, 300, 600)
    known.failed(c.id)
    assert.equal(order({ ...a, alive: false }, c, b), 'bca')
    await clock.advance(60_000)
    assert.equal(order({ ...a, alive: false }, c, b), 'cba')
    known.failed(c.id)
    known.worked(c.id)
    assert.equal(order({ ...a, alive: false }, c, b), 'cba')
  })

  it('a rival is asked after a few times the usual silence, within bounds', async () => {
    assert.equal(choice.rivalDelayMs(a.id), 500)
    await transfer(a, 1, 2)
    assert.equal(choice.rivalDelayMs(a.id), 250)
    await transfer(b, 200, 220)
    assert.equal(choice.rivalDelayMs(b.id), 800)
    await transfer(c, 9_000, 9_000)
    assert.equal(choice.rivalDelayMs(c.id), 2_000)
  })

  it('one that was cut off was silent until then', async () => {
    {
      using _ = choice.begin(a.id)
      await clock.advance(400)
    }
    await transfer(b, 10, 50)
    assert.equal(order(a, b), 'ba')
  })
})
