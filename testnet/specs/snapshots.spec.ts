import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { randomBytes } from './bytes-fixture.ts'
import { fails, ok, put } from './commands-fixture.ts'
import { ownSwarm } from './swarm-fixture.ts'

const COLLECT_TIMEOUT_MS = 60_000

interface Version {
  readonly version: number
  readonly size: number
  readonly current: boolean
  readonly trashUntilMs?: number
  readonly snapshots: readonly { readonly name: string }[]
}

describe('versions and snapshots', function () {
  this.timeout(120_000)
  const swarm = ownSwarm({ workers: 3 })
  const versions = async (path: string): Promise<Version[]> => {
    const { stdout } = await ok(swarm.net, ['versions', '--json', path])
    return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Version]))
  }

  it('a folder is read as it was, over a restart of the coordinator, until its snapshot is removed: then the space comes back', async () => {
    const { net } = swarm
    const [first, second] = [randomBytes('first', 5 * 2 ** 20), randomBytes('second', 3_000)]
    await ok(net, ['mkdir', '/d'])
    await put(net, '/d/a', first)
    assert.equal(
      (await ok(net, ['snapshot', 'create', 'one', '/d'])).stdout,
      '/d/.snapshots/one shows /d as it is now\n',
    )
    await put(net, '/d/a', second, '--replace')
    await net.kill('coordinator')
    await net.start('coordinator')
    await net.waitJoined()
    await ok(net, ['trash', 'empty'])
    await ok(net, ['get', '/d/.snapshots/one', `${swarm.folder}/back`])
    assert.deepEqual(await readFile(`${swarm.folder}/back/a`), first)

    const [newest, oldest, ...others] = await versions('/d/a')
    assert.deepEqual(
      [newest?.size, newest?.current, oldest?.size, others],
      [second.byteLength, true, first.byteLength, []],
    )
    assert.deepEqual(
      oldest?.snapshots.map(({ name }) => name),
      ['one'],
    )
    const numbered = await ok(net, ['get', '--version', String(oldest?.version), '/d/a', `${swarm.folder}/a`])
    assert.equal(numbered.code, 0)
    assert.deepEqual(await readFile(`${swarm.folder}/a`), first)
    await fails(net, 2, /is in a snapshot/, ['rm', '/d/.snapshots/one/a'])

    await ok(net, ['snapshot', 'rm', 'one', '/d'])
    await fails(net, 3, /"\/d" has no snapshot "one"/, ['cat', '/d/.snapshots/one/a'])
    await ok(net, ['rm', '--now', '/d/a'])
    const empty = (view: Awaited<ReturnType<typeof net.status>>): boolean =>
      view.pieces.total === 0 && view.workers.every(({ usedBytes }) => usedBytes === 0)
    await net.waitForStatus('space did not come back', empty, COLLECT_TIMEOUT_MS)
  })
})
