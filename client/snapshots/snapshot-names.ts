import { sha256 } from '../../shared/hash.ts'
import { ID_LENGTH_BYTES, idFromBytes, toHex } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import type { Keys } from '../seal/keys.ts'
import { openName } from '../seal/names.ts'

/** A snapshot of a folder. */
export interface Snapshot {
  readonly name: string
  /** Path of the folder; `undefined`: it is not above what was asked for. */
  readonly folder: string | undefined
  readonly takenAtMs: number
  /** What it shows is as it was then. */
  readonly revision: number
}

/** A snapshot, and what the coordinator knows it by. */
export interface FoundSnapshot extends Snapshot {
  readonly id: string
  readonly tag: Uint8Array
}

/**
 * What the names of a folder's snapshots are sealed for in place of its id: so none of them can be passed off as the name of a file, nor the other way round.
 */
export function snapshotsIdOf(folder: string): string {
  return derived(`snapshots of ${folder}`)
}

/** Of a file or folder in a snapshot, for whoever has to tell it from what it is now. */
export function idThen(id: string, at: number): string {
  return derived(`${id} at ${at}`)
}

/** Opens what the coordinator says of a snapshot. Throws `integrity`. */
export function openSnapshot(keys: Keys, message: wire.Snapshot, path: string | undefined): FoundSnapshot {
  const { tag, sealedName, takenAtMs, revision } = message
  const id = idFromBytes(message.id)
  const name = openName(keys, { parent: snapshotsIdOf(idFromBytes(message.folder)), child: id, tag }, sealedName)
  return { name, folder: path, takenAtMs, revision, id, tag }
}

function derived(text: string): string {
  const hash = sha256()
  hash.update(Buffer.from(text))
  return toHex(hash.digest().subarray(0, ID_LENGTH_BYTES))
}
