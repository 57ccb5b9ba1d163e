import assert from 'node:assert/strict'
import { MemoryEngine } from './memory-engine.ts'
import { bytes, text } from './metadata-suite-tools.ts'
import { OptimisticTransaction } from './optimistic-transaction.ts'

describe('OptimisticTransaction', () => {
  /** Keys that were looked up below. */
  let asked: string[]
  let tx: OptimisticTransaction

  beforeEach(async () => {
    const engine = new MemoryEngine(async () => {})
    await engine.commit(1, new Map([['a', bytes('A')]]))
    const get = engine.get.bind(engine)
    asked = []
    engine.get = (key) => {
      asked.push(key)
      return get(key)
    }
    tx = new OptimisticTransaction(engine)
  })

  it('a row that many steps of a body ask for is looked up once, also one that is not there, and counts as read', async () => {
    for (let again = 0; again < 3; again++) {
      assert.deepEqual([text(await tx.get('a')), await tx.get('b')], ['A', undefined])
    }
    assert.deepEqual(asked, ['a', 'b'])
    assert(tx.reads.holds('a') && tx.reads.holds('b'))
  })

  it('what it wrote itself since is what it reads', async () => {
    assert.equal(text(await tx.get('a')), 'A')
    tx.put('a', bytes('B'))
    assert.equal(text(await tx.get('a')), 'B')
    tx.delete('a')
    assert.equal(await tx.get('a'), undefined)
  })
})
