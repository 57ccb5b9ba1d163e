import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import { PACKED_FILES_PER_CALL_MAX } from '../../shared/limits.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { collect, type Scripted, scripted } from '../client-fixture.ts'
import { BLOCK_SIZE_BYTES, Blocks } from '../download/blocks.ts'
import { type CheckMemo, check } from '../download/check.ts'
import { read } from '../download/download.ts'
import type { AddResult } from './add-options.ts'
import { addPack, type PackedOutcome, type SmallFile } from './pack.ts'

const random = new SeededRandom('pack')

function files(count: number, sizeOf = (at: number): number => 100 * at + 1): SmallFile[] {
  return Array.from({ length: count }, (_, at) => ({
    path: `/file-${at}`,
    bytes: random.bytes(sizeOf(at)),
    mode: 0o600,
  }))
}

describe('a pack of small files', () => {
  let swarm: Scripted

  const start = (workers = 5): void => {
    swarm = scripted('pack', workers)
  }
  beforeEach(() => start())

  async function add(some: readonly SmallFile[]): Promise<PackedOutcome[]> {
    return await swarm.clock.drive(addPack(swarm.ports, some, {}))
  }

  async function mustRead({ path, bytes }: SmallFile): Promise<void> {
    assert.deepEqual(await swarm.clock.drive(collect(read(swarm.ports, path, {}, 4))), Buffer.from(bytes), path)
  }

  const added = (outcomes: readonly PackedOutcome[]): AddResult[] =>
    outcomes.map((outcome) => {
      assert(!(outcome instanceof HiroError), outcome instanceof HiroError ? outcome.message : '')
      return outcome
    })
  const codes = (outcomes: readonly PackedOutcome[]): (string | undefined)[] =>
    outcomes.map((outcome) => (outcome instanceof HiroError ? outcome.code : undefined))

  it('travels as one piece, and each file of it is read by itself', async () => {
    const some = files(3 * PACKED_FILES_PER_CALL_MAX + 7)
    const results = added(await add(some))
    assert.deepEqual(
      results.map(({ path, sizeBytes, copies, degraded }) => ({ path, sizeBytes, copies, degraded })),
      some.map(({ path, bytes }) => ({ path, sizeBytes: bytes.byteLength, copies: 3, degraded: false })),
    )
    assert.equal(swarm.workers.chains.length, 1)
    assert.deepEqual(
      ['openPack', 'publishPacked', 'abortIntent', 'lookup'].map((name) => swarm.coordinator.count(name as never)),
      [1, 4, 1, 0],
    )
    for (const file of some) await mustRead(file)
    assert.equal(
      new Set(swarm.coordinator.entries.values().map(({ id }) => Buffer.from(id).toString('hex'))).size,
      some.length,
    )
  })

  it('is read in blocks, each once for all the files that are in it', async () => {
    const some = files(200, () => 1_000)
    await add(some)
    const transfers = (): number => swarm.workers.all.reduce((sum, { gets }) => sum + gets.length, 0)
    for (const file of some) await mustRead(file)
    assert.equal(transfers(), Math.ceil((200 * 1_000) / BLOCK_SIZE_BYTES))
    const readers = some.map(
      async ({ path }) => await collect(read({ ...swarm.ports, blocks: new Blocks() }, path, {}, 4)),
    )
    assert.deepEqual(
      Buffer.concat(await swarm.clock.drive(Promise.all(readers))),
      Buffer.concat(some.map(({ bytes }) => bytes)),
    )
  })

  it('one bad copy of it is passed over and told, and a block that could not be read is asked for again', async () => {
    const some = files(3)
    await add(some)
    const [first] = swarm.workers.all.filter(({ pieces }) => pieces.size > 0)
    for (const [cid, bytes] of first?.pieces ?? []) first?.pieces.set(cid, bytes.with(100, 1 ^ (bytes[100] ?? 0)))
    for (const file of some) await mustRead(file)
    for (const worker of swarm.workers.all) worker.down = true
    const ports = { ...swarm.ports, blocks: new Blocks() }
    const again = async () => await swarm.clock.drive(collect(read(ports, '/file-1', {}, 4)))
    await assert.rejects(again(), { code: 'unreachable' })
    for (const worker of swarm.workers.all) worker.down = false
    assert.deepEqual(await again(), Buffer.from(some[1]?.bytes ?? []))
  })

  it('every copy of its piece is looked at once, whatever the number of files; a bad one is told of each', async () => {
    const some = files(10)
    await add(some)
    const memo: CheckMemo = new Map()
    const transfers = (): number => swarm.workers.all.reduce((sum, { gets }) => sum + gets.length, 0)
    const look = async ({ path }: SmallFile) =>
      await swarm.clock.drive(check(swarm.ports, path, { read: true, memo }, 4))
    for (const file of some) assert.deepEqual([(await look(file)).copies, (await look(file)).bad], [3, []])
    assert.equal(transfers(), 3)
    memo.clear()
    const [first] = swarm.workers.all.filter(({ pieces }) => pieces.size > 0)
    for (const [cid, bytes] of first?.pieces ?? []) first?.pieces.set(cid, bytes.with(100, 1 ^ (bytes[100] ?? 0)))
    for (const file of some) assert.deepEqual([(await look(file)).copies, (await look(file)).bad.length], [2, 1])
    assert.equal(transfers(), 6)
  })

  it('holds empty files, and says what each is', async () => {
    const some = files(3, (at) => (at === 1 ? 5 : 0))
    assert.deepEqual(
      added(await add(some)).map(({ pieces }) => pieces),
      [0, 1, 0],
    )
    for (const file of some) await mustRead(file)
  })

  it('one that is there already, or whose folder is not, is told; the others are there', async () => {
    const some = files(4)
    await add(some.slice(2, 3))
    const lost = { path: '/no/folder', bytes: random.bytes(9) }
    const again = [...some.slice(0, 3), lost, ...some.slice(3)].map((file) => ({ ...file, bytes: random.bytes(50) }))
    assert.deepEqual(codes(await add(again)), [undefined, undefined, 'exists', 'not-found', undefined])
    for (const file of [...again.slice(0, 2), ...again.slice(4), ...some.slice(2, 3)]) await mustRead(file)
  })

  it('answers that are lost are asked for again, and no file is there twice', async () => {
    for (const name of ['openPack', 'publishPacked', 'abortIntent'] as const) {
      start()
      swarm.coordinator.loseAnswerOf = name
      const some = files(PACKED_FILES_PER_CALL_MAX + 1)
      added(await add(some))
      assert.equal(swarm.coordinator.entries.size, some.length)
      for (const file of some) await mustRead(file)
    }
  })

  it('a worker that dies on the way: another one takes its copy; with too few, all is told as degraded', async () => {
    for (const [workers, copies] of [
      [4, 3],
      [3, 2],
    ] as const) {
      start(workers)
      swarm.workers.at(1).down = true
      Object.defineProperty(swarm.workers, 'alive', { get: () => swarm.workers.all })
      const some = files(4)
      const results = added(await add(some))
      assert(results.every((result) => result.copies === copies && result.degraded === copies < 3))
      for (const file of some) await mustRead(file)
    }
  })

  it('what fails in the middle is told of the files that it concerns, and nothing of those before', async () => {
    const some = files(3 * PACKED_FILES_PER_CALL_MAX)
    swarm.coordinator.before = ({ name }) => {
      if (name === 'publishPacked' && swarm.coordinator.count(name) === 2) throw new HiroError('unknown', 'lost')
    }
    const each = <T>(of: T): T[] => Array.from({ length: PACKED_FILES_PER_CALL_MAX }, () => of)
    assert.deepEqual(codes(await add(some)), [...each(undefined), ...each('unknown'), ...each('unreachable')])
    assert.equal(swarm.coordinator.entries.size, PACKED_FILES_PER_CALL_MAX)
  })

  it('no worker takes it: nothing was changed', async () => {
    for (const worker of swarm.workers.all) worker.down = true
    await assert.rejects(add(files(3)), { code: 'too-few-workers' })
    assert.equal(swarm.coordinator.entries.size, 0)
  })
})
