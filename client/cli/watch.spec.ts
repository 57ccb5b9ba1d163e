import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { HiroError } from '../../shared/errors.ts'
import { TestCli } from './test-cli.ts'

const at = { folder: false, id: 'f', revision: 7, atMs: 9 } as const

describe('hiro watch', () => {
  let cli: TestCli
  beforeEach(() => {
    cli = new TestCli(tmpdir(), { isTTY: true })
    cli.swarm.changes.push(
      { kind: 'made', path: '/in/a', ...at },
      { kind: 'moved', path: '/in/b\u001b', from: '/in/a', ...at },
      { kind: 'overflow', path: '/in' },
    )
  })

  it('prints a line for each change, with nothing in it that a terminal would obey', async () => {
    const { exit, stdout } = await cli.hiro('watch', '/in/', '--recursive')
    assert.equal(exit, 0)
    assert.deepEqual(cli.swarm.calls, ['watch below /in'])
    const [made, moved, overflow] = stdout.split('\n')
    assert.equal(made, 'made      /in/a')
    assert.match(moved ?? '', /^moved {5}\/in\/a -> /)
    assert(!stdout.includes('\u001b'))
    assert.match(overflow ?? '', /^overflow {2}\/in .*anew/)
  })

  it('with --json, an object each', async () => {
    const { stdout } = await cli.hiro('watch', '--json')
    assert.deepEqual(cli.swarm.calls, ['watch /'])
    const lines = cli.swarm.changes.map((change) => `${JSON.stringify(change)}\n`)
    assert.deepEqual(stdout, lines.join(''))
  })

  it('ends when it is interrupted, and where there is nothing to watch', async () => {
    cli.swarm.failures.set('/none', new HiroError('not-found', 'there is no "/none"'))
    assert.equal((await cli.hiro('watch', '/none')).exit, 3)
    cli.controller.abort(new HiroError('aborted', 'interrupted'))
    assert.equal((await cli.hiro('watch')).exit, 130)
  })
})
