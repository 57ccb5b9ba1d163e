import { base32 } from 'multiformats/bases/base32'
import { CID } from 'multiformats/cid'
import * as raw from 'multiformats/codecs/raw'
import * as digest from 'multiformats/hashes/digest'
import { HiroError } from './errors.ts'
import { blake3, type Hash, sha256 } from './hash.ts'

/** The codes of the multihash table. A CID names its own hash function: new ones are made with BLAKE3, older ones stay what they are. */
const SHA2_256 = 0x12
const BLAKE3 = 0x1e

/** How a CID of version 1, raw codec, with 32 bytes of SHA-256 begins in base32; ours with BLAKE3 begin with `bafkr4i`. */
const SHA2_256_PREFIX = 'bafkrei'

/** Names bytes that arrive in slices. */
export class CidHasher {
  readonly #code: number
  readonly #hash: Hash

  /** To compare with the CID that the bytes are said to have; without it, to name new ones. */
  constructor(said?: string) {
    this.#code = said?.startsWith(SHA2_256_PREFIX) ? SHA2_256 : BLAKE3
    this.#hash = this.#code === SHA2_256 ? sha256() : blake3()
  }

  update(bytes: Uint8Array): this {
    this.#hash.update(bytes)
    return this
  }

  /** The CID in base32, as everywhere in Hiro but on the wire. Ends the hasher. */
  digest(): string {
    return CID.createV1(raw.code, digest.create(this.#code, this.#hash.digest())).toString()
  }
}

/** The name of new bytes. Whether bytes are what a name stands for, `isCidOf` tells: there are several for the same. */
export function cidOf(bytes: Uint8Array): string {
  return new CidHasher().update(bytes).digest()
}

export function isCidOf(cid: string, bytes: Uint8Array): boolean {
  return new CidHasher(cid).update(bytes).digest() === cid
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
  throw new HiroError('version-unknown', `CID ${cid.toString()} is of a kind that this Hiro does not know`)
}

/** Version 1, raw bytes, 32 bytes of a hash that we know. */
function isOurs(bytes: Uint8Array): boolean {
  const [version, codec, hash, lengthBytes] = bytes
  const known = hash === BLAKE3 || hash === SHA2_256
  return bytes.byteLength === 36 && version === 1 && codec === raw.code && known && lengthBytes === 32
}

/** Groups of extents are told again and again with each small write, and parsing takes longer than sealing. */
const PARSED_MAX = 4096
const parsed = new Map<string, Uint8Array>()

/** The result is shared: it must not be written to. Throws where it is no CID at all. */
export function cidToBytes(cid: string): Uint8Array {
  const known = parsed.get(cid)
  if (known) return known
  const { bytes } = CID.parse(cid)
  if (parsed.size >= PARSED_MAX) parsed.clear()
  parsed.set(cid, bytes)
  return bytes
}

/** As `cidFromBytes`, where the text is not wanted. */
export function checkCid(bytes: Uint8Array): Uint8Array {
  if (!isOurs(bytes)) cidFromBytes(bytes)
  return bytes
}
