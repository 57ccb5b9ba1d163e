import { HiroError } from '../../shared/errors.ts'
import { toHex } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'

const NOTHING = new Uint8Array()

/** The answer to `readMaps`, put together from that to `readMap` for each file. */
export function mapsOf(
  files: readonly wire.WantedMap[],
  readMap: (wanted: wire.ReadMapRequest) => wire.ReadMapResponse,
): wire.ReadMapsResponse {
  const pieces = new Table<wire.PieceHolders>()
  const workers = new Table<wire.WorkerInfo>()
  const add = (piece: wire.PieceHolders, known: readonly wire.WorkerInfo[]): number => {
    const at = known.map((worker) => workers.indexOf(worker.peer, worker))
    const indexes = (holders: readonly number[]): number[] => holders.map((holder) => at[holder] ?? 0)
    const { cid, shards } = piece
    const located = shards && {
      ...shards,
      shards: shards.shards.map(({ cid, holders }) => ({ cid, holders: indexes(holders) })),
    }
    const whole = { ...piece, holders: indexes(piece.holders), ...(located && { shards: located }) }
    return pieces.indexOf(toHex(cid), whole)
  }
  const maps = files.map(({ file, version }): wire.SmallFileMap => {
    try {
      const { groups, workers } = readMap({ file, version, firstGroup: 0, groups: 1, numbers: [], removed: false })
      const [group] = groups
      const [piece, ...others] = group?.pieces ?? []
      if (group === undefined || piece === undefined || others.length > 0) return failure('usage')
      return { code: '', sealed: group.sealed, piece: add(piece, workers) }
    } catch (error) {
      if (error instanceof HiroError) return failure(error.code)
      throw error
    }
  })
  return { files: maps, pieces: pieces.values, workers: workers.values }
}

function failure(code: string): wire.SmallFileMap {
  return { code, sealed: NOTHING, piece: 0 }
}

/** Values that stand in it once, by key. */
class Table<T> {
  readonly values: T[] = []
  readonly #indexes = new Map<string, number>()

  indexOf(key: string, value: T): number {
    const known = this.#indexes.get(key)
    if (known !== undefined) return known
    this.#indexes.set(key, this.values.length)
    return this.values.push(value) - 1
  }
}
