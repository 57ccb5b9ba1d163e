import { HiroError } from '../../shared/errors.ts'
import { NAME_LENGTH_BYTES_MAX } from '../../shared/limits.ts'
import type { Random } from '../../shared/random/random.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import type { Keys } from './keys.ts'
import { nameBytes, nameFault } from './name-rules.ts'
import { hmac, sameBytes } from './primitives.ts'
import { idBytes, openRecord, type RecordContext, sealRecord } from './records.ts'

/** A name's place: `child` is what it names, in the folder `parent`. Both are ids. */
export interface NamePlace {
  readonly parent: string
  readonly child: string
}

const VERSION = 1
/** A sealed name tells which of these its length is up to, and no more. Larger steps: more bytes per entry; smaller: more told. */
const BUCKETS_BYTES = [32, 64, 128, NAME_LENGTH_BYTES_MAX + 1]
// `ignoreBOM` keeps a leading byte order mark: it is part of the name.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * What the coordinator finds a name by: 32 bytes, the same for the same name in the same folder, and telling nothing of it. Throws
 * `name-invalid`.
 */
export function nameTag(keys: Keys, parent: string, name: string): Uint8Array<ArrayBuffer> {
  return hmac(keys.names, idBytes(parent), nameBytes(name))
}

/** The name, padded and bound to its place: a move to another folder seals it anew. Throws `name-invalid`. */
export function sealName(
  keys: Keys,
  { parent, child, name }: NamePlace & { name: string },
  random: Random,
): Uint8Array {
  const bytes = nameBytes(name)
  const bucket = BUCKETS_BYTES.find((size) => bytes.byteLength <= size) ?? 0
  const padding = new Uint8Array(bucket - bytes.byteLength)
  const plain = new ByteWriter(2 + bucket).u8(VERSION).u8(bytes.byteLength).bytes(bytes).bytes(padding).finish()
  return sealRecord(keys.records, contextOf({ parent, child }), plain, random)
}

/**
 * The name. Give `tag` wherever the coordinator named the entry by one: an entry that is filed under another name's tag is then refused, and not taken for that
 * other. Throws `integrity`, `version-unknown`. What comes back obeys the rules for names: it is safe to make a local file of.
 */
export function openName(keys: Keys, place: NamePlace & { tag?: Uint8Array }, sealed: Uint8Array): string {
  const reader = new ByteReader(openRecord(keys.records, contextOf(place), sealed), 'a name')
  reader.version(VERSION)
  const bytes = reader.bytes(reader.u8())
  reader.padding()
  let name = ''
  try {
    name = decoder.decode(bytes)
  } catch {
    reader.check(false, 'not UTF-8')
  }
  const fault = nameFault(name)
  reader.check(fault === undefined, fault ?? '')
  if (place.tag !== undefined && !sameBytes(place.tag, nameTag(keys, place.parent, name))) {
    throw new HiroError('integrity', 'an entry of a folder is filed under the tag of another name')
  }
  return name
}

function contextOf({ parent, child }: NamePlace): RecordContext {
  return { label: 'name', ids: [parent, child], numbers: [] }
}
