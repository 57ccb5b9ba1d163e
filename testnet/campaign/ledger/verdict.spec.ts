import assert from 'node:assert/strict'
import type { Operation, PathHistory } from './ledger.ts'
import type { Ending } from './operation.ts'
import { certain, judgePath } from './verdict.ts'

const [A, B, C] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)] as const
const sizes: Readonly<Record<string, number>> = { [A]: 100, [B]: 200 }

/** `from` and `to`: lines of the ledger; without `to` its client was killed. */
function operation(
  kind: Operation['kind'],
  sha256: string | undefined,
  [from, to]: readonly [number, number?],
  outcome: Ending['outcome'] = 'acknowledged',
): Operation {
  const name = `${kind}-${from}`
  const content = sha256 === undefined ? {} : { sha256, sizeBytes: sizes[sha256] ?? 50 }
  const ending = { operation: name, outcome, tookMs: 1, copies: 3, ...(kind === 'read' && content) }
  const meant = kind === 'read' ? {} : content
  return {
    operation: name,
    kind,
    path: '/x',
    ...meant,
    beganAt: from,
    ...(to !== undefined && { endedAt: to, ending }),
  }
}

function history(operations: readonly Operation[], before?: string): PathHistory {
  return { path: '/x', before, copiesBefore: 3, operations }
}

const seen = (sha256: string | undefined, sizeBytes = sizes[sha256 ?? ''] ?? 0) => ({ sha256, sizeBytes })

describe('the judge, of spoiled outcomes', () => {
  const added = history([operation('add', A, [0, 1])])
  const replaced = history([operation('replace', B, [0, 1])], A)

  const spoiled = {
    'an acknowledged file is gone': [added, seen(undefined), /^lost: \/x/],
    'an acknowledged file is half there': [added, seen(C, 60), /^half a file: \/x has 60 bytes/],
    'a byte of it is another': [added, seen(C, 100), /^wrong bytes: \/x/],
    'a removed file is back': [history([operation('remove', undefined, [0, 1])], A), seen(A), /^stale or resurrected/],
    'the old version is back after a replace': [replaced, seen(A), /^stale or resurrected/],
    'nothing is there after a replace': [replaced, seen(undefined), /^lost/],
    'a replace that failed has happened': [
      history([operation('replace', B, [0, 1], 'failed')], A),
      seen(B),
      /holds what replace-0: .* failed/,
    ],
    'an add that is unknown came half': [
      history([operation('add', A, [0, 1], 'unknown')]),
      seen(C, 60),
      /^half a file/,
    ],
    'a file that was settled is gone, though nobody touched it': [history([], A), seen(undefined), /^lost/],
    'two adds of one path were both acknowledged': [
      history([operation('add', A, [0, 3]), operation('add', B, [1, 2])]),
      seen(A),
      /cannot all be true/,
    ],
    'a read under load saw the old version after the new one was acknowledged': [
      history([operation('replace', B, [0, 1]), operation('read', A, [2, 3])], A),
      seen(B),
      /^stale or resurrected: .*; read by read-2/,
    ],
    'a read saw the new version and a later one the old, while the replace was under way': [
      history([operation('replace', B, [0, 9]), operation('read', B, [1, 2]), operation('read', A, [3, 4])], A),
      seen(B),
      /read by read-3/,
    ],
    'an unknown replace was seen, and is gone at the end': [
      history([operation('replace', B, [0]), operation('read', B, [1, 2])], A),
      seen(A),
      /^stale or resurrected/,
    ],
  } as const
  for (const [what, [of, now, named]] of Object.entries(spoiled)) {
    it(`${what}: named`, () => {
      const violations = judgePath(of, now)
      assert.equal(violations.length, 1, violations.join('\n'))
      assert.match(violations[0] ?? '', named)
    })
  }

  it('what an operation must never do is told, whatever came of it', () => {
    const add = operation('add', A, [0, 1])
    const ending = { operation: 'add-0', outcome: 'acknowledged', tookMs: 1, violation: 'it hung for 90 s' } as const
    assert.match(judgePath(history([{ ...add, ending }]), seen(A))[0] ?? '', /add-0 of \/x: it hung/)
  })
})

describe('the judge, of good outcomes', () => {
  const good = {
    'an add that is unknown: whole or absent': [history([operation('add', A, [0])]), [A, undefined]],
    'a replace that is unknown: old or new': [history([operation('replace', B, [0])], A), [A, B]],
    'a remove that is unknown: there or not': [history([operation('remove', undefined, [0])], A), [A, undefined]],
    'a replace that failed: old': [history([operation('replace', B, [0, 1], 'failed')], A), [A]],
    'two replaces at once: either': [
      history([operation('replace', A, [0, 3]), operation('replace', B, [1, 2])]),
      [A, B],
    ],
    'a replace and a remove at once: the new one or nothing': [
      history([operation('replace', B, [0, 3]), operation('remove', undefined, [1, 2])], A),
      [B, undefined],
    ],
    'an unknown replace may happen after one that was acknowledged later': [
      history([operation('replace', A, [0]), operation('replace', B, [1, 2])]),
      [A, B],
    ],
    'removed and added again: the second': [
      history([operation('remove', undefined, [0, 1]), operation('add', B, [2, 3])], A),
      [B],
    ],
  } as const
  for (const [what, [of, contents]] of Object.entries(good)) {
    it(what, () => {
      for (const content of contents) assert.deepEqual(judgePath(of, seen(content)), [])
    })
  }

  it('which content is certain, and on how many workers', () => {
    assert.deepEqual(certain(history([operation('replace', B, [0, 1])], A)), { sha256: B, copies: 3 })
    assert.deepEqual(certain(history([], A)), { sha256: A, copies: 3 })
    assert.equal(certain(history([operation('replace', B, [0])], A)), undefined)
    assert.equal(certain(history([operation('add', B, [0, 1], 'failed')])), undefined)
  })

  it('three hundred operations of several hands are judged in a moment', () => {
    const operations = Array.from({ length: 300 }, (_, at) =>
      operation('replace', at % 2 ? A : B, [2 * at, 2 * at + 3]),
    )
    assert.deepEqual(judgePath(history(operations), seen(A)), [])
  })
})
