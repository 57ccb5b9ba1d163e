import assert from 'node:assert/strict'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import { HiroError } from '../../shared/errors.ts'
import { fromHex } from '../../shared/ids.ts'
import { silentLog } from '../../shared/log.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import { abortable } from '../../shared/work/signal.ts'
import type { Coordinator } from '../control/coordinator.ts'
import { ChangeFeed, type ChangeListener } from './change-feed.ts'
import { OwnCalls } from './own-calls.ts'

const ID = 'a'.repeat(32)
const NOTHING = new Uint8Array()

const line = (revision: number): wire.Change => ({
  change: 'publish',
  id: fromHex(ID),
  parent: fromHex(ID),
  sealedName: new Uint8Array([1]),
  fromParent: NOTHING,
  fromSealedName: NOTHING,
  folder: false,
  fresh: false,
  version: 1,
  revision,
  atMs: 0,
})

describe('the feed of changes', () => {
  let clock: SimulatedClock
  let feed: ChangeFeed
  let own: OwnCalls
  /** What was asked, and is not answered yet. */
  let asked: {
    readonly after: number
    answer(page: Partial<wire.ChangesResponse>): void
    fail(error: HiroError): void
  }[]
  let moves: PromiseWithResolvers<wire.MoveResponse>[]
  let heard: string[]

  beforeEach(() => {
    clock = new SimulatedClock()
    asked = []
    moves = []
    heard = []
    const call = async (name: string, body: object, { signal }: { signal?: AbortSignal } = {}): Promise<unknown> => {
      if (name === 'move') {
        const move = Promise.withResolvers<wire.MoveResponse>()
        moves.push(move)
        return await move.promise
      }
      const { promise, resolve, reject } = Promise.withResolvers<wire.ChangesResponse>()
      const answer = (page: Partial<wire.ChangesResponse>): void =>
        resolve({ changes: [], revision: 10, more: false, lost: false, ...page })
      asked.push({ after: (body as wire.ChangesRequest).after, answer, fail: reject })
      return await abortable(promise, signal)
    }
    own = new OwnCalls({ call } as unknown as Coordinator, clock)
    feed = new ChangeFeed({ coordinator: own, namespace: { forgetFolders: () => {} }, clock, log: silentLog })
  })

  const listener = (name = 'one'): ChangeListener => ({
    told: (changes) => {
      for (const { revision, own } of changes) heard.push(`${name} ${revision}${own ? ' own' : ''}`)
    },
    lost: () => void heard.push(`${name} lost`),
    down: () => void heard.push(`${name} down`),
    failed: ({ code }) => void heard.push(`${name} ${code}`),
  })
  async function next(): Promise<(typeof asked)[number]> {
    await clock.advance(1_000)
    return asked.shift() ?? assert.fail('nothing was asked')
  }
  const move = async (revision: number): Promise<void> => {
    const moving = own.call('move', {} as wire.MoveRequest)
    moves.shift()?.resolve({ revision })
    await moving
  }

  it('asks once for all who listen, from where it was, and not at all when nobody does', async () => {
    using one = feed.listen(listener('one'))
    const other = feed.listen(listener('other'))
    const first = await next()
    assert.deepEqual([first.after, feed.alive, asked.length], [0, false, 0])
    first.answer({})
    await Promise.all([one.ready, other.ready])
    assert.equal(feed.alive, true)
    const second = await next()
    assert.equal(second.after, 10)
    second.answer({ changes: [line(11)], revision: 12 })
    assert.equal((await next()).after, 12)
    assert.deepEqual(heard, ['one 11', 'other 11'])
    other[Symbol.dispose]()
    one[Symbol.dispose]()
    await clock.advance(60_000)
    assert.deepEqual([asked.length, feed.alive], [0, false])
  })

  it('knows its own changes from those of others, also told of one before the call is answered', async () => {
    using _ = feed.listen(listener())
    ;(await next()).answer({})
    await move(11)
    const moving = own.call('move', {} as wire.MoveRequest)
    ;(await next()).answer({ changes: [line(11), line(12), line(13)], revision: 13 })
    await clock.advance(100)
    assert.deepEqual(heard, [])
    moves.shift()?.resolve({ revision: 12 })
    await moving
    await next()
    assert.deepEqual(heard, ['one 11 own', 'one 12 own', 'one 13'])
  })

  it('does not wait for a call that takes long', async () => {
    using _ = feed.listen(listener())
    ;(await next()).answer({})
    void own.call('move', {} as wire.MoveRequest)
    ;(await next()).answer({ changes: [line(11)], revision: 11 })
    await next()
    assert.deepEqual(heard, ['one 11'])
  })

  it('says that it is down, once, asks again, and goes on where it was', async () => {
    using _ = feed.listen(listener())
    ;(await next()).answer({ revision: 10 })
    for (const code of ['timeout', 'unreachable', 'busy'] as const) (await next()).fail(new HiroError(code, 'away'))
    await clock.advance(0)
    assert.equal(feed.alive, false)
    const again = await next()
    assert.equal(again.after, 10)
    again.answer({ changes: [line(11)], revision: 11 })
    await next()
    assert.deepEqual([heard, feed.alive], [['one down', 'one 11'], true])
  })

  it('says what cannot be told, as after a restore, and goes on from there', async () => {
    using _ = feed.listen(listener())
    ;(await next()).answer({ revision: 10 })
    ;(await next()).answer({ lost: true, revision: 2 ** 41 })
    assert.equal((await next()).after, 2 ** 41)
    assert.deepEqual(heard, ['one lost'])
  })

  it('ends with what does not pass, as of a coordinator that does not know the call', async () => {
    const listening = feed.listen(listener())
    ;(await next()).fail(new HiroError('bad-frame', 'no such call'))
    await assert.rejects(listening.ready, { code: 'bad-frame' })
    await clock.advance(60_000)
    assert.deepEqual([heard, asked.length], [['one bad-frame'], 0])
  })

  it('tells when it has told all up to a revision', async () => {
    const listening = feed.listen(listener())
    ;(await next()).answer({ revision: 10 })
    await feed.reached(10)
    let reached = 0
    for (const revision of [11, 12]) void feed.reached(revision).then(() => void reached++)
    ;(await next()).answer({ changes: [line(11)], revision: 11 })
    await next()
    assert.equal(reached, 1)
    listening[Symbol.dispose]()
    await clock.advance(0)
    assert.equal(reached, 2)
  })
})
