import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { newId } from '../../shared/ids.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { type Attributes, openAttributes, sealAttributes } from './attributes.ts'
import { assertRefused, damageSuite } from './damage-suite.ts'
import { openRecord, sealRecord } from './records.ts'
import { createVault, openVault } from './vault.ts'

const random = new SeededRandom('attributes')
const keys = openVault(createVault(random))
const inode = newId(random)
const context = { label: 'attributes', ids: [inode], numbers: [] } as const
const plain: Attributes = { mode: 0o644, mtimeMs: 1_700_000_000_000 }

/** Version 1, mode, time, then whatever a newer Hiro may write. */
function sealRaw(...more: number[]): Uint8Array {
  const mode = [1, 0, 4, 0, 0, 1, 0o244]
  const time = [2, 0, 8, 0, 0, 0, 0, 0, 0, 0, 9]
  return sealRecord(keys.records, context, Uint8Array.from([1, ...mode, ...time, ...more]), random)
}

damageSuite('attributes', () => {
  const sound = sealAttributes(keys, inode, plain, random)
  return { sound, open: (damaged) => openAttributes(keys, inode, damaged) }
})

describe('attributes', () => {
  it('any mode and time come back, also from before 1970', () => {
    const arbitrary = fc.record({ mode: fc.nat(0o7777), mtimeMs: fc.maxSafeInteger() }, { noNullPrototype: true })
    fc.assert(
      fc.property(arbitrary, (attributes) => {
        assert.deepEqual(openAttributes(keys, inode, sealAttributes(keys, inode, attributes, random)), attributes)
      }),
      { numRuns: 200 },
    )
  })

  it('keep whole milliseconds', () => {
    for (const [given, kept] of [
      [1.9, 1],
      [-1.5, -2],
      [5, 5],
    ] as const) {
      const sealed = sealAttributes(keys, inode, { mode: 0, mtimeMs: given }, random)
      assert.equal(openAttributes(keys, inode, sealed).mtimeMs, kept)
    }
  })

  it('do not open for another file', () => {
    const sealed = sealAttributes(keys, inode, plain, random)
    assertRefused(() => openAttributes(keys, newId(random), sealed), 'another', 'integrity')
  })

  it('are all of one length', () => {
    const lengths = [plain, { mode: 0, mtimeMs: 0 }, { mode: 0o7777, mtimeMs: -1 }].map(
      (attributes) => sealAttributes(keys, inode, attributes, random).byteLength,
    )
    assert.equal(new Set(lengths).size, 1)
  })

  it('that a newer Hiro wrote and this one may ignore are ignored, and kept by who writes anew', () => {
    const opened = openAttributes(keys, inode, sealRaw(3, 0, 2, 7, 7, 127, 0, 0))
    const others = [
      { number: 3, value: Uint8Array.of(7, 7) },
      { number: 127, value: new Uint8Array(0) },
    ]
    assert.deepEqual(opened, { mode: 0o644, mtimeMs: 9, others })
    const touched = sealAttributes(keys, inode, { ...opened, mtimeMs: 10 }, random)
    assert.deepEqual(openAttributes(keys, inode, touched), { ...opened, mtimeMs: 10 })
  })

  it('that must be understood and are not are refused as unknown', () => {
    assertRefused(() => openAttributes(keys, inode, sealRaw(128, 0, 0)), 'field 128', 'version-unknown')
  })

  it('that a faulty client sealed are refused', () => {
    const faulty: Record<string, Uint8Array> = {
      'a field twice': sealRaw(2, 0, 8, 0, 0, 0, 0, 0, 0, 0, 9),
      'out of order': sealRaw(9, 0, 0, 8, 0, 0),
      'cut in a length': sealRaw(9, 0),
      'cut in a value': sealRaw(9, 0, 5, 1),
      'something in the padding': sealRaw(0, 0, 1),
      'no time': sealRecord(keys.records, context, Uint8Array.from([1, 1, 0, 4, 0, 0, 1, 0]), random),
      'a mode of two bytes': sealRecord(keys.records, context, Uint8Array.from([1, 1, 0, 2, 1, 0]), random),
      nothing: sealRecord(keys.records, context, new Uint8Array(0), random),
    }
    for (const [what, sealed] of Object.entries(faulty)) {
      assertRefused(() => openAttributes(keys, inode, sealed), what, 'integrity')
    }
    const newer = sealRecord(keys.records, context, Uint8Array.of(2), random)
    assertRefused(() => openAttributes(keys, inode, newer), 'version 2', 'version-unknown')
  })

  it('a mode with more than permission bits, and a field twice, are bugs, never sealed', () => {
    const value = new Uint8Array(0)
    for (const wrong of [
      { ...plain, mode: 0o100644 },
      { ...plain, mode: -1 },
      { ...plain, mtimeMs: Number.NaN },
      { ...plain, others: [{ number: 1, value }] },
      { ...plain, others: [{ number: 0, value }] },
      {
        ...plain,
        others: [
          { number: 5, value },
          { number: 5, value },
        ],
      },
    ]) {
      assert.throws(() => sealAttributes(keys, inode, wrong, random), { name: 'AssertionError' })
    }
    assert.equal(openRecord(keys.records, context, sealAttributes(keys, inode, plain, random)).byteLength % 64, 0)
  })
})
