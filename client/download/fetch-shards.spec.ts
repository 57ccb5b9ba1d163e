import assert from 'node:assert/strict'
import { cidOf } from '../../shared/cid.ts'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import { ErasureCode } from '../../shared/erasure/erasure-code.ts'
import { HiroError } from '../../shared/errors.ts'
import { silentLog } from '../../shared/log.ts'
import type { Peer } from '../../shared/piece-map.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { KnownWorkers } from '../workers/known-workers.ts'
import type { Workers } from '../workers/workers.ts'
import { BadCopies, type BadCopy } from './bad-copies.ts'
import { ReplicaChoice } from './choice-of-replica.ts'
import type { WantedPiece } from './fetch-copy.ts'
import { fetchPiece } from './fetch-piece.ts'
import type { DownloadPorts } from './ports.ts'

const bytes = new SeededRandom('piece').bytes(40_003)
const shards = new ErasureCode(4, 2).encode(bytes)
const peers = shards.map(
  (_, at): Peer => ({ id: `p${at}`, name: `worker-${at}`, zone: '', alive: true, addresses: [] }),
)

describe('a piece that is kept as 4+2 shards', () => {
  let clock: SimulatedClock
  /** What a worker does instead of giving its shard. */
  let instead: Map<string, () => Promise<Uint8Array>>
  let asked: string[]
  let bad: BadCopy[]

  beforeEach(() => {
    clock = new SimulatedClock()
    instead = new Map()
    asked = []
    bad = []
  })

  async function read(change: Partial<WantedPiece> = {}, cid = cidOf(bytes)): Promise<Uint8Array> {
    const get: Workers['get'] = async ({ id }) => {
      asked.push(id)
      await Promise.resolve()
      return (await instead.get(id)?.()) ?? shards[Number(id.slice(1))]?.slice() ?? assert.fail()
    }
    const known = new KnownWorkers(clock)
    const coordinator = { call: async () => ({}) } as never
    const ports = { clock, known, coordinator, log: silentLog, choice: new ReplicaChoice(clock, known) }
    const held = shards.map((shard, at) => ({ shard: at, cid: cidOf(shard), holders: peers.slice(at, at + 1) }))
    const wanted: WantedPiece = {
      piece: {
        cid,
        sizeBytes: bytes.length,
        holders: [],
        copies: 0,
        shards: { dataShards: 4, parityShards: 2, shards: held },
      },
      open: (piece) => piece.slice(),
      requireCurrent: async () => {},
      badCopies: new BadCopies(coordinator, (found) => bad.push(found)),
      ...change,
    }
    const all = { ...ports, workers: { get } } as unknown as DownloadPorts
    return await clock.drive(fetchPiece(all, wanted, new AbortController().signal))
  }

  const fails = (code: 'unreachable' | 'not-found') => async (): Promise<never> => {
    throw new HiroError(code, 'as it was told to')
  }

  it('comes from four workers, whole or in part', async () => {
    assert.deepEqual(await read(), bytes)
    assert.equal(asked.length, 4)
    assert.deepEqual(await read({ range: { offset: 9_000, lengthBytes: 20_000 } }), bytes.slice(9_000, 29_000))
  })

  it('any two workers that fail are done without', async () => {
    for (let one = 0; one < 6; one++) {
      for (let other = 0; other < one; other++) {
        instead = new Map([`p${one}`, `p${other}`].map((id) => [id, fails('unreachable')]))
        assert.deepEqual(await read(), bytes, `without ${one} and ${other}`)
      }
    }
    instead = new Map(['p0', 'p2', 'p5'].map((id) => [id, fails('unreachable')]))
    await assert.rejects(read(), { code: 'unreachable' })
  })

  it('a worker that hangs is not waited for', async () => {
    instead.set('p1', async () => await new Promise(() => {}))
    assert.deepEqual(await read(), bytes)
    assert.equal(asked.length, 5)
  })

  it('a shard that was altered is told of, and no byte of it is given out', async () => {
    const altered = shards[2]?.map((value, at) => (at === 100 ? value ^ 1 : value)) ?? assert.fail()
    instead.set('p2', async () => altered.slice())
    assert.deepEqual(await read(), bytes)
    assert.deepEqual(
      bad.map(({ peer, code }) => [peer, code]),
      [['p2', 'integrity']],
    )
    for (const id of ['p0', 'p4']) instead.set(id, fails('not-found'))
    await assert.rejects(read(), { code: 'integrity' })
  })

  it('shards that are whole, and are those of something else, are no piece', async () => {
    await assert.rejects(read({}, cidOf(Buffer.from('something else'))), {
      code: 'integrity',
      message: /do not give it back/,
    })
  })
})
