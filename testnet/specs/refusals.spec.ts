import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CHUNK_SIZE_BYTES } from '../../shared/limits.ts'
import { runHiro, startHiro } from '../process/hiro.ts'
import { waitFor } from '../process/wait.ts'
import { randomBytes } from './bytes-fixture.ts'
import { fails, isThere, mustRead, ok, piecesOf, put } from './commands-fixture.ts'
import { useLibrary } from './library-fixture.ts'
import { ownSwarm, sharedSwarm } from './swarm-fixture.ts'

const MIB = 2 ** 20

describe('too few workers', function () {
  this.timeout(60_000)
  const swarm = sharedSwarm()

  it('fewer than the floor: told so, and nothing changed; the floor: added, and told so', async () => {
    const { net } = swarm
    const [one, two, ...rest] = net.workerNames
    assert(one && two)
    for (const who of rest) await net.kill(who)
    await net.kill(two)
    await fails(net, 5, /"code":"too-few-workers"/, ['add', '--json', '-', '--to', '/few'], { input: 'few' })
    assert.equal(await isThere(net, '/few'), false)

    await net.start(two)
    const { code, stderr } = await net.hiro(['add', '-', '--to', '/few'], { input: 'few' })
    assert.equal(code, 0, stderr)
    assert.match(stderr, /^hiro: warning: \/few has only 2 copies of each piece/)
    await mustRead(net, '/few', 'few')
    await ok(net, ['rm', '/few'])
  })
})

describe('workers of 20 MiB each', function () {
  this.timeout(90_000)
  const swarm = ownSwarm({ workers: 3, capacityBytes: 20 * MIB })

  it('are full: no room, and nothing changed, whether the size is known before or not; what fits is taken', async () => {
    const { net, folder } = swarm
    const file = join(folder, 'large')
    await writeFile(file, randomBytes('large', 40 * MIB))
    await fails(net, 5, /"code":"no-room"/, ['add', '--json', file, '--to', '/large'])
    await fails(net, 5, /"code":"no-room"/, ['add', '--json', '-', '--to', '/large'], {
      input: randomBytes('large', 40 * MIB),
    })
    assert.equal(await isThere(net, '/large'), false)
    const noneLeft = (view: Awaited<ReturnType<typeof net.status>>): boolean =>
      view.workers.every(({ usedBytes }) => usedBytes === 0)
    await net.waitForStatus('what was pushed did not go', noneLeft)
    const fits = randomBytes('fits', 10 * MIB)
    await put(net, '/fits', fits)
    await mustRead(net, '/fits', fits)
  })
})

describe('a path', function () {
  this.timeout(60_000)
  const swarm = sharedSwarm()

  it('that exists is not written over, unless it is to be replaced', async () => {
    const { net } = swarm
    await put(net, '/there', 'first')
    await fails(net, 4, /"\/there" is already there/, ['add', '-', '--to', '/there'], { input: 'second' })
    await fails(net, 4, /already/, ['mkdir', '/there'])
    await mustRead(net, '/there', 'first')
    await put(net, '/there', 'second', '--replace')
    await mustRead(net, '/there', 'second')
    await ok(net, ['rm', '/there'])
  })

  it('with "..", "." or NUL, or a name of 256 bytes: wrong use; one of 255 is fine, of whatever letters', async () => {
    const { net } = swarm
    const longest = 'ä'.repeat(127) + 'x'
    await put(net, `/${longest}`, 'longest')
    await mustRead(net, `/${longest}`, 'longest')
    assert.equal((await ok(net, ['ls'])).stdout.split('\n').includes(longest), true)
    await ok(net, ['rm', `/${longest}`])
    for (const path of ['/a/../b', '/..', '/./a', `/${longest}y`, 'no-slash']) {
      await fails(net, 2, /^hiro: add: /, ['add', '-', '--to', path], { input: '' })
    }
    // No command line can hold a NUL, but the library can be asked for it.
    const error = await useLibrary(net, `try { await client.add('/a\\0b', []) } catch (error) { return error.code }`)
    assert.equal(error, 'name-invalid')
  })

  it('of an empty file, and of one of exactly one chunk', async () => {
    const { net } = swarm
    const chunk = randomBytes('chunk', CHUNK_SIZE_BYTES)
    for (const [path, bytes, pieces] of [
      ['/empty', Buffer.alloc(0), 0],
      ['/chunk', chunk, 1],
    ] as const) {
      await put(net, path, bytes)
      assert.equal((await piecesOf(net, path)).length, pieces)
      await mustRead(net, path, bytes)
      await ok(net, ['rm', path])
      await fails(net, 3, /^hiro: cat: /, ['cat', path])
    }
  })
})

describe('who does not belong', function () {
  this.timeout(60_000)
  const swarm = sharedSwarm()

  it('a coordinator that cannot be reached is named, and nothing changed', async () => {
    const { net } = swarm
    const nobody = net.address('coordinator').replace(/\/tcp\/\d+/, '/tcp/1')
    const { stderr } = await fails(net, 5, /the coordinator cannot be reached at/, ['ls', '--coordinator', nobody])
    assert.match(stderr, /127\.0\.0\.1\/tcp\/1/)
  })

  it('a client with a wrong secret is refused', async () => {
    const { net, folder } = swarm
    const [home, secret] = [join(folder, 'stranger'), join(folder, 'wrong.secret')]
    await writeFile(secret, 'not the secret of this swarm\n', { mode: 0o600 })
    const args = ['--home', home, '--coordinator', net.address('coordinator'), '--secret-file', secret]
    assert.equal((await runHiro(['init', ...args])).code, 0)
    const { code, stdout, stderr } = await runHiro(['ls'], { home })
    assert.deepEqual([stdout, code], ['', 8])
    assert.match(stderr, /^hiro: ls: .*secret/)
  })

  it('a worker with a wrong secret is refused, and ends', async () => {
    const { net, folder } = swarm
    const home = join(folder, 'worker')
    await mkdir(home)
    await writeFile(join(home, 'swarm.secret'), 'not the secret of this swarm\n', { mode: 0o600 })
    const config = { coordinator: [net.address('coordinator')], name: 'stranger' }
    await writeFile(join(home, 'config.json'), JSON.stringify(config))
    const worker = startHiro(['worker', '--config', join(home, 'config.json')])
    worker.stdout.resume()
    const isIn = async (): Promise<boolean> => (await net.status()).workers.some(({ name }) => name === 'stranger')
    let over = false
    void worker.ended.then(() => {
      over = true
    })
    try {
      await waitFor(async () => over || (await isIn()), { otherwise: 'it did not end', timeoutMs: 50_000 })
      assert(!(await isIn()), 'it was let in')
    } finally {
      worker.kill('SIGKILL')
    }
    const { code, stderr } = await worker.ended
    assert.equal(code, 8)
    assert.match(stderr, /^hiro: worker: .*secret/m)
  })
})
