import assert from 'node:assert/strict'
import { randomBytes } from './bytes-fixture.ts'
import { mustRead, ok, piecesOf, put } from './commands-fixture.ts'
import { ownSwarm } from './swarm-fixture.ts'

describe('a worker whose disk was replaced', function () {
  this.timeout(60_000)
  const swarm = ownSwarm({ workers: 3 })

  it('joins as a new store under its old name: its old copies count no more, and new ones do', async () => {
    const { net } = swarm
    const bytes = randomBytes('wiped', 5 * 2 ** 20)
    await put(net, '/file', bytes)
    const pieces = await piecesOf(net, '/file')
    for (const { workers } of pieces) assert.deepEqual(workers.toSorted(), net.workerNames)

    await net.wipe('worker-2')
    await net.start('worker-2')
    await net.waitJoined()
    const view = await net.waitForStatus('the loss was not noticed', ({ pieces }) => pieces.under > 0)
    assert.deepEqual(view.pieces, { total: pieces.length, under: pieces.length, lost: 0 })
    assert.deepEqual(
      view.workers.map(({ name, alive, pieces }) => [name, alive, pieces]),
      [
        ['worker-1', true, pieces.length],
        ['worker-2', true, 0],
        ['worker-3', true, pieces.length],
      ],
    )
    const { stdout } = await ok(net, ['status', '--json'])
    assert.equal((JSON.parse(stdout) as { pieces: { under: number } }).pieces.under, pieces.length)
    for (const { workers } of await piecesOf(net, '/file'))
      assert.deepEqual(workers.toSorted(), ['worker-1', 'worker-3'])
    await mustRead(net, '/file', bytes)

    await put(net, '/new', 'on the new disk as well')
    assert.deepEqual(
      (await piecesOf(net, '/new')).map(({ workers }) => workers.toSorted()),
      [net.workerNames],
    )
  })
})
