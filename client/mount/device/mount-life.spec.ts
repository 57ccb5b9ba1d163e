import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, rmdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sleep } from '../../../shared/clock/sleep.ts'
import { systemClock } from '../../../shared/clock/system-clock.ts'
import { silentLog } from '../../../shared/log.ts'
import type { Caller } from '../file-system.ts'
import { MemoryFileSystem } from '../memory/memory-file-system.ts'
import { ROOT_INODE } from '../node.ts'
import { callerOf } from '../suite/file-system-fixture.ts'
import { clearDeadMount, isDeadMount } from './dead-mount.ts'
import { mount } from './mount.ts'
import { hiroMountAt } from './mount-table.ts'
import { MountedFixture, needsFuse, ran, spawnIn } from './mounted-fixture.ts'

const PATIENCE_MS = 10_000
const SERVE = fileURLToPath(new URL('./serve-fixture.ts', import.meta.url))

async function eventually(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let waitedMs = 0; !(await isSo()); waitedMs += 20) {
    assert(waitedMs < PATIENCE_MS, what)
    await sleep(systemClock, 20)
  }
}

async function endOf(child: ChildProcess): Promise<[code: number | null, signal: string | null]> {
  if (child.exitCode !== null || child.signalCode !== null) return [child.exitCode, child.signalCode]
  return (await once(child, 'exit')) as [number | null, string | null]
}

/** Its reads of what is not empty wait for ever, unless they are interrupted. */
class StuckFileSystem extends MemoryFileSystem {
  stuck = 0
  interrupted = 0

  constructor() {
    super({ clock: systemClock })
  }

  override async read(
    _inode: number,
    _handle: number,
    _offset: number,
    _into: Uint8Array,
    caller: Caller,
  ): Promise<number> {
    this.stuck++
    return await new Promise((_resolve, reject) => {
      caller.signal.addEventListener('abort', () => {
        this.interrupted++
        reject(caller.signal.reason as Error)
      })
    })
  }
}

describe('the life of a mount', function () {
  this.timeout(60_000)
  needsFuse()

  describe('in which a read is stuck', () => {
    let fileSystem: StuckFileSystem
    const held = new MountedFixture({}, () => (fileSystem = new StuckFileSystem()))

    const stuckReader = async (...command: string[]): Promise<ChildProcess> => {
      await held.ok('echo content > a')
      const [program = 'cat', ...args] = command
      const reader = spawnIn(held.folder, program, args.length > 0 ? args : ['a'])
      await eventually('the read comes', () => fileSystem.stuck > 0)
      return reader
    }

    it('interrupts it when the reader is killed', async () => {
      const reader = await stuckReader('dd', 'if=a', 'iflag=direct')
      assert.equal(fileSystem.interrupted, 0)
      reader.kill('SIGKILL')
      assert.deepEqual(await endOf(reader), [null, 'SIGKILL'])
      assert.equal(fileSystem.interrupted, fileSystem.stuck)
      await held.ok('ls')
    })

    it('lets the reader be killed where it waits for what the kernel reads ahead', async () => {
      const reader = await stuckReader()
      reader.kill('SIGKILL')
      assert.deepEqual(await endOf(reader), [null, 'SIGKILL'])
      await held.ok('ls')
    })

    it('is cut off when its time is over, and the reader is told', async () => {
      const reader = await stuckReader()
      await held.mounted.unmount({ graceMs: 200 })
      await held.mounted.ended
      assert.equal((await endOf(reader))[0], 1)
      assert.equal(hiroMountAt(held.folder), undefined)
      assert.equal(fileSystem.interrupted, fileSystem.stuck)
      await held.mounted.unmount()
    })
  })

  describe('that is ended', () => {
    const held = new MountedFixture()

    it('by umount, from outside', async () => {
      await held.ok('echo a > a')
      assert.equal((await ran('umount', [held.folder])).exitCode, 0)
      await held.mounted.ended
      assert.deepEqual(await readdir(held.folder), [])
      await held.letGo()
    })

    it('by umount -l, while a file is open: it is served until that is closed', async () => {
      await held.ok('echo served > a')
      const reader = spawnIn(held.folder, 'sh', ['-c', 'exec 3<a; echo open; read line; cat <&3'])
      await once(reader.stdout, 'data')
      assert.equal((await ran('umount', ['-l', held.folder])).exitCode, 0)
      assert.deepEqual(await readdir(held.folder), [])
      reader.stdin.end('go\n')
      const [said] = (await once(reader.stdout, 'data')) as [Buffer]
      assert.equal(said.toString(), 'served\n')
      await endOf(reader)
      await held.mounted.ended
    })

    it('while a file is open, which is closed in time', async () => {
      const writer = spawnIn(held.folder, 'sh', ['-c', 'exec 3>a; echo open; read line; echo done >&3'])
      await once(writer.stdout, 'data')
      const unmounting = held.mounted.unmount({ graceMs: PATIENCE_MS })
      await sleep(systemClock, 150)
      assert.notEqual(hiroMountAt(held.folder), undefined)
      writer.stdin.end('go\n')
      await unmounting
      assert.deepEqual(await endOf(writer), [0, null])
      const { attributes } = await held.fileSystem.lookup(ROOT_INODE, 'a')
      assert.equal(attributes.sizeBytes, 5)
    })
  })

  describe('that knows more than its kernel', () => {
    const held = new MountedFixture({ absentTimeoutMs: 3_600_000 })

    it('tells it of content and names that changed', async () => {
      await held.ok('printf old > a; cat a')
      const inode = (await held.fileSystem.lookup(ROOT_INODE, 'a')).attributes.inode
      const options = { read: true, write: true, append: false, truncate: false, killSetId: false }
      const { handle } = await held.fileSystem.open(inode, options)
      await held.fileSystem.write(inode, handle, 0, Buffer.from('newer'), { killSetId: false })
      await held.mounted.invalidateInode(inode)
      assert.equal(await held.ok('cat a'), 'newer')
      await held.ok('[ ! -e b ]')
      await held.fileSystem.makeFile(ROOT_INODE, 'b', 0o644, callerOf())
      await held.ok('[ ! -e b ]')
      await held.mounted.invalidateEntry(ROOT_INODE, 'b')
      await held.ok('[ -e b ]')
      // What the kernel does not have needs no forgetting.
      await held.mounted.invalidateInode(4711, { offset: 0, lengthBytes: 10 })
      await held.mounted.invalidateEntry(4711, 'none')
      assert.deepEqual(held.log.entries, [])
    })
  })

  describe('of a process that dies', () => {
    let folder: string
    let server: ChildProcess

    const serve = async (how = ''): Promise<void> => {
      server = spawn(process.execPath, [SERVE, folder, how], { stdio: ['ignore', 'pipe', 'ignore'] })
      await once(server.stdout ?? assert.fail(), 'data')
    }

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'hiro-mount-'))
    })
    afterEach(async () => {
      server.kill('SIGKILL')
      await endOf(server)
      await ran('umount', ['-l', folder])
      await rmdir(folder)
    })

    const ports = () => ({
      fileSystem: new MemoryFileSystem({ clock: systemClock }),
      clock: systemClock,
      log: silentLog,
    })

    it('by SIGKILL: what it leaves is known as dead, and cleared', async () => {
      await serve()
      assert.equal(await isDeadMount(folder, systemClock), false)
      assert.equal(await clearDeadMount(folder, systemClock), false)
      server.kill('SIGKILL')
      await endOf(server)
      await assert.rejects(readdir(folder), { code: 'ENOTCONN' })
      assert.equal(await isDeadMount(folder, systemClock), true)
      assert.equal(await clearDeadMount(folder, systemClock), true)
      assert.deepEqual(await readdir(folder), [])
      assert.equal(await clearDeadMount(folder, systemClock), false)
    })

    it('by SIGKILL, with somebody in it: the next mount takes its place', async () => {
      await serve()
      const inside = spawnIn(folder, 'sleep', ['60'])
      server.kill('SIGKILL')
      await endOf(server)
      const mounted = await mount(folder, ports())
      assert.equal((await ran('sh', ['-c', 'echo a > a; cat a'], folder)).out, 'a\n')
      await mounted.unmount()
      assert.equal(hiroMountAt(folder), undefined)
      inside.kill('SIGKILL')
      await endOf(inside)
    })

    it('by SIGTERM: it unmounts first', async () => {
      await serve()
      const inside = spawnIn(folder, 'sleep', ['60'])
      server.kill('SIGTERM')
      assert.deepEqual(await endOf(server), [0, null])
      assert.equal(hiroMountAt(folder), undefined)
      inside.kill('SIGKILL')
      await endOf(inside)
    })

    it('by a bug: it neither hangs nor leaves a dead mount', async () => {
      await serve('throw')
      assert.deepEqual(await endOf(server), [1, null])
      assert.equal(hiroMountAt(folder), undefined)
    })

    it('but is alive yet: no second one is mounted over it', async () => {
      await serve()
      await assert.rejects(mount(folder, ports()), { code: 'exists' })
    })

    it('and never was: what cannot be mounted is refused', async () => {
      await serve()
      const file = join(tmpdir(), `hiro-mount-${process.pid}`)
      await writeFile(file, '')
      await assert.rejects(mount(file, ports()), { code: 'not-a-folder' })
      await assert.rejects(mount(join(file, 'none'), ports()), { code: 'not-a-folder' })
      await rm(file)
      await assert.rejects(mount(file, ports()), { code: 'not-found' })
      assert.equal(await isDeadMount(tmpdir(), systemClock), false)
      await assert.rejects(isDeadMount(file, systemClock), { code: 'not-found' })
    })
  })
})
