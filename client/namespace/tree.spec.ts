import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { HiroError } from '../../shared/errors.ts'
import { fromHex, ROOT_ID, toHex } from '../../shared/ids.ts'
import { NAME_LENGTH_BYTES_MAX, PATH_DEPTH_MAX } from '../../shared/limits.ts'
import { collect, type Scripted, scripted } from '../client-fixture.ts'
import { read } from '../download/download.ts'
import { upload } from '../upload/upload.ts'
import type { Entry } from './entry.ts'

describe('Tree', () => {
  let swarm: Scripted

  beforeEach(() => {
    swarm = scripted('tree')
  })

  const run = async <T>(work: Promise<T>): Promise<T> => await swarm.clock.drive(work)
  const mkdir = (path: string) => run(swarm.tree.makeFolder(path))
  const add = (path: string, content = path) =>
    run(upload(swarm.ports, path, Buffer.from(content), {}, { window: 2, chunkSizeBytes: 100 }))
  const contentOf = async (path: string) => String(await run(collect(read(swarm.ports, path, {}, 2))))

  async function list(path: string): Promise<Entry[]> {
    const entries: Entry[] = []
    const all = async (): Promise<void> => {
      for await (const entry of swarm.tree.list(path)) entries.push(entry)
    }
    await run(all())
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  }

  it('folders and files come back with their names, attributes and ids', async () => {
    await run(swarm.tree.makeFolder('/a', { mode: 0o700, mtimeMs: 1_234 }))
    await run(
      upload(
        swarm.ports,
        '/a/ä b\n',
        Buffer.from('content'),
        { mode: 0o755, mtimeMs: -5 },
        { window: 1, chunkSizeBytes: 100 },
      ),
    )
    const folder = await run(swarm.tree.stat('/a'))
    assert.deepEqual([folder.kind, folder.mode, folder.mtimeMs, folder.name], ['folder', 0o700, 1_234, 'a'])
    const file = await run(swarm.tree.stat('/a/ä b\n'))
    assert(file.kind === 'file')
    assert.deepEqual(
      [file.sizeBytes, file.mode, file.mtimeMs, file.name, file.path],
      [7, 0o755, -5, 'ä b\n', '/a/ä b\n'],
    )
    assert.deepEqual(await list('/a'), [file])
    assert.deepEqual(await list('/'), [folder])
  })

  it('the root is always there, is a folder, and is not made, moved or removed', async () => {
    assert.equal((await run(swarm.tree.stat('/'))).id, ROOT_ID)
    assert.deepEqual(await list('/'), [])
    await assert.rejects(mkdir('/'), { code: 'exists' })
    await run(swarm.tree.makeFolder('/', { parents: true }))
    await assert.rejects(run(swarm.tree.removeFolder('/')), { code: 'name-invalid' })
    await assert.rejects(run(swarm.tree.remove('/', { recursive: true })), { code: 'name-invalid' })
    await assert.rejects(run(swarm.tree.move('/', '/a')), { code: 'name-invalid' })
  })

  it('names that Hiro cannot store are refused before anything is sent', async () => {
    const names = ['..', '.', 'a\0b', 'x'.repeat(NAME_LENGTH_BYTES_MAX + 1), 'ä'.repeat(128), '\ud800']
    for (const path of [...names.map((name) => `/${name}`), '', 'a', '/a/', '//', '/a//b']) {
      await assert.rejects(mkdir(path), { code: 'name-invalid' })
      await assert.rejects(add(path), { code: 'name-invalid' })
      await assert.rejects(run(swarm.tree.stat(path)), { code: 'name-invalid' })
    }
    await assert.rejects(
      mkdir(
        `/${Array(PATH_DEPTH_MAX + 1)
          .fill('x')
          .join('/')}`,
      ),
      { code: 'name-invalid' },
    )
    assert.deepEqual(swarm.coordinator.calls, [])
  })

  it('a name of 255 bytes and a path of 64 parts are fine', async () => {
    const path = `/${Array(PATH_DEPTH_MAX).fill('x'.repeat(NAME_LENGTH_BYTES_MAX)).join('/')}`
    await run(swarm.tree.makeFolder(path, { parents: true }))
    assert.equal((await run(swarm.tree.stat(path))).path, path)
  })

  it('what is missing and what is in the way are told apart', async () => {
    await mkdir('/a')
    await add('/a/file')
    await assert.rejects(run(swarm.tree.stat('/b')), { code: 'not-found', message: 'there is no "/b"' })
    await assert.rejects(run(swarm.tree.stat('/b/c')), { code: 'not-found', message: 'there is no "/b"' })
    await assert.rejects(run(swarm.tree.stat('/a/file/x')), {
      code: 'not-a-folder',
      message: '"/a/file" is a file, not a folder',
    })
    await assert.rejects(list('/a/file'), { code: 'not-a-folder' })
    await assert.rejects(list('/b'), { code: 'not-found' })
    await assert.rejects(mkdir('/a'), { code: 'exists', message: '"/a" is already there' })
    await assert.rejects(mkdir('/b/c'), { code: 'not-found' })
    await assert.rejects(mkdir('/a/file/x'), { code: 'not-a-folder' })
    await assert.rejects(run(swarm.tree.makeFolder('/a/file/x', { parents: true })), { code: 'exists' })
    await assert.rejects(run(swarm.tree.removeFolder('/a')), { code: 'not-empty' })
    await assert.rejects(run(swarm.tree.removeFolder('/a/file')), { code: 'not-a-folder' })
    await assert.rejects(run(swarm.tree.remove('/a')), { code: 'is-a-folder' })
    await assert.rejects(run(swarm.tree.remove('/b')), { code: 'not-found' })
  })

  it('parents are made as needed, and one that appears meanwhile is as good', async () => {
    swarm.coordinator.before = async ({ name }) => {
      if (name !== 'makeFolder') return
      swarm.coordinator.before = undefined
      await swarm.tree.makeFolder('/a')
    }
    await run(swarm.tree.makeFolder('/a/b/c', { parents: true, mode: 0o700 }))
    assert.deepEqual(
      [(await run(swarm.tree.stat('/a/b'))).mode, (await run(swarm.tree.stat('/a/b/c'))).mode],
      [0o755, 0o700],
    )
    await run(swarm.tree.makeFolder('/a/b/c', { parents: true }))
  })

  it('moves a file, and a folder with all it holds, and keeps their ids', async () => {
    await mkdir('/a')
    await mkdir('/b')
    await add('/a/file', 'content')
    const before = await run(swarm.tree.stat('/a/file'))
    await run(swarm.tree.move('/a/file', '/b/renamed'))
    assert.equal((await run(swarm.tree.stat('/b/renamed'))).id, before.id)
    await assert.rejects(run(swarm.tree.stat('/a/file')), { code: 'not-found' })
    await run(swarm.tree.move('/b', '/a/b'))
    assert.equal(await contentOf('/a/b/renamed'), 'content')
    await assert.rejects(run(swarm.tree.stat('/b/renamed')), { code: 'not-found' })
  })

  it('a move goes to exactly that path: not onto something, not under itself, not into nothing', async () => {
    await mkdir('/a')
    await mkdir('/b')
    await assert.rejects(run(swarm.tree.move('/a', '/b')), { code: 'exists' })
    await assert.rejects(run(swarm.tree.move('/a', '/a/c')), { code: 'under-itself' })
    await assert.rejects(run(swarm.tree.move('/a', '/c/d')), { code: 'not-found' })
    await assert.rejects(run(swarm.tree.move('/c', '/d')), { code: 'not-found' })
    await run(swarm.tree.move('/a', '/a'))
    await run(swarm.tree.stat('/a'))
  })

  it('an answer that was lost: made, moved and removed once, and no error', async () => {
    swarm.coordinator.loseAnswerOf = 'makeFolder'
    await mkdir('/a')
    swarm.coordinator.loseAnswerOf = 'move'
    await run(swarm.tree.move('/a', '/b'))
    swarm.coordinator.loseAnswerOf = 'remove'
    await run(swarm.tree.remove('/b', { recursive: true }))
    assert.deepEqual(await list('/'), [])
  })

  it('a move whose answer was lost, and which someone undid since: unknown, for nobody can tell', async () => {
    await mkdir('/a')
    swarm.coordinator.loseAnswerOf = 'move'
    let moves = 0
    const { entries } = swarm.coordinator
    const get = entries.get.bind(entries)
    entries.get = (key) => {
      // Between the two tries the moved entry is moved on by someone else.
      if (++moves === 4) entries.clear()
      return get(key)
    }
    await assert.rejects(run(swarm.tree.move('/a', '/b')), { code: 'unknown' })
  })

  it('a folder that others removed or replaced: its old id is forgotten, and the path walked anew', async () => {
    await mkdir('/a')
    await add('/a/first')
    const { entries } = swarm.coordinator
    const [[key, folder] = []] = [...entries].filter(([, entry]) => entry.folder)
    assert(key !== undefined && folder)
    entries.clear()
    await assert.rejects(mkdir('/a/b/c'), { code: 'not-found' })
    entries.set(key, folder)
    await mkdir('/a/b')
    // The coordinator does not know the id any more: the client must ask for the path again before it says so.
    let refused = 0
    swarm.coordinator.before = ({ name }) => {
      if (name === 'makeFolder' && refused++ === 0) throw new HiroError('not-found', 'no such folder')
    }
    await mkdir('/a/c')
    assert.equal(refused, 2)
  })

  it('adding many files to one deep folder does not walk to it each time', async () => {
    await run(swarm.tree.makeFolder('/a/b/c/d', { parents: true }))
    const before = swarm.coordinator.count('lookup')
    for (let at = 0; at < 10; at++) await add(`/a/b/c/d/${at}`)
    assert.equal(swarm.coordinator.count('lookup') - before, 10)
  })

  it('a large folder is listed page by page, the next one asked for ahead, each entry once', async () => {
    const names = Array.from({ length: 600 }, (_, at) => `f${at}`)
    for (const name of names) await mkdir(`/${name}`)
    assert.deepEqual((await list('/')).map(({ name }) => name).toSorted(), names.toSorted())
    assert.equal(swarm.coordinator.count('list'), 3)
    const stop = async (): Promise<void> => {
      for await (const _ of swarm.tree.list('/')) break
    }
    await run(stop())
    assert.equal(swarm.coordinator.count('list'), 5)
  })

  it('an entry that the coordinator files under another name, or answers with in place of another: integrity', async () => {
    await add('/a', 'of a')
    await add('/b', 'of b')
    const { entries } = swarm.coordinator
    const [[keyA = '', a] = [], [keyB = '', b] = []] = entries
    assert(a && b)
    entries.set(keyA, b)
    entries.set(keyB, a)
    await assert.rejects(run(swarm.tree.stat('/a')), { code: 'integrity' })
    await assert.rejects(contentOf('/a'), { code: 'integrity' })
    entries.set(keyA, { ...b, tag: a.tag })
    await assert.rejects(list('/'), { code: 'integrity' })
  })

  it('parts of one entry in another one: integrity', async () => {
    await add('/a', 'of a')
    await add('/b', 'of b')
    const { entries } = swarm.coordinator
    const [[keyA = '', a] = [], [, b] = []] = entries
    assert(a && b)
    for (const swapped of ['sealedName', 'sealedAttributes', 'sealedHead', 'id'] as const) {
      entries.set(keyA, { ...a, [swapped]: b[swapped] })
      await assert.rejects(run(swarm.tree.stat('/a')), { code: 'integrity' }, swapped)
    }
    entries.set(keyA, { ...a, version: a.version + 1 })
    await assert.rejects(run(swarm.tree.stat('/a')), { code: 'integrity' })
  })

  it('the coordinator sees neither names nor contents', async () => {
    const marker = 'a marker that nobody may see'
    await mkdir(`/${marker}`)
    await add(`/${marker}/${marker}`, marker.repeat(5))
    await run(swarm.tree.move(`/${marker}`, `/${marker} 2`))
    const seen = JSON.stringify(swarm.coordinator.calls, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    )
    assert(!seen.includes(marker))
    for (const { pieces } of swarm.workers.all) {
      for (const bytes of pieces.values()) assert(!Buffer.from(bytes).includes(marker))
    }
  })

  it('any tree of names comes back as it was made', async () => {
    const name = fc
      .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
      .filter((name) => !/[/\0]|^\.{1,2}$/.test(name) && name.isWellFormed())
    const paths = fc.array(fc.array(name, { minLength: 1, maxLength: 4 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(paths, async (paths) => {
        swarm = scripted('any tree')
        const expected = new Set(paths.flatMap((names) => names.map((_, at) => `/${names.slice(0, at + 1).join('/')}`)))
        for (const names of paths) await run(swarm.tree.makeFolder(`/${names.join('/')}`, { parents: true }))
        const found: string[] = []
        for (const queue = ['/']; queue.length > 0; ) {
          for (const { path } of await list(queue.shift() ?? '/')) {
            found.push(path)
            queue.push(path)
          }
        }
        assert.deepEqual(found.toSorted(), [...expected].toSorted())
      }),
      { numRuns: 30 },
    )
  })

  it('ids on the wire that are none: bad-frame', async () => {
    await mkdir('/a')
    const [[key = '', entry] = []] = swarm.coordinator.entries
    assert(entry)
    swarm.coordinator.entries.set(key, { ...entry, id: fromHex(toHex(entry.id).slice(2)) })
    await assert.rejects(run(swarm.tree.stat('/a')), { code: 'bad-frame' })
  })
})
