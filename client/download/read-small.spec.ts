import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import { MAPS_PER_CALL_MAX } from '../../shared/limits.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { type Scripted, scripted } from '../client-fixture.ts'
import type { FileEntry } from '../namespace/entry.ts'
import { addPack } from '../upload/pack.ts'
import { upload } from '../upload/upload.ts'
import type { BadCopy } from './bad-copies.ts'
import { readSmall } from './read-small.ts'

const random = new SeededRandom('read small')
const WINDOW = 4

describe('readSmall', () => {
  let swarm: Scripted
  let content: Map<string, Buffer>
  beforeEach(() => {
    swarm = scripted('read small')
    content = new Map()
  })

  async function addPacked(count: number, sizeOf = (at: number): number => 1 + ((at * 37) % 5_000)): Promise<void> {
    const files = Array.from({ length: count }, (_, at) => ({
      path: `/f${content.size + at}`,
      bytes: random.bytes(sizeOf(at)),
    }))
    for (const outcome of await swarm.clock.drive(addPack(swarm.ports, files, {})))
      assert(!(outcome instanceof HiroError))
    for (const { path, bytes } of files) content.set(path, Buffer.from(bytes))
  }

  async function put(path: string, bytes: Uint8Array, chunkSizeBytes = 4096): Promise<void> {
    const options = { replace: true }
    await swarm.clock.drive(upload(swarm.ports, path, bytes, options, { window: WINDOW, chunkSizeBytes }))
    content.set(path, Buffer.from(bytes))
  }

  async function entries(): Promise<FileEntry[]> {
    const found: FileEntry[] = []
    const list = async (): Promise<void> => {
      for await (const entry of swarm.tree.list('/')) if (entry.kind === 'file') found.push(entry)
    }
    await swarm.clock.drive(list())
    return found
  }

  /** Of those that came; the others have to be read by themselves. */
  async function read(files: readonly FileEntry[], onBadCopy?: (bad: BadCopy) => void): Promise<Map<string, Buffer>> {
    const came = new Map<string, Buffer>()
    let outcomes = 0
    const run = async (): Promise<void> => {
      for await (const { entry, bytes } of readSmall(swarm.ports, files, { onBadCopy }, WINDOW)) {
        outcomes++
        if (bytes) came.set(entry.path, Buffer.from(bytes))
      }
    }
    await swarm.clock.drive(run())
    assert.equal(outcomes, files.length)
    for (const [path, bytes] of came) assert.deepEqual(bytes, content.get(path), path)
    return came
  }

  const transfers = (): number => swarm.workers.all.reduce((sum, { gets }) => sum + gets.length, 0)
  const calls = (): number => swarm.coordinator.calls.length

  it('of a pack: one call for all maps, one transfer for all bytes, and nothing by itself', async () => {
    await addPacked(200)
    const files = await entries()
    const before = calls()
    assert.equal((await read(files)).size, 200)
    assert.deepEqual([calls() - before, swarm.coordinator.count('readMaps'), transfers()], [1, 1, 1])
  })

  it('of several packs, in any order: a call for each page of maps, and each piece once', async () => {
    for (let pack = 0; pack < 3; pack++) await addPacked(150, () => 900)
    const files = (await entries()).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const before = calls()
    assert.equal((await read(files)).size, 450)
    assert.deepEqual([calls() - before, transfers()], [Math.ceil(450 / MAPS_PER_CALL_MAX), 3])
  })

  it('of a large piece of which little is asked for, that little', async () => {
    await addPacked(256, () => 4_000)
    const files = (await entries()).filter(({ path }) => path === '/f0' || path === '/f255')
    assert.equal((await read(files)).size, 2)
    assert.equal(transfers(), 2)
    const given = swarm.workers.all.reduce((sum, { bytesGiven }) => sum + bytesGiven, 0)
    assert(given < 3 * 65_600, `${given} bytes`)
  })

  it('of a pack that is kept as shards: as many shards as it takes to put it together, once', async () => {
    swarm = scripted('read small of shards', 6)
    swarm.coordinator.code = { dataShards: 4, parityShards: 2 }
    await addPacked(256, () => 2_000)
    const files = (await entries()).filter((_, at) => at % 100 === 0)
    assert.equal((await read(files)).size, 3)
    assert.equal(transfers(), 4)
  })

  it('empty files need nobody, files of their own piece come too, larger ones and those of several pieces do not', async () => {
    await put('/empty', Buffer.alloc(0))
    await put('/own', random.bytes(3_000))
    await put('/two-pieces', random.bytes(5_000))
    await put('/large', random.bytes(70_000), 100_000)
    const came = await read(await entries())
    assert.deepEqual([...came.keys()].toSorted(), ['/empty', '/own'])
  })

  it('one that was replaced or removed since it was listed has to be read by itself, and its neighbours come', async () => {
    await addPacked(5)
    const files = await entries()
    await put('/f1', Buffer.from('newer'))
    await swarm.clock.drive(swarm.tree.remove('/f2'))
    const came = await read(files)
    assert.deepEqual([...came.keys()].toSorted(), ['/f0', '/f3', '/f4'])
  })

  it('one that is older than what this client has seen is not given out', async () => {
    await addPacked(3)
    const files = await entries()
    const [first] = files
    assert(first)
    await swarm.ports.versions.check(first.id, first.version + 1)
    const came = await read(files)
    assert.deepEqual([came.size, came.has(first.path)], [2, false])
  })

  it('a bad copy is passed over and told once; where all are bad nothing of it is given out', async () => {
    await addPacked(20)
    const files = await entries()
    const damaged = swarm.workers.all.filter(({ pieces }) => pieces.size > 0)
    const told: string[] = []
    for (const [at, { id, pieces }] of damaged.entries()) {
      for (const [cid, bytes] of pieces) pieces.set(cid, bytes.with(100, 1 ^ (bytes[100] ?? 0)))
      const came = await read(files, ({ peer }) => told.push(peer))
      assert.equal(came.size, at === damaged.length - 1 ? 0 : 20)
      assert(told.length <= (at + 1) * (at + 2), id)
    }
    assert.deepEqual(new Set(told), new Set(damaged.map(({ id }) => id)))
  })

  it('a map that is not what was sealed keeps back its own file alone', async () => {
    await addPacked(4)
    const files = await entries()
    swarm.coordinator.after = ({ name }, answer) => {
      if (name !== 'readMaps') return
      const { files } = answer as { files: { sealed: Uint8Array }[] }
      const [one, other] = files
      if (one && other) [one.sealed, other.sealed] = [other.sealed, one.sealed]
    }
    assert.equal((await read(files)).size, 2)
  })

  it('a coordinator that knows no such call leaves all to be read by themselves; one that is gone ends it', async () => {
    await addPacked(3)
    const files = await entries()
    for (const [code, came] of [
      ['bad-frame', 0],
      ['unreachable', undefined],
    ] as const) {
      swarm.coordinator.before = ({ name }) => {
        if (name === 'readMaps') throw new HiroError(code, 'played')
      }
      if (came === undefined) await assert.rejects(read(files), { code })
      else assert.equal((await read(files)).size, came)
    }
  })
})
