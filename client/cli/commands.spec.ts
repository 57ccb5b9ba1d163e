import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verdictOn } from './check.ts'
import { TestCli } from './test-cli.ts'

describe('commands', () => {
  let folder: string
  let cli: TestCli
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-commands-'))
    cli = new TestCli(folder)
    await cli.swarm.mkdir('/dir')
    await cli.swarm.add('/f', Buffer.from('0123456789'), { mode: 0o640 })
    await cli.swarm.add('/dir/g', Buffer.from('g'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const called = (name: string): string[] => cli.swarm.calls.filter((call) => call.startsWith(`${name} `))

  it('cat gives a range', async () => {
    for (const [argv, text] of [
      [[], '0123456789'],
      [['--offset', '3'], '3456789'],
      [['--offset', '3', '--length', '2'], '34'],
      [['--length', '0'], ''],
      [['--offset', '1KiB'], ''],
    ] as const) {
      assert.deepEqual(await cli.hiro('cat', '/f', ...argv), { exit: 0, stdout: text, stderr: '' })
    }
  })

  it('ls sorts by name, and lists a file as itself', async () => {
    for (const name of ['b', 'a', 'C', 'ä']) await cli.swarm.add(`/dir/${name}`, Buffer.from(''))
    assert.equal((await cli.hiro('ls', '/dir/')).stdout, 'C\na\nb\ng\nä\n')
    assert.equal((await cli.hiro('ls', '/f')).stdout, 'f\n')
    const names = (await cli.hiro('ls', '--json', '/dir')).stdout.trimEnd().split('\n')
    assert.deepEqual(
      names.map((line) => (JSON.parse(line) as { path: string }).path),
      ['/dir/C', '/dir/a', '/dir/b', '/dir/g', '/dir/ä'],
    )
    assert.equal((await cli.hiro('ls', '/nope')).exit, 3)
  })

  it('ls -l aligns sizes', async () => {
    const { stdout } = await cli.hiro('ls', '-l')
    assert.match(stdout, /^drwxr-xr-x {5}- {2}\S+ \S+ {2}dir\n-rw-r----- {2}10 B {2}\S+ \S+ {2}f\n$/)
  })

  it('mv renames, goes into a folder that is there, and replaces nothing', async () => {
    await cli.hiro('mv', '/f', '/new')
    await cli.hiro('mv', '/new', '/dir')
    assert.deepEqual(called('move'), ['move /f /new', 'move /new /dir/new'])
    const { exit, stderr } = await cli.hiro('mv', '/dir/new', '/dir/g')
    assert.deepEqual([exit, stderr], [4, 'hiro: mv: "/dir/g" is already there\n'])
  })

  it('mv --replace puts it in the place of what is there, within the folder that it goes into', async () => {
    await cli.swarm.add('/g', Buffer.from('new'))
    assert.deepEqual(await cli.hiro('mv', '--replace', '/g', '/dir'), { exit: 0, stdout: '', stderr: '' })
    await cli.hiro('mv', '--replace', '/f', '/dir/g')
    assert.deepEqual(called('replace by move'), ['replace by move /g /dir/g', 'replace by move /f /dir/g'])
    assert.equal(cli.swarm.text('/dir/g'), '0123456789')
  })

  it('links are shown with their target, and told from what they lead to', async () => {
    await cli.swarm.symlink('../f\u001b[31m', '/dir/l')
    assert.match((await cli.hiro('ls', '-l', '/dir')).stdout, /\nlrwxrwxrwx +- {2}\S+ \S+ {2}l -> ..\/f.*\n$/)
    assert.match((await cli.hiro('stat', '/dir/l')).stdout, /\nkind +link\ntarget +..\/f/)
    assert.equal((await cli.hiro('ls', '/dir/l')).stdout, 'l\n')
    const { kind, target } = JSON.parse((await cli.hiro('stat', '--json', '/dir/l')).stdout) as Record<string, string>
    assert.deepEqual([kind, target], ['link', '../f\u001b[31m'])
    await cli.hiro('check', '/dir')
    assert.deepEqual(called('check'), ['check /dir/g'])
  })

  it('rm takes a folder with -r alone, and says so', async () => {
    const { exit, stderr } = await cli.hiro('rm', '/dir')
    assert.equal(exit, 4)
    assert.match(stderr, /\n {2}give -r /)
    assert.equal((await cli.hiro('rm', '-r', '/dir')).exit, 0)
    assert.equal((await cli.hiro('rm', '/f')).exit, 0)
  })

  it('mkdir makes folders above with -p alone', async () => {
    assert.equal((await cli.hiro('mkdir', '/a/b')).exit, 3)
    assert.equal((await cli.hiro('mkdir', '-p', '/a/b')).exit, 0)
    assert.equal((await cli.hiro('mkdir', '/a/b')).exit, 4)
  })

  it('what changes something and has nothing to tell is silent', async () => {
    for (const argv of [
      ['mkdir', '/x'],
      ['mv', '/x', '/y'],
      ['rmdir', '/y'],
      ['rm', '/f'],
    ]) {
      assert.deepEqual(await cli.hiro(...argv), { exit: 0, stdout: '', stderr: '' }, argv.join(' '))
    }
  })

  it('why and status name workers', async () => {
    assert.match(
      (await cli.hiro('why', '/f')).stdout,
      /^\/f: 10 B in 1 piece, version 1\nkept as copies:3 .*\n.*\n.* bafkr4i\w+ {2}3 of 3 copies, ec:2\+1 {2}worker-1 worker-2 worker-3\n/,
    )
    const { stdout } = await cli.hiro('status')
    assert.match(stdout, /^swarm 00, revision 7: 3 workers, 0 uploads under way\n/)
    assert.match(stdout, /\nworker-2 .* alive /)
    assert.match(stdout, /\n {2}with none +1 {2}unreadable until/)
  })

  it('check of a folder looks at every file below it, and of a file at that file', async () => {
    await cli.hiro('check', '/')
    assert.deepEqual(called('check'), ['check /dir/g', 'check /f'])
    cli.swarm.calls.length = 0
    assert.equal((await cli.hiro('check', '/f')).stdout, '/f: ok, 10 B, 1 piece, at least 3 good copies\n')
    assert.deepEqual(called('check'), ['check /f'])
  })

  it('check names the worker of a bad copy, and ends with the exit code of integrity', async () => {
    const bad = [{ cid: 'bafy', peer: 'p', worker: 'worker-2', code: 'integrity', message: 'altered' } as const]
    cli.swarm.checked = { bad, copies: 2 }
    const { exit, stdout } = await cli.hiro('check', '/f')
    assert.equal(exit, 6)
    assert.match(stdout, /^\/f: DAMAGED, .*\n {2}worker-2 has a bad copy of piece bafy: altered\n$/)
  })

  it('config tells where each value came from', async () => {
    mkdirSync(join(folder, '.hiro/client'), { recursive: true })
    writeFileSync(join(folder, '.hiro/client/config.json'), '{"coordinator": ["/a"], "copies": 4}')
    cli.env['HIRO_MIN_COPIES'] = '2'
    const { stdout } = await cli.hiro('config', '--json', '--patience', '5s')
    const settings = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { name: string; from: string })
    assert.deepEqual(
      settings.map(({ name, from }) => `${name} ${from}`),
      [
        'home default',
        'coordinator file',
        'vaultFile default',
        'secretFile default',
        'copies file',
        'minCopies environment',
        'patience flag',
      ],
    )
    assert.match((await cli.hiro('config')).stdout, /\ncopies +4 +file: .*config\.json\n/)
  })
})

describe('verdict of check', () => {
  const good = { lost: 0, bad: [], unreachable: [] }
  const copy = { cid: 'c', peer: 'p', worker: 'w', code: 'not-found', message: '' } as const

  it('is none while every piece has a good copy, also when a worker could not be asked', () => {
    assert.equal(verdictOn([good, { ...good, unreachable: ['worker-1'] }]), undefined)
  })

  it('is integrity where a copy is bad or missing, and unreachable where copies can only not be reached', () => {
    assert.equal(verdictOn([good, { ...good, bad: [copy] }])?.code, 'integrity')
    assert.equal(verdictOn([{ ...good, lost: 1, unreachable: ['worker-1'] }])?.code, 'unreachable')
    assert.equal(
      verdictOn([
        { ...good, lost: 1 },
        { ...good, bad: [copy] },
      ])?.code,
      'integrity',
    )
  })
})
