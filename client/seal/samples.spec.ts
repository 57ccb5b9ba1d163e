import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CidHasher, isCidOf } from '../../shared/cid.ts'
import { SEGMENT_SIZE_BYTES } from '../../shared/limits.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { openAttributes, sealAttributes } from './attributes.ts'
import { type Extent, openGroup, sealGroup } from './extents.ts'
import { openHead, sealHead } from './head.ts'
import { nameTag, openName, sealName } from './names.ts'
import { openPiece, sealPiece } from './piece-cipher.ts'
import { createVault, decodeVault, encodeVault, openVault } from './vault.ts'

/**
 * Files that were sealed once and for all: whatever changes in this folder, they open, and today's code seals the same bytes from the same randomness. When a
 * format gets a new version, its samples come beside these; these stay.
 */
const sample = (name: string) => Uint8Array.from(readFileSync(join(import.meta.dirname, 'testdata', name)))
const random = (what: string) => new SeededRandom('samples').fork(what)

const parent = '11'.repeat(16)
const file = '22'.repeat(16)
const name = 'Grüße.txt'
const version = 2 ** 40 + 5
const attributes = { mode: 0o640, mtimeMs: 1_234_567_890_123 }
/** Every field that there is, in two records: what is made empty is no link. */
const madeFile = {
  ...attributes,
  mtimeNanos: 456_789,
  uid: 1000,
  gid: 2 ** 32 - 1,
  xattrs: new Map([
    ['user.a', Uint8Array.of(0, 255)],
    ['user.ä', new Uint8Array()],
  ]),
  fresh: true as const,
}
const link = { mode: 0o777, mtimeMs: -1, link: '../Grüße.txt' }
/** Byte n is n² mod 251; one whole segment and a short one. */
const chunk = Uint8Array.from({ length: SEGMENT_SIZE_BYTES + 1000 }, (_, at) => (at * at) % 251)
const piece = sealPiece(chunk, random('piece'))
/** When these were made, names were made with SHA-256. */
const cid = new CidHasher('bafkrei').update(piece.bytes).digest()
const extents: Extent[] = [
  { offset: 0, lengthBytes: 66_000, cid, pieceOffset: 0, key: piece.key },
  { offset: 70_000, lengthBytes: 536, cid, pieceOffset: 66_000, key: piece.key },
]
const head = { sizeBytes: 71_000, groupVersions: [version] }
/** Of a file that was edited. */
const edited = {
  sizeBytes: 71_000,
  groupVersions: [version, version - 1],
  groupPlaces: [
    { group: 2, offset: 0 },
    { group: 0, offset: 70_000 },
  ],
}

describe('committed samples', () => {
  const keys = openVault(decodeVault(sample('vault-1.bin')))

  it('open from the vault alone down to the bytes of the file', () => {
    const opened = openHead(keys, { file, version }, sample('head-1.bin'))
    assert.deepEqual(opened, head)
    assert.deepEqual(openHead(keys, { file, version }, sample('head-2.bin')), edited)
    const group = openGroup(keys, { file, group: 0, version: opened.groupVersions[0] ?? 0 }, sample('extents-1.bin'))
    assert.deepEqual(group, extents)
    const bytes = sample('piece-1.bin')
    assert(isCidOf(cid, bytes))
    assert.deepEqual(openPiece(bytes, group[0]?.key ?? new Uint8Array()), chunk)
  })

  it('open as a name, found by its tag, and attributes', () => {
    const tag = sample('name-tag-1.bin')
    assert.deepEqual(nameTag(keys, parent, name), tag)
    assert.equal(openName(keys, { parent, child: file, tag }, sample('name-1.bin')), name)
    assert.deepEqual(openAttributes(keys, file, sample('attributes-1.bin')), attributes)
    assert.deepEqual(openAttributes(keys, file, sample('attributes-1-file.bin')), madeFile)
    assert.deepEqual(openAttributes(keys, file, sample('attributes-1-link.bin')), link)
  })

  it('are what today’s code seals from the same randomness', () => {
    const sealed: Record<string, Uint8Array> = {
      'vault-1.bin': encodeVault(createVault(random('vault'))),
      'piece-1.bin': piece.bytes,
      'extents-1.bin': sealGroup(keys, { file, group: 0, version }, extents, random('extents')),
      'head-1.bin': sealHead(keys, { file, version }, head, random('head')),
      'head-2.bin': sealHead(keys, { file, version }, edited, random('head of an edited file')),
      'name-1.bin': sealName(keys, { parent, child: file, name }, random('name')),
      'attributes-1.bin': sealAttributes(keys, file, attributes, random('attributes')),
      'attributes-1-file.bin': sealAttributes(keys, file, madeFile, random('attributes of a file')),
      'attributes-1-link.bin': sealAttributes(keys, file, link, random('attributes of a link')),
    }
    for (const [which, bytes] of Object.entries(sealed)) assert(Buffer.from(bytes).equals(sample(which)), which)
  })
})
