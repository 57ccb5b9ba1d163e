import assert from 'node:assert/strict'
import type { HiroClient } from '../hiro-client.ts'
import { sealAttributes } from '../seal/attributes.ts'
import { ServedClients } from '../served-clients-fixture.ts'
import type { Served } from '../served-swarm-fixture.ts'
import { makeFile } from './make-file.ts'

describe('files without content, links, and moves over what is there', () => {
  let clients: ServedClients
  let swarm: Served
  let client: HiroClient

  beforeEach(() => {
    clients = new ServedClients('names')
    swarm = clients.swarm
    client = clients.open('client')
  })

  const run = async <T>(work: Promise<T>): Promise<T> => await clients.run(work)
  const contentOf = async (path: string, by = client) => await clients.contentOf(path, by)
  const onlyEntry = () => {
    const [found] = swarm.coordinator.entries
    return found ?? assert.fail('there is nothing')
  }

  describe('files without content', () => {
    it('are there by one call, empty, and take content under the same id', async () => {
      const made = await run(client.makeFile('/f', { mode: 0o600, mtimeMs: 9 }))
      assert.deepEqual([made.kind, made.mode, made.mtimeMs, made.version, made.sizeBytes], ['file', 0o600, 9, 0, 0])
      assert.deepEqual(await run(client.stat('/f')), made)
      assert.equal(await contentOf('/f'), '')
      const [read] = await run(Array.fromAsync(client.readSmall([made])))
      assert.equal(read?.bytes?.byteLength, 0)
      assert.deepEqual((await run(client.why('/f'))).pieces, [])
      assert.equal((await run(client.check('/f'))).copies, undefined)
      await assert.rejects(run(client.add('/f', Buffer.from('x'))), { code: 'exists' })
      const { file } = await run(client.replace('/f', Buffer.from('content')))
      assert.equal(file, made.id)
      assert.equal(await contentOf('/f'), 'content')
      assert.deepEqual(await run(client.trashAt('/f')), [])
    })

    it('one that is there is left as it is, unless it may not be there', async () => {
      await run(client.add('/f', Buffer.from('content')))
      const found = await run(client.makeFile('/f', { mode: 0o600 }))
      assert.deepEqual([found, await contentOf('/f')], [await run(client.stat('/f')), 'content'])
      await assert.rejects(run(client.makeFile('/f', { exclusive: true })), { code: 'exists' })
      await run(client.mkdir('/d'))
      await run(client.symlink('f', '/l'))
      await assert.rejects(run(client.makeFile('/d')), { code: 'is-a-folder' })
      await assert.rejects(run(client.makeFile('/l')), { code: 'is-a-link' })
      await assert.rejects(run(client.makeFile('/f/x')), { code: 'not-a-folder' })
      await assert.rejects(run(client.makeFile('/x/y')), { code: 'not-found' })
      await assert.rejects(run(client.makeFile('/')), { code: 'exists' })
    })

    it('many clients make the same at once: one is made, and all have it', async () => {
      const many = Array.from({ length: 5 }, (_, at) => clients.open(`client ${at}`))
      const made = await run(Promise.all(many.map(async (each) => await each.makeFile('/f'))))
      assert.equal(new Set(made.map(({ id }) => id)).size, 1)
      assert.equal(swarm.coordinator.entries.size, 1)
    })

    it('an answer that was lost, and the file was removed since: it was made, and that is all', async () => {
      const { ports, coordinator } = swarm
      coordinator.loseAnswerOf = 'makeFile'
      const { id } = await run(makeFile(ports, '/f', { exclusive: true }))
      assert.equal((await run(client.stat('/f'))).id, id)
      const { entries } = coordinator
      const set = entries.set.bind(entries)
      entries.set = () => entries
      assert.equal((await run(makeFile(ports, '/g', { exclusive: true }))).path, '/g')
      entries.set = set
      assert.equal(await run(client.exists('/g')), false)
    })

    it('go to the trash and come back as they were', async () => {
      const { id } = await run(client.makeFile('/f', { mode: 0o600 }))
      await run(client.remove('/f'))
      const [item] = await run(client.trashAt('/f'))
      assert.deepEqual([item?.kind, item?.version, item?.sizeBytes], ['file', 0, 0])
      const restored = await run(client.restore('/f'))
      assert.deepEqual([restored.kind, restored.version], ['file', 0])
      const entry = await run(client.stat('/f'))
      assert.deepEqual([entry.id, entry.mode, await contentOf('/f')], [id, 0o600, ''])
    })

    it('a file that has content is never passed off as empty: neither to who saw it, nor to who sees its attributes', async () => {
      await run(client.makeFile('/f'))
      const [key, fresh] = onlyEntry()
      await run(client.replace('/f', Buffer.from('content')))
      assert.equal(await contentOf('/f'), 'content')
      const [, full] = onlyEntry()
      // To who saw a version of it: it went back.
      swarm.coordinator.entries.set(key, fresh)
      await assert.rejects(contentOf('/f'), { code: 'integrity', message: /older than version/ })
      const found = await run(client.stat('/f'))
      assert(found.kind === 'file')
      const [read] = await run(Array.fromAsync(client.readSmall([found])))
      assert.equal(read?.bytes, undefined)
      // To who never did: its attributes do not say that it was made empty.
      swarm.coordinator.entries.set(key, { ...full, version: 0, sealedHead: new Uint8Array() })
      const stranger = clients.open('stranger')
      await assert.rejects(run(stranger.stat('/f')), { code: 'integrity', message: /without a version/ })
      await assert.rejects(contentOf('/f', stranger), { code: 'integrity' })
      // And one that was never made empty has no such attributes at all.
      await run(client.add('/g', Buffer.from('content')))
      const [other = '', entry] = [...swarm.coordinator.entries].at(-1) ?? []
      swarm.coordinator.entries.set(other, { ...(entry ?? assert.fail()), version: 0, sealedHead: new Uint8Array() })
      await assert.rejects(run(stranger.stat('/g')), { code: 'integrity' })
    })

    it('what says that it is fresh, or a link, is no folder, and a link has no content', async () => {
      const { keys } = swarm.ports.namespace
      await run(client.makeFile('/f'))
      const [key, entry] = onlyEntry()
      swarm.coordinator.entries.set(key, { ...entry, folder: true })
      await assert.rejects(run(client.stat('/f')), { code: 'integrity' })
      swarm.coordinator.entries.delete(key)
      const { file } = await run(client.add('/f', Buffer.from('content')))
      const [again, full] = onlyEntry()
      const link = { mode: 0o777, mtimeMs: 0, link: '/etc/passwd' }
      const sealedAttributes = sealAttributes(keys, file, link, swarm.random)
      swarm.coordinator.entries.set(again, { ...full, sealedAttributes })
      await assert.rejects(run(client.stat('/f')), { code: 'integrity' })
      await assert.rejects(contentOf('/f'), { code: 'integrity' })
    })
  })

  describe('links', () => {
    it('come back with their target, whatever it is, and are not followed', async () => {
      await run(client.mkdir('/d'))
      await run(client.add('/d/f', Buffer.from('content')))
      for (const target of ['/d', '../nowhere', '/l', 'ä\n b', 'x'.repeat(4095)]) {
        const made = await run(client.symlink(target, '/l'))
        assert.deepEqual([made.kind, made.target, made.mode], ['link', target, 0o777])
        assert.deepEqual(await run(client.stat('/l')), made)
        const listed = await run(Array.fromAsync(client.list('/')))
        assert.deepEqual(
          listed.find(({ name }) => name === 'l'),
          made,
        )
        await assert.rejects(contentOf('/l'), { code: 'is-a-link', message: '"/l" is a symbolic link' })
        await assert.rejects(run(client.stat('/l/f')), { code: 'not-a-folder' })
        await assert.rejects(run(Array.fromAsync(client.list('/l'))), { code: 'not-a-folder' })
        await assert.rejects(run(client.rmdir('/l')), { code: 'not-a-folder' })
        await assert.rejects(run(client.symlink('x', '/l')), { code: 'exists' })
        await assert.rejects(run(client.mkdir('/l')), { code: 'exists' })
        await run(client.remove('/l', { now: true }))
      }
    })

    it('move, go to the trash, and come back', async () => {
      const { id } = await run(client.symlink('to', '/l'))
      await run(client.move('/l', '/m'))
      await run(client.remove('/m'))
      const [item] = await run(client.trashAt('/m'))
      assert.equal(item?.kind, 'link')
      const { kind } = await run(client.restore('/m', { to: '/n' }))
      assert.equal(kind, 'link')
      const link = await run(client.stat('/n'))
      assert(link.kind === 'link')
      assert.deepEqual([link.id, link.target], [id, 'to'])
    })

    it('content in the place of a link is a new file, and the link can be restored', async () => {
      const { id } = await run(client.symlink('to', '/l'))
      const { file } = await run(client.replace('/l', Buffer.from('content')))
      assert.notEqual(file, id)
      assert.equal(await contentOf('/l'), 'content')
      await run(client.restore('/l', { to: '/m' }))
      assert.equal((await run(client.stat('/m'))).kind, 'link')
    })
  })

  describe('a move over what is there', () => {
    it('puts a file in the place of a file, which can be restored, and a folder in that of an empty one', async () => {
      await run(client.add('/a', Buffer.from('a')))
      await run(client.add('/b', Buffer.from('b')))
      await assert.rejects(run(client.move('/a', '/b')), { code: 'exists' })
      await run(client.move('/a', '/b', { replace: true }))
      assert.equal(await contentOf('/b'), 'a')
      await run(client.restore('/b', { to: '/c' }))
      assert.equal(await contentOf('/c'), 'b')
      for (const path of ['/d', '/d/in', '/e', '/full', '/full/in']) await run(client.mkdir(path))
      await run(client.move('/d', '/e', { replace: true }))
      await run(client.stat('/e/in'))
      await assert.rejects(run(client.move('/e', '/full', { replace: true })), { code: 'not-empty' })
      await assert.rejects(run(client.move('/e', '/b', { replace: true })), { code: 'not-a-folder' })
      await assert.rejects(run(client.move('/b', '/e', { replace: true })), { code: 'is-a-folder' })
      await assert.rejects(run(client.move('/e', '/e/in/x', { replace: true })), { code: 'under-itself' })
      await run(client.move('/b', '/b', { replace: true }))
      assert.equal(await contentOf('/b'), 'a')
    })

    it('the folder that gave way is forgotten: what is put there goes into the one that came', async () => {
      await run(client.mkdir('/d'))
      await run(client.mkdir('/e'))
      await run(client.add('/d/f', Buffer.from('f')))
      const { id } = await run(client.stat('/d'))
      assert.deepEqual(await run(Array.fromAsync(client.list('/e'))), [])
      await run(client.move('/d', '/e', { replace: true }))
      await run(client.mkdir('/e/g'))
      const { parent } = swarm.coordinator.bodies('makeFolder').at(-1) ?? assert.fail()
      assert.equal(Buffer.from(parent).toString('hex'), id)
    })
  })
})
