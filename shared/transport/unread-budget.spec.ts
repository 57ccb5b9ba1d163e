import assert from 'node:assert/strict'
import {
  BUDGET_CHECK_BYTES,
  MEMBER_UNREAD_BYTES_MAX,
  STRANGER_UNREAD_BYTES_MAX,
  UNREAD_BYTES_MAX,
} from './stream-limits.ts'
import { UnreadBudget } from './unread-budget.ts'

describe('the budget of what waits unread', () => {
  const expelledOf = (streams: readonly [peer: string, unreadBytes: number][]): string[] => {
    const expelled: string[] = []
    const budget = new UnreadBudget({
      holders: () => streams.map(([remotePeer, unreadBytes]) => ({ remotePeer, unreadBytes })),
      isMember: (peer) => peer.startsWith('member'),
      expel: (peer) => void expelled.push(peer),
    })
    budget.received(BUDGET_CHECK_BYTES - 1)
    assert.deepEqual(expelled, [])
    budget.received(1)
    return expelled
  }
  const many = (peer: string, count: number, bytes: number): [string, number][] =>
    Array.from({ length: count }, () => [peer, bytes])

  it('many streams of one stranger that each hold little are together too much', () => {
    const small = STRANGER_UNREAD_BYTES_MAX / 16
    assert.deepEqual(expelledOf([...many('stranger', 17, small), ...many('member', 17, small)]), ['stranger'])
    assert.deepEqual(expelledOf(many('stranger', 16, small)), [])
  })

  it('a member may hold much, and not without limit', () => {
    assert.deepEqual(
      expelledOf([
        ['member a', MEMBER_UNREAD_BYTES_MAX],
        ['member b', 5],
      ]),
      [],
    )
    assert.deepEqual(
      expelledOf([
        ['member a', MEMBER_UNREAD_BYTES_MAX + 1],
        ['member b', 5],
      ]),
      ['member a'],
    )
  })

  it('all together: strangers go first, then who holds the most, until the rest has room', () => {
    const third = UNREAD_BYTES_MAX / 3
    const strangers = Array.from({ length: 3 }, (_, at): [string, number] => [`stranger ${at}`, 1])
    const holders: [string, number][] = [
      ['member a', third],
      ['member b', third + 9],
      ['member c', third],
      ...strangers,
    ]
    assert.deepEqual(expelledOf(holders), ['stranger 0', 'stranger 1', 'stranger 2', 'member b'])
  })
})
