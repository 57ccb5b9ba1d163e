import { cidFromBytes } from '../../shared/cid.ts'
import { type ErrorCode, HiroError } from '../../shared/errors.ts'
import { MAPS_PER_CALL_MAX } from '../../shared/limits.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import { GroupRecord } from '../metadata/records.js'
import { contentOf } from '../namespace/detach.ts'
import { readInode } from '../namespace/tree.ts'
import { readVersion } from '../snapshots/list-versions.ts'
import { isStill, type LocatedPiece, locate } from './read-map.ts'

export interface WantedMap {
  readonly file: string
  readonly version: number
}

/** Where the one piece of a small file is; or why that is not said. */
export type SmallFileMap =
  | { readonly code: ''; readonly sealed: Uint8Array /** In `pieces`. */; readonly piece: number }
  | { readonly code: ErrorCode }

export interface SmallFileMaps {
  readonly files: readonly SmallFileMap[]
  readonly pieces: readonly LocatedPiece[]
}

/** As `readMap` for each of many files that have one group with one piece; what other files have is asked for by themselves. A piece that many have a part in is looked up once. Throws `usage`. */
export async function readMaps(context: Context, wanted: readonly WantedMap[], older = false): Promise<SmallFileMaps> {
  if (wanted.length > MAPS_PER_CALL_MAX)
    throw new HiroError(
      'usage',
      `the maps of at most ${MAPS_PER_CALL_MAX} files are read at once, not of ${wanted.length}`,
    )
  const pieces: LocatedPiece[] = []
  const known = new Map<string, number>()
  const files: SmallFileMap[] = []
  for (const one of wanted) {
    const found = await onlyPieceOf(context, { ...one, older })
    if (typeof found === 'string') {
      files.push({ code: found })
      continue
    }
    const { sealed, piece } = found
    const cid = cidFromBytes(piece.cid)
    const at = known.get(cid) ?? pieces.push(await locate(context, piece)) - 1
    known.set(cid, at)
    files.push({ code: '', sealed, piece: at })
  }
  return { files, pieces }
}

async function onlyPieceOf(
  context: Context,
  { file, version, older }: WantedMap & { readonly older: boolean },
): Promise<{ sealed: Uint8Array; piece: { cid: Uint8Array; sizeBytes: number } } | ErrorCode> {
  const { store } = context
  const inode = older ? await readVersion(store, file, version) : await readInode(store, file)
  if (inode === undefined) return 'not-found'
  if (inode.version !== version) return 'changed'
  if (inode.groups !== 1) return 'usage'
  const value = await store.get(keys.extents(file, contentOf(inode), 0))
  // Of a file that was edited it may have another number.
  if (value === undefined && inode.content !== 0) return 'usage'
  if (value === undefined) throw new HiroError('metadata-damaged', 'the only group of a file is missing')
  if (!(await isStill(context, { file, version, older }, inode))) return 'changed'
  const { sealed, pieces } = GroupRecord.decode(value)
  const [piece, ...others] = pieces
  return piece && others.length === 0 ? { sealed, piece } : 'usage'
}
