import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import type * as addon from '@napi-rs/blake-hash'
import { blake3 as portable } from '@noble/hashes/blake3.js'

/** What CIDs are made with. */
export interface Hash {
  update(bytes: Uint8Array): unknown
  /** 32 bytes. Ends the hash. */
  digest(): Uint8Array
}

const require = createRequire(import.meta.url)

export function sha256(): Hash {
  return createHash('sha256')
}

let blake3Engine: (() => Hash) | undefined

/** BLAKE3: three times as fast as SHA-256 in hardware. */
export function blake3(): Hash {
  blake3Engine ??= fastestBlake3()
  return blake3Engine()
}

/** An addon where there is one for this machine, and otherwise JavaScript: slow, but pieces can be read everywhere. The addon is loaded where it is first used, because it takes some milliseconds, and not every command hashes. */
function fastestBlake3(): () => Hash {
  try {
    return nativeBlake3()
  } catch {
    return portableBlake3()
  }
}

export function nativeBlake3(): () => Hash {
  const { Blake3Hasher } = require('@napi-rs/blake-hash') as typeof addon
  return () => {
    const hasher = new Blake3Hasher()
    return { update: (bytes) => hasher.update(bytes), digest: () => hasher.digestBuffer() }
  }
}

export function portableBlake3(): () => Hash {
  return () => portable.create()
}
