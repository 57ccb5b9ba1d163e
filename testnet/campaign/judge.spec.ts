import assert from 'node:assert/strict'
import { compare, type View } from './judge.ts'
import type { Operation, PathHistory } from './ledger/ledger.ts'
import type { Found } from './program/job.ts'

const CONTENT = 'a'.repeat(64)

function added(path: string, copies = 3): PathHistory {
  const ending = { operation: '1', outcome: 'acknowledged', tookMs: 1, copies } as const
  const add: Operation = {
    operation: '1',
    kind: 'add',
    path,
    sha256: CONTENT,
    sizeBytes: 9,
    beganAt: 0,
    endedAt: 1,
    ending,
  }
  return { path, before: undefined, copiesBefore: undefined, operations: [add] }
}

const view = (found: readonly Found[], listed: readonly string[]): View => ({
  found: new Map(found.map((one) => [one.path, one])),
  listed,
})
const whole = { path: '/x', sha256: CONTENT, sizeBytes: 9 }
const unreadable = { path: '/x', failure: { code: 'unreachable', message: 'nobody answers' } }

describe('what a swarm shows, beside its ledger', () => {
  const ledger = new Map([['/x', added('/x')]])

  it('all is there and listed: nothing to say', () => {
    assert.deepEqual(compare(ledger, view([whole], ['/x', '/probe-add']), { copiesMin: 2 }), [])
  })

  const spoiled = {
    'listed, and nobody added it': [view([whole], ['/x', '/y']), {}, /^\/y is listed, and nobody added it/],
    'there, and not listed': [view([whole], []), {}, /^\/x is not listed/],
    'unreadable with everyone alive': [view([unreadable], ['/x']), {}, /^unreadable: \/x: unreachable/],
    'unreadable with fewer dead than it has copies': [view([unreadable], ['/x']), { dead: 2 }, /^unreadable/],
    'damaged, however many are dead': [
      view([{ ...unreadable, failure: { code: 'integrity', message: 'bad' } }], ['/x']),
      { dead: 3 },
      /^unreadable: \/x: integrity/,
    ],
    'not looked for': [view([], ['/x']), {}, /not looked for/],
    'acknowledged below the least number of copies': [view([whole], ['/x']), { copiesMin: 4 }, /with 3 copies, 4 are/],
  } as const
  for (const [what, [shown, judged, named]] of Object.entries(spoiled)) {
    it(`${what}: named`, () => {
      const violations = compare(ledger, shown, { copiesMin: 2, ...judged })
      assert.equal(violations.length, 1, violations.join('\n'))
      assert.match(violations[0] ?? '', named)
    })
  }

  it('as many dead as it has copies: it may be unreadable', () => {
    assert.deepEqual(compare(ledger, view([unreadable], ['/x']), { copiesMin: 2, dead: 3 }), [])
  })
})
