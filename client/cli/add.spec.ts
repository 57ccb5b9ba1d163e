import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, lutimesSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HiroError } from '../../shared/errors.ts'
import { TestCli } from './test-cli.ts'

describe('hiro add', () => {
  let folder: string
  let cli: TestCli
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-add-'))
    cli = new TestCli(folder)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function put(path: string, text: string, mode = 0o644): void {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
    chmodSync(join(folder, path), mode)
  }

  function putTree(): void {
    put('tree/a/x', 'X', 0o600)
    put('tree/a/b/y', 'Y', 0o755)
    put('tree/zero', '')
    mkdirSync(join(folder, 'tree/empty'), { mode: 0o750 })
    utimesSync(join(folder, 'tree/empty'), 1_000_000, 1_500_000_000)
    utimesSync(join(folder, 'tree/a/x'), 1_000_000, '-5') // as text: a negative number is now
  }

  const makePipe = (path: string): void => void execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, path)])

  const paths = (): string[] => [...cli.swarm.nodes.keys()].toSorted()

  it('a file goes to its name, with its mode and time, and is told in a line', async () => {
    put('notes.txt', 'hello', 0o640)
    utimesSync(join(folder, 'notes.txt'), 0, 1_234_567_890.5)
    const { exit, stdout, stderr } = await cli.hiro('add', 'notes.txt')
    assert.deepEqual([exit, stdout, stderr], [0, '/notes.txt: 5 B, 1 piece, 3 copies\n', ''])
    const { bytes, ...attributes } = cli.swarm.nodes.get('/notes.txt') ?? {}
    assert.deepEqual([bytes?.toString(), attributes], ['hello', { mode: 0o640, mtimeMs: 1_234_567_890_500 }])
  })

  it('with --json there is one line for each file and nothing else', async () => {
    putTree()
    const { stdout } = await cli.hiro('add', '--json', 'tree', '--to', '/t')
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
    assert.deepEqual(lines, [
      { path: '/t/a/b/y', size: 1, pieces: 1, copies: 3 },
      { path: '/t/a/x', size: 1, pieces: 1, copies: 3 },
      { path: '/t/zero', size: 0, pieces: 0, copies: 3 },
    ])
  })

  it('a folder goes with all that it holds: empty folders, empty files, modes, times', async () => {
    putTree()
    const { exit, stdout } = await cli.hiro('add', 'tree')
    assert.deepEqual([exit, stdout], [0, '/tree: 3 files in 4 folders, 2 B, 3 copies\n'])
    assert.deepEqual(paths(), [
      '/',
      '/tree',
      '/tree/a',
      '/tree/a/b',
      '/tree/a/b/y',
      '/tree/a/x',
      '/tree/empty',
      '/tree/zero',
    ])
    const { nodes } = cli.swarm
    assert.deepEqual(nodes.get('/tree/empty'), { bytes: undefined, mode: 0o750, mtimeMs: 1_500_000_000_000 })
    assert.deepEqual([nodes.get('/tree/a/x')?.mode, nodes.get('/tree/a/x')?.mtimeMs], [0o600, -5_000])
  })

  it('middling files travel side by side, never more than eight, and large ones alone', async () => {
    for (let n = 0; n < 40; n++) put(`middling/${n}`, 'x'.repeat(65 * 2 ** 10))
    for (let n = 0; n < 4; n++) put(`large/${n}`, 'x'.repeat(17 * 2 ** 20))
    cli.swarm.addMs = 10
    await cli.hiro('add', 'middling')
    assert.equal(cli.swarm.busiest, 8)
    cli.swarm.busiest = 0
    await cli.hiro('add', 'large')
    assert.equal(cli.swarm.busiest, 1)
  })

  const packs = (): string[] => cli.swarm.calls.filter((call) => call.startsWith('addPack'))

  it('small files travel together, in packs of at most 256 files and 1 MiB; with --replace each by itself', async () => {
    for (let n = 0; n < 300; n++) put(`many/${String(n).padStart(3, '0')}`, 'x')
    for (let n = 0; n < 40; n++) put(`wide/${n}`, 'x'.repeat(60_000))
    const { stdout } = await cli.hiro('add', 'many', '--json')
    assert.deepEqual(packs().toSorted(), ['addPack 256', 'addPack 44'])
    const told = stdout.trimEnd().split('\n')
    assert.deepEqual(
      told.map((line) => (JSON.parse(line) as { path: string }).path),
      Array.from({ length: 300 }, (_, n) => `/many/${String(n).padStart(3, '0')}`),
    )
    await cli.hiro('add', 'wide')
    assert.deepEqual(packs().slice(2).toSorted(), ['addPack 17', 'addPack 17', 'addPack 6'])
    await cli.hiro('add', 'wide', '--replace')
    assert.equal(packs().length, 5)
  })

  it('what a pack cannot take is added by itself', async () => {
    putTree()
    cli.swarm.refusedByPack.add('/tree/a/x')
    assert.equal((await cli.hiro('add', 'tree')).exit, 0)
    assert.deepEqual(packs(), ['addPack 3'])
    assert.equal(cli.swarm.calls.filter((call) => call === 'add /tree/a/x').length, 1)
  })

  it('standard input goes where --to says', async () => {
    cli.stdin = async function* () {
      yield Buffer.from('one ')
      yield Buffer.from('two')
    }.call(undefined)
    assert.equal((await cli.hiro('add', '-', '--to', '/in')).exit, 0)
    assert.equal(cli.swarm.text('/in'), 'one two')
  })

  it('a named pipe given by name is read as what it gives', async () => {
    makePipe('pipe')
    const added = cli.hiro('add', 'pipe')
    await writeFile(join(folder, 'pipe'), 'through\n')
    assert.equal((await added).exit, 0)
    assert.equal(cli.swarm.text('/pipe'), 'through\n')
  })

  it('special files within a tree are left out, and counted in a warning', async () => {
    putTree()
    makePipe('tree/pipe')
    const { exit, stderr } = await cli.hiro('add', 'tree')
    assert.equal(exit, 0)
    assert.match(stderr, /left out 1 special file: pipe\n/)
    assert(paths().every((path) => !path.includes('pipe')))
  })

  it('symbolic links within a tree go as links, wherever they lead, and are not followed', async () => {
    putTree()
    put('elsewhere/secret', 'S')
    symlinkSync('/etc/passwd', join(folder, 'tree/link-1'))
    symlinkSync('../elsewhere', join(folder, 'tree/link-2'))
    symlinkSync('nowhere', join(folder, 'tree/link-3'))
    lutimesSync(join(folder, 'tree/link-3'), 1, 1.5)
    const { exit, stdout, stderr } = await cli.hiro('add', 'tree')
    assert.deepEqual([exit, stderr], [0, ''])
    assert.match(stdout, / files and 3 links in /)
    const targets = ['1', '2', '3'].map((at) => cli.swarm.nodes.get(`/tree/link-${at}`)?.target)
    assert.deepEqual(targets, ['/etc/passwd', '../elsewhere', 'nowhere'])
    assert.equal(cli.swarm.nodes.get('/tree/link-3')?.mtimeMs, 1_500)
    assert(paths().every((path) => !path.includes('secret')))
  })

  it('a link is there already: kept, and with --replace put in its place, as in that of a file', async () => {
    putTree()
    symlinkSync('new', join(folder, 'tree/link'))
    await cli.swarm.mkdir('/tree')
    await cli.swarm.symlink('old', '/tree/link')
    assert.equal((await cli.hiro('add', 'tree')).exit, 4)
    assert.equal(cli.swarm.nodes.get('/tree/link')?.target, 'old')
    assert.equal((await cli.hiro('add', 'tree', '--replace')).exit, 0)
    assert.equal(cli.swarm.nodes.get('/tree/link')?.target, 'new')
    await cli.swarm.remove('/tree/link')
    await cli.swarm.add('/tree/link', Buffer.from('a file'))
    assert.equal((await cli.hiro('add', 'tree', '--replace')).exit, 0)
    assert.equal(cli.swarm.nodes.get('/tree/link')?.target, 'new')
    assert(paths().every((path) => !path.includes('.part')))
  })

  it('a link whose target is not UTF-8 is told before anything is sent', async () => {
    putTree()
    symlinkSync(Buffer.from([0xff]), join(folder, 'tree/link'))
    const { exit, stderr } = await cli.hiro('add', 'tree')
    assert.equal(exit, 2)
    assert.match(stderr, /tree\/link cannot be kept in the swarm: it is not UTF-8/)
    assert.deepEqual(paths(), ['/'])
  })

  it('a link that is given by name is followed', async () => {
    put('real/x', 'X')
    symlinkSync('real', join(folder, 'link'))
    await cli.hiro('add', 'link')
    assert.equal(cli.swarm.text('/link/x'), 'X')
  })

  it("the swarm's own folder within the tree is left out: adding its pieces would never end", async () => {
    put('tree/x', 'X')
    put('tree/.hiro/worker-1/store/piece', 'P')
    const { exit, stderr } = await cli.hiro('add', 'tree', '--home', join(folder, 'tree/.hiro'))
    assert.equal(exit, 0)
    assert.match(stderr, /left out 1 swarm of its own: \.hiro\n/)
    assert.deepEqual(paths(), ['/', '/tree', '/tree/x'])
  })

  it('what is there already is an error before anything is sent', async () => {
    putTree()
    put('f', 'new')
    await cli.swarm.mkdir('/tree')
    await cli.swarm.add('/f', Buffer.from('old'))
    for (const name of ['tree', 'f']) {
      const { exit, stderr } = await cli.hiro('add', name)
      assert.equal(exit, 4)
      assert.match(stderr, /already there\n {2}give --replace/)
    }
    assert.deepEqual([paths(), cli.swarm.text('/f')], [['/', '/f', '/tree'], 'old'])
  })

  it('--replace puts files in the place of others, and keeps what the tree does not have', async () => {
    putTree()
    await cli.swarm.mkdir('/tree')
    await cli.swarm.mkdir('/tree/a')
    await cli.swarm.add('/tree/a/x', Buffer.from('old'))
    await cli.swarm.add('/tree/a/other', Buffer.from('other'))
    assert.equal((await cli.hiro('add', '--replace', 'tree')).exit, 0)
    assert.deepEqual([cli.swarm.text('/tree/a/x'), cli.swarm.text('/tree/a/other')], ['X', 'other'])
  })

  it('a file in the place of a folder is an error, also with --replace', async () => {
    putTree()
    await cli.swarm.mkdir('/tree')
    await cli.swarm.add('/tree/empty', Buffer.from('file'))
    assert.equal((await cli.hiro('add', '--replace', 'tree')).exit, 4)
    assert.equal(cli.swarm.text('/tree/empty'), 'file')
  })

  it('a name that the swarm cannot take is told before anything is sent', async () => {
    putTree()
    const name = Buffer.concat([Buffer.from(join(folder, 'tree/a/')), Buffer.from([0x66, 0xff])])
    writeFileSync(name, 'x')
    const { exit, stderr } = await cli.hiro('add', 'tree')
    assert.equal(exit, 2)
    assert.match(stderr, /"f\u00ff" in .*\/tree\/a cannot be a name in the swarm: it is not UTF-8/)
    assert.deepEqual(cli.opened, [])
  })

  it('a failure in the middle says how far it came and how to go on', async () => {
    putTree()
    cli.swarm.failures.set('/tree/zero', new HiroError('no-room', 'no room left'))
    const { exit, stdout, stderr } = await cli.hiro('add', 'tree')
    assert.deepEqual([exit, stdout], [5, ''])
    assert.match(
      stderr,
      /^hiro: add: no room left \(\d of 3 files are in \/tree\)\n {2}hiro add --replace .*tree --to \/tree /,
    )
  })

  it('fewer copies than asked for is a warning', async () => {
    putTree()
    put('f', 'x')
    cli.swarm.degraded = true
    const one = await cli.hiro('add', 'f')
    assert.match(one.stderr, /^hiro: warning: \/f has only 2 copies of each piece: /)
    const { exit, stderr } = await cli.hiro('add', 'tree')
    assert.equal(exit, 0)
    assert.match(stderr, /^hiro: warning: 3 files with fewer copies than asked for, at worst only 2 copies: /)
  })

  it('an interrupt ends with 130', async () => {
    putTree()
    cli.stdin = async function* () {
      yield Buffer.from('x')
      cli.controller.abort(new HiroError('aborted', 'interrupted'))
      yield Buffer.from('y')
    }.call(undefined)
    const { exit, stderr } = await cli.hiro('add', '-', '--to', '/in')
    assert.deepEqual([exit, stderr], [130, 'hiro: add: interrupted\n'])
  })

  it('what is not there is not found', async () => {
    const { exit, stderr } = await cli.hiro('add', 'nothing')
    assert.equal(exit, 3)
    assert.equal(stderr, `hiro: add: there is no ${folder}/nothing\n`)
  })
})
