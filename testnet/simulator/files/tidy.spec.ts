import assert from 'node:assert/strict'
import type { HiroClient } from '../../../client/hiro-client.ts'
import { sleep } from '../../../shared/clock/sleep.ts'
import { hasCode } from '../../../shared/errors.ts'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { waitUntilQuiet } from '../judge/quiet.ts'
import { QuietSwarm } from './quiet-swarm-fixture.ts'

const PATH = '/file'
const CHUNK_BYTES = 4096
const FILE_BYTES = 8 * CHUNK_BYTES
const WRITE_BYTES = 16

async function contentOf(client: HiroClient): Promise<Buffer> {
  const slices: Uint8Array[] = []
  for await (const slice of client.read(PATH)) slices.push(slice)
  return Buffer.concat(slices)
}

/** Writes in many small places, and says what the file is then. */
async function scatter(client: HiroClient, seed: string, { writes = 400, perSync = 30 } = {}): Promise<Buffer> {
  const random = new SeededRandom(seed)
  const model = Buffer.from(random.bytes(FILE_BYTES))
  await client.replace(PATH, model)
  await using handle = await client.open(PATH, 'r+')
  for (let at = 0; at < writes; at++) {
    const offset = WRITE_BYTES * random.below(FILE_BYTES / WRITE_BYTES)
    const bytes = random.bytes(WRITE_BYTES)
    model.set(bytes, offset)
    await handle.write(bytes, offset)
    if (at % perSync === 0) await handle.sync()
  }
  return model
}

describe('a file that was written to in many small places', () => {
  const partsOf = async (client: HiroClient): Promise<number> => (await client.why(PATH)).pieces.length

  it('is brought into few pieces, is what it was, and nothing of the many is left over', async () => {
    const swarm = new QuietSwarm('tidied')
    await swarm.run(async (one, other) => {
      const model = await scatter(one, 'tidied')
      const before = await other.stat(PATH)
      const trashed = swarm.rows('trash/').length
      assert((await partsOf(other)) > 300)
      const progress: number[] = []
      const { bytes, parts } = await other.tidy(PATH, { onProgress: ({ bytesDone }) => void progress.push(bytesDone) })
      assert.deepEqual([bytes, progress.at(-1), parts > 300], [FILE_BYTES, FILE_BYTES, true])
      assert((await partsOf(one)) <= 2 * (FILE_BYTES / CHUNK_BYTES), `it is in ${await partsOf(one)} parts still`)
      assert.deepEqual(await contentOf(one), model)
      const { id, mode, mtimeMs, mtimeNanos, revision } = await one.stat(PATH)
      assert.partialDeepStrictEqual(before, { id, mode, mtimeMs, mtimeNanos })
      assert(revision > before.revision)
      assert.equal(swarm.rows('trash/').length, trashed)
      assert.deepEqual(await other.tidy(PATH), { bytes: 0, parts: 0 })
      await one.emptyTrash()
      await waitUntilQuiet(swarm.swarm)
      assert(swarm.rows('piece/').length <= 2 * (FILE_BYTES / CHUNK_BYTES), `${swarm.rows('piece/').length} pieces`)
      assert.deepEqual(await contentOf(other), model)
      await one.remove(PATH, { now: true })
      await waitUntilQuiet(swarm.swarm)
      for (const prefix of ['piece/', 'ref/', 'extents/', 'held/', 'listed/', 'loose/', 'open/'])
        assert.deepEqual(swarm.rows(prefix), [])
    })
  }).timeout(60_000)

  it('is brought into few by itself once it has been closed for a while; holes stay holes', async () => {
    const swarm = new QuietSwarm('by itself')
    await swarm.run(async (one, other) => {
      const model = await scatter(one, 'by itself', { writes: 900 })
      {
        await using handle = await one.open(PATH, 'r+')
        handle.truncate(4 * FILE_BYTES)
      }
      await sleep(swarm.swarm.clock, 30_000)
      await waitUntilQuiet(swarm.swarm)
      const { pieces } = await other.why(PATH)
      assert(pieces.length <= 2 * (FILE_BYTES / CHUNK_BYTES), `it is in ${pieces.length} parts still`)
      assert(pieces.every(({ offset }) => offset < FILE_BYTES))
      assert.deepEqual(await contentOf(other), Buffer.concat([model, Buffer.alloc(3 * FILE_BYTES)]))
    })
  }).timeout(60_000)

  it('loses nothing of what others write meanwhile', async () => {
    const swarm = new QuietSwarm('tidied under way')
    await swarm.run(async (one, other) => {
      const model = await scatter(one, 'under way')
      const tidying = other.tidy(PATH).catch((error: unknown) => assert(hasCode(error, 'changed')))
      const random = new SeededRandom('meanwhile')
      await using handle = await one.open(PATH, 'r+')
      for (let at = 0; at < 10; at++) {
        const [offset, bytes] = [random.below(FILE_BYTES - 10), random.bytes(10)]
        model.set(bytes, offset)
        await handle.write(bytes, offset)
        await handle.sync()
        await sleep(swarm.swarm.clock, 20)
      }
      await one.chmod(PATH, 0o600)
      await tidying
      assert.deepEqual(await contentOf(other), model)
      await other.tidy(PATH)
      assert.deepEqual(await contentOf(one), model)
      assert.equal((await one.stat(PATH)).mode, 0o600)
    })
  }).timeout(60_000)
})
