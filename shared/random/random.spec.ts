import assert from 'node:assert/strict'
import { toHex } from '../ids.ts'
import { pick, shuffle } from './choose.ts'
import { randomSuite } from './random-suite.ts'
import { SeededRandom } from './seeded-random.ts'
import { systemRandom } from './system-random.ts'

randomSuite('system', () => systemRandom)
randomSuite('seeded', () => new SeededRandom('suite'))
randomSuite('seeded, forked', () => new SeededRandom('suite').fork('a part'))

describe('SeededRandom', () => {
  it('replays from its seed, number or text, in this and every later release', () => {
    const drawn = toHex(new SeededRandom(7).bytes(16))
    assert.equal(drawn, '5ea158416ab1ce1964aa33860b9e5af4')
    assert.equal(toHex(new SeededRandom('7').bytes(16)), drawn)
    assert.notEqual(toHex(new SeededRandom(8).bytes(16)), drawn)
  })

  it('a fork does not depend on what was drawn before, nor on other forks', () => {
    const fresh = new SeededRandom(1)
    const used = new SeededRandom(1)
    used.bytes(100)
    used.fork('network').bytes(100)
    assert.deepEqual(used.fork('disk').bytes(32), fresh.fork('disk').bytes(32))
  })

  it('forks with different labels, and forks of forks, differ', () => {
    const root = new SeededRandom(1)
    const streams = [
      root,
      root.fork('a'),
      root.fork('b'),
      root.fork('a').fork('b'),
      root.fork('ab'),
      root.fork('b').fork('a'),
      root.fork('["1","a"]'),
    ]
    assert.equal(new Set(streams.map((random) => toHex(random.bytes(16)))).size, streams.length)
  })
})

describe('choosing at random', () => {
  it('picks every item, and refuses to pick from none', () => {
    const random = new SeededRandom('pick')
    const seen = new Set<string>()
    for (let i = 0; i < 100; i++) seen.add(pick(random, ['a', 'b', 'c']))
    assert.deepEqual([...seen].toSorted(), ['a', 'b', 'c'])
    assert.throws(() => pick(random, []))
  })

  it('shuffles into every order equally often and leaves the given array alone', () => {
    const random = new SeededRandom('shuffle')
    const items = Object.freeze(['a', 'b', 'c'])
    const counts = new Map<string, number>()
    for (let i = 0; i < 6000; i++) {
      const order = shuffle(random, items).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    assert.equal(counts.size, 6)
    for (const count of counts.values()) assert(count > 800 && count < 1200, `${[...counts]}`)
  })
})
