import assert from 'node:assert/strict'
import { ROOT_ID } from '../../shared/ids.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { assertRefused, damageSuite } from './damage-suite.ts'
import { openRecord, RECORD_OVERHEAD_BYTES, type RecordContext, sealRecord } from './records.ts'

const random = new SeededRandom('records')
const key = random.bytes(32)
const A = 'aa'.repeat(16)
const B = 'bb'.repeat(16)
const context: RecordContext = { label: 'extents', ids: [A], numbers: [3, 7] }
const plain = Buffer.from('a few bytes')

damageSuite('a record', () => {
  const sound = sealRecord(key, context, plain, random)
  return { sound, open: (damaged) => openRecord(key, context, damaged) }
})

describe('sealed records', () => {
  it('give back what was sealed, also nothing', () => {
    for (const length of [0, 1, 65_000]) {
      const record = random.bytes(length)
      const sealed = sealRecord(key, context, record, random)
      assert.equal(sealed.byteLength, length + RECORD_OVERHEAD_BYTES)
      assert.deepEqual(openRecord(key, context, sealed), record)
    }
  })

  it('the same record sealed twice has two salts and nothing in common', () => {
    const [first, second] = [sealRecord(key, context, plain, random), sealRecord(key, context, plain, random)]
    assert.notDeepEqual(first.subarray(2, 34), second.subarray(2, 34))
    assert.notDeepEqual(first.subarray(34, 34 + plain.length), second.subarray(34, 34 + plain.length))
  })

  it('another key is refused', () => {
    const sealed = sealRecord(key, context, plain, random)
    assertRefused(() => openRecord(random.bytes(32), context, sealed), 'wrong key', 'integrity')
  })

  it('any other place is refused, also one that holds the same bytes in other parts', () => {
    const contexts: RecordContext[] = [
      context,
      { ...context, label: 'head' },
      { ...context, label: 'name' },
      { ...context, ids: [B] },
      { ...context, ids: [ROOT_ID] },
      { ...context, ids: [A, A] },
      { ...context, ids: [A, B] },
      { ...context, ids: [B, A] },
      { ...context, ids: [], numbers: [3, 7] },
      { ...context, numbers: [7, 3] },
      { ...context, numbers: [3] },
      { ...context, numbers: [3, 7, 0] },
      { ...context, numbers: [0, 3, 7] },
      { ...context, numbers: [3, 8] },
      { ...context, numbers: [3, 7 + 2 ** 32] },
      { ...context, numbers: [] },
      // Were ids and numbers not counted, each pair would be the same bytes.
      { ...context, ids: ['00000000000000030000000000000007'], numbers: [] },
      { ...context, ids: ['00000000000000000300000000000007'], numbers: [] },
      { ...context, ids: [], numbers: [3, 0x700] },
    ]
    contexts.forEach((sealedFor, a) => {
      const sealed = sealRecord(key, sealedFor, plain, random)
      contexts.forEach((openedFor, b) => {
        if (a === b) assert.deepEqual(Buffer.from(openRecord(key, openedFor, sealed)), plain)
        else assertRefused(() => openRecord(key, openedFor, sealed), `${a} as ${b}`, 'integrity')
      })
    })
  })

  it('another version or suite is refused as unknown', () => {
    for (const at of [0, 1]) {
      const sealed = sealRecord(key, context, plain, random)
      sealed[at] = 2
      assertRefused(() => openRecord(key, context, sealed), `byte ${at}`, 'version-unknown')
    }
  })

  it('what is no id or number is a bug, never sealed', () => {
    for (const ids of [['aa'], [A.toUpperCase()], [''], [`${A}00`]]) {
      assert.throws(() => sealRecord(key, { ...context, ids }, plain, random), { name: 'AssertionError' })
    }
    for (const numbers of [[-1], [1.5], [2 ** 53], [Number.NaN]]) {
      assert.throws(() => sealRecord(key, { ...context, numbers }, plain, random), { name: 'AssertionError' })
    }
  })
})
