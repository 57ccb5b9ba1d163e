import { HiroError } from '../../shared/errors.ts'
import type { Peer } from '../../shared/piece-map.ts'
import type { Places, WorkerInfo } from '../../shared/protocol/control/control.js'

/** Where one piece shall go: its workers in the order of the forwarding list, and the permission to put it there. */
export interface Place {
  readonly workers: readonly Peer[]
  readonly grant: Uint8Array
}

export function peerOf({ peer, addresses, name, zone, alive }: WorkerInfo): Peer {
  return { id: peer, addresses, name, zone, alive }
}

/** Looks `indexes` up in the table of workers of a message. Throws `bad-frame`. */
export function workersAt<T>(workers: readonly T[], indexes: readonly number[]): T[] {
  return indexes.map((index) => {
    const worker = workers[index]
    if (worker === undefined) throw new HiroError('bad-frame', 'a message names a worker that is not in it')
    return worker
  })
}

/** For as many of the `chunks` that were asked for as there is room for, but at least one. Throws `bad-frame`. */
export function placesOf(message: Places | undefined, chunks: number): Place[] {
  const workers = message?.workers.map(peerOf) ?? []
  const places = (message?.placements ?? []).map((placement) => ({
    workers: workersAt(workers, placement.workers),
    grant: message?.grant ?? new Uint8Array(),
  }))
  if (places.length > chunks || (places.length === 0 && chunks > 0)) {
    throw new HiroError('bad-frame', `asked for places for ${chunks} chunks, got ${places.length}`)
  }
  return places
}
