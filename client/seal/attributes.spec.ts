import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { newId } from '../../shared/ids.ts'
import { SEALED_ATTRIBUTES_BYTES_MAX } from '../../shared/limits.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import {
  type Attributes,
  attributesFault,
  LINK_TARGET_BYTES_MAX,
  openAttributes,
  sealAttributes,
} from './attributes.ts'
import { assertRefused, damageSuite } from './damage-suite.ts'
import { openRecord, sealRecord } from './records.ts'
import { createVault, openVault } from './vault.ts'
import { XATTR_NAME_BYTES_MAX, XATTRS_BYTES_MAX, XATTRS_MAX, type Xattrs } from './xattrs.ts'

const random = new SeededRandom('attributes')
const keys = openVault(createVault(random))
const inode = newId(random)
const context = { label: 'attributes', ids: [inode], numbers: [] } as const
const plain: Attributes = { mode: 0o644, mtimeMs: 1_700_000_000_000 }

/** As text, in the order of names. */
function textOf(xattrs: Xattrs = new Map()): string[] {
  return Array.from(xattrs, ([name, value]) => `${name} ${Buffer.from(value).toString('hex')}`).toSorted()
}

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

  it('of all kinds come back exactly, in any order of extended ones', () => {
    const name = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((name) => {
      return name.isWellFormed() && !name.includes('\0') && Buffer.byteLength(name) <= XATTR_NAME_BYTES_MAX
    })
    const xattr = fc.tuple(name, fc.uint8Array({ maxLength: 60 }))
    const arbitrary = fc.record({
      mtimeNanos: fc.integer({ min: 1, max: 999_999 }),
      uid: fc.nat(2 ** 32 - 1),
      gid: fc.nat(2 ** 32 - 1),
      xattrs: fc.array(xattr, { minLength: 1, maxLength: 10 }).map((pairs) => new Map(pairs)),
    })
    fc.assert(
      fc.property(arbitrary, fc.boolean(), (more, isLink) => {
        const attributes: Attributes = { ...plain, ...more, ...(isLink ? { link: '../ä b' } : { fresh: true }) }
        const opened = openAttributes(keys, inode, sealAttributes(keys, inode, attributes, random))
        assert.deepEqual({ ...opened, xattrs: textOf(opened.xattrs) }, { ...attributes, xattrs: textOf(more.xattrs) })
      }),
      { numRuns: 100 },
    )
  })

  it('as large as they may be fit what the coordinator takes, and say what is too much of them before anything is sealed', () => {
    const most = new Map([['user.x', new Uint8Array(XATTRS_BYTES_MAX - 6)]])
    const sealed = sealAttributes(keys, inode, { ...plain, xattrs: most }, random)
    assert(sealed.byteLength <= SEALED_ATTRIBUTES_BYTES_MAX)
    assert.deepEqual(openAttributes(keys, inode, sealed).xattrs, most)
    const link = 'x'.repeat(LINK_TARGET_BYTES_MAX)
    assert(sealAttributes(keys, inode, { ...plain, link }, random).byteLength <= SEALED_ATTRIBUTES_BYTES_MAX)
    const many = new Map(Array.from({ length: XATTRS_MAX + 1 }, (_, at) => [`user.${at}`, new Uint8Array()]))
    const long = 'ä'.repeat(XATTR_NAME_BYTES_MAX / 2 + 1)
    for (const [what, tooMuch] of Object.entries<Partial<Attributes>>({
      'a byte more': { xattrs: new Map([['user.x', new Uint8Array(XATTRS_BYTES_MAX - 5)]]) },
      'one more': { xattrs: many },
      'a name of 256 bytes': { xattrs: new Map([[long, new Uint8Array()]]) },
      'no name': { xattrs: new Map([['', new Uint8Array()]]) },
      'NUL in a name': { xattrs: new Map([['a\0', new Uint8Array()]]) },
      'half a character': { xattrs: new Map([['\ud800', new Uint8Array()]]) },
      'each in its limit, together too large': { link, xattrs: most },
      'a link of 4096 bytes': { link: `${link}x` },
      'a link to nothing': { link: '' },
      'a link with NUL in it': { link: 'a\0b' },
      'a time that is none': { mtimeMs: Number.POSITIVE_INFINITY },
      'nanoseconds that make a millisecond': { mtimeNanos: 1_000_000 },
      'half a nanosecond': { mtimeNanos: 0.5 },
      'an owner below zero': { uid: -1 },
      'a group of 33 bits': { gid: 2 ** 32 },
      'a mode with more than permission bits': { mode: 0o10000 },
    })) {
      const attributes = { ...plain, ...tooMuch }
      assert.equal(typeof attributesFault(attributes), 'string', what)
      assert.throws(() => sealAttributes(keys, inode, attributes, random), { name: 'AssertionError' }, what)
    }
    assert.equal(attributesFault({ ...plain, link, uid: 2 ** 32 - 1, mtimeNanos: 999_999 }), undefined)
  })

  it('that a newer Hiro wrote and this one may ignore are ignored, and kept by who writes anew', () => {
    const opened = openAttributes(keys, inode, sealRaw(100, 0, 2, 7, 7, 127, 0, 0))
    const others = [
      { number: 100, value: Uint8Array.of(7, 7) },
      { number: 127, value: new Uint8Array(0) },
    ]
    assert.deepEqual(opened, { mode: 0o644, mtimeMs: 9, others })
    const touched = sealAttributes(keys, inode, { ...opened, mtimeMs: 10 }, random)
    assert.deepEqual(openAttributes(keys, inode, touched), { ...opened, mtimeMs: 10 })
  })

  it('that must be understood and are not are refused as unknown', () => {
    assertRefused(() => openAttributes(keys, inode, sealRaw(200, 0, 0)), 'field 200', 'version-unknown')
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
      'nanoseconds that make a millisecond': sealRaw(3, 0, 4, 0, 15, 66, 64),
      'an owner of two bytes': sealRaw(4, 0, 2, 0, 1),
      'a link to nothing': sealRaw(128, 0, 0),
      'a link with NUL in it': sealRaw(128, 0, 2, 97, 0),
      'a link that is not UTF-8': sealRaw(128, 0, 1, 0xff),
      'more than that it is fresh': sealRaw(129, 0, 1, 1),
      'an empty list of extended attributes': sealRaw(6, 0, 0),
      'an extended attribute without a name': sealRaw(6, 0, 3, 0, 0, 0),
      'an extended attribute twice': sealRaw(6, 0, 8, 1, 97, 0, 0, 1, 97, 0, 0),
      'extended attributes out of order': sealRaw(6, 0, 8, 1, 98, 0, 0, 1, 97, 0, 0),
      'an extended attribute that is cut': sealRaw(6, 0, 4, 1, 97, 0, 1),
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
