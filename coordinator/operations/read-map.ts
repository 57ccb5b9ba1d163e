import { cidFromBytes } from '../../shared/cid.ts'
import { HiroError } from '../../shared/errors.ts'
import { toHex } from '../../shared/ids.ts'
import type { Peer } from '../../shared/piece-map.ts'
import { shuffle } from '../../shared/random/choose.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { GroupRecord, type InodeRecord, PieceRecord, StoreRecord, WorkerRecord } from '../metadata/records.js'
import { contentOf } from '../namespace/detach.ts'
import { readTrash } from '../namespace/trash.ts'
import { readInode } from '../namespace/tree.ts'
import { hasShards, shardCids } from '../shards/shape.ts'
import { readOlder } from '../snapshots/list-versions.ts'

export interface GroupOfPieces {
  readonly group: number
  readonly sealed: Uint8Array
  readonly pieces: readonly LocatedPiece[]
}

export interface LocatedPiece {
  readonly cid: string
  readonly sizeBytes: number
  readonly holders: Peer[]
  readonly copies: number
  readonly shards: ShardMap | undefined
}

/** By number, the data first. */
export interface ShardMap {
  readonly dataShards: number
  readonly parityShards: number
  readonly shards: readonly { readonly cid: string; readonly holders: readonly Peer[] }[]
}

export interface WantedGroups {
  readonly file: string
  readonly version: number
  readonly firstGroup: number
  /** 0: as many as an answer carries. */
  readonly groups: number
  /** Not empty: these, in place of the two above. */
  readonly numbers?: readonly number[]
  /** Also of a version that is in the trash. */
  readonly removed?: boolean
  /** Also of a version that is not the newest, as long as the trash or a snapshot keeps it. */
  readonly older?: boolean
}

/** What one answer may carry. */
const GROUPS_MAX = 4

/** The sealed extents of a version and where each of its pieces lies, the workers that are alive first. Throws `not-found`, `changed` (another version is current). */
export async function readMap(context: Context, wanted: WantedGroups): Promise<GroupOfPieces[]> {
  const inode = await inodeOf(context, wanted)
  if (inode === undefined) throw new HiroError('not-found', 'the file was removed')
  if (inode.version !== wanted.version) throw new HiroError('changed', 'the file has a newer version')
  const found: GroupOfPieces[] = []
  for (const group of numbersOf(wanted, inode)) {
    const value = await context.store.get(keys.extents(wanted.file, contentOf(inode), group))
    if (value === undefined) throw new HiroError('metadata-damaged', `group ${group} of a file is missing`)
    const { sealed, pieces } = GroupRecord.decode(value)
    found.push({ group, sealed, pieces: await Promise.all(pieces.map((piece) => locate(context, piece))) })
  }
  if (!(await isStill(context, wanted, inode))) throw new HiroError('changed', 'the file has a newer version')
  return found
}

async function inodeOf(context: Context, wanted: WantedGroups): Promise<InodeRecord | undefined> {
  const { file, version, older = false } = wanted
  const now = await readInode(context.store, file)
  if (older && now?.version !== version) return (await readOlder(context.store, file, version)) ?? now
  return now ?? (await removedInode(context, wanted))
}

async function removedInode(
  context: Context,
  { file, version, removed = false }: WantedGroups,
): Promise<InodeRecord | undefined> {
  return removed ? (await readTrash(context.store, file, version))?.record.inode : undefined
}

function numbersOf({ numbers = [], firstGroup, groups }: WantedGroups, inode: InodeRecord): readonly number[] {
  if (numbers.length > 0) return numbers.slice(0, GROUPS_MAX)
  const end = Math.min(inode.groups, firstGroup + Math.min(groups || GROUPS_MAX, GROUPS_MAX))
  return Array.from({ length: Math.max(0, end - firstGroup) }, (_, at) => firstGroup + at)
}

/** Groups of content that is edited are written over: those that were read are of this version only if it is still the newest. */
export async function isStill(
  context: Context,
  { file, version, older = false }: Pick<WantedGroups, 'file' | 'version' | 'older'>,
  { content }: InodeRecord,
): Promise<boolean> {
  if (content === 0) return true
  // What is kept otherwise is written over by nobody.
  if (older && (await readOlder(context.store, file, version))) return true
  const now = await readInode(context.store, file)
  // What was removed changes no more.
  return now === undefined || now.version === version
}

export async function locate(context: Context, piece: { cid: Uint8Array; sizeBytes: number }): Promise<LocatedPiece> {
  const cid = cidFromBytes(piece.cid)
  const value = await context.store.get(keys.piece(cid))
  const record = PieceRecord.decode(value ?? new Uint8Array())
  return {
    cid,
    sizeBytes: piece.sizeBytes,
    holders: await holdersOf(context, record),
    copies: record.copies,
    shards: hasShards(record) ? await shardMapOf(context, record) : undefined,
  }
}

/** Those that are alive first. */
async function holdersOf(context: Context, record: PieceRecord): Promise<Peer[]> {
  const peers = await Promise.all(record.holders.map(async (store) => await peerOf(context, toHex(store))))
  const mixed = shuffle(
    context.random,
    peers.filter((peer) => peer !== undefined),
  )
  return [...mixed.filter(({ alive }) => alive), ...mixed.filter(({ alive }) => !alive)]
}

async function shardMapOf(context: Context, record: PieceRecord): Promise<ShardMap> {
  const { dataShards, parityShards } = record
  const shards = shardCids(record).map(async (cid) => {
    const value = await context.store.get(keys.piece(cid))
    return { cid, holders: await holdersOf(context, PieceRecord.decode(value ?? new Uint8Array())) }
  })
  return { dataShards, parityShards, shards: await Promise.all(shards) }
}

/** `undefined`: the store is lost. */
async function peerOf(context: Context, store: string): Promise<Peer | undefined> {
  const member = context.members.aliveByStore(store)
  if (member) return { id: member.peer, addresses: member.addresses, name: member.name, zone: member.zone, alive: true }
  const storeRow = await context.store.get(keys.store(store))
  const record = storeRow && StoreRecord.decode(storeRow)
  if (record === undefined || record.lost) return undefined
  const workerRow = await context.store.get(keys.worker(record.peer))
  if (workerRow === undefined) return undefined
  const { addresses, name, zone } = WorkerRecord.decode(workerRow)
  return { id: record.peer, addresses, name, zone, alive: false }
}
