import assert from 'node:assert/strict'
import type { HiroClient } from '../../../client/hiro-client.ts'
import { sleep } from '../../../shared/clock/sleep.ts'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { waitUntilQuiet } from '../judge/quiet.ts'
import { QuietSwarm } from './quiet-swarm-fixture.ts'

const PATH = '/file'

async function contentOf(client: HiroClient, path = PATH): Promise<Buffer> {
  const slices: Uint8Array[] = []
  for await (const slice of client.read(path)) slices.push(slice)
  return Buffer.concat(slices)
}

describe('open files', () => {
  it('what was written is there for the writer at once, for others after sync', async () => {
    await new QuietSwarm('sync').run(async (one, other) => {
      await using handle = await one.open(PATH, 'w+')
      await handle.write(Buffer.from('hello world'))
      await handle.write(Buffer.from('W'), 6)
      assert.equal(String(Buffer.from(await handle.read(100, 0))), 'hello World')
      assert.equal(String(await contentOf(other)), '')
      await handle.sync()
      assert.equal(String(await contentOf(other)), 'hello World')
      await handle.write(Buffer.from('!'), 20)
      await handle.close()
      assert.deepEqual(await contentOf(other), Buffer.from(`hello World${'\0'.repeat(9)}!`))
    })
  })

  it('an edit in the midst of a large file puts one small piece, and the old content can be restored', async () => {
    const swarm = new QuietSwarm('edit')
    await swarm.run(async (one, other) => {
      const before = Buffer.from(new SeededRandom('content').bytes(300_000))
      const { version } = await one.add(PATH, before)
      const pieces = new Set(swarm.rows('piece/'))
      {
        await using handle = await one.open(PATH, 'r+')
        await handle.write(Buffer.from('edited'), 150_000)
      }
      const after = Buffer.from(before)
      after.write('edited', 150_000)
      assert.deepEqual(await contentOf(other), after)
      assert.equal(new Set(swarm.rows('piece/')).difference(pieces).size, 1)
      await one.restore(PATH, { version })
      assert.deepEqual(await contentOf(other), before)
    })
  })

  it('an older content that was edited itself can be restored, and edited again', async () => {
    await new QuietSwarm('restored').run(async (one) => {
      await one.add(PATH, Buffer.from('one two'))
      const versions: number[] = []
      for (const word of ['THREE', 'FOUR!', 'FIVE!']) {
        await using handle = await one.open(PATH, 'r+')
        await handle.write(Buffer.from(word), 4)
        await handle.sync()
        versions.push(handle.stat().version)
      }
      await one.restore(PATH, { version: versions[0] })
      assert.equal(String(await contentOf(one)), 'one THREE')
      {
        await using handle = await one.open(PATH, 'r+')
        await handle.write(Buffer.from('ONE'), 0)
      }
      assert.equal(String(await contentOf(one)), 'ONE THREE')
    })
  })

  it('overwritten, cut and grown at random it stays equal to bytes in memory, and in the end only what is needed is kept', async () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const swarm = new QuietSwarm(seed, { trashMs: 0 })
      await swarm.run(async (one, other) => {
        const random = new SeededRandom(`work ${seed}`)
        let model = Buffer.alloc(0)
        let handle = await one.open(PATH, 'w+')
        for (let n = 0; n < 400; n++) {
          const what = random.below(100)
          const offset = random.below(60_000)
          if (what < 55) {
            const bytes = random.bytes(1 + random.below(what < 5 ? 20_000 : 300))
            await handle.write(bytes, offset)
            if (model.length < offset + bytes.length)
              model = Buffer.concat([model, Buffer.alloc(offset + bytes.length - model.length)])
            model.set(bytes, offset)
          } else if (what < 60) {
            handle.truncate(offset)
            model = Buffer.concat([model.subarray(0, offset), Buffer.alloc(Math.max(0, offset - model.length))])
          } else if (what < 80) {
            const length = random.below(9_000)
            assert.deepEqual(Buffer.from(await handle.read(length, offset)), model.subarray(offset, offset + length))
          } else if (what < 95) {
            await handle.sync()
          } else {
            await handle.close()
            assert.deepEqual(await contentOf(other), model)
            handle = await (random.below(2) === 0 ? one : other).open(PATH, 'r+')
          }
        }
        await handle.close()
        assert.deepEqual(await contentOf(other), model)
        assert.deepEqual(await contentOf(one), model)
        await waitUntilQuiet(swarm.swarm)
        assert.deepEqual(await contentOf(other), model)
        await one.remove(PATH, { now: true })
        await waitUntilQuiet(swarm.swarm)
        for (const prefix of ['piece/', 'ref/', 'extents/', 'held/', 'listed/', 'loose/', 'open/']) {
          assert.deepEqual(swarm.rows(prefix), [], seed)
        }
      })
    }
  }).timeout(60_000)

  it('two clients that write to one file at once: what one wrote is not lost by the other', async () => {
    await new QuietSwarm('both').run(async (one, other) => {
      await one.add(PATH, Buffer.alloc(20_000))
      const handles = await Promise.all([one, other].map(async (client) => await client.open(PATH, 'r+')))
      for (let n = 0; n < 10; n++) {
        await Promise.all(
          handles.map(async (handle, at) => {
            await handle.write(Buffer.from([1 + at]), 1000 * n + at)
            await handle.sync()
          }),
        )
      }
      await Promise.all(handles.map(async (handle) => await handle.close()))
      const content = await contentOf(one)
      for (let n = 0; n < 10; n++) assert.deepEqual([...content.subarray(1000 * n, 1000 * n + 2)], [1, 2], `write ${n}`)
    })
  })

  it('an edit whose client vanished ends with its lease, and what it published stays', async () => {
    const swarm = new QuietSwarm('vanished', { trashMs: 0 })
    await swarm.run(async (one, other) => {
      const handle = await one.open(PATH, 'w')
      await handle.write(Buffer.from('published'), 0)
      await handle.sync()
      await swarm.swarm.clients[0]?.crash()
      await sleep(swarm.swarm.clock, 60_000)
      await waitUntilQuiet(swarm.swarm)
      assert.equal(String(await contentOf(other)), 'published')
      assert.equal(swarm.rows('piece/').length, 1)
    })
  })

  it('reads and writes while it is published see what was written before them', async () => {
    await new QuietSwarm('meanwhile').run(async (one, other) => {
      const random = new SeededRandom('meanwhile')
      const model = Buffer.alloc(50_000)
      await using handle = await one.open(PATH, 'w+')
      await handle.write(model)
      let syncing: Promise<void> = Promise.resolve()
      for (let n = 0; n < 300; n++) {
        const offset = random.below(49_000)
        const bytes = random.bytes(1 + random.below(900))
        await handle.write(bytes, offset)
        model.set(bytes, offset)
        if (n % 7 === 0) {
          await syncing
          syncing = handle.sync()
        }
        const expected = Buffer.from(model)
        assert(Buffer.from(await handle.read(model.length, 0)).equals(expected), `after write ${n}`)
      }
      await syncing
      await handle.sync()
      assert.deepEqual(await contentOf(other), model)
    })
  }).timeout(30_000)

  it('a file that was removed by its writer takes what is written, and none of it is published', async () => {
    const swarm = new QuietSwarm('unlinked', { trashMs: 0 })
    await swarm.run(async (one) => {
      await using handle = await one.open(PATH, 'w+')
      await handle.write(Buffer.from('one'))
      await handle.sync()
      await one.remove(PATH)
      handle.unlinked()
      await handle.write(Buffer.from('two'), 3)
      await handle.sync()
      assert.equal(String(Buffer.from(await handle.read(3, 3))), 'two')
      assert.equal(await one.exists(PATH), false)
    })
  })

  it('flags are those of node:fs', async () => {
    await new QuietSwarm('flags').run(async (one) => {
      await assert.rejects(one.open(PATH, 'r'), { code: 'not-found' })
      await assert.rejects(one.open(PATH, 'r+'), { code: 'not-found' })
      await (await one.open(PATH, 'wx')).close()
      await assert.rejects(one.open(PATH, 'wx'), { code: 'exists' })
      await assert.rejects(one.open(PATH, 'q'), { code: 'usage' })
      await assert.rejects(one.open('/', 'r'), { code: 'name-invalid' })
      {
        await using handle = await one.open(PATH, 'a')
        await handle.write(Buffer.from('one'), 0)
        await handle.write(Buffer.from('two'), 0)
        await assert.rejects(handle.read(1), { code: 'usage' })
      }
      {
        await using handle = await one.open(PATH, 'r')
        assert.equal(String(Buffer.from(await handle.read(100))), 'onetwo')
        await assert.rejects(handle.write(Buffer.from('x')), { code: 'usage' })
      }
      await (await one.open(PATH, 'w')).close()
      assert.equal((await one.stat(PATH)).kind === 'file' && (await contentOf(one)).length, 0)
    })
  })

  it('a file that was removed while it is open is read on', async () => {
    await new QuietSwarm('removed').run(async (one, other) => {
      await one.add(PATH, Buffer.from('still here'))
      await using handle = await one.open(PATH, 'r')
      await other.remove(PATH)
      assert.equal(String(Buffer.from(await handle.read(100, 0))), 'still here')
    })
  })

  it('streams', async () => {
    await new QuietSwarm('streams').run(async (one) => {
      const content = Buffer.from(new SeededRandom('stream').bytes(50_000))
      await using handle = await one.open(PATH, 'w+')
      const writer = handle.writable().getWriter()
      for (let at = 0; at < content.length; at += 7000) await writer.write(content.subarray(at, at + 7000))
      await writer.close()
      const slices: Uint8Array[] = []
      for await (const slice of handle.readable()) slices.push(slice)
      assert.deepEqual(Buffer.concat(slices), content)
    })
  })
})
