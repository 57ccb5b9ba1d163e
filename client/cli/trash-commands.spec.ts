import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TestCli } from './test-cli.ts'

describe('commands of the trash', () => {
  let folder: string
  let cli: TestCli
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-trash-'))
    cli = new TestCli(folder)
    await cli.swarm.add('/f', Buffer.from('0123456789'))
    cli.swarm.calls.length = 0
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('trash lists what can be restored, the newest first, and names what has no path any more', async () => {
    const { exit, stdout } = await cli.hiro('trash')
    assert.equal(exit, 0)
    const [head, ...rows] = stdout.trimEnd().split('\n')
    assert.match(head ?? '', /^when +what +size +version +kept for +path$/)
    assert.match(rows[0] ?? '', / replaced +977 KiB +5 .* …\/f$/)
    assert.match(rows[1] ?? '', / removed +977 KiB +5 .* \/f$/)
    const { stdout: json } = await cli.hiro('trash', '--json', '/d')
    const lines = json.trimEnd().split('\n')
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { path?: string }).path),
      ['/d/f', undefined],
    )
  })

  it('trash empty throws away all, or what was below a path', async () => {
    const { stdout } = await cli.hiro('trash', 'empty', '/d')
    assert.equal(stdout, 'threw away 2 items; workers give the space back a little later\n')
    await cli.hiro('trash', 'empty')
    assert.deepEqual(cli.swarm.calls, ['empty trash /d', 'empty trash /'])
    assert.equal((await cli.hiro('trash', 'empti')).exit, 2)
    assert.equal((await cli.hiro('trash', '/a', '/b')).exit, 2)
    assert.equal((await cli.hiro('trash', 'empty', '/a', '/b')).exit, 2)
    assert.equal(cli.swarm.calls.length, 2)
  })

  it('restore takes a version as it is shown or in full, and another place', async () => {
    assert.equal((await cli.hiro('restore', '/f')).stdout, 'restored /f, version 9\n')
    await cli.hiro('restore', '/f', '--version', '1,234', '--to', '/g')
    assert.deepEqual(cli.swarm.calls, ['restore /f  /f', 'restore /f 1234 /g'])
    assert.equal((await cli.hiro('restore', '/f', '--version', 'x')).exit, 2)
    assert.equal((await cli.hiro('restore')).exit, 2)
  })

  it('rm --now does not go to the trash, and status tells what is in it', async () => {
    await cli.hiro('rm', '--now', '/f')
    assert.deepEqual(cli.swarm.calls, ['remove for good /f'])
    const { stdout } = await cli.hiro('status')
    assert.match(stdout, /\ntrash: 2 items with 2.9 MiB of the space in use \(hiro trash\)\n/)
  })
})
