import assert from 'node:assert/strict'
import { checkCid, cidFromBytes, cidToBytes } from '../../shared/cid.ts'
import { HiroError } from '../../shared/errors.ts'
import { fromHex, idFromBytes, toHex } from '../../shared/ids.ts'
import { METADATA_VALUE_BYTES_MAX, SEALED_ATTRIBUTES_BYTES_MAX } from '../../shared/limits.ts'
import type { Peer } from '../../shared/piece-map.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import type { Amend } from '../edits/wanted.ts'
import type { InodeRecord } from '../metadata/records.js'
import type { Shortage } from '../operations/gather.ts'
import type { PieceOfUpload } from '../operations/holders.ts'
import type { CommitResult } from '../operations/intents.ts'
import type { Placed } from '../operations/place.ts'
import type { PackedFile, PublishPacked } from '../operations/publish-packed.ts'
import type { GroupOfPieces, LocatedPiece, ShardMap } from '../operations/read-map.ts'
import type { SmallFileMaps, WantedMap } from '../operations/read-maps.ts'
import type { SealGroup } from '../operations/seal-group.ts'
import type { ListedTrash } from '../trash/list-trash.ts'

const TAG_LENGTH_BYTES = 32
const NOTHING = new Uint8Array()
/** A padded, sealed name, and most attributes, are far below this; the metadata store's limit is far above. */
const SEALED_RECORD_BYTES_MAX = 4096

/** Throws `bad-frame`. */
export function tagOf(bytes: Uint8Array): string {
  if (bytes.byteLength !== TAG_LENGTH_BYTES) throw new HiroError('bad-frame', `a tag has ${TAG_LENGTH_BYTES} bytes`)
  return toHex(bytes)
}

/** Throws `bad-frame` when it is empty or larger than any record of a client is. */
export function sealedRecord(bytes: Uint8Array, bytesMax = SEALED_RECORD_BYTES_MAX): Uint8Array {
  if (bytes.byteLength === 0 || bytes.byteLength > bytesMax) {
    throw new HiroError('bad-frame', `a sealed record has 1 to ${bytesMax} bytes, not ${bytes.byteLength}`)
  }
  return bytes
}

const SEALED_GROUP_BYTES_MAX = 48 * 1024
/** A head has a version for each of its groups. */
export const SEALED_HEAD_BYTES_MAX = 48 * 1024

/** What else a record of an inode in the trash takes: ids, numbers, lengths. */
const RECORD_REST_BYTES = 512

assert(
  SEALED_HEAD_BYTES_MAX + SEALED_ATTRIBUTES_BYTES_MAX + SEALED_RECORD_BYTES_MAX + RECORD_REST_BYTES <=
    METADATA_VALUE_BYTES_MAX,
  'an inode must fit one value of the metadata store',
)

/** Throws as `sealedRecord`. */
export function sealedAttributesOf(bytes: Uint8Array): Uint8Array {
  return sealedRecord(bytes, SEALED_ATTRIBUTES_BYTES_MAX)
}

/** What has no content (version 0) has none. */
export function sealedHeadOf(version: number, bytes: Uint8Array): Uint8Array {
  return version === 0 && bytes.byteLength === 0 ? bytes : sealedRecord(bytes, SEALED_HEAD_BYTES_MAX)
}

export function decodeGroup(message: wire.SealGroupRequest): SealGroup {
  return {
    version: message.version,
    group: message.group,
    sealed: sealedRecord(message.sealed, SEALED_GROUP_BYTES_MAX),
    pieces: message.pieces.map(decodePiece),
    degraded: message.degraded,
  }
}

function decodePiece({ cid, sizeBytes, shards }: wire.PieceRef): PieceOfUpload {
  return { cid: cidFromBytes(cid), sizeBytes, shards: shards.map(cidFromBytes) }
}

export function decodePacked({ version, piece, degraded, files }: wire.PublishPackedRequest): PublishPacked {
  if (piece === undefined) throw new HiroError('bad-frame', 'a pack without its piece')
  return { version, piece: decodePiece(piece), degraded, files: files.map(decodePackedFile) }
}

function decodePackedFile(file: wire.PackedFile): PackedFile {
  return {
    parent: idFromBytes(file.parent),
    tag: tagOf(file.tag),
    file: idFromBytes(file.file),
    sealedName: sealedRecord(file.sealedName),
    sealedAttributes: sealedAttributesOf(file.sealedAttributes),
    sealedHead: sealedRecord(file.sealedHead),
    sealedGroup: file.sealedGroup.byteLength > 0 ? sealedRecord(file.sealedGroup) : file.sealedGroup,
    sizeBytes: file.sizeBytes,
  }
}

export function decodeAmend({
  sealedHead,
  sealedAttributes,
  added,
  groups,
  fence: _,
  vouchers,
  ...wanted
}: wire.AmendRequest): Amend {
  return {
    ...wanted,
    added: added.map(decodePiece),
    vouchers,
    groups: groups.map(({ group, sealed, pieces }) => ({
      group,
      sealed: sealedRecord(sealed, SEALED_GROUP_BYTES_MAX),
      pieces: pieces.map(checkCid),
    })),
    sealedHead: sealedRecord(sealedHead, SEALED_HEAD_BYTES_MAX),
    sealedAttributes: sealedAttributes.byteLength > 0 ? sealedRecord(sealedAttributes) : undefined,
  }
}

export function encodeShortages(short: readonly Shortage[]): wire.Shortage[] {
  return short.map(({ index, holders, shards }) => ({
    index,
    holders: [...holders],
    shards: shards.map(({ cid, holders }) => ({ cid: cidToBytes(cid), holders: [...holders] })),
  }))
}

export function encodeEntry(id: string, inode: InodeRecord): wire.Entry {
  const { tag, folder, sealedName, sealedAttributes, version, sealedHead, revision } = inode
  const { committedAtMs, contentBytes } = inode
  const entry = { id: fromHex(id), tag, folder, sealedName, sealedAttributes, version, sealedHead, revision }
  return { ...entry, committedAtMs, ...(contentBytes !== undefined && { contentBytes }) }
}

/** A page of a folder as a snapshot sees it. */
export function encodePageThen({
  entries,
  next,
}: {
  readonly entries: readonly { readonly id: string; readonly inode: InodeRecord }[]
  readonly next: string | undefined
}): wire.ListResponse {
  const encoded = entries.map(({ id, inode }) => encodeEntry(id, inode))
  return { entries: encoded, more: next !== undefined, ...(next !== undefined && { next: fromHex(next) }) }
}

export function encodeTrash({ items, folders, next = '' }: ListedTrash): wire.ListTrashResponse {
  return {
    items: items.map(({ id, record, place }) => {
      const { inode, replaced, atMs, untilMs } = record
      const { parent, tag, sealedName } = place
      const entry = { ...encodeEntry(id, inode), tag, sealedName }
      return { entry, parent, replaced, atMs, untilMs, storedBytes: inode.storedBytes }
    }),
    folders: folders.map(({ id, inode: { parent, tag, sealedName } }) => ({
      id: fromHex(id),
      parent,
      tag,
      sealedName,
    })),
    next,
  }
}

export function encodePeer({ id, addresses, name, zone, alive }: Peer): wire.WorkerInfo {
  return { peer: id, addresses: [...addresses], name, zone, alive }
}

/** Workers go once into a message; everything else in it points at them by index. */
class WorkerTable {
  readonly workers: wire.WorkerInfo[] = []
  readonly #indexes = new Map<string, number>()

  indexOf(peer: Peer): number {
    const known = this.#indexes.get(peer.id)
    if (known !== undefined) return known
    this.#indexes.set(peer.id, this.workers.length)
    return this.workers.push(encodePeer(peer)) - 1
  }
}

export function encodePlaces(placed: Placed | undefined): wire.Places | undefined {
  if (placed === undefined) return undefined
  const table = new WorkerTable()
  const placements = [...placed.pieceMap.values()].map((peers) => ({
    workers: peers.map((peer) => table.indexOf(peer)),
  }))
  return { workers: table.workers, placements, grant: placed.grant }
}

export function encodeGroups(found: readonly GroupOfPieces[]): wire.ReadMapResponse {
  const table = new WorkerTable()
  const groups = found.map(({ group, sealed, pieces }) => ({
    group,
    sealed,
    pieces: pieces.map((piece) => encodeLocated(piece, table)),
  }))
  return { groups, workers: table.workers }
}

export function decodeWantedMaps({ files }: wire.ReadMapsRequest): WantedMap[] {
  return files.map(({ file, version }) => ({ file: idFromBytes(file), version }))
}

export function encodeMaps({ files, pieces }: SmallFileMaps): wire.ReadMapsResponse {
  const table = new WorkerTable()
  return {
    files: files.map((file) => (file.code === '' ? file : { ...file, sealed: NOTHING, piece: 0 })),
    pieces: pieces.map((piece) => encodeLocated(piece, table)),
    workers: table.workers,
  }
}

function encodeLocated(
  { cid, sizeBytes, holders, copies, shards }: LocatedPiece,
  table: WorkerTable,
): wire.PieceHolders {
  const indexesOf = (holders: readonly Peer[]): number[] => holders.map((peer) => table.indexOf(peer))
  const shardHolders = ({ cid, holders }: ShardMap['shards'][number]): wire.ShardHolders => ({
    cid: cidToBytes(cid),
    holders: indexesOf(holders),
  })
  return {
    cid: cidToBytes(cid),
    sizeBytes,
    holders: indexesOf(holders),
    copies,
    ...(shards && { shards: { ...shards, shards: shards.shards.map(shardHolders) } }),
  }
}

export function encodeResult(result: CommitResult | undefined): { result: wire.CommitResult } | Record<string, never> {
  return result ? { result } : {}
}
