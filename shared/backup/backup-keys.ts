import { createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto'
import { type Identity, identityFromSeed } from '../identity.ts'

const KEY_LENGTH_BYTES = 32
// DER up to the 32 bytes of an X25519 key (RFC 8410): PKCS #8 private, and SubjectPublicKeyInfo.
const PRIVATE_KEY_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex')
const PUBLIC_KEY_PREFIX = Buffer.from('302a300506032b656e032100', 'hex')

/** What a client that has the vault gives to the coordinator: enough to seal, and nothing to open with. */
export interface BackupKey {
  /** X25519, 32 bytes: what backups are sealed to. */
  readonly recipient: Uint8Array
  /** Peer id of whoever may fetch them from workers: an identity that the vault makes. */
  readonly reader: string
  /** 32 bytes that the coordinator and the vault's holders know, and workers do not: it shows that a backup is not made up by a worker. */
  readonly proof: Uint8Array
}

/** What the vault makes of its `backup` key. */
export interface BackupSecrets {
  readonly key: BackupKey
  readonly recipient: X25519Key
  readonly reader: Identity
}

export interface X25519Key {
  readonly publicKey: Uint8Array
  /** The secret that both ends share, 32 bytes. Throws for a public key that is none. */
  agree(publicKey: Uint8Array): Uint8Array
}

export function backupSecrets(backup: Uint8Array): BackupSecrets {
  const derive = (label: string): Uint8Array => hkdf(backup, new Uint8Array(), `hiro/backup/1/${label}`)
  const recipient = x25519Key(derive('seal'))
  const reader = identityFromSeed(derive('reader'))
  return {
    recipient,
    reader,
    key: { recipient: recipient.publicKey, reader: reader.peerId, proof: derive('proof') },
  }
}

export function x25519Key(seed: Uint8Array): X25519Key {
  const der = Buffer.concat([PRIVATE_KEY_PREFIX, seed])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return {
    publicKey: new Uint8Array(spki.subarray(PUBLIC_KEY_PREFIX.byteLength)),
    agree: (publicKey) => new Uint8Array(diffieHellman({ privateKey, publicKey: publicKeyFrom(publicKey) })),
  }
}

export function isX25519PublicKey(bytes: Uint8Array): boolean {
  return bytes.byteLength === KEY_LENGTH_BYTES
}

/** HKDF (RFC 5869) with SHA-256: 32 bytes. */
export function hkdf(input: Uint8Array, salt: Uint8Array, info: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', input, salt, info, KEY_LENGTH_BYTES))
}

function publicKeyFrom(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_KEY_PREFIX, bytes]), format: 'der', type: 'spki' })
}
