import assert from 'node:assert/strict'
import { METADATA_VALUE_BYTES_MAX } from '../../shared/limits.ts'
import type { Random } from '../../shared/random/random.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import type { Keys } from './keys.ts'
import { openRecord, RECORD_OVERHEAD_BYTES, type RecordContext, sealRecord } from './records.ts'

/** What a version of a file is made of. */
export interface Head {
  readonly sizeBytes: number
  /** For each group, the version that wrote it: with the file's id and the group's number, that is the one sealed group which belongs here. Empty for an empty file. */
  readonly groupVersions: readonly number[]
  /** Present in a file that was edited: the number of each group, and where it begins. Without it group n is the n-th. */
  readonly groupPlaces?: readonly GroupInFile[]
}

export interface GroupInFile {
  readonly group: number
  /** The first byte of the file that it may hold; up to the next group's it holds all that there is. */
  readonly offset: number
}

export interface HeadPlace {
  readonly file: string
  readonly version: number
}

const VERSION = 1
/** Of a file that was edited. */
const VERSION_EDITED = 2
const FIXED_LENGTH_BYTES = 1 + 8 + 4
const RUN_LENGTH_BYTES = 4 + 8
/** Groups of one version in a row are one run. Many small writes in a file of terabytes make many: seal neighbouring groups anew, then. */
export const HEAD_RUNS_MAX = 5_000
const PLACE_LENGTH_BYTES = 4 + 8 + 8
/** Groups of a file that was edited. */
export const HEAD_PLACES_MAX = 2_300
/** Bounds the memory that opening takes: 2^28 extents, 2 PiB in chunks of 8 MiB. */
export const HEAD_GROUPS_MAX = 2 ** 20

assert(
  RECORD_OVERHEAD_BYTES + FIXED_LENGTH_BYTES + HEAD_RUNS_MAX * RUN_LENGTH_BYTES <= METADATA_VALUE_BYTES_MAX,
  'a head must fit one value of the metadata store',
)

interface Run {
  groups: number
  readonly version: number
}

/** Bound to the file and the version. More than HEAD_RUNS_MAX runs or HEAD_GROUPS_MAX groups is a bug of the caller. */
export function sealHead(keys: Keys, place: HeadPlace, head: Head, random: Random): Uint8Array {
  if (head.groupPlaces) return sealEdited(keys, place, head, head.groupPlaces, random)
  const runs: Run[] = []
  for (const version of head.groupVersions) {
    assert(version <= place.version, `a group of version ${version} in version ${place.version}`)
    const last = runs.at(-1)
    if (last?.version === version) last.groups++
    else runs.push({ groups: 1, version })
  }
  assert(runs.length <= HEAD_RUNS_MAX && head.groupVersions.length <= HEAD_GROUPS_MAX, 'too many groups for a head')
  const writer = new ByteWriter(FIXED_LENGTH_BYTES + runs.length * RUN_LENGTH_BYTES)
  writer.u8(VERSION).u64(head.sizeBytes).u32(head.groupVersions.length)
  for (const { groups, version } of runs) writer.u32(groups).u64(version)
  return sealRecord(keys.records, contextOf(place), writer.finish(), random)
}

/** Throws `integrity` (altered, or of another file or version), `version-unknown`. */
export function openHead(keys: Keys, place: HeadPlace, sealed: Uint8Array): Head {
  const reader = new ByteReader(openRecord(keys.records, contextOf(place), sealed), 'the head of a version')
  const format = reader.version(VERSION, VERSION_EDITED)
  const sizeBytes = reader.u64()
  const groups = reader.u32()
  if (format === VERSION_EDITED) return openEdited(reader, place, sizeBytes, groups)
  reader.check(groups <= HEAD_GROUPS_MAX, `${groups} groups`)
  const groupVersions: number[] = []
  while (groupVersions.length < groups) {
    const run = reader.u32()
    const version = reader.u64()
    reader.check(run > 0 && run <= groups - groupVersions.length, 'a run of groups')
    reader.check(version <= place.version, `a group of a later version, ${version}`)
    for (let left = run; left > 0; left--) groupVersions.push(version)
  }
  reader.end()
  return { sizeBytes, groupVersions }
}

function sealEdited(
  keys: Keys,
  place: HeadPlace,
  { sizeBytes, groupVersions }: Head,
  places: readonly GroupInFile[],
  random: Random,
): Uint8Array {
  assert(places.length === groupVersions.length && places.length <= HEAD_PLACES_MAX, 'too many groups for a head')
  const writer = new ByteWriter(FIXED_LENGTH_BYTES + places.length * PLACE_LENGTH_BYTES)
  writer.u8(VERSION_EDITED).u64(sizeBytes).u32(places.length)
  places.forEach(({ group, offset }, at) => {
    const version = groupVersions[at] ?? 0
    assert(version <= place.version, `a group of version ${version} in version ${place.version}`)
    assert(at === 0 || offset > (places[at - 1]?.offset ?? 0), 'groups in the order of their offsets')
    writer.u32(group).u64(version).u64(offset)
  })
  return sealRecord(keys.records, contextOf(place), writer.finish(), random)
}

function openEdited(reader: ByteReader, place: HeadPlace, sizeBytes: number, groups: number): Head {
  reader.check(groups <= HEAD_PLACES_MAX, `${groups} groups`)
  const groupVersions: number[] = []
  const groupPlaces: GroupInFile[] = []
  const numbers = new Set<number>()
  for (let at = 0; at < groups; at++) {
    const group = reader.u32()
    const version = reader.u64()
    const offset = reader.u64()
    reader.check(version <= place.version, `a group of a later version, ${version}`)
    reader.check(at === 0 || offset > (groupPlaces[at - 1]?.offset ?? 0), 'the order of groups')
    reader.check(!numbers.has(group), `group ${group} twice`)
    numbers.add(group)
    groupVersions.push(version)
    groupPlaces.push({ group, offset })
  }
  reader.end()
  return { sizeBytes, groupVersions, groupPlaces }
}

function contextOf({ file, version }: HeadPlace): RecordContext {
  return { label: 'head', ids: [file], numbers: [version] }
}
