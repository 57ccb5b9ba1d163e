import assert from 'node:assert/strict'
import { fromHex, toHex } from '../../shared/ids.ts'
import { AEAD_TAG_LENGTH_BYTES, aeadKey, aeadOpen, aeadSeal, hkdf, hmac, sha256 } from './primitives.ts'

describe('known answers of the primitives', () => {
  it('AES-256-GCM: test case 16 of the specification (McGrew, Viega)', () => {
    const key = fromHex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308')
    const nonce = fromHex('cafebabefacedbaddecaf888')
    const aad = fromHex('feedfacedeadbeeffeedfacedeadbeefabaddad2')
    const plain = fromHex(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    )
    const sealed =
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b'

    const out = new Uint8Array(plain.byteLength + AEAD_TAG_LENGTH_BYTES)
    aeadSeal(aeadKey(key), nonce, aad, plain, out, 0)
    assert.equal(toHex(out), sealed)

    const opened = new Uint8Array(plain.byteLength)
    assert.equal(aeadOpen(aeadKey(key), nonce, aad, out, opened, 0), true)
    assert.deepEqual(Buffer.from(opened), plain)
  })

  it('AES-256-GCM opens nothing without the whole tag', () => {
    const key = new Uint8Array(32)
    const nonce = new Uint8Array(12)
    for (let length = 0; length <= AEAD_TAG_LENGTH_BYTES; length++) {
      assert.equal(
        aeadOpen(aeadKey(key), nonce, new Uint8Array(0), new Uint8Array(length), new Uint8Array(0), 0),
        false,
      )
    }
  })

  it('HKDF-SHA256: test case 1 of RFC 5869', () => {
    const derived = hkdf(
      new Uint8Array(22).fill(0x0b),
      fromHex('000102030405060708090a0b0c'),
      fromHex('f0f1f2f3f4f5f6f7f8f9'),
    )
    assert.equal(toHex(derived), '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf')
  })

  it('HKDF-SHA256 without a salt: test case 3 of RFC 5869', () => {
    const derived = hkdf(new Uint8Array(22).fill(0x0b), new Uint8Array(0), '')
    assert.equal(toHex(derived), '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d')
  })

  it('HMAC-SHA256: test case 2 of RFC 4231, in one part and in two', () => {
    const answer = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
    const key = Buffer.from('Jefe')
    assert.equal(toHex(hmac(key, Buffer.from('what do ya want for nothing?'))), answer)
    assert.equal(toHex(hmac(key, Buffer.from('what do ya want '), Buffer.from('for nothing?'))), answer)
  })

  it('SHA-256: "abc" of FIPS 180', () => {
    assert.equal(toHex(sha256(Buffer.from('abc'))), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
