import assert from 'node:assert/strict'
import { cidOf, cidToBytes } from '../../shared/cid.ts'
import { newId } from '../../shared/ids.ts'
import { CHUNK_SIZE_BYTES, GROUP_EXTENTS_MAX } from '../../shared/limits.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { assertRefused, damageSuite } from './damage-suite.ts'
import { type Extent, type GroupPlace, openGroup, sealGroup } from './extents.ts'
import { sealRecord } from './records.ts'
import { createVault, openVault } from './vault.ts'

const random = new SeededRandom('extents')
const keys = openVault(createVault(random))
const place: GroupPlace = { file: newId(random), group: 2, version: 2 ** 41 + 7 }

function extents(count: number): Extent[] {
  return Array.from({ length: count }, (_, at) => ({
    offset: at * CHUNK_SIZE_BYTES,
    lengthBytes: CHUNK_SIZE_BYTES,
    cid: cidOf(random.bytes(8)),
    pieceOffset: 0,
    key: random.bytes(32),
  }))
}

function extent(with_: Partial<Extent>): Extent {
  return { offset: 0, lengthBytes: 10, cid: cidOf(random.bytes(8)), pieceOffset: 0, key: random.bytes(32), ...with_ }
}

damageSuite('a group of extents', () => {
  const sound = sealGroup(keys, place, extents(2), random)
  return { sound, open: (damaged) => openGroup(keys, place, damaged) }
})

describe('groups of extents', () => {
  it('come back, from none to full, and a full one stays under 48 KiB', () => {
    for (const count of [0, 1, 2, GROUP_EXTENTS_MAX]) {
      const group = extents(count)
      const sealed = sealGroup(keys, place, group, random)
      assert(sealed.byteLength < 48 * 1024, `${sealed.byteLength}`)
      assert.deepEqual(openGroup(keys, place, sealed), group)
    }
  })

  it('hold gaps, parts of pieces, two parts of one piece, and the largest numbers', () => {
    const shared = extent({ lengthBytes: 5, pieceOffset: 100 })
    const group = [
      shared,
      { ...shared, offset: 5, pieceOffset: 50 },
      extent({ offset: 1000, lengthBytes: 2 ** 32 - 1, pieceOffset: 2 ** 32 - 1 }),
      extent({ offset: Number.MAX_SAFE_INTEGER - 1, lengthBytes: 1 }),
    ]
    assert.deepEqual(openGroup(keys, place, sealGroup(keys, place, group, random)), group)
  })

  it('do not open for another file, group or version', () => {
    const sealed = sealGroup(keys, place, extents(1), random)
    const others: GroupPlace[] = [
      { ...place, file: newId(random) },
      { ...place, group: 3 },
      { ...place, group: 0 },
      { ...place, version: place.version + 1 },
      { ...place, version: place.version - 1 },
      { ...place, group: place.version, version: place.group },
    ]
    for (const other of others) assertRefused(() => openGroup(keys, other, sealed), JSON.stringify(other), 'integrity')
  })

  it('that are not in order, overlap, are empty or too many are a bug, never sealed', () => {
    const wrong: Extent[][] = [
      [extent({ offset: 10 }), extent({ offset: 0 })],
      [extent({ offset: 0 }), extent({ offset: 9 })],
      [extent({ lengthBytes: 0 })],
      [extent({ lengthBytes: 2 ** 32 })],
      [extent({ offset: -1 })],
      [extent({ offset: 0.5 })],
      [extent({ offset: Number.MAX_SAFE_INTEGER })],
      [extent({ pieceOffset: 2 ** 32 })],
      [extent({ key: random.bytes(31) })],
      extents(GROUP_EXTENTS_MAX + 1),
    ]
    for (const group of wrong) {
      assert.throws(() => sealGroup(keys, place, group, random), { name: 'AssertionError' })
    }
  })

  it('that a faulty client sealed are refused when opened', () => {
    const sealRaw = (plain: Uint8Array) =>
      sealRecord(
        keys.records,
        { label: 'extents', ids: [place.file], numbers: [place.group, place.version] },
        plain,
        random,
      )
    const raw = (offset: number, length: number, cid = cidToBytes(cidOf(random.bytes(8)))) => {
      const bytes = Buffer.alloc(49 + cid.byteLength)
      bytes.writeBigUInt64BE(BigInt(offset), 0)
      bytes.writeUInt32BE(length, 8)
      bytes[48] = cid.byteLength
      bytes.set(cid, 49)
      return bytes
    }
    const group = (count: number, ...parts: Uint8Array[]) =>
      sealRaw(Buffer.concat([Buffer.from([1, count >> 8, count]), ...parts]))
    const faulty: Record<string, Uint8Array> = {
      overlap: group(2, raw(0, 10), raw(9, 10)),
      'no length': group(1, raw(0, 0)),
      'fewer than it says': group(2, raw(0, 10)),
      'more than it says': group(1, raw(0, 10), raw(10, 10)),
      'too many': group(GROUP_EXTENTS_MAX + 1),
      'a CID that is none': group(1, raw(0, 10, Buffer.from('nonsense'))),
      'no CID': group(1, raw(0, 10, new Uint8Array(0))),
      'an offset beyond 2^53': group(1, raw(2 ** 53, 1)),
      nothing: sealRaw(new Uint8Array(0)),
    }
    for (const [what, sealed] of Object.entries(faulty)) {
      assertRefused(() => openGroup(keys, place, sealed), what, 'integrity')
    }
    assert.equal(openGroup(keys, place, group(2, raw(0, 10), raw(10, 10))).length, 2)
    assertRefused(() => openGroup(keys, place, sealRaw(Buffer.from([2, 0, 0]))), 'version 2', 'version-unknown')
  })

  it('with a CID of another hash function say that it is unknown', () => {
    const sha512 = Buffer.concat([Buffer.from([0x01, 0x55, 0x13, 64]), Buffer.alloc(64)])
    const plain = Buffer.concat([
      Buffer.from([1, 0, 1]),
      Buffer.alloc(8),
      Buffer.from([0, 0, 0, 1]),
      Buffer.alloc(36),
      Buffer.from([68]),
      sha512,
    ])
    const context = { label: 'extents', ids: [place.file], numbers: [place.group, place.version] } as const
    assertRefused(
      () => openGroup(keys, place, sealRecord(keys.records, context, plain, random)),
      'SHA-512',
      'version-unknown',
    )
  })
})
