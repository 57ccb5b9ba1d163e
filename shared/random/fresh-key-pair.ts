import { generateKeyPairSync, type KeyObject } from 'node:crypto'

/** A key of P-256 that lives as long as this process. OpenSSL draws it by itself, so only engines of the real network may have one. */
export function freshKeyPair(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
}
