import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys'
import { peerIdFromString } from '@libp2p/peer-id'
import { generateCertificate, verifyPeerCertificate } from '@libp2p/tls/utils'
import { identityFromSeed } from '../identity.ts'
import { SeededRandom } from '../random/seeded-random.ts'
import { certificateOf, peerOfCertificate } from './peer-certificate.ts'

describe('the certificate of a peer', () => {
  const seed = new SeededRandom('certificate').bytes(32)
  const identity = identityFromSeed(seed)
  const other = identityFromSeed(new SeededRandom('other').bytes(32))

  it('says who it is, to us and to libp2p', async () => {
    const certificate = new X509Certificate(certificateOf(identity).cert)
    assert.equal(peerOfCertificate(certificate), identity.peerId)
    const expected = peerIdFromString(identity.peerId)
    assert.equal(String(await verifyPeerCertificate(certificate.raw, expected)), identity.peerId)
    await assert.rejects(verifyPeerCertificate(certificate.raw, peerIdFromString(other.peerId)))
  })

  it("libp2p's own says the same to us", async () => {
    const { cert } = await generateCertificate(await generateKeyPairFromSeed('Ed25519', seed))
    assert.equal(peerOfCertificate(new X509Certificate(cert)), identity.peerId)
  })

  it('of a peer that signed another key, or in which any byte is another one, is refused or no certificate', () => {
    const liar = { ...identity, peerId: other.peerId }
    assert.throws(() => peerOfCertificate(new X509Certificate(certificateOf(liar).cert)), { code: 'refused' })
    const { raw } = new X509Certificate(certificateOf(identity).cert)
    for (let at = 0; at < raw.byteLength; at++) {
      const altered = Buffer.from(raw)
      altered.writeUInt8(altered.readUInt8(at) ^ (1 << (at % 8)), at)
      const read = (): string => peerOfCertificate(new X509Certificate(altered))
      assert.throws(read, `byte ${at} of ${raw.byteLength}`)
    }
  })

  it('without the extension, or cut off, is none', () => {
    const { cert } = certificateOf(identity)
    const { raw } = new X509Certificate(cert)
    for (const length of [0, 1, 2, 10, raw.byteLength - 1])
      assert.throws(() => peerOfCertificate({ raw: raw.subarray(0, length) } as X509Certificate))
  })
})
