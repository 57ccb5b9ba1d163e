import assert from 'node:assert/strict'
import { cidOf } from '../../shared/cid.ts'
import { newId, toHex } from '../../shared/ids.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { sealAttributes } from './attributes.ts'
import { sealGroup } from './extents.ts'
import { sealHead } from './head.ts'
import { nameTag, sealName } from './names.ts'
import { sealPiece } from './piece-cipher.ts'
import { createVault, openVault } from './vault.ts'

const random = new SeededRandom('no plaintext')
const MARKER = Buffer.from('hiro-marker-that-must-not-be-seen')

/** In the ways in which text is commonly written down. */
function contains(bytes: Uint8Array, marker: Uint8Array): boolean {
  const haystack = Buffer.from(bytes)
  const hex = toHex(marker)
  const base64 = Buffer.from(marker).toString('base64').slice(0, -4)
  return [Buffer.from(marker), hex, hex.toUpperCase(), base64].some((form) => haystack.includes(form))
}

describe('what leaves the client', () => {
  const vault = createVault(random)
  const keys = openVault(vault)
  const [file, parent] = [newId(random), newId(random)]
  const chunk = Buffer.concat([MARKER, Buffer.alloc(70_000, MARKER), MARKER])
  const name = MARKER.toString()
  const piece = sealPiece(chunk, random)
  const extent = { offset: 0, lengthBytes: chunk.length, cid: cidOf(piece.bytes), pieceOffset: 0, key: piece.key }
  const outputs: Record<string, Uint8Array> = {
    piece: piece.bytes,
    cid: Buffer.from(extent.cid),
    tag: nameTag(keys, parent, name),
    name: sealName(keys, { parent, child: file, name }, random),
    group: sealGroup(keys, { file, group: 0, version: 1 }, [extent], random),
    head: sealHead(keys, { file, version: 1 }, { sizeBytes: 0x123456789abc, groupVersions: [1] }, random),
    attributes: sealAttributes(keys, file, { mode: 0o644, mtimeMs: 0x123456789abc }, random),
  }

  it('would be found, were it there', () => {
    assert(contains(chunk, MARKER))
    assert(contains(Buffer.from(`x${toHex(MARKER)}`), MARKER))
    assert(contains(Buffer.from(MARKER.toString('base64')), MARKER))
  })

  it('holds neither contents nor name', () => {
    for (const [what, bytes] of Object.entries(outputs)) assert(!contains(bytes, MARKER), what)
  })

  it('holds no key, and neither size nor time', () => {
    const root = vault.wrappings[0]?.payload ?? assert.fail()
    const all = [keys.names, keys.wrap, keys.records, keys.backup]
    const number = Buffer.from('123456789abc', 'hex')
    for (const [what, bytes] of Object.entries(outputs)) {
      for (const key of [root, piece.key, ...all]) assert(!contains(bytes, key.subarray(0, 16)), what)
      assert(!contains(bytes, number), what)
    }
  })
})
