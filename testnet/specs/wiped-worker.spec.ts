import assert from 'node:assert/strict'
import { randomBytes } from './bytes-fixture.ts'
import { mustRead, piecesOf, put } from './commands-fixture.ts'
import { ownSwarm } from './swarm-fixture.ts'

describe('a worker whose disk was replaced', function () {
  this.timeout(180_000)
  const swarm = ownSwarm({ workers: 3 })

  it('joins as a new store under its old name, and gets what the old one held', async () => {
    const { net } = swarm
    const bytes = randomBytes('wiped', 9 * 2 ** 20)
    await put(net, '/file', bytes)
    const pieces = await piecesOf(net, '/file')
    for (const { workers } of pieces) assert.deepEqual(workers.toSorted(), net.workerNames)

    await net.wipe('worker-2')
    await net.start('worker-2')
    await net.waitJoined()
    const view = await net.waitForStatus('what it lost was not made again', ({ pieces, workers }) => {
      return pieces.under === 0 && workers.every((worker) => worker.pieces === pieces.total)
    })
    assert.deepEqual(view.pieces, { total: pieces.length, under: 0, lost: 0 })
    for (const { workers } of await piecesOf(net, '/file')) assert.deepEqual(workers.toSorted(), net.workerNames)
    await mustRead(net, '/file', bytes)

    await put(net, '/new', 'on the new disk as well')
    assert.deepEqual(
      (await piecesOf(net, '/new')).map(({ workers }) => workers.toSorted()),
      [net.workerNames],
    )
  })
})
