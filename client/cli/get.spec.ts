import assert from 'node:assert/strict'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  promises,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HiroError } from '../../shared/errors.ts'
import type { Entry } from '../index.ts'
import { TestCli } from './test-cli.ts'

const TIME_MS = 1_234_567_890_123

describe('hiro get', () => {
  let folder: string
  let cli: TestCli
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-get-'))
    cli = new TestCli(folder)
    const { swarm } = cli
    await swarm.mkdir('/tree', { mode: 0o750, mtimeMs: TIME_MS })
    await swarm.mkdir('/tree/shut', { mode: 0o555, mtimeMs: TIME_MS + 1 })
    await swarm.mkdir('/tree/empty', { mode: 0o1777, mtimeMs: 0 })
    await swarm.add('/tree/shut/x', Buffer.from('X'), { mode: 0o4755, mtimeMs: TIME_MS + 2 })
    await swarm.add('/tree/zero', Buffer.from(''), { mode: 0o400, mtimeMs: -1 })
    await swarm.add('/f', Buffer.from('F'), { mode: 0o640, mtimeMs: TIME_MS })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const here = (path: string): string => join(folder, path)
  const facts = (path: string): [mode: number, mtimeMs: number] => {
    const { mode, mtimeMs } = statSync(here(path))
    return [mode & 0o7777, Math.floor(mtimeMs)]
  }

  it('a file comes with its mode and time, under its name or the given one, into a folder that is there', async () => {
    mkdirSync(here('dir'))
    for (const [dest, path] of [
      [[], 'f'],
      [['g'], 'g'],
      [['dir'], 'dir/f'],
      [['dir/g'], 'dir/g'],
    ] as const) {
      const { exit, stdout } = await cli.hiro('get', '/f', ...dest)
      assert.deepEqual([exit, stdout], [0, `${here(path)}: 1 B\n`])
      assert.equal(readFileSync(here(path), 'utf8'), 'F')
      assert.deepEqual(facts(path), [0o640, TIME_MS])
    }
  })

  it('a folder comes with all that it holds: modes, times, empty folders, and without the rights of others', async () => {
    const { exit, stdout } = await cli.hiro('get', '/tree')
    assert.deepEqual([exit, stdout], [0, `${here('tree')}: 2 files in 3 folders, 1 B\n`])
    assert.deepEqual(facts('tree'), [0o750, TIME_MS])
    assert.deepEqual(facts('tree/shut'), [0o555, TIME_MS + 1])
    assert.deepEqual(facts('tree/empty'), [0o1777, 0])
    assert.deepEqual(facts('tree/shut/x'), [0o755, TIME_MS + 2])
    assert.deepEqual(facts('tree/zero'), [0o400, -1])
  })

  it('nothing that is there is overwritten unasked, neither file nor folder nor a link to nowhere', async () => {
    writeFileSync(here('f'), 'mine')
    mkdirSync(here('tree'))
    symlinkSync('/nowhere', here('link'))
    for (const line of [['/f'], ['/tree', here('')], ['/f', 'link'], ['/tree', 'f']]) {
      const { exit, stderr } = await cli.hiro('get', ...line)
      assert.equal(exit, 4, line.join(' '))
      assert.match(stderr, /there is already /)
    }
    assert.equal(readFileSync(here('f'), 'utf8'), 'mine')
    assert(lstatSync(here('link')).isSymbolicLink())
    assert.equal(
      cli.swarm.calls.some((call) => call.startsWith('read')),
      false,
    )
  })

  it('--replace puts files in the place of those that are there, and keeps others', async () => {
    mkdirSync(here('tree/shut'), { recursive: true })
    writeFileSync(here('tree/shut/x'), 'old')
    writeFileSync(here('tree/mine'), 'mine')
    writeFileSync(here('f'), 'old')
    assert.equal((await cli.hiro('get', '--replace', '/f')).exit, 0)
    assert.equal((await cli.hiro('get', '--replace', '/tree')).exit, 0)
    const texts = ['f', 'tree/shut/x', 'tree/mine'].map((path) => readFileSync(here(path), 'utf8'))
    assert.deepEqual(texts, ['F', 'X', 'mine'])
  })

  it('a link in the place of a folder is not followed, also with --replace', async () => {
    mkdirSync(here('elsewhere'))
    mkdirSync(here('tree'))
    symlinkSync('../elsewhere', here('tree/shut'))
    assert.equal((await cli.hiro('get', '--replace', '/tree')).exit, 4)
    assert.deepEqual(readdirSync(here('elsewhere')), [])
  })

  describe('links', () => {
    const linkEntry = (path: string, target: string): Entry => {
      const base = { path, name: path.slice(path.lastIndexOf('/') + 1), id: '', mode: 0o777, mtimeMs: 1_500 }
      return { ...base, revision: 1, committedAtMs: 0, kind: 'link', target }
    }

    it('of a tree are made as they were, with their times, also those that lead out of it or nowhere', async () => {
      const targets = { up: '../../..', absolute: '/etc/passwd', none: 'nowhere', 'ä b': 'zero' }
      for (const [name, target] of Object.entries(targets))
        await cli.swarm.symlink(target, `/tree/${name}`, { mtimeMs: 1_500 })
      const { exit, stdout } = await cli.hiro('get', '/tree')
      assert.deepEqual([exit, stdout], [0, `${here('tree')}: 2 files and 4 links in 3 folders, 1 B\n`])
      for (const [name, target] of Object.entries(targets)) {
        assert.equal(readlinkSync(here(`tree/${name}`)), target)
        assert.equal(Math.floor(lstatSync(here(`tree/${name}`)).mtimeMs), 1_500)
      }
      assert.deepEqual(facts('tree'), [0o750, TIME_MS])
    })

    it('one alone is the link, not what it leads to; what is there is kept, or replaced and never followed', async () => {
      await cli.swarm.symlink('target', '/link')
      assert.equal((await cli.hiro('get', '/link')).exit, 0)
      assert.equal(readlinkSync(here('link')), 'target')
      assert.equal((await cli.hiro('get', '/link')).exit, 4)
      writeFileSync(here('kept'), 'mine')
      rmSync(here('link'))
      symlinkSync('kept', here('link'))
      assert.equal((await cli.hiro('get', '--replace', '/link')).exit, 0)
      assert.deepEqual([readlinkSync(here('link')), readFileSync(here('kept'), 'utf8')], ['target', 'mine'])
      mkdirSync(here('folder'))
      await cli.swarm.symlink('target', '/folder')
      assert.equal((await cli.hiro('get', '--replace', '/folder', '.')).exit, 4)
      assert(lstatSync(here('folder')).isDirectory())
      assert.deepEqual(readdirSync(folder).toSorted(), ['folder', 'kept', 'link'])
    })

    for (const replace of [[], ['--replace']]) {
      it(`nothing is written through one, in whatever order the swarm says that it is a folder or file too ${replace}`, async () => {
        mkdirSync(here('outside'))
        await cli.swarm.mkdir('/evil')
        await cli.swarm.add('/evil/evil', Buffer.from('evil'))
        const link = linkEntry('/tree/link', here('outside'))
        const asFolder = { ...(await cli.swarm.stat('/evil')), name: 'link' }
        const asFile = { ...(await cli.swarm.stat('/evil/evil')), name: 'link' }
        for (const entries of [
          [link, asFolder],
          [asFolder, link],
          [link, asFile],
          [link, link],
        ]) {
          cli.swarm.hostile.set('/tree', entries)
          const { exit } = await cli.hiro('get', '/tree', 'dest', ...replace)
          assert(exit === 0 || exit === 4)
          assert.deepEqual(readdirSync(here('outside')), [])
          rmSync(here('dest'), { recursive: true, force: true })
        }
      })
    }

    it('a second look at a folder with a link in its place, with --replace: nothing is written where it leads', async () => {
      mkdirSync(here('outside'))
      await cli.swarm.symlink(here('outside'), '/tree/sub')
      assert.equal((await cli.hiro('get', '/tree')).exit, 0)
      await cli.swarm.remove('/tree/sub')
      await cli.swarm.mkdir('/tree/sub')
      await cli.swarm.add('/tree/sub/evil', Buffer.from('evil'))
      assert.equal((await cli.hiro('get', '--replace', '/tree')).exit, 4)
      assert.deepEqual(readdirSync(here('outside')), [])
    })

    for (const name of ['..', '../escaped', '/etc/escaped']) {
      it(`with the name ${name} writes nothing outside of DEST`, async () => {
        cli.swarm.hostile.set('/tree', [{ ...linkEntry('/tree/x', 'x'), name }])
        assert.equal((await cli.hiro('get', '/tree')).exit, 6)
        assert.deepEqual(readdirSync(folder), ['tree'])
      })
    }
  })

  it('small files of a tree are read together, and written without a way through the thread pool for each', async () => {
    const { open } = promises
    const opened: unknown[] = []
    promises.open = async (...parameters) => {
      opened.push(parameters[0])
      return await open(...parameters)
    }
    syncBuiltinESMExports()
    try {
      assert.equal((await cli.hiro('get', '/tree')).exit, 0)
    } finally {
      promises.open = open
      syncBuiltinESMExports()
    }
    assert.deepEqual(
      cli.swarm.calls.filter((call) => call.startsWith('read')),
      ['readSmall 2'],
    )
    assert.deepEqual(opened, [])
  })

  it('what comes there while a tree is fetched is kept, and the others come', async () => {
    const { readSmall } = cli.swarm
    cli.swarm.readSmall = async function* (entries) {
      writeFileSync(here('tree/shut/x'), 'mine')
      yield* readSmall.call(cli.swarm, entries)
    }
    const { exit, stderr } = await cli.hiro('get', '/tree')
    assert.equal(exit, 4)
    assert.match(stderr, /x could not be fetched: there is already /)
    assert.deepEqual([readFileSync(here('tree/shut/x'), 'utf8'), existsSync(here('tree/zero'))], ['mine', true])
    assert.deepEqual(readdirSync(here('tree/shut')), ['x'])
  })

  it('a read that fails leaves nothing behind', async () => {
    cli.swarm.failures.set('/f in the middle', new HiroError('integrity', 'every copy of a piece is bad'))
    const { exit, stdout } = await cli.hiro('get', '/f')
    assert.deepEqual([exit, stdout, readdirSync(folder)], [6, '', []])
  })

  it('in a tree, one file that cannot be read does not keep the others back', async () => {
    cli.swarm.failures.set('/tree/shut/x in the middle', new HiroError('integrity', 'every copy of a piece is bad'))
    const { exit, stderr } = await cli.hiro('get', '/tree')
    assert.equal(exit, 6)
    assert.match(stderr, /warning: \/tree\/shut\/x could not be fetched: every copy of a piece is bad\n/)
    assert.match(stderr, /hiro: get: 1 file could not be fetched, 1 could: /)
    assert.deepEqual([existsSync(here('tree/zero')), readdirSync(here('tree/shut'))], [true, []])
  })

  it('a coordinator that is gone ends a tree', async () => {
    const gone = new HiroError('unreachable', 'the coordinator cannot be reached')
    cli.swarm.failures.set('/tree/zero', gone)
    const { exit, stdout } = await cli.hiro('get', '/tree')
    assert.deepEqual([exit, stdout], [5, ''])
  })

  it('workers that are gone keep back the files that they hold, and no others', async () => {
    cli.swarm.failures.set('/tree/zero in the middle', new HiroError('unreachable', 'no good copy can be reached'))
    const { exit, stdout } = await cli.hiro('get', '/tree')
    assert.deepEqual([exit, stdout], [5, `${here('tree')}: 1 file in 3 folders, 1 B\n`])
  })

  for (const name of ['..', '.', '', '../escaped', '/etc/escaped', 'a/b', 'nul\0']) {
    it(`a folder that holds the name ${JSON.stringify(name)} writes nothing outside of DEST`, async () => {
      const base = { path: '/tree/x', name, id: '', mode: 0o644, mtimeMs: 0, revision: 1, committedAtMs: 0 }
      const entries: Entry[] = [
        { ...base, kind: 'file', sizeBytes: 1, version: 1, groupVersions: [1] },
        { ...base, kind: 'folder' },
      ]
      await cli.swarm.add('/tree/x', Buffer.from('evil'))
      for (const entry of entries) {
        cli.swarm.hostile.set('/tree', [entry])
        mkdirSync(here('dest'))
        assert.equal((await cli.hiro('get', '/tree', 'dest/tree')).exit, 6)
        assert.deepEqual([readdirSync(folder), readdirSync(here('dest'))], [['dest'], ['tree']])
        rmSync(here('dest'), { recursive: true })
      }
    })
  }

  it('the root needs a place, and gives everything', async () => {
    assert.equal((await cli.hiro('get', '/')).exit, 2)
    assert.equal((await cli.hiro('get', '/', 'all')).exit, 0)
    assert.deepEqual(readdirSync(here('all')).toSorted(), ['f', 'tree'])
  })

  it('a folder for it that is not there is not found', async () => {
    for (const dest of ['nowhere/f', 'nowhere/']) assert.equal((await cli.hiro('get', '/f', dest)).exit, 3)
  })

  it('a name of 255 bytes can be fetched', async () => {
    const name = 'n'.repeat(255)
    await cli.swarm.add(`/${name}`, Buffer.from('long'))
    assert.equal((await cli.hiro('get', `/${name}`)).exit, 0)
    assert.equal(readFileSync(here(name), 'utf8'), 'long')
  })
})
