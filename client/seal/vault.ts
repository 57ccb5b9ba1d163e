import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import type { Random } from '../../shared/random/random.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import { deriveKeys, type Keys } from './keys.ts'
import { KEY_LENGTH_BYTES, sameBytes, sha256 } from './primitives.ts'

/** One way to the root key. Kinds are literals, never reused; one that this Hiro does not know is skipped, and kept when the envelope is written again. */
export interface Wrapping {
  readonly kind: number
  readonly payload: Uint8Array
}

/** The root key of a client, wrapped in one or more ways. `generation` grows by one whenever the envelope is changed. */
export interface Vault {
  readonly generation: number
  readonly wrappings: readonly Wrapping[]
}

/** The root key as it is: nothing but the mode of the file that it lies in protects it. */
const KIND_FILE = 1

const VERSION = 1
const MAGIC = Buffer.from('HIROVAULT', 'latin1')
const CHECKSUM_LENGTH_BYTES = 32
const FIXED_LENGTH_BYTES = MAGIC.length + 1 + 4 + 1
/** No envelope is larger; what is, is not read. */
export const VAULT_SIZE_BYTES_MAX = 64 * 1024

/** A vault with a new root key. Whoever loses it loses every file that is sealed under it. */
export function createVault(random: Random): Vault {
  return { generation: 1, wrappings: [{ kind: KIND_FILE, payload: random.bytes(KEY_LENGTH_BYTES) }] }
}

/** The keys, by the first wrapping that this Hiro can open. Throws `version-unknown` when there is none, `integrity` when that one is malformed. */
export function openVault(vault: Vault): Keys {
  const wrapping = vault.wrappings.find(({ kind }) => kind === KIND_FILE)
  if (wrapping === undefined) {
    const kinds = vault.wrappings.map(({ kind }) => kind).join(', ') || 'none'
    throw new HiroError(
      'version-unknown',
      `this Hiro cannot open the vault: the ways to open it are of kinds ${kinds}, and it knows only kind ${KIND_FILE} (key in the file)`,
    )
  }
  if (wrapping.payload.byteLength !== KEY_LENGTH_BYTES) {
    throw new HiroError(
      'integrity',
      `the vault holds a root key of ${wrapping.payload.byteLength} bytes, not ${KEY_LENGTH_BYTES}`,
    )
  }
  return deriveKeys(wrapping.payload)
}

export function encodeVault({ generation, wrappings }: Vault): Uint8Array<ArrayBuffer> {
  const body = wrappings.reduce((sum, { payload }) => sum + 3 + payload.byteLength, FIXED_LENGTH_BYTES)
  assert(body + CHECKSUM_LENGTH_BYTES <= VAULT_SIZE_BYTES_MAX, 'too many wrappings')
  const writer = new ByteWriter(body)
  writer.bytes(MAGIC).u8(VERSION).u32(generation).u8(wrappings.length)
  for (const { kind, payload } of wrappings) writer.u8(kind).u16(payload.byteLength).bytes(payload)
  const bytes = writer.finish()
  return new ByteWriter(body + CHECKSUM_LENGTH_BYTES).bytes(bytes).bytes(sha256(bytes)).finish()
}

/** Throws `integrity` for what is damaged or no vault, `version-unknown` for an undamaged one of another format. */
export function decodeVault(bytes: Uint8Array): Vault {
  const end = bytes.byteLength - CHECKSUM_LENGTH_BYTES
  if (end < FIXED_LENGTH_BYTES || MAGIC.some((byte, at) => bytes[at] !== byte)) {
    throw new HiroError('integrity', 'not a vault of Hiro, or cut short')
  }
  const body = bytes.subarray(0, end)
  // First, and at the end in every version, so that damage is told from a newer format.
  if (!sameBytes(sha256(body), bytes.subarray(end))) {
    throw new HiroError('integrity', 'the vault is damaged: its checksum does not hold')
  }
  const reader = new ByteReader(body, 'the vault')
  reader.bytes(MAGIC.length)
  reader.version(VERSION)
  const generation = reader.u32()
  const wrappings: Wrapping[] = []
  for (let left = reader.u8(); left > 0; left--) {
    const kind = reader.u8()
    wrappings.push({ kind, payload: reader.bytes(reader.u16()) })
  }
  reader.end()
  return { generation, wrappings }
}
