import type { Peer } from '../../shared/piece-map.ts'
import { type FoundPolicy, readPolicy } from '../namespace/policies.ts'
import { inSnapshots } from '../paths.ts'
import { openFile } from './download.ts'
import type { HeldShards } from './held-piece.ts'
import type { DownloadPorts } from './ports.ts'
import type { VersionMap } from './version-map.ts'

/** Where one piece of a file is. */
export interface PiecePlace {
  /** Of its bytes, in the file. */
  readonly offset: number
  readonly lengthBytes: number
  readonly cid: string
  /** As it is kept: sealed. */
  readonly sizeBytes: number
  /** Who holds it, by the coordinator's word. */
  readonly workers: readonly Peer[]
  /** How many copies it shall have; 0: shards only. */
  readonly copies: number
  readonly shards: HeldShards | undefined
}

export interface Why {
  readonly path: string
  readonly file: string
  readonly version: number
  readonly sizeBytes: number
  /** What the folder asks for. */
  readonly policy: FoundPolicy
  readonly pieces: readonly PiecePlace[]
}

/** Every piece of a file, and which workers hold it. Throws `not-found`, `is-a-folder`, `integrity`, `changed`. */
export async function why(ports: DownloadPorts, path: string, signal?: AbortSignal): Promise<Why> {
  const { entry, map } = await openFile(ports, path, signal)
  const pieces: PiecePlace[] = []
  for await (const { offset, lengthBytes, piece } of extentsOf(map, signal)) {
    const { cid, sizeBytes, holders: workers, copies = 0, shards } = piece
    pieces.push({ offset, lengthBytes, cid, sizeBytes, workers, copies, shards })
  }
  const policy = await readPolicy(ports, inSnapshots(path)?.folder ?? path, { signal })
  return { path, policy, file: entry.id, version: entry.version, sizeBytes: entry.sizeBytes, pieces }
}

export async function* extentsOf(map: VersionMap, signal?: AbortSignal) {
  for (let group = 0; group < map.groups; group++) yield* await map.group(group, signal)
}
