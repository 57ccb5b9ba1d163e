import { isCidOf } from '../../shared/cid.ts'
import type { Clock } from '../../shared/clock/clock.ts'
import { HiroError } from '../../shared/errors.ts'
import { STALL_MS } from '../../shared/limits.ts'
import { get, greet } from '../../shared/protocol/piece/piece-client.ts'
import { reach } from '../../shared/protocol/piece/reach.ts'
import type { PeerAddress } from '../../shared/transport/transport.ts'
import type { ForwardPorts } from '../forwarder.ts'
import type { PieceStore } from '../store/piece-store.ts'

export interface FetchPorts extends ForwardPorts {
  readonly self: string
  readonly store: PieceStore
  readonly clock: Clock
}

export interface WantedBytes {
  readonly cid: string
  readonly sizeBytes: number
}

/** A piece from another worker, or from here where that is who should have it, checked against its name. Throws `integrity` (other bytes, or another number of them), `not-found`, `unreachable`, `timeout`, `io`. */
export async function fetchFrom(
  ports: FetchPorts,
  worker: PeerAddress,
  wanted: WantedBytes,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (worker.id === ports.self) return await readHere(ports.store, wanted)
  const { pool, clock } = ports
  return await reach(pool, worker, { clock, reachMs: STALL_MS, signal }, async (channel, signal) => {
    await greet(channel, ports.pass())
    const { body } = await get(channel, { cid: wanted.cid, offset: 0, lengthBytes: 0 }, { clock, signal })
    return await gather(body, wanted)
  })
}

/** Throws `not-found`, `integrity`, `io`. */
export async function readHere(store: PieceStore, wanted: WantedBytes): Promise<Uint8Array> {
  return await gather(store.read(wanted.cid), wanted)
}

async function gather(slices: AsyncIterable<Uint8Array>, { cid, sizeBytes }: WantedBytes): Promise<Uint8Array> {
  const bytes = new Uint8Array(sizeBytes)
  let at = 0
  for await (const slice of slices) {
    if (at + slice.byteLength > sizeBytes) throw new HiroError('integrity', `a copy has more than ${sizeBytes} bytes`)
    bytes.set(slice, at)
    at += slice.byteLength
  }
  if (at < sizeBytes || !isCidOf(cid, bytes)) throw new HiroError('integrity', 'a copy is not what its CID names')
  return bytes
}
