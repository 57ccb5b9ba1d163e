import { createHash } from 'node:crypto'
import { base32 } from 'multiformats/bases/base32'
import { CID } from 'multiformats/cid'
import * as raw from 'multiformats/codecs/raw'
import * as digest from 'multiformats/hashes/digest'
import { HiroError } from './errors.ts'

/** SHA-256 in the multihash table. A CID names its own hash function, so that a faster one can come later. */
const SHA2_256 = 0x12

/** Version 1, raw bytes, SHA-256, 32 bytes of it. */
const PREFIX = [1, raw.code, SHA2_256, 32]
const CID_LENGTH_BYTES = PREFIX.length + 32

/** Names bytes that arrive in slices. */
export class CidHasher {
  readonly #hash = createHash('sha256')

  update(bytes: Uint8Array): this {
    this.#hash.update(bytes)
    return this
  }

  /** The CID in base32, as everywhere in Hiro but on the wire. Ends the hasher. */
  digest(): string {
    return CID.createV1(raw.code, digest.create(SHA2_256, this.#hash.digest())).toString()
  }
}

export function cidOf(bytes: Uint8Array): string {
  return new CidHasher().update(bytes).digest()
}

/** Throws `bad-frame` for what is not a CID of Hiro, `version-unknown` for a CID of another kind. */
export function cidFromBytes(bytes: Uint8Array): string {
  if (isOurs(bytes)) return base32.encode(bytes)
  let cid: CID
  try {
    cid = CID.decode(bytes)
  } catch (cause) {
    throw new HiroError('bad-frame', 'not a CID', { cause })
  }
  if (cid.version !== 1 || cid.code !== raw.code || cid.multihash.code !== SHA2_256 || cid.multihash.size !== 32) {
    throw new HiroError('version-unknown', `CID ${cid.toString()} is of a kind that this Hiro does not know`)
  }
  return cid.toString()
}

/** As nearly all are; what else there is takes the long way, and is told what it is. */
function isOurs(bytes: Uint8Array): boolean {
  return bytes.byteLength === CID_LENGTH_BYTES && PREFIX.every((byte, at) => bytes[at] === byte)
}

export function cidToBytes(cid: string): Uint8Array {
  return CID.parse(cid).bytes
}
