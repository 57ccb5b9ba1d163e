import assert from 'node:assert/strict'
import type { SwarmView } from '../control-view.ts'
import type { Who } from '../layout.ts'
import { waitFor } from '../process/wait.ts'
import type { Testnet } from '../testnet.ts'
import { randomBytes } from './bytes-fixture.ts'
import { mustRead, ok, put } from './commands-fixture.ts'
import { ownSwarm } from './swarm-fixture.ts'

const CONVERTED_WITHIN_MS = 60_000
/** At each worker, of the files that are there before. */
const USED_BEFORE_MOST = 12 * 2 ** 20

interface KeptPiece {
  readonly holders: readonly unknown[]
  readonly code?: string
  readonly shards?: readonly { readonly holders: readonly { readonly peer: string; readonly alive: boolean }[] }[]
}

async function kept(net: Testnet, path: string): Promise<readonly KeptPiece[]> {
  const { stdout } = await ok(net, ['why', '--json', path])
  return (JSON.parse(stdout) as { pieces: KeptPiece[] }).pieces
}

/** Six shards on six workers, and no copy. */
function isWhole({ holders, code, shards = [] }: KeptPiece): boolean {
  const where = shards.flatMap(({ holders }) => holders.filter(({ alive }) => alive).map(({ peer }) => peer))
  return holders.length === 0 && code === 'ec:4+2' && shards.length === 6 && new Set(where).size === 6
}

async function waitSharded(net: Testnet, ...paths: string[]): Promise<void> {
  await waitFor(async () => (await Promise.all(paths.map((path) => kept(net, path)))).flat().every(isWhole), {
    otherwise: 'not all pieces are kept as six shards',
    timeoutMs: CONVERTED_WITHIN_MS,
  })
}

describe('a folder that is kept as shards', function () {
  this.timeout(300_000)
  const swarm = ownSwarm({ workers: 6 })
  const before = randomBytes('before', 9 * 2 ** 20)
  const film = randomBytes('film', 21 * 2 ** 20)

  it('what is in it, and what comes, becomes shards, readable all the time; what is small stays copies', async () => {
    const { net } = swarm
    await ok(net, ['mkdir', '-p', '/films/old'])
    await put(net, '/films/old/before', before)
    await ok(net, ['policy', 'set', '/films', 'ec:4+2'])
    await put(net, '/films/film', film)
    assert.ok((await kept(net, '/films/film')).every(isWhole), 'it is not shards from the moment it is acknowledged')
    await put(net, '/films/note', 'a note')
    assert.match((await ok(net, ['policy', 'show', '/films/old/before'])).stdout, /^ec:4\+2 \(of \/films\)/)
    assert.match((await ok(net, ['stat', '/films/film'])).stdout, /policy +ec:4\+2 \(of \/films\)/)
    await mustRead(net, '/films/film', film)
    await waitSharded(net, '/films/film', '/films/old/before')
    await mustRead(net, '/films/film', film)
    await mustRead(net, '/films/old/before', before)
    const [note] = await kept(net, '/films/note')
    assert.deepEqual([note?.holders.length, note?.code], [3, undefined])
  })

  it('a worker dies in the middle of an add: five shards will do, and the sixth is made when it is back', async () => {
    const { net } = swarm
    const large = randomBytes('large', 64 * 2 ** 20)
    const adding = net.startHiro(['add', '-', '--to', '/films/large'])
    adding.stdout.resume()
    adding.stdin.write(large.subarray(0, large.byteLength / 2))
    const isOnItsWay = ({ workers }: SwarmView): boolean =>
      workers.every(({ usedBytes }) => usedBytes > USED_BEFORE_MOST)
    await net.waitForStatus('nothing arrived', isOnItsWay)
    await net.kill('worker-4')
    adding.stdin.end(large.subarray(large.byteLength / 2))
    const { code, stderr } = await adding.ended
    assert.equal(code, 0, stderr)
    await mustRead(net, '/films/large', large)
    await net.start('worker-4')
    await waitSharded(net, '/films/large')
    await ok(net, ['rm', '--now', '/films/large'])
  })

  const pairs: readonly (readonly [Who, Who])[] = [
    ['worker-1', 'worker-2'],
    ['worker-3', 'worker-6'],
  ]
  for (const pair of pairs) {
    it(`${pair.join(' and ')} are wiped: all is readable meanwhile, and whole when both are back, empty`, async () => {
      const { net } = swarm
      for (const who of pair) await net.wipe(who)
      await mustRead(net, '/films/film', film)
      await mustRead(net, '/films/old/before', before)
      await mustRead(net, '/films/note', 'a note')
      await net.startAll(pair)
      await net.waitJoined()
      await waitSharded(net, '/films/film', '/films/old/before')
      const { stdout } = await ok(net, ['check', '--read', '--json', '/films'])
      for (const line of stdout.trim().split('\n')) {
        const { copies, bad } = JSON.parse(line) as { copies: number; bad: unknown[] }
        assert.deepEqual([copies, bad], [3, []], line)
      }
    })
  }

  it('copies again when the folder asks for them, and gone when it is removed', async () => {
    const { net } = swarm
    await ok(net, ['policy', 'set', '/films/old', 'copies:2'])
    await waitFor(
      async () => (await kept(net, '/films/old/before')).every(({ holders, code }) => holders.length >= 2 && !code),
      { otherwise: 'not all pieces are copies again', timeoutMs: CONVERTED_WITHIN_MS },
    )
    await mustRead(net, '/films/old/before', before)
    await ok(net, ['rm', '--now', '-r', '/films'])
    await waitFor(
      async () => {
        const { stdout } = await ok(net, ['status', '--json'])
        const { workers } = JSON.parse(stdout) as { workers: { pieces: number }[] }
        return workers.every(({ pieces }) => pieces === 0)
      },
      { otherwise: 'workers keep what nothing needs', timeoutMs: CONVERTED_WITHIN_MS },
    )
  })
})
