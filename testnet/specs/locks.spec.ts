import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SESSION_LEASE_MS } from '../../shared/limits.ts'
import { launcher } from '../process/entry.ts'
import { pause, waitFor } from '../process/wait.ts'
import { fails, mustRead } from './commands-fixture.ts'
import { type LockClient, startLockClient } from './lock-client-fixture.ts'
import { sharedSwarm } from './swarm-fixture.ts'

/** Whoever waits for a lease to run out, however busy the machine is. */
const PATIENCE_MS = 4 * SESSION_LEASE_MS
const LOCKED_EXIT = 5

describe('two clients and one lock', function () {
  this.timeout(3 * PATIENCE_MS)
  const swarm = sharedSwarm()
  let first: LockClient
  let second: LockClient
  let path: string
  let files = 0

  before(async () => {
    ;[first, second] = await Promise.all([startLockClient(swarm.net), startLockClient(swarm.net)])
  })
  after(async () => {
    await Promise.all([first, second].map(async (client) => await client?.[Symbol.asyncDispose]()))
  })
  beforeEach(async () => {
    path = `/locked-${++files}`
    await second.add(path, 'as it was', 'nothing')
  })

  it('the second is refused, or waits and has it as soon as the first gives it back', async () => {
    const before = await first.lock(path)
    await assert.rejects(second.lock(path), { code: 'locked' })
    await assert.rejects(second.lock(path, { exclusive: false, waitMs: 300 }), { code: 'locked' })
    const waiting = second.lock(path, { waitMs: PATIENCE_MS })
    await pause(300)
    await first.add(path, 'by the first', 'lock')
    await first.release()
    const after = await waiting
    assert(after > before)
    await second.add(path, 'by the second', 'lock')
    await mustRead(swarm.net, path, 'by the second')
    await assert.rejects(first.add(path, 'again', 'fence'), { code: 'lease-lapsed' })
  })

  it('the first stands still for longer than its lease, and goes on: it can commit nothing more, whatever it believes', async () => {
    await first.lock(path)
    await first.add(path, 'by the first', 'fence')
    first.signal('SIGSTOP')
    await second.lock(path, { waitMs: PATIENCE_MS })
    await second.add(path, 'by the second', 'fence')
    first.signal('SIGCONT')
    await assert.rejects(first.add(path, 'late', 'fence'), { code: 'lease-lapsed' })
    await assert.rejects(first.add(path, 'late', 'lock'), { code: 'lease-lapsed' })
    await waitFor(async () => !(await first.held()), { otherwise: 'it believes that it has it', timeoutMs: 5_000 })
    await mustRead(swarm.net, path, 'by the second')
    await second.add(path, 'still by the second', 'fence')
    // The lock is advisory: who asks for none is in nobody's way.
    await first.add(path, 'without a lock', 'nothing')
    await mustRead(swarm.net, path, 'without a lock')
  })

  it('the coordinator is killed with -9, and is there again: the first has it still, and the second has not', async () => {
    const { net } = swarm
    await first.lock(path, { range: { start: 0, end: 99 } })
    await net.kill('coordinator')
    await net.start('coordinator')
    await assert.rejects(second.lock(path, { range: { start: 99 } }), { code: 'locked' })
    await second.lock(path, { range: { start: 100 } })
    await net.waitJoined()
    await first.add(path, 'by the first', 'fence')
    assert.equal(await first.held(), true)
    await mustRead(net, path, 'by the first')
  })

  it('the first is killed with -9: the second has it after its lease, and not long after', async () => {
    await using dying = await startLockClient(swarm.net)
    await dying.lock(path)
    dying.signal('SIGKILL')
    const killedMs = performance.now()
    await assert.rejects(second.lock(path), { code: 'locked' })
    await second.lock(path, { waitMs: PATIENCE_MS })
    assert(performance.now() - killedMs > SESSION_LEASE_MS / 2, 'it had a lease')
    await second.add(path, 'by the second', 'lock')
    await mustRead(swarm.net, path, 'by the second')
  })

  it('by the command line: refused at once, or waited for; the exit code is the command’s, and Ctrl-C reaches it', async () => {
    const { net, folder } = swarm
    const flag = join(folder, `running-${files}`)
    const script = `trap 'exit 9' INT; touch ${flag}; while :; do sleep 0.1; done`
    const running = net.startHiro(['lock', path, '--', 'sh', '-c', script])
    running.stdout.resume()
    await waitFor(() => existsSync(flag), { otherwise: 'the command did not run', timeoutMs: 20_000 })
    await fails(net, LOCKED_EXIT, /^hiro: lock: .*locked/, ['lock', path, '--', 'true'])
    const waiting = net.hiro(['lock', '--wait', '60s', path, '--', 'sh', '-c', 'exit 3'])
    await pause(500)
    running.kill('SIGINT')
    assert.deepEqual([(await running.ended).code, (await waiting).code], [9, 3])
    const add = [launcher(), 'add', '-', '--to', path, '--replace']
    const under = await net.hiro(['lock', path, '--', ...add], { input: 'under the lock' })
    assert.equal(under.code, 0, under.stderr)
    await mustRead(net, path, 'under the lock')
    // As a command that outlived its lock.
    const stale = { HIRO_LOCK: `${'a'.repeat(32)}/${'b'.repeat(32)}/7` }
    await fails(net, LOCKED_EXIT, /^hiro: add: .*nothing was changed/, add.slice(1), { input: 'late', env: stale })
    await mustRead(net, path, 'under the lock')
  })
})
