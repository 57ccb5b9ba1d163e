import { isDeepStrictEqual } from 'node:util'
import { cidFromBytes } from '../../shared/cid.ts'
import { DATA_SHARDS_MAX, PARITY_SHARDS_MAX } from '../../shared/erasure/limits.ts'
import { HiroError } from '../../shared/errors.ts'
import { fromHex } from '../../shared/ids.ts'
import type { Peer } from '../../shared/piece-map.ts'
import type { ShardMap } from '../../shared/protocol/control/control.js'
import type { Coordinator } from '../control/coordinator.ts'
import { type Extent, openGroup } from '../seal/extents.ts'
import type { Head } from '../seal/head.ts'
import type { Keys } from '../seal/keys.ts'
import { peerOf, workersAt } from '../workers/places.ts'

/** A piece, and the workers that hold it as the coordinator says, the best to read from first. */
export interface HeldPiece {
  readonly cid: string
  readonly sizeBytes: number
  readonly holders: readonly Peer[]
  /** How many copies it shall have; 0: it is kept as shards only. Absent: nobody said. */
  readonly copies?: number
  /** It is kept as shards, or is on its way to it, besides what copies there are. */
  readonly shards?: HeldShards | undefined
}

export interface HeldShards {
  readonly dataShards: number
  readonly parityShards: number
  readonly shards: readonly HeldShard[]
}

export interface HeldShard {
  /** Its number: those of the data come first. */
  readonly shard: number
  readonly cid: string
  readonly holders: readonly Peer[]
}

export interface MappedExtent extends Extent {
  /** Of the group that lists it. */
  readonly group: number
  readonly piece: HeldPiece
}

/** A reader needs the group it is in and the one that comes next. */
const GROUPS_KEPT = 2

/** One published version of a file, opened group by group as it is needed: each group is bound to its place by the head. */
export class VersionMap {
  readonly file: string
  readonly version: number
  readonly head: Head
  readonly #coordinator: Coordinator
  readonly #keys: Keys
  readonly #groups = new Map<number, Promise<MappedExtent[]>>()

  constructor(
    ports: { coordinator: Coordinator; keys: Keys },
    { file, version, head }: { file: string; version: number; head: Head },
  ) {
    this.#coordinator = ports.coordinator
    this.#keys = ports.keys
    this.file = file
    this.version = version
    this.head = head
  }

  get groups(): number {
    return this.head.groupVersions.length
  }

  /** Throws `integrity`, `changed` (another version is current), `not-found` (the file was removed). */
  async group(group: number, signal?: AbortSignal): Promise<MappedExtent[]> {
    const known = this.#groups.get(group)
    if (known !== undefined) return await known
    const read = this.#read(group, signal)
    this.#groups.set(group, read)
    read.catch(() => this.#groups.delete(group))
    const [oldest] = this.#groups.keys()
    if (this.#groups.size > GROUPS_KEPT && oldest !== undefined) this.#groups.delete(oldest)
    return await read
  }

  /** As `group`, with what the coordinator knows now. */
  async fresh(group: number, signal?: AbortSignal): Promise<MappedExtent[]> {
    this.#groups.delete(group)
    return await this.group(group, signal)
  }

  /** Where the piece of an extent is, by what the coordinator knows now. */
  async freshPiece({ group, cid, piece }: MappedExtent, signal?: AbortSignal): Promise<HeldPiece> {
    return (await this.fresh(group, signal)).find((extent) => extent.cid === cid)?.piece ?? piece
  }

  /** Throws `changed` or `not-found` unless this version is the file's current one. */
  async requireCurrent(signal?: AbortSignal): Promise<void> {
    await this.#call(0, signal)
  }

  async #read(group: number, signal: AbortSignal | undefined): Promise<MappedExtent[]> {
    const version = this.head.groupVersions[group]
    if (version === undefined) throw new RangeError(`group ${group} of ${this.groups}`)
    const { groups, workers } = await this.#call(group, signal)
    const message = groups.find((found) => found.group === group)
    if (message === undefined) throw new HiroError('integrity', `the coordinator leaves out group ${group} of a file`)
    const extents = openGroup(this.#keys, { file: this.file, group, version }, message.sealed)
    const peers = workers.map(peerOf)
    const pieces = new Map<string, HeldPiece>()
    for (const { cid: bytes, sizeBytes, holders, copies, shards } of message.pieces) {
      const cid = cidFromBytes(bytes)
      const piece = { cid, sizeBytes, copies, holders: workersAt(peers, holders) }
      pieces.set(cid, { ...piece, shards: shards && heldShards(shards, peers) })
    }
    return extents.map((extent) => {
      const piece = pieces.get(extent.cid)
      if (piece === undefined) throw new HiroError('integrity', `the coordinator leaves out piece ${extent.cid}`)
      return { ...extent, group, piece }
    })
  }

  async #call(group: number, signal: AbortSignal | undefined) {
    const body = { file: fromHex(this.file), version: this.version, firstGroup: group, groups: 1 }
    return await this.#coordinator.call('readMap', body, { signal })
  }
}

/** Whether two maps send a reader to the same workers for the same bytes. */
export function samePlaces(one: HeldPiece, other: HeldPiece): boolean {
  return isDeepStrictEqual(placesOf(one), placesOf(other))
}

function placesOf({ cid, holders, shards }: HeldPiece): string[] {
  const held = [{ cid, holders }, ...(shards?.shards ?? [])]
  return held.flatMap(({ cid, holders }) => holders.map(({ id }) => `${cid} ${id}`)).toSorted()
}

/** Throws `version-unknown` for a code that this Hiro does not know, `bad-frame`. */
function heldShards({ dataShards, parityShards, shards }: ShardMap, peers: readonly Peer[]): HeldShards {
  if (dataShards < 1 || dataShards > DATA_SHARDS_MAX || parityShards < 1 || parityShards > PARITY_SHARDS_MAX)
    throw new HiroError('version-unknown', `a piece is kept as ${dataShards} + ${parityShards} shards`)
  if (shards.length !== dataShards + parityShards)
    throw new HiroError('bad-frame', `a piece has ${shards.length} shards, not ${dataShards + parityShards}`)
  const held = shards.map(({ cid, holders }, shard) => ({
    shard,
    cid: cidFromBytes(cid),
    holders: workersAt(peers, holders),
  }))
  return { dataShards, parityShards, shards: held }
}
