import assert from 'node:assert/strict'
import { SimulatedClock } from '../clock/simulated-clock.ts'
import { HiroError, hasCode } from '../errors.ts'
import { StrangerTurns } from './stranger-turns.ts'
import { STRANGER_TURN_MS } from './stream-limits.ts'

describe('StrangerTurns', () => {
  let clock: SimulatedClock
  let turns: StrangerTurns
  /** Whose work has begun, in order. */
  let begun: string[]
  let ends: (() => void)[]

  beforeEach(() => {
    clock = new SimulatedClock()
    turns = new StrangerTurns(clock)
    begun = []
    ends = []
  })

  const ask = async (host: string, name: string, signal?: AbortSignal): Promise<void> =>
    await turns.run(
      host,
      async () => {
        begun.push(name)
        const end = Promise.withResolvers<void>()
        ends.push(end.resolve)
        await end.promise
      },
      signal,
    )
  const askAll = (host: string, count: number): void => {
    for (let at = 0; at < count; at++) void ask(host, `${host}${at}`)
  }
  const endOne = async (): Promise<void> => {
    ends.shift()?.()
    await clock.advance(0)
  }

  it('one at a time, as fast as they go while no member is at work', async () => {
    askAll('a', 3)
    await clock.advance(0)
    assert.deepEqual(begun, ['a0'])
    await endOne()
    await endOne()
    assert.deepEqual(begun, ['a0', 'a2', 'a1'])
  })

  it('beside a member at work each is followed by a rest of a few times its length', async () => {
    askAll('a', 1_000)
    let busyMs = 0
    for (let ms = 1; ms <= 800; ms++) {
      turns.memberSeen()
      if (ends.length > 0 && ++busyMs % 5 === 0) ends.shift()?.()
      await clock.advance(1)
    }
    const busyShare = busyMs / 800
    assert.ok(busyShare > 0.15 && busyShare < 0.35, `strangers took ${busyShare}`)
  })

  it('one whose peer falls silent in the middle holds nobody up for longer than a turn', async () => {
    askAll('a', 2)
    await clock.advance(STRANGER_TURN_MS)
    await clock.advance(0)
    assert.deepEqual(begun, ['a0', 'a1'])
  })

  it('a thousand of one: another has every second turn, and the newest of the crowd goes first', async () => {
    askAll('crowd', 1_000)
    void ask('other', 'other')
    await clock.advance(0)
    for (let round = 0; round < 2; round++) await endOne()
    assert.deepEqual(begun, ['crowd0', 'crowd999', 'other'])
  })

  it('who gives up waits no more, and nobody waits for it', async () => {
    askAll('a', 1)
    const given = new AbortController()
    const waits = ask('b', 'b', given.signal)
    given.abort(new HiroError('unreachable', 'gone'))
    await assert.rejects(waits, (error) => hasCode(error, 'unreachable'))
    void ask('c', 'c')
    await endOne()
    assert.deepEqual(begun, ['a0', 'c'])
  })
})
