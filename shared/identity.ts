import { createPrivateKey, createPublicKey, type KeyObject, sign, verify as verifySignature } from 'node:crypto'
import { base58btc } from 'multiformats/bases/base58'
import { HiroError } from './errors.ts'
import type { Random } from './random/random.ts'

export const IDENTITY_SEED_LENGTH_BYTES = 32

/** Who a process is: an Ed25519 key, and the libp2p peer id that is its public half. */
export interface Identity {
  /** `12D3Koo…`; the transport authenticates it, and what was signed is verified against it. */
  readonly peerId: string
  /** 64 bytes; the same for the same bytes. */
  sign(bytes: Uint8Array): Uint8Array
  /** The secret that everything follows from. Only the engine of the network and the file it is kept in may see it. */
  readonly privateKeySeed: Uint8Array
}

// DER of RFC 8410 up to the 32 bytes of the key: PKCS #8 private, and SubjectPublicKeyInfo.
const PRIVATE_KEY_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_KEY_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
// A peer id is the identity multihash (00, length) of the protobuf { 1: key type Ed25519 = 1, 2: 32 bytes }; see libp2p's peer id specification.
const PROTOBUF_PREFIX = Buffer.from('08011220', 'hex')
const PEER_ID_PREFIX = Buffer.concat([Buffer.from('0024', 'hex'), PROTOBUF_PREFIX])

/** Throws `usage` unless there are exactly 32 bytes. The seed is copied. */
export function identityFromSeed(seed: Uint8Array): Identity {
  if (seed.byteLength !== IDENTITY_SEED_LENGTH_BYTES) {
    throw new HiroError('usage', `an identity is made from ${IDENTITY_SEED_LENGTH_BYTES} bytes, not ${seed.byteLength}`)
  }
  const privateKeySeed = new Uint8Array(seed)
  const key = createPrivateKey({
    key: Buffer.concat([PRIVATE_KEY_PREFIX, privateKeySeed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_KEY_PREFIX.byteLength)
  return {
    peerId: base58btc.baseEncode(Buffer.concat([PEER_ID_PREFIX, publicKey])),
    sign: (bytes) => sign(null, bytes, key),
    privateKeySeed,
  }
}

export function newIdentity(random: Random): Identity {
  return identityFromSeed(random.bytes(IDENTITY_SEED_LENGTH_BYTES))
}

/** Whether `text` is the id of an Ed25519 peer, as Hiro's all are. */
export function isPeerId(text: string): boolean {
  return publicKeyOf(text) !== undefined
}

/** Whether the peer signed exactly these bytes. False as well for what is no peer id. */
export function verify(peerId: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = publicKeyOf(peerId)
  return key !== undefined && verifySignature(null, bytes, key, signature)
}

/** Making a key costs as much as a verification, and the same few peers sign all the time. */
const KEYS_CACHED_MAX = 256
const keys = new Map<string, KeyObject>()

function publicKeyOf(peerId: string): KeyObject | undefined {
  const cached = keys.get(peerId)
  if (cached !== undefined) return cached
  const bytes = publicKeyBytes(peerId)
  if (bytes === undefined) return undefined
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_KEY_PREFIX, bytes]), format: 'der', type: 'spki' })
  const [oldest] = keys.keys()
  if (keys.size >= KEYS_CACHED_MAX && oldest !== undefined) keys.delete(oldest)
  keys.set(peerId, key)
  return key
}

/** Longer text cannot be a peer id; decoding base 58 takes time that grows with the square of its length. */
const PEER_ID_LENGTH_MAX = 64

function publicKeyBytes(peerId: string): Uint8Array | undefined {
  if (peerId.length > PEER_ID_LENGTH_MAX) return undefined
  let multihash: Uint8Array
  try {
    multihash = base58btc.baseDecode(peerId)
  } catch {
    return undefined
  }
  const publicKey = multihash.subarray(PEER_ID_PREFIX.byteLength)
  const isEd25519 = PEER_ID_PREFIX.equals(multihash.subarray(0, PEER_ID_PREFIX.byteLength))
  return isEd25519 && publicKey.byteLength === 32 ? publicKey : undefined
}

/** The public key of a peer, as libp2p writes it. Throws `usage` for what is no peer id. */
export function publicKeyProtobufOf(peerId: string): Uint8Array {
  const bytes = publicKeyBytes(peerId)
  if (bytes === undefined) throw new HiroError('usage', 'this is not the id of an Ed25519 peer')
  return Buffer.concat([PROTOBUF_PREFIX, bytes])
}

/** `undefined`: it is not an Ed25519 key. */
export function peerIdOfProtobuf(publicKey: Uint8Array): string | undefined {
  const id = base58btc.baseEncode(Buffer.concat([PEER_ID_PREFIX.subarray(0, 2), publicKey]))
  return isPeerId(id) ? id : undefined
}
