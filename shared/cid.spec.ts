import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { CidHasher, cidFromBytes, cidOf, cidToBytes, isCidOf } from './cid.ts'
import { nativeBlake3, portableBlake3 } from './hash.ts'
import { SeededRandom } from './random/seeded-random.ts'

const random = new SeededRandom('cid')

/** From the test vectors of BLAKE3's authors: bytes 0, 1, … 250, 0, 1, … of so many bytes. */
const vectors: Record<number, string> = {
  0: 'af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262',
  1: '2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213',
  1024: '42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7',
}

describe('BLAKE3', () => {
  for (const [name, engine] of Object.entries({ native: nativeBlake3(), portable: portableBlake3() })) {
    it(`has the answers that its authors give (${name})`, () => {
      for (const [length, answer] of Object.entries(vectors)) {
        const hash = engine()
        hash.update(Uint8Array.from({ length: Number(length) }, (_, index) => index % 251))
        assert.equal(Buffer.from(hash.digest()).toString('hex'), answer, `${length} bytes`)
      }
    })
  }

  it('is the same from both engines, in whatever slices the bytes come', () => {
    const bytes = random.bytes(200_001)
    const [one, other] = [nativeBlake3()(), portableBlake3()()]
    one.update(bytes)
    for (let at = 0; at < bytes.byteLength; at += 1_777) other.update(bytes.subarray(at, at + 1_777))
    assert.deepEqual(Buffer.from(one.digest()), Buffer.from(other.digest()))
  })
})

describe('CIDs', () => {
  const bytes = random.bytes(5_000)
  const older = cidFromBytes(Buffer.from([1, 0x55, 0x12, 32, ...createHash('sha256').update(bytes).digest()]))

  it('of new bytes name BLAKE3, and come back from the wire', () => {
    const cid = cidOf(bytes)
    assert(cid.startsWith('bafkr4i'), cid)
    assert.deepEqual([...cidToBytes(cid).subarray(0, 4)], [1, 0x55, 0x1e, 32])
    assert.equal(cidFromBytes(cidToBytes(cid)), cid)
    assert(isCidOf(cid, bytes))
  })

  it('with SHA-256 stay good for the bytes that they name', () => {
    assert(isCidOf(older, bytes))
    assert.equal(new CidHasher(older).update(bytes).digest(), older)
  })

  it('of either kind tell one flipped bit', () => {
    for (const cid of [cidOf(bytes), older]) {
      const other = Uint8Array.from(bytes)
      other[4_321] = (other[4_321] ?? 0) ^ 1
      assert(!isCidOf(cid, other), cid)
    }
  })

  it('of another kind are refused, and so is what is none', () => {
    const [blake2, short] = [
      Buffer.from([1, 0x55, 0x13, 32, ...random.bytes(32)]),
      Buffer.from([1, 0x55, 0x1e, 2, 0, 0]),
    ]
    for (const kind of [blake2, short]) assert.throws(() => cidFromBytes(kind), { code: 'version-unknown' })
    assert.throws(() => cidFromBytes(random.bytes(30)), { code: 'bad-frame' })
  })
})
