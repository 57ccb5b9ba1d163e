import assert from 'node:assert/strict'
import { cidOf, cidToBytes } from '../../shared/cid.ts'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import { ErasureCode } from '../../shared/erasure/erasure-code.ts'
import type { ShardSource } from '../../shared/protocol/membership/membership.js'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import type { ChannelPool } from '../../shared/transport/stream-pool.ts'
import type { PieceStore } from '../store/piece-store.ts'
import type { FetchPorts } from './fetch-piece.ts'
import { gatherPiece, pieceOf } from './gather-piece.ts'

const code = new ErasureCode(4, 2)
const bytes = new SeededRandom('piece').bytes(70_001)
const piece = { cid: cidOf(bytes), sizeBytes: bytes.length }
const { signal } = new AbortController()

/** A worker to whom all shards are its own: what is fetched is read here. */
function workerWith(held: ReadonlyMap<string, Uint8Array>): FetchPorts {
  const store: Pick<PieceStore, 'stat' | 'read'> = {
    stat: async (cid) => (held.has(cid) ? { sizeBytes: held.get(cid)?.length ?? 0, revision: 1 } : undefined),
    async *read(cid) {
      yield held.get(cid)?.slice() ?? assert.fail()
    },
  }
  const unused = { pool: {} as ChannelPool, pass: () => new Uint8Array() }
  return { ...unused, self: 'me', clock: new SimulatedClock(), store: store as PieceStore }
}

function kept(shards: readonly Uint8Array[]): { held: Map<string, Uint8Array>; sources: ShardSource[] } {
  const held = new Map(shards.map((shard) => [cidOf(shard), shard]))
  const workers = [{ peer: 'me', addresses: [] }]
  const sources = shards.map((bytes, shard) => ({ shard, cid: cidToBytes(cidOf(bytes)), workers }))
  return { held, sources }
}

describe('a worker that puts a piece together', () => {
  it('out of any four shards, parity among them', async () => {
    const { held, sources } = kept(code.encode(bytes))
    for (const some of [sources, sources.slice(2), sources.toReversed()])
      assert.deepEqual(await pieceOf(workerWith(held), code, piece, some, signal), bytes)
  })

  it('names who has a shard that rotted, and does without it where it can', async () => {
    const { held, sources } = kept(code.encode(bytes))
    const [first = ''] = held.keys()
    held.set(
      first,
      (held.get(first) ?? assert.fail()).map((value, at) => (at === 7 ? value ^ 1 : value)),
    )
    assert.deepEqual(await pieceOf(workerWith(held), code, piece, sources, signal), bytes)
    await assert.rejects(pieceOf(workerWith(held), code, piece, sources.slice(0, 4), signal), {
      code: 'integrity',
      peer: 'me',
    })
  })

  it('shards that are whole, and are those of something else, are no piece', async () => {
    const wrong = code.encode(bytes).map((shard, at) => (at === 5 ? new Uint8Array(shard.length).fill(1) : shard))
    const { held, sources } = kept(wrong)
    await assert.rejects(pieceOf(workerWith(held), code, piece, sources.slice(2), signal), {
      code: 'integrity',
      message: /do not give it back/,
    })
  })

  it('a copy that rotted here is not what shards are made of', async () => {
    const { held, sources } = kept(code.encode(bytes))
    held.set(piece.cid, bytes.slice().fill(0, 5, 6))
    assert.deepEqual(await gatherPiece(workerWith(held), code, piece, sources, signal), bytes)
    await assert.rejects(gatherPiece(workerWith(held), code, piece, [], signal), { code: 'integrity' })
  })
})
