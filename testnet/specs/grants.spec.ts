import assert from 'node:assert/strict'
import { cidOf } from '../../shared/cid.ts'
import { systemClock } from '../../shared/clock/system-clock.ts'
import { readSecretFile } from '../../shared/files/secret-file.ts'
import { newIdentity } from '../../shared/identity.ts'
import { greet, put, stat } from '../../shared/protocol/piece/piece-client.ts'
import { PIECE_PROTOCOL_ID } from '../../shared/protocol/piece/protocol.ts'
import { signGrant } from '../../shared/protocol/token/tokens.ts'
import { systemRandom } from '../../shared/random/system-random.ts'
import { WirePeer } from '../wire-peer.ts'
import { randomBytes } from './bytes-fixture.ts'
import { sharedSwarm } from './swarm-fixture.ts'

describe('a put at a real worker', function () {
  this.timeout(30_000)
  const swarm = sharedSwarm()
  const bytes = randomBytes('grants', 100_000)
  const cid = cidOf(bytes)
  const options = { clock: systemClock }

  it('without a pass, without a grant, with a grant that another signed: refused, and nothing is stored', async () => {
    const { net } = swarm
    const worker = net.address('worker-1')
    await using peer = await WirePeer.open()
    const { calls, hello } = await peer.control(
      net.address('coordinator'),
      await readSecretFile(net.files('coordinator').secret),
    )
    const own = {
      swarm: hello.swarm,
      epoch: hello.epoch,
      peer: peer.identity.peerId,
      revision: 2 ** 50,
      id: systemRandom.bytes(16),
      workers: [{ peer: net.peer('worker-1'), addresses: [] }],
      pieceBytesMax: 2 ** 22,
      bytesMax: 2 ** 22,
      ttlMs: 60_000,
    }
    const forged = signGrant(newIdentity(systemRandom), own)
    const selfSigned = signGrant(peer.identity, own)
    for (const [name, pass, grant] of [
      ['no pass', new Uint8Array(), forged],
      ['no grant', hello.pass, new Uint8Array()],
      ["a stranger's grant", hello.pass, forged],
      ['a grant of its own', hello.pass, selfSigned],
      ['its pass as a grant', hello.pass, hello.pass],
    ] as const) {
      const channel = await peer.channel(worker, PIECE_PROTOCOL_ID)
      await greet(channel, pass)
      const order = { grant, cid, sizeBytes: bytes.byteLength, forward: [] }
      await assert.rejects(put(channel, order, bytes, options), { code: 'refused' }, name)
      channel.abort(new Error('done'))
    }
    const channel = await peer.channel(worker, PIECE_PROTOCOL_ID)
    await greet(channel, hello.pass)
    assert.deepEqual(await stat(channel, [cid], options), [undefined])
    channel.abort(new Error('done'))
    calls.close()
  })
})
