import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TestCli } from './test-cli.ts'

describe('commands of versions and snapshots', () => {
  let folder: string
  let cli: TestCli
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-versions-'))
    cli = new TestCli(folder)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('versions says of each what keeps it', async () => {
    const { exit, stdout } = await cli.hiro('versions', '/f')
    assert.equal(exit, 0)
    const [head, ...rows] = stdout.trimEnd().split('\n')
    assert.match(head ?? '', /^version +size +published +kept by$/)
    assert.match(rows[0] ?? '', /^ +9 .* current; snapshot new of \/$/)
    assert.match(rows[1] ?? '', /^ +5 .* trash, for \d+ d/)
    assert.match(rows[2] ?? '', /^ +2 .* snapshot old of \/; snapshot lost$/)
    assert.equal((await cli.hiro('versions', '--json', '/f')).stdout.trimEnd().split('\n').length, 3)
  })

  it('get fetches a version, and names one that is not there', async () => {
    await cli.swarm.add('/f', Buffer.from('0123456789'))
    assert.equal((await cli.hiro('get', '--version', String(2 ** 40 + 5), '/f', './old')).exit, 0)
    const { exit, stderr } = await cli.hiro('get', '--version', '3', '/f', './other')
    assert.equal(exit, 3)
    assert.match(stderr, /has no version 3 .*hiro versions \/f/)
    assert.equal((await cli.hiro('cat', '--version', 'x', '/f')).exit, 2)
  })

  it('snapshots are made, listed and removed, of the root unless a folder is given', async () => {
    assert.equal((await cli.hiro('snapshot', 'create', 'one')).stdout, '/.snapshots/one shows / as it is now\n')
    await cli.hiro('snapshot', 'create', 'two', '/d')
    const { stdout } = await cli.hiro('snapshot', 'list', '/d')
    assert.match(stdout, /^taken +path\n.* \/d\/\.snapshots\/one\n.* \/d\/\.snapshots\/two\n$/)
    await cli.hiro('snapshot', 'rm', 'one', '/d')
    const calls = ['take snapshot one /', 'take snapshot two /d', 'drop snapshot one /d']
    assert.deepEqual(cli.swarm.calls, calls)
    for (const words of [['create'], ['rm'], ['list', '/a', '/b'], ['create', 'n', '/a', '/b'], ['make', 'n']])
      assert.equal((await cli.hiro('snapshot', ...words)).exit, 2, words.join(' '))
    assert.deepEqual(cli.swarm.calls, calls)
  })
})
