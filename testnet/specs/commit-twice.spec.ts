import assert from 'node:assert/strict'
import { readSecretFile } from '../../shared/files/secret-file.ts'
import { fromHex, newId, ROOT_ID } from '../../shared/ids.ts'
import { systemRandom } from '../../shared/random/system-random.ts'
import { WirePeer } from '../wire-peer.ts'
import { sharedSwarm } from './swarm-fixture.ts'

describe('the same upload committed twice', function () {
  this.timeout(60_000)
  const swarm = sharedSwarm()

  it('is one file, also when the coordinator was killed in between', async () => {
    const { net } = swarm
    const coordinator = net.address('coordinator')
    const secret = await readSecretFile(net.files('coordinator').secret)
    await using peer = await WirePeer.open()
    const [parent, tag] = [fromHex(ROOT_ID), systemRandom.bytes(32)]
    const upload = {
      upload: fromHex(newId(systemRandom)),
      parent,
      tag,
      file: fromHex(newId(systemRandom)),
      sealedName: systemRandom.bytes(64),
      replace: false,
      copies: 0,
      copiesMin: 0,
      chunks: 0,
      pieceBytesMax: 0,
      sizeHintBytes: 0,
      replaces: false,
    }
    /** What a client does for an empty file, from the first call to the last. */
    const uploadOnce = async () => {
      const { calls } = await peer.control(coordinator, secret)
      const { version, committed } = await calls.call('openIntent', upload)
      const sealed = { sealedHead: systemRandom.bytes(64), sealedAttributes: systemRandom.bytes(64) }
      const { result } = await calls.call('commit', { version, groups: 0, ...sealed })
      const { entry } = await calls.call('lookup', { parent, tag })
      const { entries } = await calls.call('list', { folder: parent, after: new Uint8Array(), limit: 0 })
      calls.close()
      const same = entries.filter(({ id }) => Buffer.compare(id, upload.file) === 0)
      return { version, committed, result, entry, count: same.length }
    }

    const first = await uploadOnce()
    assert.equal(first.committed, undefined)
    assert.deepEqual([first.entry?.version, first.count], [first.version, 1])
    assert.deepEqual(await uploadOnce(), { ...first, committed: first.result })
    await net.kill('coordinator')
    await net.start('coordinator')
    assert.deepEqual(await uploadOnce(), { ...first, committed: first.result })

    const { calls } = await peer.control(coordinator, secret)
    await calls.call('remove', {
      parent,
      tag,
      id: upload.file,
      recursive: false,
      now: false,
      seen: Number.MAX_SAFE_INTEGER,
    })
    calls.close()
  })
})
