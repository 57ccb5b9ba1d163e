import assert from 'node:assert/strict'
import { randomBytes } from './bytes-fixture.ts'
import { ownSwarm } from './swarm-fixture.ts'
import { UploadByHand } from './upload-by-hand-fixture.ts'

describe('an upload whose client keeps to no rule', function () {
  this.timeout(90_000)
  const swarm = ownSwarm({ workers: 3 })
  const LARGE_BYTES = 100_000

  it('puts other bytes than those that the name stands for: refused at every hop, and no disk keeps them', async () => {
    for (const sizeBytes of [1_000, LARGE_BYTES]) {
      await using upload = await UploadByHand.open(swarm.net, randomBytes('right', sizeBytes))
      const wrong = Uint8Array.from(upload.piece.bytes)
      wrong[sizeBytes - 1] = (wrong[sizeBytes - 1] ?? 0) ^ 1
      assert.deepEqual(
        await upload.put(3, wrong),
        upload.chain.map(() => 'integrity'),
      )
      const { result, short } = await upload.commit({ withGroup: true, degraded: true })
      assert.deepEqual([result, short], [undefined, [{ index: 0, holders: [], shards: [] }]])
      // A put that is here already is answered without its bytes: what comes now is stored because nothing was.
      assert.deepEqual(
        await upload.put(),
        upload.chain.map(() => ''),
      )
      assert.equal((await upload.commit({ withGroup: true })).result?.copies, 3)
    }
  })

  it('has its piece at one worker only: not committed, though it says that no other can be reached', async () => {
    await using upload = await UploadByHand.open(swarm.net, randomBytes('one copy', LARGE_BYTES))
    assert.deepEqual(await upload.put(1), [''])
    const once = await upload.commit({ withGroup: true, degraded: true })
    assert.deepEqual(
      [once.result, once.short],
      [undefined, [{ index: 0, holders: upload.chain.slice(0, 1), shards: [] }]],
    )
    assert.deepEqual(await upload.put(2), ['', ''])
    assert.equal((await upload.commit({ withGroup: true, degraded: true })).result?.copies, 2)
  })

  it('commits after a worker that it counted on was wiped, and is back: not with the copy that is gone', async () => {
    const { net } = swarm
    await using upload = await UploadByHand.open(net, randomBytes('wiped', LARGE_BYTES))
    assert.deepEqual(await upload.put(), ['', '', ''])
    assert.deepEqual((await upload.sealGroup()).short, [])
    await net.wipe('worker-2')
    await net.start('worker-2')
    await net.waitJoined()
    const early = await upload.commit({ withGroup: false })
    assert.deepEqual([early.result, early.reopened], [undefined, [0]])
    const others = upload.chain.filter((peer) => peer !== net.peer('worker-2'))
    const { short } = await upload.sealGroup()
    // Unless the others were faster, and have sent the piece to the new store: then it can be committed as it is.
    if (short.length > 0) {
      assert.deepEqual(
        short.map(({ index, holders }) => [index, holders.toSorted()]),
        [[0, others.toSorted()]],
      )
      assert.deepEqual(await upload.put(), ['', '', ''])
    }
    assert.equal((await upload.commit({ withGroup: true })).result?.copies, 3)
  })
})
