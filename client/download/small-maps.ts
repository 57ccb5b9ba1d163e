import { HiroError, hasCode } from '../../shared/errors.ts'
import { fromHex } from '../../shared/ids.ts'
import type { FileEntry } from '../namespace/entry.ts'
import { type Extent, openGroup } from '../seal/extents.ts'
import { plainSize } from '../seal/piece-format.ts'
import { peerOf } from '../workers/places.ts'
import { type HeldPiece, heldPiece } from './held-piece.ts'
import type { DownloadPorts } from './ports.ts'

/** A file that is one part of one piece. */
export interface SmallFile {
  readonly entry: FileEntry
  readonly extent: Extent
  readonly piece: HeldPiece
}

/**
 * Where small files lie, all of them older versions or none, with one call for at most MAPS_PER_CALL_MAX of them; `undefined` for one that is not so simple, or not any more, or whose map is not what was sealed: whoever reads it by itself is told why. Throws
 * `unreachable`, or the signal's reason.
 */
export async function readSmallMaps(
  { coordinator, namespace: { keys } }: Pick<DownloadPorts, 'coordinator' | 'namespace'>,
  entries: readonly FileEntry[],
  signal: AbortSignal,
): Promise<(SmallFile | undefined)[]> {
  try {
    const wanted = entries.map(({ id, version }) => ({ file: fromHex(id), version }))
    const body = { files: wanted, ...(entries[0]?.older && { older: true }) }
    const { files, pieces, workers } = await coordinator.call('readMaps', body, { signal })
    const peers = workers.map(peerOf)
    const held = pieces.map((piece) => heldPiece(piece, peers))
    return entries.map((entry, at) => {
      const { code, sealed, piece } = files[at] ?? { code: 'not-found', sealed: new Uint8Array(), piece: 0 }
      if (code !== '') return undefined
      const { id: file, groupVersions, groupPlaces } = entry
      return placed(
        entry,
        () => openGroup(keys, { file, group: groupPlaces?.[0]?.group ?? 0, version: groupVersions[0] ?? 0 }, sealed),
        held[piece],
      )
    })
  } catch (error) {
    if (signal.aborted || !(error instanceof HiroError) || error.code === 'unreachable') throw error
    return entries.map(() => undefined)
  }
}

function placed(entry: FileEntry, open: () => readonly Extent[], piece: HeldPiece | undefined): SmallFile | undefined {
  try {
    const [extent, ...others] = open()
    const isAll = extent?.offset === 0 && extent.lengthBytes === entry.sizeBytes && others.length === 0
    if (!isAll || piece?.cid !== extent.cid) return undefined
    return extent.pieceOffset + extent.lengthBytes <= plainSize(piece.sizeBytes) ? { entry, extent, piece } : undefined
  } catch (error) {
    if (hasCode(error, 'integrity', 'version-unknown')) return undefined
    throw error
  }
}
