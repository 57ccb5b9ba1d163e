import assert from 'node:assert/strict'
import type { HiroClient } from '../../../client/hiro-client.ts'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { waitUntilQuiet } from '../judge/quiet.ts'
import { QuietSwarm } from './quiet-swarm-fixture.ts'

async function contentOf(client: HiroClient, path: string, version?: number): Promise<string> {
  const slices: Uint8Array[] = []
  for await (const slice of client.read(path, { version })) slices.push(slice)
  return Buffer.concat(slices).toString()
}

async function namesIn(client: HiroClient, path: string): Promise<string[]> {
  return (await Array.fromAsync(client.list(path))).map(({ name }) => name).toSorted()
}

describe('snapshots, as a client sees them', () => {
  it('a folder is read as it was, under a name that nothing else can have', async () => {
    const swarm = new QuietSwarm('snapshots')
    await swarm.run(async (one, other) => {
      await one.add('/f/sub/a', Buffer.from('old'), { parents: true })
      await one.add('/f/b', Buffer.from('b'))
      await one.symlink('b', '/f/link')
      await one.takeSnapshot('monday', '/f')
      await one.replace('/f/sub/a', Buffer.from('new'))
      await one.move('/f/sub', '/elsewhere')
      await one.remove('/f/b', { now: true })
      await one.addPack([{ path: '/f/late', bytes: Buffer.from('x') }])
      const at = '/f/.snapshots/monday'
      assert.deepEqual(await namesIn(other, at), ['b', 'link', 'sub'])
      assert.deepEqual(await namesIn(other, '/f'), ['late', 'link'])
      assert.deepEqual(await namesIn(other, '/f/.snapshots'), ['monday'])
      assert.deepEqual(await namesIn(other, '/.snapshots'), [])
      assert.equal(await contentOf(other, `${at}/sub/a`), 'old')
      assert.equal(await contentOf(other, '/elsewhere/a'), 'new')
      const { entries, more } = await other.readdir(at, { limit: 1 })
      assert.deepEqual([entries.length, more], [1, true])
      const small = (await Array.fromAsync(other.list(at))).filter((entry) => entry.kind === 'file')
      const read = await Array.fromAsync(other.readSmall(small), ({ bytes }) => Buffer.from(bytes ?? []).toString())
      assert.deepEqual(read, ['b'])
      const { pieces } = await other.why(`${at}/sub/a`)
      assert.deepEqual([pieces.length, (await other.check(`${at}/sub/a`)).lost], [1, 0])
      const link = await other.stat(`${at}/link`)
      assert.equal(link.kind === 'link' && link.target, 'b')
      assert.equal((await other.stat(at)).kind, 'folder')
      for (const path of [`${at}/c`, `${at}/b`, '/f/.snapshots', '/f/.snapshots/tuesday']) {
        await assert.rejects(one.mkdir(path), { code: /usage|name-invalid/ }, path)
        await assert.rejects(one.add(path, Buffer.from('')), { code: /usage|name-invalid/ }, path)
        await assert.rejects(one.remove(path, { recursive: true }), { code: /usage|name-invalid/ }, path)
        await assert.rejects(one.move('/f/late', path), { code: /usage|name-invalid/ }, path)
      }
      await assert.rejects(one.stat(`${at}/late`), { code: 'not-found' })
      await assert.rejects(one.stat('/f/.snapshots/tuesday'), { code: 'not-found', message: /hiro snapshot list/ })
      await one.dropSnapshot('monday', '/f')
      await assert.rejects(other.stat(at), { code: 'not-found' })
      await waitUntilQuiet(swarm.swarm)
      for (const prefix of ['past/', 'kept/', 'garbage/']) assert.deepEqual(swarm.rows(prefix), [], prefix)
    })
  })

  it('what is edited while snapshots are taken is in each as it was at that moment, and stays so', async () => {
    const swarm = new QuietSwarm('edits and snapshots')
    await swarm.run(async (one, other) => {
      const random = new SeededRandom('edits and snapshots')
      await one.add('/file', Buffer.from(`${'0000 '.repeat(3_000)}0000`))
      const synced = new Set([await contentOf(one, '/file')])
      const seen = new Map<string, string>()
      await using handle = await one.open('/file', 'r+')
      let writing = true
      const writer = async (): Promise<void> => {
        for (let n = 1; n <= 12; n++) {
          const text = Buffer.from(String(n).padStart(4, '0'))
          // Each step is one of these; all that was written is one version.
          await handle.write(text, 0)
          await handle.write(text, 5 * random.below(3_000))
          await handle.write(text, 15_000)
          await handle.sync()
          const now = Buffer.from(await handle.read(20_000, 0)).toString()
          synced.add(now)
        }
        writing = false
      }
      const taker = async (): Promise<void> => {
        for (let n = 0; writing; n++) {
          await other.takeSnapshot(`s${n}`)
          seen.set(`s${n}`, await contentOf(other, `/.snapshots/s${n}/file`))
          if (n % 5 === 4) {
            await other.dropSnapshot(`s${n - 2}`)
            seen.delete(`s${n - 2}`)
          }
        }
      }
      await Promise.all([writer(), taker()])
      await waitUntilQuiet(swarm.swarm)
      assert.ok(new Set(seen.values()).size > 2, `${seen.size} snapshots`)
      for (const [name, content] of seen) {
        assert.ok(synced.has(content), `${name} shows what never was`)
        assert.equal(await contentOf(one, `/.snapshots/${name}/file`), content)
      }
    })
  })

  it('versions of a file are listed with what keeps them, and read by their number', async () => {
    await new QuietSwarm('versions').run(async (one, other) => {
      const { version: first } = await one.add('/a', Buffer.from('one'))
      await one.takeSnapshot('s')
      const { version: second } = await one.replace('/a', Buffer.from('two!'))
      const { version: third } = await one.replace('/a', Buffer.from('three'))
      const versions = await Array.fromAsync(other.versions('/a'))
      assert.deepEqual(
        versions.map(({ version, sizeBytes, current, trashUntilMs, snapshots }) => ({
          version,
          sizeBytes,
          current,
          trash: trashUntilMs !== undefined,
          snapshots: snapshots.map(({ name, folder }) => `${folder} ${name}`),
        })),
        [
          { version: third, sizeBytes: 5, current: true, trash: false, snapshots: [] },
          { version: second, sizeBytes: 4, current: false, trash: true, snapshots: [] },
          { version: first, sizeBytes: 3, current: false, trash: true, snapshots: ['/ s'] },
        ],
      )
      assert.equal(await contentOf(other, '/a', first), 'one')
      assert.equal(await contentOf(other, '/a', second), 'two!')
      assert.equal(await contentOf(other, '/a'), 'three')
      // Asked for as the newest, what is not is not given out.
      const { entry } = versions.at(-1) ?? assert.fail()
      const read = async (older: boolean) =>
        Buffer.concat(await Array.fromAsync(other.read('/a', { entry: { ...entry, older } }))).toString()
      assert.deepEqual([await read(true), await read(false)], ['one', 'three'])
      await one.emptyTrash('/a')
      assert.equal(await contentOf(one, '/a', first), 'one')
      await assert.rejects(contentOf(one, '/a', second), { code: 'not-found', message: /hiro versions/ })
      await one.remove('/a')
      assert.equal(await contentOf(one, '/a', first), 'one')
    })
  })
})
