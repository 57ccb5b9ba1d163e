import assert from 'node:assert/strict'
import { cidFromBytes } from '../../shared/cid.ts'
import { SHARDED_PIECE_BYTES_MIN } from '../../shared/erasure/limits.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { collect, type Scripted, scripted } from '../client-fixture.ts'
import { read } from '../download/download.ts'
import type { AddOptions, AddResult } from './add-options.ts'
import { upload } from './upload.ts'

const PATH = '/file'
const CHUNK = SHARDED_PIECE_BYTES_MIN
const WHOLE = 5
/** The last piece is too small for shards. */
const CONTENT = Buffer.from(new SeededRandom('shards').bytes(WHOLE * CHUNK + 1_000))

describe('upload, where pieces are put as 4+2 shards', () => {
  let swarm: Scripted

  function start(workers: number): void {
    swarm = scripted('shards', workers)
    swarm.coordinator.code = { dataShards: 4, parityShards: 2 }
  }

  async function add(options: AddOptions = {}, content = CONTENT): Promise<AddResult> {
    return await swarm.clock.drive(upload(swarm.ports, PATH, content, options, { window: 4, chunkSizeBytes: CHUNK }))
  }

  async function assertReadable(): Promise<void> {
    assert.deepEqual(await swarm.clock.drive(collect(read(swarm.ports, PATH, {}, 4))), CONTENT)
  }

  /** Of each piece that is kept as shards, how many shards workers hold that are there, each another one. */
  function shardsThere(): number[] {
    return [...swarm.coordinator.shardsOf.values()].map((shards) => {
      const holders = shards.flatMap(
        (cid) => swarm.workers.holdersOf(cidFromBytes(cid)).find(({ alive }) => alive) ?? [],
      )
      assert.equal(new Set(holders).size, holders.length, 'a worker has two shards of a piece')
      return holders.length
    })
  }

  it('each shard goes to a worker of its own, once, and what is too small is put as copies', async () => {
    start(6)
    const result = await add()
    assert.deepEqual([result.copies, result.degraded], [3, false])
    assert.deepEqual(shardsThere(), [6, 6, 6, 6, 6])
    assert.equal(swarm.workers.chains.filter(({ length }) => length === 1).length, 6 * WHOLE)
    assert.deepEqual(
      swarm.workers.chains.filter(({ length }) => length !== 1).map(({ length }) => length),
      [3],
    )
    await assertReadable()
  })

  it('a source of unknown size, and a replaced file: the same', async () => {
    start(7)
    await add()
    const slices = [CONTENT.subarray(0, 100_000), CONTENT.subarray(100_000)]
    assert.equal(
      (
        await swarm.clock.drive(
          upload(swarm.ports, PATH, slices, { replace: true }, { window: 2, chunkSizeBytes: CHUNK }),
        )
      ).copies,
      3,
    )
    assert.deepEqual(
      shardsThere(),
      Array.from({ length: 2 * WHOLE }, () => 6),
    )
    await assertReadable()
  })

  for (const dying of [1, 2]) {
    for (const put of [1, 9, 26]) {
      it(`${dying} of 8 workers die as the ${put}th shard is put: others take all six`, async () => {
        start(8)
        swarm.workers.onPut = (worker, _position, count) => {
          const down = swarm.workers.all.filter((each) => each.down).length
          if (count >= put && down < dying) worker.down = true
        }
        const result = await add()
        assert.deepEqual([result.copies, result.degraded], [3, false])
        assert.deepEqual(shardsThere(), [6, 6, 6, 6, 6])
        await assertReadable()
      })
    }
  }

  it('one of six dies: k + W - 1 will do, and the result says so', async () => {
    start(6)
    swarm.workers.onPut = (worker, _position, count) => {
      if (count === 9) worker.down = true
    }
    const result = await add()
    assert.deepEqual([result.copies, result.degraded], [2, true])
    assert.deepEqual(shardsThere(), [5, 5, 5, 5, 5])
    await assertReadable()
  })

  it('two of six die: too few, and nothing is changed', async () => {
    start(6)
    swarm.workers.onPut = (_worker, _position, count) => {
      if (count === 9) for (const worker of swarm.workers.all.slice(0, 2)) worker.down = true
    }
    await assert.rejects(add(), { code: 'too-few-workers' })
    assert.equal(swarm.coordinator.entries.size, 0)
  })

  it('a worker that stood still for a moment gets its shards in the end, made of the others', async () => {
    start(6)
    swarm.workers.at(2).frozen = true
    swarm.clock.after(3_000, () => {
      swarm.workers.at(2).frozen = false
    })
    assert.equal((await add()).copies, 3)
    assert.deepEqual(shardsThere(), [6, 6, 6, 6, 6])
    await assertReadable()
  })

  it('a worker dies after its group was sealed: the commit opens it again, and what it had is made anew', async () => {
    start(7)
    let killed = false
    swarm.coordinator.before = ({ name }) => {
      if (name !== 'commit' || killed) return
      killed = true
      swarm.workers.at(1).down = true
    }
    assert.equal((await add()).copies, 3)
    assert.deepEqual(shardsThere(), [6, 6, 6, 6, 6])
    await assertReadable()
  })

  it('a coordinator that asks for no such code is not believed', async () => {
    start(6)
    swarm.coordinator.code = { dataShards: 4, parityShards: 0 }
    await assert.rejects(add(), { code: 'bad-frame' })
  })
})
