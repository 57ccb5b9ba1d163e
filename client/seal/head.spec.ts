import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { newId } from '../../shared/ids.ts'
import { METADATA_VALUE_BYTES_MAX } from '../../shared/limits.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { assertRefused, damageSuite } from './damage-suite.ts'
import {
  HEAD_GROUPS_MAX,
  HEAD_PLACES_MAX,
  HEAD_RUNS_MAX,
  type Head,
  type HeadPlace,
  openHead,
  sealHead,
} from './head.ts'
import { sealRecord } from './records.ts'
import { createVault, openVault } from './vault.ts'

const random = new SeededRandom('head')
const keys = openVault(createVault(random))
const place: HeadPlace = { file: newId(random), version: 2 ** 41 }

function sealRaw(...words: (readonly [number, number])[]): Uint8Array {
  const plain = Buffer.concat(
    words.map(([length, value]) => {
      const word = Buffer.alloc(8)
      word.writeBigUInt64BE(BigInt(value))
      return word.subarray(8 - length)
    }),
  )
  return sealRecord(keys.records, { label: 'head', ids: [place.file], numbers: [place.version] }, plain, random)
}

damageSuite('a head', () => {
  const sound = sealHead(keys, place, { sizeBytes: 12_345, groupVersions: [5, 5, 9] }, random)
  return { sound, open: (damaged) => openHead(keys, place, damaged) }
})

describe('heads of versions', () => {
  it('any head comes back', () => {
    const version = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: place.version }))
    const parts = { sizeBytes: fc.maxSafeNat(), groupVersions: fc.array(version, { maxLength: 50 }) }
    const arbitrary = fc.record(parts, { noNullPrototype: true })
    fc.assert(
      fc.property(arbitrary, (head: Head) => {
        assert.deepEqual(openHead(keys, place, sealHead(keys, place, head, random)), head)
      }),
      { numRuns: 200 },
    )
  })

  it('of a file that was edited comes back with the place of each group', () => {
    const group = fc.record({
      group: fc.nat(1e6),
      version: fc.integer({ min: 1, max: place.version }),
      gap: fc.nat(1e9),
    })
    const groups = fc.uniqueArray(group, { selector: ({ group }) => group, maxLength: 50 })
    fc.assert(
      fc.property(fc.maxSafeNat(), groups, (sizeBytes, all) => {
        let offset = -1
        const groupPlaces = all.map(({ group, gap }) => ({ group, offset: (offset += 1 + gap) }))
        const head = { sizeBytes, groupVersions: all.map(({ version }) => version), groupPlaces }
        assert.deepEqual(openHead(keys, place, sealHead(keys, place, head, random)), head)
      }),
      { numRuns: 200 },
    )
  })

  it('of a file in as many groups as it can be fits what the coordinator takes', () => {
    const groupPlaces = Array.from({ length: HEAD_PLACES_MAX }, (_, at) => ({ group: at, offset: at * 10 }))
    const groupVersions = groupPlaces.map(() => place.version)
    const sealed = sealHead(keys, place, { sizeBytes: 1, groupVersions, groupPlaces }, random)
    assert(sealed.byteLength <= 48 * 1024)
    const more = { groupPlaces: [...groupPlaces, { group: 1e6, offset: 1e6 }], groupVersions: [...groupVersions, 1] }
    assert.throws(() => sealHead(keys, place, { sizeBytes: 1, ...more }, random), { name: 'AssertionError' })
  })

  it('of an empty file has no groups', () => {
    const empty: Head = { sizeBytes: 0, groupVersions: [] }
    assert.deepEqual(openHead(keys, place, sealHead(keys, place, empty, random)), empty)
  })

  it('is as small for a file of terabytes as for a small one, when one version wrote it', () => {
    const small = sealHead(keys, place, { sizeBytes: 1, groupVersions: [1] }, random)
    const large: Head = {
      sizeBytes: 2 ** 50,
      groupVersions: Array.from({ length: HEAD_GROUPS_MAX }, () => place.version),
    }
    const sealed = sealHead(keys, place, large, random)
    assert.equal(sealed.byteLength, small.byteLength)
    assert.deepEqual(openHead(keys, place, sealed), large)
  })

  it('of a file with as many small writes as it can hold fits a metadata value, and one more is a bug', () => {
    const groupVersions = Array.from({ length: HEAD_RUNS_MAX }, (_, at) => at + 1)
    const sealed = sealHead(keys, place, { sizeBytes: 1, groupVersions }, random)
    assert(sealed.byteLength <= METADATA_VALUE_BYTES_MAX)
    assert.deepEqual(openHead(keys, place, sealed).groupVersions, groupVersions)
    const more = { sizeBytes: 1, groupVersions: [...groupVersions, place.version] }
    assert.throws(() => sealHead(keys, place, more, random), { name: 'AssertionError' })
  })

  it('does not open for another file or version', () => {
    const sealed = sealHead(keys, place, { sizeBytes: 1, groupVersions: [1] }, random)
    for (const other of [
      { ...place, file: newId(random) },
      { ...place, version: place.version + 1 },
      { ...place, version: place.version - 1 },
    ]) {
      assertRefused(() => openHead(keys, other, sealed), JSON.stringify(other), 'integrity')
    }
  })

  it('a group of a later version is a bug when sealed, and refused when opened', () => {
    const head = { sizeBytes: 1, groupVersions: [place.version + 1] }
    assert.throws(() => sealHead(keys, place, head, random), { name: 'AssertionError' })
    const sealed = sealRaw([1, 1], [8, 1], [4, 1], [4, 1], [8, place.version + 1])
    assertRefused(() => openHead(keys, place, sealed), 'later', 'integrity')
  })

  it('that a faulty client sealed is refused when opened', () => {
    const faulty: Record<string, Uint8Array> = {
      nothing: sealRaw(),
      'too many groups': sealRaw([1, 1], [8, 1], [4, HEAD_GROUPS_MAX + 1], [4, HEAD_GROUPS_MAX + 1], [8, 1]),
      'a run of none': sealRaw([1, 1], [8, 1], [4, 1], [4, 0], [8, 1]),
      'a run too long': sealRaw([1, 1], [8, 1], [4, 1], [4, 2], [8, 1]),
      'a run missing': sealRaw([1, 1], [8, 1], [4, 2], [4, 1], [8, 1]),
      'a run too many': sealRaw([1, 1], [8, 1], [4, 1], [4, 1], [8, 1], [4, 1], [8, 1]),
      'a size beyond 2^53': sealRaw([1, 1], [8, 2 ** 53], [4, 0]),
    }
    for (const [what, sealed] of Object.entries(faulty)) {
      assertRefused(() => openHead(keys, place, sealed), what, 'integrity')
    }
    const edited: Record<string, Uint8Array> = {
      'too many groups': sealRaw([1, 2], [8, 1], [4, HEAD_PLACES_MAX + 1]),
      'a group missing': sealRaw([1, 2], [8, 1], [4, 1]),
      'a group of a later version': sealRaw([1, 2], [8, 1], [4, 1], [4, 0], [8, place.version + 1], [8, 0]),
      'a group twice': sealRaw([1, 2], [8, 1], [4, 2], [4, 7], [8, 1], [8, 0], [4, 7], [8, 1], [8, 5]),
      'two groups at one place': sealRaw([1, 2], [8, 1], [4, 2], [4, 7], [8, 1], [8, 5], [4, 8], [8, 1], [8, 5]),
      'a byte too many': sealRaw([1, 2], [8, 1], [4, 0], [1, 0]),
    }
    for (const [what, sealed] of Object.entries(edited)) {
      assertRefused(() => openHead(keys, place, sealed), what, 'integrity')
    }
    assertRefused(() => openHead(keys, place, sealRaw([1, 3])), 'version 3', 'version-unknown')
  })
})
