import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HiroError } from '../../shared/errors.ts'
import { TestCli } from './test-cli.ts'

describe('commands of quotas and of how much there is', () => {
  let folder: string
  let cli: TestCli
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-quota-'))
    cli = new TestCli(folder)
    for (const path of ['/d', '/d/e']) await cli.swarm.mkdir(path)
    await cli.swarm.add('/d/f', Buffer.alloc(2_000))
    await cli.swarm.add('/d/e/g', Buffer.alloc(1_072))
    await cli.swarm.add('/h', Buffer.alloc(1))
    await cli.swarm.symlink('h', '/d/l')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('du tells of each folder, or with -s of what was asked for, for people and for programs', async () => {
    assert.equal((await cli.hiro('du', '/d')).stdout, '   1 KiB  /d/e  (1 file)\n   3 KiB  /d  (3 files)\n')
    const { stdout } = await cli.hiro('du', '-s', '-b', '/d', '/h')
    assert.deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.trim()),
      ['3072  /d  (3 files)', '1  /h'],
    )
    cli.swarm.limits.set('/d', { bytesMax: 10_000 })
    assert.match(
      (await cli.hiro('du', '-s', '-h', '/d')).stdout,
      /3 KiB {2}\/d {2}\(3 files\) {2}quota: 4.9 KiB of 9.8 KiB/,
    )
    const { stdout: json } = await cli.hiro('du', '-s', '--json', '/d')
    assert.deepEqual(JSON.parse(json), {
      path: '/d',
      kind: 'folder',
      size: 3_072,
      files: 3,
      folders: 1,
      quota: { path: '/d', size: 10_000, usedSize: 5_000, usedFiles: 1_234, counting: false },
    })
    assert.equal((await cli.hiro('du', 'd')).exit, 2)
    assert.equal((await cli.hiro('du', '/none')).exit, 3)
  })

  it('a folder that is removed while it is counted is no failure', async () => {
    const gone = { path: '/d/gone', name: 'gone', id: '0'.repeat(32), kind: 'folder', mode: 0o755 } as const
    cli.swarm.hostile.set('/d', [{ ...gone, mtimeMs: 0, revision: 1, committedAtMs: 0 }])
    const { exit, stdout } = await cli.hiro('du', '-s', '-b', '/d')
    assert.deepEqual([exit, stdout.trim()], [0, '3072  /d  (3 files)'])
  })

  it('quota set takes a size, a number of files, or both; show tells of one or of all; rm ends the one of its folder', async () => {
    assert.equal((await cli.hiro('quota', 'set', '/d', '10GiB')).exit, 0)
    assert.equal((await cli.hiro('quota', 'set', '/d/e', 'none', '--files', '1500')).exit, 0)
    assert.deepEqual(Object.fromEntries(cli.swarm.limits), {
      '/d': { bytesMax: 10 * 2 ** 30 },
      '/d/e': { filesMax: 1500 },
    })
    cli.swarm.counting = true
    assert.equal(
      (await cli.hiro('quota', 'show')).stdout,
      '/d    4.9 KiB of 10 GiB, 1,234 files, being counted\n/d/e  4.9 KiB, 1,234 of 1,500 files, being counted\n',
    )
    const { stdout } = await cli.hiro('quota', 'show', '/d/f', '--json')
    const used = { usedSize: 5_000, usedFiles: 1_234, counting: true }
    assert.deepEqual(JSON.parse(stdout), { path: '/d', size: 10 * 2 ** 30, ...used })
    const none = await cli.hiro('quota', 'show', '/h')
    assert.deepEqual([none.exit, none.stdout, none.stderr], [0, '', 'no quota holds there\n'])
    assert.equal((await cli.hiro('quota', 'rm', '/d/f')).exit, 3)
    assert.equal((await cli.hiro('quota', 'rm', '/d/e')).exit, 0)
    assert.deepEqual([...cli.swarm.limits.keys()], ['/d'])
  })

  it('what is no quota is refused before anything is asked', async () => {
    const wrong = [
      ['set', '/d'],
      ['set', '/d', 'none'],
      ['set', '/d', '0'],
      ['set', '/d', '10G'],
      ['set', '/d', '1GiB', '--files', '0'],
      ['set'],
      ['rm'],
      ['rm', '/d', '1GiB'],
      ['show', '/d', '--files', '3'],
    ]
    for (const words of wrong) assert.equal((await cli.hiro('quota', ...words)).exit, 2, words.join(' '))
    assert.equal(cli.swarm.limits.size, 0)
  })

  it('who is refused by a quota is told what to do', async () => {
    cli.swarm.failures.set('/x', new HiroError('over-quota', '5 MiB more do not fit (the quota of "/")'))
    const { exit, stderr } = await cli.hiro('mkdir', '/x')
    assert.equal(exit, 5)
    assert.match(stderr, /5 MiB more do not fit.*\n.*hiro quota show; remove something/)
  })
})
