import assert from 'node:assert/strict'
import { SimulatedClock } from '../clock/simulated-clock.ts'
import { HiroError, hasCode } from '../errors.ts'
import { FairTurns } from './fair-turns.ts'

describe('FairTurns', () => {
  let clock: SimulatedClock
  let turns: FairTurns
  /** Whose work has begun, in order. */
  let begun: string[]
  let ends: (() => void)[]

  beforeEach(() => {
    clock = new SimulatedClock()
    turns = new FairTurns({ clock, aloneMax: 4, sharedMax: 4 })
    begun = []
    ends = []
  })

  const ask = (peer: string, signal?: AbortSignal): Promise<void> =>
    turns.run(
      peer,
      async () => {
        begun.push(peer)
        const end = Promise.withResolvers<void>()
        ends.push(end.resolve)
        await end.promise
      },
      signal,
    )
  const askAll = (peer: string, count: number): void => {
    for (let at = 0; at < count; at++) void ask(peer)
  }
  /** The oldest work ends, and who follows has begun. */
  const endOne = async (): Promise<void> => {
    ends.shift()?.()
    await clock.advance(0)
  }

  it('a peer alone has all places, and its own order', async () => {
    askAll('a', 6)
    assert.equal(begun.length, 4)
    await endOne()
    assert.equal(begun.length, 5)
  })

  it('a thousand requests of one peer: another one is let in at once, and from then on has every second turn', async () => {
    askAll('flood', 1_000)
    askAll('honest', 3)
    await clock.advance(0)
    assert.equal(begun.filter((peer) => peer === 'honest').length, 1)
    begun = []
    for (let round = 0; round < 4; round++) await endOne()
    assert.ok(begun.filter((peer) => peer === 'honest').length >= 1, begun.join(' '))
    assert.ok(begun.filter((peer) => peer === 'flood').length <= 2, begun.join(' '))
  })

  it('one that asks one thing after the other finds a place each time', async () => {
    askAll('flood', 1_000)
    for (let round = 0; round < 20; round++) {
      void ask('honest')
      await clock.advance(0)
      assert.equal(begun.at(-1), 'honest', `round ${round}`)
      ends.pop()?.()
      await clock.advance(0)
      await endOne()
    }
  })

  it('work that waits for something else gives its turn away', async () => {
    askAll('a', 5)
    assert.equal(begun.length, 4)
    await clock.advance(60)
    assert.equal(begun.length, 5)
    for (const end of ends) end()
    await clock.advance(0)
    askAll('a', 9)
    assert.equal(begun.length, 9)
  })

  it('work that never waits comes in rounds, between which whatever else there is has its way', async () => {
    void ask('honest')
    let done = 0
    for (let at = 0; at < 100; at++) void turns.run('flood', async () => void done++)
    for (let tick = 0; tick < 1_000; tick++) await Promise.resolve()
    assert.equal(done, 2)
    await clock.advance(1_000)
    assert.equal(done, 100)
  })

  it('a peer that is gone no longer counts', async () => {
    askAll('gone', 1)
    await endOne()
    await clock.advance(2_000)
    askAll('a', 4)
    assert.deepEqual(begun, ['gone', 'a', 'a', 'a', 'a'])
  })

  it('whoever gives up while it waits leaves the queue', async () => {
    askAll('a', 4)
    const controller = new AbortController()
    const waiting = ask('a', controller.signal).catch((error: unknown) => error)
    controller.abort(new HiroError('unreachable', 'the peer is gone'))
    assert.ok(hasCode(await waiting, 'unreachable'))
    await endOne()
    assert.equal(begun.length, 4)
  })
})
