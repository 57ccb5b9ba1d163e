import assert from 'node:assert/strict'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { chooseWorkers } from './choose-workers.ts'

const worker = (peer: string, zone: string, freeBytes = 1000) => ({ peer, zone, freeBytes })

describe('choosing workers for a piece', () => {
  const random = new SeededRandom('placement')

  it('never gives a worker two copies, and never more than were asked for', () => {
    const candidates = ['a', 'b', 'c', 'd'].map((peer) => worker(peer, 'home'))
    for (let round = 0; round < 200; round++) {
      const chosen = chooseWorkers(candidates, { copies: 3, pieceBytes: 10 }, random)
      assert.equal(new Set(chosen.map(({ peer }) => peer)).size, 3)
    }
  })

  it('spreads over zones before it fills one', () => {
    const candidates = [worker('a', 'home'), worker('b', 'home'), worker('c', 'home'), worker('d', 'friend', 20)]
    for (let round = 0; round < 200; round++) {
      const chosen = chooseWorkers(candidates, { copies: 2, pieceBytes: 10 }, random)
      assert.deepEqual(new Set(chosen.map(({ zone }) => zone)), new Set(['home', 'friend']))
    }
  })

  it('leaves out whoever has no room for the piece, and so may give fewer', () => {
    const candidates = [worker('a', 'home', 9), worker('b', 'home', 10), worker('c', 'home', 0)]
    assert.deepEqual(
      chooseWorkers(candidates, { copies: 3, pieceBytes: 10 }, random).map(({ peer }) => peer),
      ['b'],
    )
  })

  it('gives an emptier worker more, and a fuller one still something', () => {
    const candidates = [worker('empty', 'home', 900), worker('full', 'home', 100)]
    const first = Array.from(
      { length: 2000 },
      () => chooseWorkers(candidates, { copies: 1, pieceBytes: 10 }, random)[0],
    )
    const share = first.filter((chosen) => chosen?.peer === 'empty').length / first.length
    assert(share > 0.85 && share < 0.95, `share ${share}`)
  })
})
