import assert from 'node:assert/strict'
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { need } from '../machine/need.ts'
import { needs } from '../machine/needs-fixture.ts'
import { identify } from '../process/proc.ts'
import { waitFor } from '../process/wait.ts'
import { fails, ok } from './commands-fixture.ts'
import { isMounted, mountedSwarm, mountInForeground, processesOf } from './mounted-fixture.ts'

const MISSING = 3
const CONFLICT = 4
const BUSY = 5
/** A command line's own world of mounts, in which /dev has nothing but what every program takes for granted. */
const WITHOUT_FUSE = [
  'unshare',
  '--mount',
  'sh',
  '-c',
  'mount -t tmpfs none /dev && mknod -m 666 /dev/null c 1 3 && exec "$@"',
  'sh',
]

describe('hiro mount and hiro umount', function () {
  this.timeout(60_000)
  const swarm = mountedSwarm({ workers: 1 })
  let at: string
  beforeEach(async () => {
    at = await swarm.place()
  })

  it('in the background: mounted when it returns, served after that, gone with umount, and no process is left', async () => {
    const { stdout } = await ok(swarm.net, ['mount', at])
    assert.equal(stdout, `the swarm is mounted at ${at}; hiro umount ${at} ends that\n`)
    await writeFile(join(at, 'background'), 'served')
    const serving = processesOf(at)
    assert.equal(serving.length, 1)
    await ok(swarm.net, ['umount', at])
    assert(!isMounted(at))
    await gone(serving)
    assert.deepEqual(await readdir(at), [])
  })

  it('in the foreground: Ctrl-C unmounts it, and what was written and not synced is published by then', async () => {
    const serving = await mountInForeground(swarm, at)
    {
      await using file = await open(join(at, 'foreground'), 'w')
      await file.writeFile('written')
    }
    serving.kill('SIGINT')
    const { code, stderr } = await serving.ended
    assert.deepEqual([code, stderr], [0, ''])
    assert(!isMounted(at))
    assert.equal(await readFile(join(swarm.one, 'foreground'), 'utf8'), 'written')
  })

  it('in the foreground: it ends when it is unmounted from elsewhere', async () => {
    const serving = await mountInForeground(swarm, at)
    await ok(swarm.net, ['umount', at])
    assert.deepEqual([(await serving.ended).code, isMounted(at)], [0, false])
  })

  it('--read-only: everything can be read and nothing changed', async () => {
    await writeFile(join(swarm.one, 'there'), 'to be read')
    await ok(swarm.net, ['mount', '--read-only', at])
    assert.equal(await readFile(join(at, 'there'), 'utf8'), 'to be read')
    for (const refused of [
      writeFile(join(at, 'there'), 'x'),
      writeFile(join(at, 'new'), 'x'),
      mkdir(join(at, 'folder')),
    ]) {
      await assert.rejects(refused, { code: 'EROFS' })
    }
    await ok(swarm.net, ['umount', at])
  })

  it('twice on the same folder: refused, and the first goes on', async () => {
    await ok(swarm.net, ['mount', at])
    await fails(swarm.net, CONFLICT, /is mounted already.*hiro umount/s, ['mount', at])
    await writeFile(join(at, 'first'), 'goes on')
    await ok(swarm.net, ['umount', at])
  })

  it('on what is missing, or no folder: told so; what lies in a folder is hidden and not touched', async () => {
    const none = join(at, 'none')
    await fails(swarm.net, MISSING, /there is no folder .*none; mkdir makes one/, ['mount', none])
    await writeFile(join(at, 'file'), 'own')
    await fails(swarm.net, CONFLICT, /is not a folder/, ['mount', join(at, 'file')])
    await ok(swarm.net, ['mount', at])
    assert(!(await readdir(at)).includes('file'))
    await ok(swarm.net, ['umount', at])
    assert.equal(await readFile(join(at, 'file'), 'utf8'), 'own')
  })

  it('umount of what is no mount, and of what is missing', async () => {
    await fails(swarm.net, MISSING, /no swarm is mounted at/, ['umount', at])
    await fails(swarm.net, MISSING, /there is no folder .*none/, ['umount', join(at, 'none')])
  })

  it('umount while a file is open there is refused, and done with --force: who has it open is cut off', async () => {
    await ok(swarm.net, ['mount', at])
    const file = await open(join(at, 'open'), 'w')
    await file.writeFile('synced')
    await file.sync()
    await fails(swarm.net, BUSY, /programs have files open below.*--force/s, ['umount', at])
    assert(isMounted(at))
    const serving = processesOf(at)
    await ok(swarm.net, ['umount', '--force', at])
    assert(!isMounted(at))
    await assert.rejects(file.write('more'), /ENOTCONN|ECONNABORTED/)
    await assert.rejects(file.close(), /ENOTCONN|ECONNABORTED/)
    await gone(serving)
    assert.equal(await readFile(join(swarm.one, 'open'), 'utf8'), 'synced')
  })

  describe('without /dev/fuse', () => {
    needs(() => need(['unshare'], async () => {}))
    it('it says what to do', async () => {
      const { code, stderr } = await swarm.net.hiro(['mount', at], { before: WITHOUT_FUSE })
      assert.match(stderr, /\/dev\/fuse is not there: .*modprobe fuse.*--device \/dev\/fuse/s)
      assert.deepEqual([code, isMounted(at)], [MISSING, false])
    })
  })

  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    it(`${signal} while it is coming up in the background leaves no process and no mount`, async () => {
      swarm.net.pause('coordinator')
      const mounting = swarm.net.startHiro(['mount', at])
      mounting.stdout.resume()
      const both = await waitFor(
        () => {
          const found = processesOf(at)
          return found.length === 2 && found
        },
        { otherwise: 'it did not begin', timeoutMs: 20_000 },
      )
      mounting.kill(signal)
      await mounting.ended
      await gone(both)
      swarm.net.resume('coordinator')
      assert(!isMounted(at))
    })
  }
})

async function gone(pids: readonly number[]): Promise<void> {
  await waitFor(() => pids.every((pid) => identify(pid) === undefined), {
    otherwise: `one of ${pids.join(', ')} goes on`,
    timeoutMs: 20_000,
  })
}
