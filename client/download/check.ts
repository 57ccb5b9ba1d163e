import { isCidOf } from '../../shared/cid.ts'
import { shardSizeBytes } from '../../shared/erasure/shard-layout.ts'
import { HiroError, hasCode, toHiroError } from '../../shared/errors.ts'
import type { Peer } from '../../shared/piece-map.ts'
import { mapOrdered } from '../../shared/work/ordered-window.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import { type OnProgress, ProgressCount } from '../progress.ts'
import { plainSize } from '../seal/piece-format.ts'
import { BadCopies, type BadCopy } from './bad-copies.ts'
import { openFile } from './download.ts'
import type { HeldPiece } from './held-piece.ts'
import type { DownloadPorts } from './ports.ts'
import { openWhole } from './read-version.ts'
import type { MappedExtent, VersionMap } from './version-map.ts'
import { extentsOf } from './why.ts'

export interface CheckOptions {
  /** Every copy is read and opened; otherwise workers are asked whether they have it, and believed. */
  readonly read?: boolean | undefined
  /** For all files of one look: a copy of a piece in which many of them have a part is looked at once. */
  readonly memo?: CheckMemo | undefined
  readonly signal?: AbortSignal | undefined
  /** In bytes of the file, whatever its copies. */
  readonly onProgress?: OnProgress | undefined
  readonly onBadCopy?: ((bad: BadCopy) => void) | undefined
}

export interface CheckResult {
  readonly path: string
  readonly version: number
  readonly sizeBytes: number
  readonly pieces: number
  /** The fewest good copies that a piece has; `undefined` for an empty file. Shards count as so many copies as lose it by as many deaths: m + 1 when none is missing. */
  readonly copies: number | undefined
  /** Pieces without any good copy that can be reached. */
  readonly lost: number
  readonly bad: readonly BadCopy[]
  /** Names of workers that should hold something and could not be asked. */
  readonly unreachable: readonly string[]
}

type State = 'good' | 'bad' | 'unreachable'

/** How a copy is, and what is wrong with it. */
interface Seen {
  readonly state: State
  readonly error?: HiroError
}

const MEMO_MAX = 1_000

/** What was seen of copies of shared pieces, those looked at last; empty at first. */
export type CheckMemo = Map<string, Promise<Seen>>

async function once(memo: CheckMemo, key: string, look: () => Promise<Seen>): Promise<Seen> {
  const seen = memo.get(key) ?? look()
  memo.set(key, seen)
  seen.catch(() => memo.delete(key))
  const [oldest] = memo.keys()
  if (memo.size > MEMO_MAX && oldest !== undefined) memo.delete(oldest)
  return await seen
}

/** Looks at every copy of every piece of a file. Throws `not-found`, `is-a-folder`, `changed` (replaced meanwhile), and what concerns the file as a whole. */
export async function check(
  ports: DownloadPorts,
  path: string,
  options: CheckOptions,
  window: number,
): Promise<CheckResult> {
  const { signal } = options
  const { entry, map } = await openFile(ports, path, signal)
  const bad: BadCopy[] = []
  const unreachable = new Set<string>()
  const badCopies = new BadCopies(ports.coordinator, (copy) => {
    bad.push(copy)
    options.onBadCopy?.(copy)
  })
  const checkOne = async (extent: MappedExtent, signal: AbortSignal) => {
    for (let moves = 0; ; moves++) {
      try {
        return { good: await countGood(extent, await pieceNow(extent, moves, signal), signal), ...extent }
      } catch (error) {
        if (!(error instanceof Moved) || moves === MOVES_MAX) throw error
      }
    }
  }
  const pieceNow = async (extent: MappedExtent, moves: number, signal: AbortSignal): Promise<HeldPiece> =>
    moves === 0 ? extent.piece : await map.freshPiece(extent, signal)
  const countGood = async (extent: MappedExtent, piece: HeldPiece, signal: AbortSignal): Promise<number> => {
    const count = async (copy: Pick<Copy, 'cid' | 'sizeBytes' | 'open'>, holders: readonly Peer[]): Promise<number> => {
      let good = 0
      for (const peer of holders) {
        const all = { ...copy, map, extent, peer, read: options.read ?? false }
        const look = async (): Promise<Seen> => await checkCopy(ports, all, signal)
        const memo = extent.lengthBytes === plainSize(piece.sizeBytes) ? undefined : options.memo
        const { state, error } = await (memo ? once(memo, `${copy.cid} ${peer.id}`, look) : look())
        if (error) badCopies.tell(copy.cid, peer, error)
        if (state === 'good') good++
        if (state === 'unreachable') unreachable.add(peer.name)
      }
      return good
    }
    const { cid, sizeBytes, holders, shards } = piece
    const copies = await count({ cid, sizeBytes, open: (bytes) => void openWhole(bytes, extent.key, cid) }, holders)
    if (shards === undefined) return copies
    let good = 0
    const shardBytes = shardSizeBytes(sizeBytes, shards.dataShards)
    for (const { cid, holders } of shards.shards) if ((await count(shardOf(cid, shardBytes), holders)) > 0) good++
    // As many losses as it survives, and one more: what so many copies would be.
    return copies + Math.max(0, good - shards.dataShards + 1)
  }
  const progress = new ProgressCount(options.onProgress, entry.sizeBytes)
  let [pieces, lost, copies] = [0, 0, Number.POSITIVE_INFINITY]
  for await (const { good, lengthBytes } of mapOrdered(extentsOf(map, signal), window, checkOne, signal)) {
    pieces++
    if (good === 0) lost++
    copies = Math.min(copies, good)
    progress.add(lengthBytes)
  }
  const { version, sizeBytes } = entry
  const fewest = pieces === 0 ? undefined : copies
  return { path, version, sizeBytes, pieces, copies: fewest, lost, bad, unreachable: [...unreachable] }
}

interface Copy {
  readonly map: VersionMap
  readonly extent: MappedExtent
  readonly cid: string
  readonly sizeBytes: number
  /** Throws `integrity`. */
  readonly open: (bytes: Uint8Array) => void
  readonly peer: Peer
  readonly read: boolean
}

/** A copy is gone by right: the piece has other copies now, or shards. */
class Moved extends Error {}

/** How often a piece may be brought elsewhere while it is looked at. */
const MOVES_MAX = 3

function holds({ cid, holders, shards }: HeldPiece, wanted: string, { id }: Peer): boolean {
  const held = [{ cid, holders }, ...(shards?.shards ?? [])].find((one) => one.cid === wanted)
  return held?.holders.some((holder) => holder.id === id) ?? false
}

/** Any k good shards give back the piece: whether it is the piece that was sealed, their CIDs say as well as opening it would. */
function shardOf(cid: string, sizeBytes: number): Pick<Copy, 'cid' | 'sizeBytes' | 'open'> {
  const open = (bytes: Uint8Array): void => {
    if (!isCidOf(cid, bytes)) throw new HiroError('integrity', 'a shard is not what its CID names')
  }
  return { cid, sizeBytes, open }
}

async function checkCopy({ workers }: DownloadPorts, copy: Copy, signal: AbortSignal): Promise<Seen> {
  const { cid, sizeBytes, open, peer, map, extent, read } = copy
  try {
    if (read) open(await workers.get(peer, { cid, sizeBytes }, { signal }))
    else {
      const [size] = await workers.stat(peer, [cid], signal)
      if (size === undefined) throw new HiroError('not-found', 'the worker does not have it')
      if (size !== sizeBytes) throw new HiroError('integrity', `the copy has ${size} bytes, not ${sizeBytes}`)
    }
    return { state: 'good' }
  } catch (cause) {
    throwIfAborted(signal)
    const error = toHiroError(cause)
    if (!hasCode(error, 'integrity', 'not-found')) return { state: 'unreachable' }
    // It is gone by right when the file was replaced or removed meanwhile.
    if (error.code === 'not-found' && !holds(await map.freshPiece(extent, signal), cid, peer)) throw new Moved()
    return { state: 'bad', error }
  }
}
