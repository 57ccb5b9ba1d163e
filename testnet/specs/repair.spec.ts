import assert from 'node:assert/strict'
import { waitFor } from '../process/wait.ts'
import { randomBytes } from './bytes-fixture.ts'
import { mustRead, ok, put } from './commands-fixture.ts'
import { ownSwarm } from './swarm-fixture.ts'

const REPAIRED_WITHIN_MS = 60_000

interface Checked {
  readonly copies?: number
  readonly bad: readonly unknown[]
}

describe('a worker whose disk is wiped', function () {
  this.timeout(180_000)
  const swarm = ownSwarm({ workers: 3 })

  it('gets new copies of all it held, without a command, and any two may die then', async () => {
    const { net } = swarm
    const large = randomBytes('repair', 30 * 2 ** 20)
    await put(net, '/large', large)
    for (let at = 0; at < 20; at++) await put(net, `/small-${at}`, `small ${at}`)
    await net.wipe('worker-2')
    await net.start('worker-2')
    await net.waitJoined()
    const copies = async (): Promise<number> => {
      const { stdout } = await net.hiro(['check', '--read', '--json', '/'])
      const files = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Checked]))
      assert.equal(files.length, 21)
      return Math.min(...files.map((file) => (file.bad.length > 0 ? 0 : (file.copies ?? 0))))
    }
    await waitFor(async () => (await copies()) === 3, {
      otherwise: 'copies are still missing',
      timeoutMs: REPAIRED_WITHIN_MS,
    })
    await net.kill('worker-1')
    await net.kill('worker-3')
    await mustRead(net, '/large', large)
    await mustRead(net, '/small-7', 'small 7')
    await net.startAll(['worker-1', 'worker-3'])
    await net.waitJoined()
    await ok(net, ['rm', '/large'])
  })
})
