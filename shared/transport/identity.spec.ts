import assert from 'node:assert/strict'
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys'
import { peerIdFromPrivateKey, peerIdFromString } from '@libp2p/peer-id'
import { identityFromSeed, isPeerId, newIdentity, verify } from '../identity.ts'
import { SeededRandom } from '../random/seeded-random.ts'

/** Here and not beside `identity.ts`, because only this folder may import libp2p. */
describe('Identity', () => {
  const random = new SeededRandom('identity')
  const message = Buffer.from('a receipt')

  it("peer ids and signatures are libp2p's, for many seeds", async () => {
    for (let i = 0; i < 20; i++) {
      const seed = random.bytes(32)
      const identity = identityFromSeed(seed)
      const theirs = await generateKeyPairFromSeed('Ed25519', seed)
      assert.equal(identity.peerId, peerIdFromPrivateKey(theirs).toString())
      assert.match(identity.peerId, /^12D3Koo/)
      assert.ok(await peerIdFromString(identity.peerId).publicKey?.verify(message, identity.sign(message)))
      assert.ok(verify(identity.peerId, message, await theirs.sign(message)))
    }
  })

  it('a seed always makes the same identity, and owns its bytes', () => {
    // A Buffer, whose slice is a view.
    const seed = Buffer.from(random.bytes(32))
    const identity = identityFromSeed(seed)
    const kept = new Uint8Array(seed)
    seed.fill(0)
    assert.deepEqual(identity.privateKeySeed, kept)
    assert.equal(identityFromSeed(kept).peerId, identity.peerId)
    assert.notEqual(newIdentity(random).peerId, newIdentity(random).peerId)
  })

  it('a changed message, a changed or cut signature and another signer are all refused', () => {
    const identity = newIdentity(random)
    const signature = identity.sign(message)
    assert.ok(verify(identity.peerId, message, signature))
    assert.equal(verify(identity.peerId, Buffer.from('a Receipt'), signature), false)
    assert.equal(verify(newIdentity(random).peerId, message, signature), false)
    assert.equal(verify(identity.peerId, message, signature.subarray(1)), false)
    assert.equal(verify(identity.peerId, message, new Uint8Array(0)), false)
    for (let bit = 0; bit < signature.byteLength * 8; bit += 37) {
      const changed = Uint8Array.from(signature)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      assert.equal(verify(identity.peerId, message, changed), false)
    }
  })

  it('what is no peer id of ours signs nothing', () => {
    const { peerId, sign } = newIdentity(random)
    // Not base 58, RSA, secp256k1, changed, cut, empty, huge.
    const rsa = 'QmYyQSo1c1Ym7orWxLYvCrM2EmxFTANf8wXmmE7DWjhx5N'
    const secp256k1 = '16Uiu2HAmDKNyX8tEEmfBiotdpFXzbMLqzvUNzHEHCgGMVxL4RGyR'
    const wrong = ['', 'l0OI', rsa, secp256k1, `1${peerId}`, peerId.slice(1), peerId.slice(0, -1), '1'.repeat(100_000)]
    for (const id of wrong) {
      assert.equal(isPeerId(id), false, id.slice(0, 60))
      assert.equal(verify(id, message, sign(message)), false)
    }
    assert.ok(isPeerId(peerId))
  })

  it('a peer id whose key is no point of the curve signs nothing', () => {
    let invalid = 0
    const { peerId, sign } = newIdentity(random)
    for (const end of ['2', '3', '4', '5', '6', '7', '8', '9']) {
      const other = peerId.slice(0, -1) + end
      if (other === peerId || !isPeerId(other)) continue
      invalid++
      assert.equal(verify(other, message, sign(message)), false)
    }
    assert.ok(invalid > 0)
  })

  it('thousands of signers: keys are forgotten again, and verification still holds', () => {
    const first = newIdentity(random)
    for (let i = 0; i < 600; i++) assert.ok(isPeerId(newIdentity(random).peerId))
    assert.ok(verify(first.peerId, message, first.sign(message)))
  })

  it('a seed of any other length is refused', () => {
    for (const length of [0, 31, 33, 64])
      assert.throws(() => identityFromSeed(new Uint8Array(length)), { code: 'usage' })
  })
})
