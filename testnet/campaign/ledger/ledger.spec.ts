import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readLedger, write } from './ledger.ts'

describe('the ledger', () => {
  let ledger = ''
  beforeEach(() => {
    ledger = join(mkdtempSync(join(tmpdir(), 'hiro-ledger-')), 'ledger.jsonl')
  })
  afterEach(() => rmSync(join(ledger, '..'), { recursive: true }))

  it('an operation whose client was killed has begun and never ended', () => {
    write(ledger, { begin: { operation: '1', kind: 'add', path: '/x', sha256: 'a', sizeBytes: 3 } })
    const [operation] = readLedger(ledger).get('/x')?.operations ?? []
    assert.deepEqual([operation?.sha256, operation?.beganAt, operation?.ending], ['a', 0, undefined])
  })

  it('a last line that is not whole was never written', () => {
    write(ledger, { begin: { operation: '1', kind: 'remove', path: '/x' } })
    appendFileSync(ledger, '{"end":{"operation":"1","outc')
    assert.equal(readLedger(ledger).get('/x')?.operations[0]?.ending, undefined)
  })

  it('who began before another ended overlaps with it', () => {
    write(ledger, { begin: { operation: '1', kind: 'remove', path: '/x' } })
    write(ledger, { begin: { operation: '2', kind: 'remove', path: '/x' } })
    write(ledger, { end: { operation: '1', outcome: 'acknowledged', tookMs: 1 } })
    const [one, two] = readLedger(ledger).get('/x')?.operations ?? []
    assert.deepEqual([one?.beganAt, one?.endedAt, two?.beganAt, two?.endedAt], [0, 2, 1, undefined])
  })

  it('when it is settled, what was before counts no more, and an end that comes later neither', () => {
    write(ledger, { begin: { operation: '1', kind: 'add', path: '/x', sha256: 'a', sizeBytes: 3 } })
    write(ledger, { settled: '/x', sha256: 'a', copies: 2 })
    write(ledger, { end: { operation: '1', outcome: 'failed', tookMs: 1 } })
    write(ledger, { begin: { operation: '2', kind: 'remove', path: '/x' } })
    const { before, copiesBefore, operations } = readLedger(ledger).get('/x') ?? {}
    assert.deepEqual([before, copiesBefore, operations?.map(({ operation }) => operation)], ['a', 2, ['2']])
  })
})
