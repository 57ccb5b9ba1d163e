import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { newId, ROOT_ID, toHex } from '../../shared/ids.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { assertRefused, damageSuite } from './damage-suite.ts'
import { nameFault } from './name-rules.ts'
import { nameTag, openName, sealName } from './names.ts'
import { sealRecord } from './records.ts'
import { createVault, openVault } from './vault.ts'

const random = new SeededRandom('names')
const keys = openVault(createVault(random))
const parent = newId(random)
const child = newId(random)

damageSuite('a name', () => {
  const sound = sealName(keys, { parent, child, name: 'a name' }, random)
  return { sound, open: (damaged) => openName(keys, { parent, child }, damaged) }
})

describe('name rules', () => {
  it('take what Linux takes as a name, byte for byte', () => {
    const names = [
      'a',
      ' ',
      '...',
      '.a',
      '..a',
      'a.',
      '-',
      '\n',
      '\\',
      '*',
      'a b',
      'ü',
      '文件',
      '👪',
      '\ufeffa',
      'a'.repeat(255),
      'ü'.repeat(127),
    ]
    for (const name of names) {
      assert.equal(nameFault(name), undefined, JSON.stringify(name))
      assert.equal(openName(keys, { parent, child }, sealName(keys, { parent, child, name }, random)), name)
    }
  })

  it('refuse the rest and say which rule', () => {
    const faults: Record<string, RegExp> = {
      '': /empty/,
      '.': /means a folder/,
      '..': /means a folder/,
      'a/b': /'\/'/,
      '/': /'\/'/,
      'a\0b': /NUL/,
      '\ud800': /UTF-8/,
      'a\udc00b': /UTF-8/,
      ['a'.repeat(256)]: /256 bytes, more than 255/,
      ['ü'.repeat(128)]: /256 bytes/,
    }
    for (const [name, why] of Object.entries(faults)) {
      for (const attempt of [
        () => nameTag(keys, parent, name),
        () => sealName(keys, { parent, child, name }, random),
      ]) {
        assert.throws(
          attempt,
          (error: Error & { code?: string }) => error.code === 'name-invalid' && why.test(error.message),
        )
      }
    }
  })

  it('do not normalise: names that look alike are two names', () => {
    const [composed, decomposed] = ['\u00fc', 'u\u0308']
    assert.equal(composed.normalize('NFD'), decomposed)
    assert.notDeepEqual(nameTag(keys, parent, composed), nameTag(keys, parent, decomposed))
    assert.equal(
      openName(keys, { parent, child }, sealName(keys, { parent, child, name: decomposed }, random)),
      decomposed,
    )
  })
})

describe('tags of names', () => {
  it('are the same for the same name in the same folder, and differ otherwise', () => {
    const other = openVault(createVault(random))
    assert.deepEqual(nameTag(keys, parent, 'a'), nameTag(keys, parent, 'a'))
    const tags = [
      nameTag(keys, parent, 'a'),
      nameTag(keys, parent, 'A'),
      nameTag(keys, parent, 'a '),
      nameTag(keys, child, 'a'),
      nameTag(keys, ROOT_ID, 'a'),
      nameTag(other, parent, 'a'),
    ]
    assert.equal(new Set(tags.map(toHex)).size, tags.length)
    for (const tag of tags) assert.equal(tag.byteLength, 32)
  })
})

describe('sealed names', () => {
  it('any name comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (name) => {
        fc.pre(nameFault(name) === undefined)
        assert.equal(openName(keys, { parent, child }, sealName(keys, { parent, child, name }, random)), name)
      }),
      { numRuns: 300 },
    )
  })

  it('have one of four lengths', () => {
    const lengths = new Map<number, number>()
    for (let length = 1; length <= 255; length++) {
      const sealed = sealName(keys, { parent, child, name: 'x'.repeat(length) }, random).byteLength
      lengths.set(sealed, (lengths.get(sealed) ?? 0) + 1)
    }
    assert.deepEqual(
      [...lengths],
      [
        [84, 32],
        [116, 32],
        [180, 64],
        [308, 127],
      ],
    )
  })

  it('do not open in another folder, for another child, or with these two swapped', () => {
    const sealed = sealName(keys, { parent, child, name: 'a' }, random)
    const other = newId(random)
    for (const place of [
      { parent: other, child },
      { parent, child: other },
      { parent: child, child: parent },
    ]) {
      assertRefused(() => openName(keys, place, sealed), JSON.stringify(place), 'integrity')
    }
  })

  it('filed under the tag of another name are refused', () => {
    const sealed = sealName(keys, { parent, child, name: 'a' }, random)
    assert.equal(openName(keys, { parent, child, tag: nameTag(keys, parent, 'a') }, sealed), 'a')
    for (const tag of [nameTag(keys, parent, 'b'), nameTag(keys, child, 'a'), new Uint8Array(0)]) {
      assertRefused(() => openName(keys, { parent, child, tag }, sealed), toHex(tag), 'integrity')
    }
  })

  it('that a faulty client sealed never become a path that leads elsewhere', () => {
    const sealRaw = (...plain: number[]) =>
      sealRecord(keys.records, { label: 'name', ids: [parent, child], numbers: [] }, Uint8Array.from(plain), random)
    const ascii = (text: string) => [...Buffer.from(text)]
    const faulty: Record<string, Uint8Array> = {
      'a slash': sealRaw(1, 4, ...ascii('../a')),
      dots: sealRaw(1, 2, ...ascii('..'), 0, 0),
      empty: sealRaw(1, 0, 0, 0),
      'not UTF-8': sealRaw(1, 2, 0xc3, 0x28),
      'something in the padding': sealRaw(1, 1, ...ascii('ab')),
      'cut short': sealRaw(1, 3, ...ascii('ab')),
      nothing: sealRaw(),
    }
    for (const [what, sealed] of Object.entries(faulty)) {
      assertRefused(() => openName(keys, { parent, child }, sealed), what, 'integrity')
    }
    assertRefused(() => openName(keys, { parent, child }, sealRaw(2, 1, 97)), 'version 2', 'version-unknown')
  })
})
