import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import { collect, type Scripted, scripted } from '../client-fixture.ts'
import { read } from '../download/download.ts'
import { upload } from '../upload/upload.ts'
import { Trash } from './trash.ts'
import type { TrashItem } from './trash-item.ts'

describe('Trash', () => {
  let swarm: Scripted
  let trash: Trash

  beforeEach(() => {
    swarm = scripted('trash')
    trash = new Trash(swarm.ports)
  })

  const run = async <T>(work: Promise<T>): Promise<T> => await swarm.clock.drive(work)
  const mkdir = (path: string) => run(swarm.tree.makeFolder(path, { parents: true }))
  const add = (path: string, content: string) =>
    run(upload(swarm.ports, path, Buffer.from(content), { replace: true }, { window: 2, chunkSizeBytes: 100 }))
  const rm = (path: string, now = false) => run(swarm.tree.remove(path, { recursive: true, now }))
  const contentOf = async (path: string) => String(await run(collect(read(swarm.ports, path, {}, 2))))
  const list = async (path?: string): Promise<TrashItem[]> => await run(Array.fromAsync(trash.list(path)))
  const restore = (...args: Parameters<Trash['restore']>) => run(trash.restore(...args))

  it('gives a file back under a newer version, so that a client that saw it before reads it', async () => {
    await add('/a', 'content')
    assert.equal(await contentOf('/a'), 'content')
    await rm('/a')
    const { version, path, kind } = await restore('/a')
    assert.deepEqual([path, kind], ['/a', 'file'])
    assert.equal(await contentOf('/a'), 'content')
    const entry = await run(swarm.tree.stat('/a'))
    assert.ok(entry.kind === 'file' && entry.version === version)
  })

  it('gives older content of a file back, of many pieces and of none, and the present one stays restorable', async () => {
    const long = 'long '.repeat(200)
    for (const content of [long, '', 'newest']) await add('/a', content)
    assert.equal(await contentOf('/a'), 'newest')
    const [empty, first] = await run(trash.at('/a'))
    assert.deepEqual([empty?.sizeBytes, empty?.replaced, first?.sizeBytes], [0, true, long.length])
    await restore('/a', { version: first?.version })
    assert.equal(await contentOf('/a'), long)
    await restore('/a', { version: empty?.version })
    assert.equal(await contentOf('/a'), '')
    assert.equal((await run(trash.at('/a'))).length, 2)
  })

  it('gives a folder back with all in it, to another place too, and lists by the paths of before', async () => {
    await mkdir('/top/below')
    await add('/top/below/f', 'deep')
    await rm('/top/below/f')
    await add('/top/below/g', 'deep too')
    await rm('/top')
    assert.deepEqual(
      (await list('/top')).map(({ path, kind }) => [path, kind]),
      [
        ['/top', 'folder'],
        ['/top/below/f', 'file'],
      ],
    )
    assert.deepEqual(await list('/elsewhere'), [])
    await assert.rejects(restore('/top/below/f'), { code: 'not-found' })
    await restore('/top', { to: '/back' })
    assert.equal(await contentOf('/back/below/g'), 'deep too')
    await restore('/back/below/f')
    assert.equal(await contentOf('/back/below/f'), 'deep')
    assert.deepEqual(await list(), [])
  })

  it('says what is in the way, and what is not there', async () => {
    await add('/a', 'one')
    await rm('/a')
    await add('/a', 'two')
    await add('/a', 'three')
    await assert.rejects(restore('/a'), { code: 'exists', message: /--to restores to another place; --version/ })
    await assert.rejects(restore('/b'), { code: 'not-found', message: 'the trash has nothing of "/b"' })
    await assert.rejects(restore('/a', { version: 999 }), { code: 'not-found' })
    const [two] = await run(trash.at('/a'))
    await assert.rejects(restore('/a', { version: two?.version, to: '/b' }), { code: 'usage' })
    await add('/c', 'c')
    await assert.rejects(restore('/a', { to: '/c' }), { code: 'exists', message: '"/c" is already there' })
    await restore('/a', { to: '/b' })
    assert.equal(await contentOf('/b'), 'one')
  })

  it('a restore whose answer was lost, and that cannot be told, is unknown', async () => {
    await add('/a', 'one')
    await rm('/a')
    swarm.coordinator.loseAnswerOf = 'restore'
    await assert.rejects(restore('/a'), { code: 'unknown' })
  })

  it('what others changed meanwhile is looked at again', async () => {
    await add('/a', 'one')
    await add('/a', 'two')
    const [one] = await run(trash.at('/a'))
    swarm.coordinator.before = ({ name }) => {
      if (name !== 'restore') return
      swarm.coordinator.before = undefined
      throw new HiroError('changed', 'newer content of the file was published meanwhile')
    }
    await restore('/a', { version: one?.version })
    assert.equal(await contentOf('/a'), 'one')
    assert.equal(swarm.coordinator.count('openRestore'), 2)
  })

  it('is emptied page by page, of one path or of all; what is removed for good is not in it', async () => {
    await mkdir('/d')
    for (let at = 0; at < 60; at++) await add(`/d/${at}`, 'x')
    for (let at = 0; at < 60; at++) await rm(`/d/${at}`)
    await add('/a', 'one')
    await rm('/a')
    await add('/b', 'one')
    await rm('/b', true)
    const before = await list('/d')
    assert.equal(before.length, 60)
    await run(trash.throwAway(before.slice(0, 30)))
    await run(trash.throwAway(before.slice(0, 30)))
    assert.equal((await list()).length, 31)
    assert.deepEqual(await run(trash.empty('/a')), { items: 1, storedBytes: 3 })
    assert.equal((await list()).length, 30)
  })
})
