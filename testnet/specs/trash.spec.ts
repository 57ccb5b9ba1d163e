import assert from 'node:assert/strict'
import { randomBytes } from './bytes-fixture.ts'
import { fails, isThere, mustRead, ok, put } from './commands-fixture.ts'
import { ownSwarm } from './swarm-fixture.ts'

const COLLECT_TIMEOUT_MS = 60_000

interface Item {
  readonly path: string
  readonly version?: number
  readonly replaced: boolean
}

describe('the trash', function () {
  this.timeout(120_000)
  const swarm = ownSwarm({ workers: 3 })
  const trash = async (path = '/'): Promise<Item[]> => {
    const { stdout } = await ok(swarm.net, ['trash', '--json', path])
    return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Item]))
  }

  it('gives a file back that was removed, over a restart of the coordinator, to a client that saw newer versions', async () => {
    const { net } = swarm
    const [first, second] = [randomBytes('first', 9 * 2 ** 20), randomBytes('second', 3_000)]
    await put(net, '/a', first)
    await put(net, '/a', second, '--replace')
    await mustRead(net, '/a', second)
    await ok(net, ['rm', '/a'])
    assert.equal(await isThere(net, '/a'), false)
    await net.kill('coordinator')
    await net.start('coordinator')
    await net.waitJoined()
    await ok(net, ['restore', '/a'])
    await mustRead(net, '/a', second)
    const [older] = await trash('/a')
    assert.ok(older?.replaced)
    await fails(net, 4, /"\/a" is there; --to restores to another place; --version/, ['restore', '/a'])
    await ok(net, ['restore', '/a', '--version', String(older.version)])
    await mustRead(net, '/a', first)
    await fails(net, 3, /the trash has no version 3/, ['restore', '/a', '--version', '3'])
  })

  it('gives a folder back with everything in it, to another place when its own is taken', async () => {
    const { net } = swarm
    await ok(net, ['mkdir', '-p', '/top/below'])
    await put(net, '/top/below/f', 'deep down')
    await put(net, '/top/g', 'removed before its folder')
    await ok(net, ['rm', '/top/g'])
    await ok(net, ['rm', '-r', '/top'])
    assert.deepEqual(
      (await trash('/top')).map(({ path }) => path),
      ['/top/g', '/top'],
    )
    await ok(net, ['mkdir', '/top'])
    await fails(net, 4, /"\/top" is there; --to/, ['restore', '/top'])
    await ok(net, ['restore', '/top', '--to', '/again'])
    await mustRead(net, '/again/below/f', 'deep down')
    await ok(net, ['restore', '/again/g'])
    await mustRead(net, '/again/g', 'removed before its folder')
  })

  it('is told by status, and gives its space back when it is emptied, or passed by', async () => {
    const { net } = swarm
    await put(net, '/large', randomBytes('large', 10 * 2 ** 20))
    await ok(net, ['rm', '/large'])
    const { stdout } = await ok(net, ['status'])
    assert.match(stdout, /trash: \d+ items with \d+ MiB of the space in use/)
    await put(net, '/passes', randomBytes('passes', 10 * 2 ** 20))
    await ok(net, ['rm', '--now', '/passes'])
    await ok(net, ['trash', 'empty'])
    await fails(net, 3, /the trash has nothing of "\/large"/, ['restore', '/large'])
    await ok(net, ['rm', '-r', '--now', '/again'])
    await ok(net, ['rm', '-r', '--now', '/top'])
    await ok(net, ['rm', '-r', '--now', '/a'])
    const empty = (view: Awaited<ReturnType<typeof net.status>>): boolean =>
      view.pieces.total === 0 && view.workers.every(({ usedBytes }) => usedBytes === 0)
    await net.waitForStatus('space did not come back', empty, COLLECT_TIMEOUT_MS)
    assert.deepEqual((await net.status()).trash, { items: 0, storedBytes: 0 })
  })
})
