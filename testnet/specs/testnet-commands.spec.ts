import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Outcome, runHiro, startHiro } from '../process/hiro.ts'
import { identify } from '../process/proc.ts'
import { waitFor } from '../process/wait.ts'
import { openTestnet } from '../start.ts'
import type { Testnet } from '../testnet.ts'
import { makePlace, type Place } from './swarm-fixture.ts'

describe('hiro testnet', function () {
  this.timeout(60_000)
  let place: Place
  beforeEach(async () => {
    place = await makePlace()
  })
  afterEach(async () => {
    await (await openTestnet(place.dir).catch(() => undefined))?.down()
    await place[Symbol.asyncDispose]()
  })

  async function testnet(...args: string[]): Promise<Outcome> {
    return await runHiro(['testnet', ...args, '--dir', place.dir])
  }
  /** What it printed; fails unless it went well. */
  async function done(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await testnet(...args)
    assert.deepEqual([stderr, code], ['', 0])
    return stdout
  }
  async function fails(code: number, message: RegExp, ...args: string[]): Promise<void> {
    const outcome = await testnet(...args)
    assert.match(outcome.stderr, message)
    assert.deepEqual([outcome.stdout, outcome.code], ['', code])
  }
  async function opened(): Promise<Testnet> {
    return await openTestnet(place.dir)
  }

  it('up makes a swarm that outlives the command; status, kill, start and wipe find it; down leaves nothing', async () => {
    assert.match(
      await done('up', '--workers', '2'),
      /^2 workers joined .*\nnote: with 2 workers .* 2 copies instead of 3/,
    )
    await fails(4, /coordinator, worker-1, worker-2 .* run already/, 'up')

    const net = await opened()
    const status = JSON.parse(await done('status', '--json')) as { processes: object[] }
    assert.deepEqual(status.processes[1], {
      who: 'worker-1',
      pid: net.pid('worker-1'),
      running: true,
      folder: join(place.dir, 'worker-1'),
      address: net.address('worker-1'),
    })
    assert.match(
      await done('kill', 'worker-1'),
      /^worker-1 is killed; start it again: hiro testnet start worker-1 --dir /,
    )
    assert.equal(await done('kill', 'worker-1'), 'worker-1 was down already\n')
    assert.match(await done('status'), /^worker-1 +down .*start worker-1/ms)
    assert.deepEqual(net.running, ['coordinator', 'worker-2'])
    assert.match(await done('start', 'worker-1'), /^worker-1 runs \(pid \d+\)\n$/)
    await fails(4, /worker-1 runs already/, 'start', 'worker-1')
    await fails(
      2,
      /there is no "worker-3" in this testnet; it has coordinator and worker-1 … worker-2/,
      'kill',
      'worker-3',
    )

    const identity = await readFile(net.files('worker-2').identity)
    await done('wipe', 'worker-2')
    assert.deepEqual(await readdir(net.files('worker-2').store), [])
    assert.deepEqual(await readFile(net.files('worker-2').identity), identity)
    assert.equal(net.alive('worker-2'), false)

    const pids = [net.pid('coordinator'), net.pid('worker-1')]
    await done('down')
    for (const pid of pids) assert.equal(identify(pid ?? 0), undefined)
    await assert.rejects(access(place.dir))
  })

  it('down --keep, up: the same swarm, at the same addresses, with what it held', async () => {
    await done('up', '--workers', '1')
    const before = (await opened()).manifest
    assert.equal((await runHiro(['mkdir', '/kept'], { home: place.dir })).code, 0)
    await done('down', '--keep')
    await fails(2, /has 1 workers, not 2/, 'up', '--workers', '2')
    assert.match(await done('up'), /^1 worker joined .*\nnote: .* a single copy/)
    assert.deepEqual((await opened()).manifest, before)
    assert.equal((await runHiro(['ls'], { home: place.dir })).stdout.trim(), 'kept')
  })

  it('a folder that holds something else is neither taken nor removed', async () => {
    await mkdir(place.dir)
    await writeFile(join(place.dir, 'vault'), 'precious')
    await fails(4, /holds something that is not a testnet/, 'up')
    await fails(3, /there is no testnet in/, 'down')
    assert.deepEqual(await readdir(place.dir), ['vault'])
  })

  it('a process that took the number of one that died is not signalled', async () => {
    await done('up', '--workers', '1')
    const net = await opened()
    const { pid: pidFile } = net.files('worker-1')
    const known = JSON.parse(await readFile(pidFile, 'utf8')) as object
    await net.kill('worker-1')
    const stranger = spawn('sleep', ['60'])
    try {
      await writeFile(pidFile, JSON.stringify({ ...known, pid: stranger.pid }))
      assert.equal(await done('kill', 'worker-1'), 'worker-1 was down already\n')
      assert.equal(stranger.exitCode ?? stranger.signalCode, null)
    } finally {
      stranger.kill()
    }
  })

  it('when one process does not come up, its last words are told, and all is taken back', async () => {
    await done('up', '--workers', '2')
    const net = await opened()
    await done('down', '--keep')
    await writeFile(net.files('worker-2').config, '{ "capacity": "much" }')
    const { code, stderr } = await testnet('up')
    assert.equal(code, 5)
    assert.match(stderr, /^ {2}\| .*capacity.*^hiro: testnet: worker-2 ended before it joined\n/ms)
    assert.deepEqual(net.running, [])
  })

  it('up that is interrupted takes everything back; what a killed one left is cleared by the next', async () => {
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const up = startHiro(['testnet', 'up', '--workers', '2', '--dir', place.dir])
      up.stdout.resume()
      const net = await waitFor(async () => await opened().catch(() => undefined), {
        otherwise: 'up did not begin',
        timeoutMs: 10_000,
      })
      await waitFor(() => net.running.length === 3, { otherwise: 'up started nothing', timeoutMs: 10_000 })
      up.kill(signal)
      const { code } = await up.ended
      if (signal === 'SIGKILL') assert.equal((await testnet('up', '--workers', '1')).code, 0)
      else {
        assert.equal(code, 130)
        assert.deepEqual(net.running, [])
        await assert.rejects(access(place.dir))
      }
    }
    assert.deepEqual((await opened()).running, ['coordinator', 'worker-1'])
  })
})
