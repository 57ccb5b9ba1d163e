import assert from 'node:assert/strict'
import { readSecretFile } from '../../shared/files/secret-file.ts'
import { fromHex, newId, ROOT_ID } from '../../shared/ids.ts'
import { systemRandom } from '../../shared/random/system-random.ts'
import { pause, waitFor } from '../process/wait.ts'
import type { Testnet } from '../testnet.ts'
import { WirePeer } from '../wire-peer.ts'
import { randomBytes } from './bytes-fixture.ts'
import { isThere, mustRead, ok } from './commands-fixture.ts'
import { chance } from './seed-fixture.ts'
import { sharedSwarm } from './swarm-fixture.ts'

const MIB = 2 ** 20
/** Exit codes: not possible now, nothing changed; the answer was lost. */
const [DONE, FAILED, UNKNOWN] = [0, 5, 7]

describe('the coordinator is killed at a random moment of an add', function () {
  this.timeout(90_000)
  const swarm = sharedSwarm()
  const random = chance('coordinator dies')

  /** Holds what an exit code promises against what is there, once the coordinator is back. */
  async function judge(path: string, bytes: Buffer, code: number | undefined, stderr: string): Promise<void> {
    assert(code === DONE || code === FAILED || code === UNKNOWN, `exit code ${code}: ${stderr}`)
    const there = await isThere(swarm.net, path)
    if (code === DONE) assert(there, 'it was acknowledged')
    if (code === FAILED) assert(!there, `it failed: ${stderr}`)
    if (there) await mustRead(swarm.net, path, bytes)
    if (there) await ok(swarm.net, ['rm', path])
  }

  for (const [name, sizeBytes, withinMs] of [
    ['a large file', 24 * MIB, 2_000],
    ['a file of one piece', MIB, 80],
    ['a small file', 100, 40],
  ] as const) {
    it(`${name}; it is back soon: acknowledged and readable, or told to have failed and not there, or unknown and whole or absent`, async () => {
      const { net } = swarm
      const path = `/coordinator-${sizeBytes}`
      const bytes = randomBytes(path, sizeBytes)
      const adding = net.startHiro(['add', '-', '--to', path])
      adding.stdout.resume()
      adding.stdin.end(bytes)
      await beganOrEnded(net, adding.ended)
      await pause(random.below(withinMs))
      await net.kill('coordinator')
      await pause(random.below(300))
      await net.start('coordinator')
      const { code, stderr } = await adding.ended
      await judge(path, bytes, code, stderr)
    })
  }

  it('it is not back before the client gives up: failed or unknown, and true to it after its restart', async () => {
    const { net } = swarm
    const path = '/coordinator-away'
    const bytes = randomBytes(path, 12 * MIB)
    const adding = net.startHiro(['add', '-', '--to', path, '--patience', '1s'])
    adding.stdout.resume()
    adding.stdin.end(bytes)
    await beganOrEnded(net, adding.ended)
    await pause(random.below(800))
    await net.kill('coordinator')
    const { code, stderr } = await adding.ended
    await net.start('coordinator')
    await judge(path, bytes, code, stderr)
  })
})

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
    await calls.call('remove', { parent, tag, id: upload.file, recursive: false })
    calls.close()
  })
})

/** Resolves when an upload is under way or was; a small one may be over before anyone looks. */
async function beganOrEnded(net: Testnet, ended: Promise<unknown>): Promise<void> {
  let over = false
  void ended.then(() => {
    over = true
  })
  const begun = async (): Promise<boolean> => over || (await net.status()).uploads > 0
  await waitFor(begun, { otherwise: 'the add did not begin', timeoutMs: 20_000, pollMs: 1 })
}
