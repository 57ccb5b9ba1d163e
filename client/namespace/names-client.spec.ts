import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import type { HiroClient } from '../hiro-client.ts'
import { XATTRS_BYTES_MAX } from '../seal/xattrs.ts'
import { ServedClients } from '../served-clients-fixture.ts'
import type { Served } from '../served-swarm-fixture.ts'
import { changeAttributes } from './change-attributes.ts'

describe('attributes, and pages of a listing', () => {
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

  describe('attributes', () => {
    it('change one by one, and the others stay, of files, folders and links', async () => {
      await run(client.add('/f', Buffer.from('content'), { mode: 0o640, mtimeMs: 5 }))
      await run(client.mkdir('/d', { mode: 0o700, mtimeMs: 6 }))
      await run(client.symlink('f', '/l', { mtimeMs: 7 }))
      for (const path of ['/f', '/d', '/l']) {
        const before = await run(client.stat(path))
        await run(client.chmod(path, 0o4711))
        await run(client.chown(path, { uid: 1000 }))
        await run(client.chown(path, { gid: 2 ** 32 - 1 }))
        const after = await run(client.utimes(path, { mtimeMs: -1, mtimeNanos: 999_999 }))
        const set = { mode: 0o4711, uid: 1000, gid: 2 ** 32 - 1, mtimeMs: -1, mtimeNanos: 999_999 }
        assert.deepEqual(after, { ...before, ...set, revision: after.revision })
        assert.deepEqual(await run(client.stat(path)), after)
        assert(after.revision > before.revision)
        assert.equal((await run(client.chmod(path, 0o600))).mtimeNanos, 999_999)
        // A time that is told to the millisecond has no nanoseconds of the one before.
        assert.equal((await run(client.utimes(path, { mtimeMs: 8 }))).mtimeNanos, undefined)
      }
      assert.equal(await contentOf('/f'), 'content')
    })

    it('several in one call, extended ones too', async () => {
      await run(client.mkdir('/d'))
      const xattrs = new Map([['user.a', Uint8Array.of(1)]])
      await run(client.setAttributes('/d', { mode: 0o1777, uid: 1, gid: 2, mtimeMs: 3, xattrs }))
      assert.equal(swarm.coordinator.count('setAttributes'), 1)
      const { mode, uid, gid, mtimeMs, xattrs: found } = await run(client.stat('/d'))
      assert.deepEqual([mode, uid, gid, mtimeMs, found], [0o1777, 1, 2, 3, xattrs])
    })

    it('extended ones are set, read, listed and removed by name', async () => {
      await run(client.makeFile('/f'))
      await run(client.setXattr('/f', 'user.a', Buffer.from('one')))
      await run(client.setXattr('/f', 'user.b', new Uint8Array()))
      await run(client.setXattr('/f', 'user.a', Buffer.from('two'), { only: 'there' }))
      assert.deepEqual((await run(client.listXattrs('/f'))).toSorted(), ['user.a', 'user.b'])
      assert.equal(String(Buffer.from((await run(client.getXattr('/f', 'user.a'))) ?? [])), 'two')
      assert.deepEqual(await run(client.getXattr('/f', 'user.b')), new Uint8Array())
      assert.equal(await run(client.getXattr('/f', 'user.c')), undefined)
      await run(client.removeXattr('/f', 'user.a'))
      assert.deepEqual(await run(client.listXattrs('/f')), ['user.b'])
      const setNew = client.setXattr('/f', 'user.b', Buffer.from('x'), { only: 'new' })
      await assert.rejects(run(setNew), { code: 'exists' })
      await assert.rejects(run(client.removeXattr('/f', 'user.a')), { code: 'not-found' })
      const setThere = client.setXattr('/f', 'user.c', Buffer.from('x'), { only: 'there' })
      await assert.rejects(run(setThere), { code: 'not-found' })
    })

    it('what cannot be kept is refused before anything is sent, and the root has none', async () => {
      await run(client.makeFile('/f'))
      const tooMuch = client.setXattr('/f', 'user.x', new Uint8Array(XATTRS_BYTES_MAX))
      await assert.rejects(run(tooMuch), { code: 'usage', message: /at most 8192 bytes/ })
      await assert.rejects(run(client.chmod('/f', 0o10000)), { code: 'usage' })
      await assert.rejects(run(client.chown('/f', { uid: -1 })), { code: 'usage' })
      await assert.rejects(run(client.utimes('/f', { mtimeMs: Number.NaN })), { code: 'usage' })
      await assert.rejects(run(client.symlink('', '/l')), { code: 'usage' })
      await assert.rejects(run(client.chmod('/', 0o755)), { code: 'usage', message: /^'\/' has no attributes/ })
      await assert.rejects(run(client.chmod('/nothing', 0o755)), { code: 'not-found' })
      assert.equal(swarm.coordinator.count('setAttributes'), 0)
    })

    it('twelve clients that change different things at once: each change is there', async () => {
      await run(client.mkdir('/d', { mode: 0o700 }))
      const many = Array.from({ length: 12 }, (_, at) => clients.open(`client ${at}`))
      await run(
        Promise.all([
          client.chmod('/d', 0o777),
          client.chown('/d', { uid: 7 }),
          ...many.map(async (each, at) => await each.setXattr('/d', `user.${at}`, Uint8Array.of(at))),
        ]),
      )
      const { mode, uid, xattrs } = await run(client.stat('/d'))
      assert.deepEqual([mode, uid, xattrs?.size], [0o777, 7, 12])
      assert(swarm.coordinator.count('setAttributes') > 14)
    })

    it('others that are faster again and again: changed in the end', async () => {
      await run(client.mkdir('/d'))
      swarm.coordinator.before = ({ name }) => {
        if (name === 'setAttributes') throw new HiroError('changed', 'it was changed since')
      }
      await assert.rejects(run(client.chmod('/d', 0o777)), { code: 'changed' })
    })

    it('an answer that was lost: changed once, and unknown where someone else changed it then', async () => {
      await run(client.mkdir('/d'))
      const { tree, ports, coordinator } = swarm
      const chmod = async (mode: number) =>
        await run(changeAttributes(ports, '/d', (attributes) => ({ ...attributes, mode }), undefined))
      coordinator.loseAnswerOf = 'setAttributes'
      await chmod(0o711)
      assert.equal((await run(tree.stat('/d'))).mode, 0o711)
      const { entries } = coordinator
      const set = entries.set.bind(entries)
      entries.set = (key, entry) => set(key, { ...entry, sealedAttributes: new Uint8Array([1]), revision: 10_000 })
      await assert.rejects(chmod(0o700), { code: 'unknown' })
    })

    it('the coordinator learns neither targets nor names nor values', async () => {
      const marker = 'a marker that nobody may see'
      await run(client.symlink(marker, '/l'))
      await run(client.setXattr('/l', marker, Buffer.from(marker)))
      const seen = JSON.stringify(swarm.coordinator.calls, (_, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
      )
      assert(seen.includes('setAttributes') && !seen.includes(marker))
    })
  })

  describe('a folder page by page', () => {
    const names = Array.from({ length: 25 }, (_, at) => `n${at}`)

    it('goes on from any entry, also from one that is gone, and shows each that stays once', async () => {
      for (const name of names) await run(client.mkdir(`/${name}`))
      const seen: string[] = []
      let after: string | undefined
      for (let more = true; more; ) {
        const page = await run(client.readdir('/', { after, limit: 7 }))
        assert(page.entries.length <= 7)
        seen.push(...page.entries.map(({ entry }) => entry.name))
        const last = page.entries.at(-1)
        if (last) await run(client.rmdir(last.entry.path))
        after = last?.cursor
        more = page.more
      }
      assert.deepEqual(seen.toSorted(), names.toSorted())
    })

    it('from the middle of a page: what came behind that entry, in the same order', async () => {
      for (const name of names) await run(client.makeFile(`/${name}`))
      const { entries, more } = await run(client.readdir('/'))
      assert.deepEqual([entries.length, more], [25, false])
      const again = await run(client.readdir('/', { after: entries[9]?.cursor }))
      assert.deepEqual(again.entries, entries.slice(10))
      const end = await run(client.readdir('/', { after: entries[24]?.cursor }))
      assert.deepEqual(end, { entries: [], more: false })
    })

    it('what is no cursor is refused, and what is no folder too', async () => {
      await run(client.makeFile('/f'))
      for (const after of ['x', '00', 'g'.repeat(64)]) {
        await assert.rejects(run(client.readdir('/', { after })), { code: 'usage' })
      }
      await assert.rejects(run(client.readdir('/f')), { code: 'not-a-folder' })
      await assert.rejects(run(client.readdir('/x')), { code: 'not-found' })
    })
  })
})
