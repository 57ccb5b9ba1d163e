import assert from 'node:assert/strict'
import { cidFromBytes, cidToBytes } from '../../shared/cid.ts'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { GROUP_EXTENTS_MAX } from '../../shared/limits.ts'
import type { Random } from '../../shared/random/random.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import type { Keys } from './keys.ts'
import { KEY_LENGTH_BYTES } from './primitives.ts'
import { openRecord, type RecordContext, sealRecord } from './records.ts'

/** A part of a file, and where it lies: `lengthBytes` of the plaintext of piece `cid`, from `pieceOffset` on. What no extent covers reads as zeros. */
export interface Extent {
  /** In the file. */
  readonly offset: number
  /** At least 1. */
  readonly lengthBytes: number
  readonly cid: string
  /** In the plaintext of the piece. */
  readonly pieceOffset: number
  /** The piece's: 32 bytes. */
  readonly key: Uint8Array
}

/** A group's place: the `group`-th (from 0) of file `file`, as `version` wrote it. Later versions of the file may still use it. */
export interface GroupPlace {
  readonly file: string
  readonly group: number
  readonly version: number
}

const VERSION = 1
const FIXED_LENGTH_BYTES = 1 + 2
const EXTENT_LENGTH_BYTES = 8 + 4 + 4 + KEY_LENGTH_BYTES + 1

/**
 * Up to GROUP_EXTENTS_MAX extents, in the order of their offsets and without overlap, bound to the group's place. Under 48 KiB. All pieces are of piece
 * format 1: a group that lists others will have another version.
 */
export function sealGroup(keys: Keys, place: GroupPlace, extents: readonly Extent[], random: Random): Uint8Array {
  assert(extents.length <= GROUP_EXTENTS_MAX, `a group of ${extents.length} extents`)
  const cids = extents.map(({ cid }) => cidToBytes(cid))
  const length = cids.reduce((sum, cid) => sum + EXTENT_LENGTH_BYTES + cid.byteLength, FIXED_LENGTH_BYTES)
  const writer = new ByteWriter(length).u8(VERSION).u16(extents.length)
  let end = 0
  extents.forEach(({ offset, lengthBytes, pieceOffset, key }, at) => {
    const cid = cids[at] ?? new Uint8Array()
    assert(offset >= end && lengthBytes > 0 && key.byteLength === KEY_LENGTH_BYTES, `extent ${at} of a group`)
    end = offset + lengthBytes
    writer.u64(offset).u32(lengthBytes).u32(pieceOffset).bytes(key).u8(cid.byteLength).bytes(cid)
  })
  assert(Number.isSafeInteger(end))
  return sealRecord(keys.records, contextOf(place), writer.finish(), random)
}

/** Throws `integrity` (altered, or another place's), `version-unknown` (also for a CID of another kind). */
export function openGroup(keys: Keys, place: GroupPlace, sealed: Uint8Array): Extent[] {
  const reader = new ByteReader(openRecord(keys.records, contextOf(place), sealed), 'a group of extents')
  reader.version(VERSION)
  const count = reader.u16()
  reader.check(count <= GROUP_EXTENTS_MAX, `${count} extents`)
  const extents: Extent[] = []
  let end = 0
  for (let at = 0; at < count; at++) {
    const offset = reader.u64()
    const lengthBytes = reader.u32()
    const pieceOffset = reader.u32()
    reader.check(offset >= end && lengthBytes > 0, `extent ${at}`)
    end = offset + lengthBytes
    const key = reader.bytes(KEY_LENGTH_BYTES)
    extents.push({ offset, lengthBytes, pieceOffset, key, cid: readCid(reader.bytes(reader.u8())) })
  }
  reader.end()
  return extents
}

function contextOf({ file, group, version }: GroupPlace): RecordContext {
  return { label: 'extents', ids: [file], numbers: [group, version] }
}

function readCid(bytes: Uint8Array): string {
  try {
    return cidFromBytes(bytes)
  } catch (cause) {
    if (!hasCode(cause, 'bad-frame')) throw cause
    throw new HiroError('integrity', 'a group of extents is malformed: CID', { cause })
  }
}
