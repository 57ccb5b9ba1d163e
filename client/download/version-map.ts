import { HiroError } from '../../shared/errors.ts'
import { fromHex } from '../../shared/ids.ts'
import type { Coordinator } from '../control/coordinator.ts'
import { type Extent, openGroup } from '../seal/extents.ts'
import type { Head } from '../seal/head.ts'
import type { Keys } from '../seal/keys.ts'
import { peerOf } from '../workers/places.ts'
import { type HeldPiece, heldPiece } from './held-piece.ts'

export interface MappedExtent extends Extent {
  /** Of the group that lists it. */
  readonly group: number
  readonly piece: HeldPiece
}

/** A reader needs the group it is in and the one that comes next. */
const GROUPS_KEPT_DEFAULT = 2

export interface MapOptions {
  /** It is read on when the file was removed, as long as the trash holds it. */
  readonly removed?: boolean
  /** It need not be the newest. */
  readonly older?: boolean | undefined
  readonly groupsKept?: number
  readonly known?: ReadonlyMap<number, MappedExtent[]>
}

type Published = Pick<VersionMap, 'file' | 'version' | 'head' | 'contentBytes' | 'committedAtMs'>

/** One published version of a file, opened group by group as it is needed: each group is bound to its place by the head. */
export class VersionMap {
  readonly file: string
  readonly version: number
  readonly head: Head
  /** What its pieces take, one copy of each; `undefined`: nobody counted. */
  readonly contentBytes?: number | undefined
  /** By the coordinator's clock; `undefined`: it was not told. */
  readonly committedAtMs?: number | undefined
  readonly #coordinator: Coordinator
  readonly #keys: Keys
  readonly #groups: Map<number, Promise<MappedExtent[]>>
  readonly #groupsKept: number
  readonly #removed: boolean
  readonly #older: boolean

  /** `known`: what is known of groups already, by their place in the head; then as many as there are may be kept. */
  constructor(
    ports: { coordinator: Coordinator; keys: Keys },
    { file, version, head, contentBytes, committedAtMs }: Published,
    { groupsKept = GROUPS_KEPT_DEFAULT, known, removed = false, older = false }: MapOptions = {},
  ) {
    this.#groups = new Map([...(known ?? [])].map(([at, extents]) => [at, Promise.resolve(extents)]))
    this.#groupsKept = groupsKept
    this.#removed = removed
    this.#older = older
    this.#coordinator = ports.coordinator
    this.#keys = ports.keys
    this.file = file
    this.version = version
    this.head = head
    this.contentBytes = contentBytes
    this.committedAtMs = committedAtMs
  }

  get groups(): number {
    return this.head.groupVersions.length
  }

  /** The group that holds `offset`, or the first byte after it; `undefined`: the head does not tell. */
  groupAt(offset: number): number | undefined {
    const places = this.head.groupPlaces
    if (places === undefined) return undefined
    return Math.max(
      0,
      places.findLastIndex((place) => place.offset <= offset),
    )
  }

  /** As far as it is kept. */
  known(group: number): Promise<MappedExtent[]> | undefined {
    return this.#groups.get(group)
  }

  /** The `group`-th. Throws `integrity`, `changed` (another version is current), `not-found` (the file was removed). */
  async group(group: number, signal?: AbortSignal): Promise<MappedExtent[]> {
    const known = this.#groups.get(group)
    if (known !== undefined) return await known
    const read = this.#read(group, signal)
    this.#groups.set(group, read)
    read.catch(() => this.#groups.delete(group))
    const [oldest] = this.#groups.keys()
    if (this.#groups.size > this.#groupsKept && oldest !== undefined) this.#groups.delete(oldest)
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
    const number = this.head.groupPlaces?.[group]?.group ?? group
    const message = groups.find((found) => found.group === number)
    if (message === undefined) throw new HiroError('integrity', `the coordinator leaves out group ${group} of a file`)
    const extents = openGroup(this.#keys, { file: this.file, group: number, version }, message.sealed)
    const peers = workers.map(peerOf)
    const pieces = new Map<string, HeldPiece>()
    for (const located of message.pieces) {
      const piece = heldPiece(located, peers)
      pieces.set(piece.cid, piece)
    }
    return extents.map((extent) => {
      const piece = pieces.get(extent.cid)
      if (piece === undefined) throw new HiroError('integrity', `the coordinator leaves out piece ${extent.cid}`)
      return { ...extent, group, piece }
    })
  }

  async #call(group: number, signal: AbortSignal | undefined) {
    const place = this.head.groupPlaces?.[group]
    const which = { firstGroup: group, groups: 1, numbers: place ? [place.group] : [], removed: this.#removed }
    const body = { file: fromHex(this.file), version: this.version, ...which, ...(this.#older && { older: true }) }
    return await this.#coordinator.call('readMap', body, { signal })
  }
}
