import assert from 'node:assert/strict'
import { SimulatedClock } from '../../../shared/clock/simulated-clock.ts'
import { HiroError } from '../../../shared/errors.ts'
import { errnos } from '../errno.ts'
import type { Caller } from '../file-system.ts'
import { Opcode } from '../fuse/constants.ts'
import { text, u32, u64, zeros } from '../fuse/raw-request-fixture.ts'
import { MemoryFileSystem } from '../memory/memory-file-system.ts'
import { RawKernel } from './raw-kernel-fixture.ts'

const clock = new SimulatedClock()
const READ_WRITE = 2
const ENOSYS = -38

/** Its reads wait until they are let, or interrupted. */
class SlowFileSystem extends MemoryFileSystem {
  readonly waiting: Array<() => void> = []
  fault: unknown

  override async read(...[inode, handle, offset, into, caller]: Parameters<MemoryFileSystem['read']>): Promise<number> {
    await until(this.waiting, caller)
    if (this.fault === undefined) return await super.read(inode, handle, offset, into, caller)
    const failing = Promise.withResolvers<number>()
    failing.reject(this.fault)
    return await failing.promise
  }

  override async write(...args: Parameters<MemoryFileSystem['write']>): Promise<void> {
    if (this.fault === undefined) return await super.write(...args)
    const turn = Promise.withResolvers<void>()
    this.waiting.push(turn.resolve)
    await turn.promise
    await super.write(...args)
  }
}

async function until(waiting: Array<() => void>, { signal }: Caller): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    waiting.push(resolve)
    signal.addEventListener('abort', () => reject(signal.reason as Error))
    if (signal.aborted) reject(signal.reason as Error)
  })
}

const turn = async (): Promise<void> => {
  for (let each = 0; each < 20; each++) await undefined
}

describe('the dispatcher', () => {
  let fileSystem: SlowFileSystem
  let kernel: RawKernel

  beforeEach(async () => {
    fileSystem = new SlowFileSystem({ clock })
    kernel = new RawKernel(fileSystem, { absentTimeoutMs: 1000 })
    assert.equal((await kernel.init()).error, 0)
  })

  const makeFile = async (name: string): Promise<{ inode: number; handle: number }> => {
    const fields = [u32(READ_WRITE), u32(0o100644), u32(0o22), u32(0), text(name)]
    const { error, body } = await kernel.ask({ opcode: Opcode.create }, ...fields)
    assert.equal(error, 0)
    return { inode: Number(body.readBigUInt64LE(0)), handle: Number(body.readBigUInt64LE(128)) }
  }
  const write = (handle: number, bytes: Uint8Array): Uint8Array[] => [
    u64(handle),
    u64(0),
    u32(bytes.byteLength),
    zeros(20),
    bytes,
  ]
  const read = (handle: number, size: number, offset = 0): Uint8Array[] => [
    u64(handle),
    u64(offset),
    u32(size),
    zeros(20),
  ]

  it('makes a file, writes and reads it, and forgets it when it is gone', async () => {
    const { inode, handle } = await makeFile('a')
    const written = await kernel.ask({ opcode: Opcode.write, inode }, ...write(handle, Buffer.from('hello')))
    assert.deepEqual([written.error, written.body.readUInt32LE(0)], [0, 5])
    const slow = kernel.ask({ opcode: Opcode.read, inode }, ...read(handle, 4096))
    await turn()
    fileSystem.waiting.pop()?.()
    assert.equal((await slow).body.toString(), 'hello')
    assert.equal((await kernel.ask({ opcode: Opcode.unlink }, text('a'))).error, 0)
    assert.equal((await kernel.ask({ opcode: Opcode.release, inode }, u64(handle), zeros(16))).error, 0)
    assert.equal(fileSystem.counts.nodes, 2)
    assert.equal(kernel.tell({ opcode: Opcode.forget, inode }, u64(1)), undefined)
    assert.deepEqual(fileSystem.counts, { nodes: 1, handles: 0, locks: 0 })
  })

  it('answers nothing to what wants no answer, and ENOSYS to what it does not know', async () => {
    const before = kernel.replies.length
    void kernel.tell({ opcode: Opcode.forget, inode: 5 }, u64(1))
    void kernel.tell({ opcode: Opcode.forget, inode: 5 }, zeros(3))
    void kernel.tell({ opcode: Opcode.batchForget }, u32(2), u32(0), u64(5), u64(1), u64(6), u64(1))
    void kernel.tell({ opcode: Opcode.batchForget }, u32(0xffffffff), u32(0), u64(5), u64(1))
    void kernel.tell({ opcode: Opcode.interrupt }, u64(12345))
    assert.equal(kernel.replies.length, before)
    for (const opcode of [Opcode.access, 0, 47, 52, 999, 0xffffffff]) {
      assert.equal((await kernel.ask({ opcode }, zeros(8))).error, ENOSYS)
    }
    assert.equal((await kernel.ask({ opcode: Opcode.destroy })).error, 0)
  })

  it('refuses by name and number what went wrong', async () => {
    const errorOf = async (...args: Parameters<RawKernel['ask']>): Promise<number> => -(await kernel.ask(...args)).error
    assert.equal(await errorOf({ opcode: Opcode.lookup }, text('a'.repeat(256))), errnos.ENAMETOOLONG)
    assert.equal(await errorOf({ opcode: Opcode.lookup }, Buffer.from([0xff, 0])), errnos.EILSEQ)
    assert.equal(await errorOf({ opcode: Opcode.lookup }, Buffer.from('x')), errnos.EIO)
    assert.equal(await errorOf({ opcode: Opcode.getattr, inode: 77 }, zeros(16)), errnos.ENOENT)
    assert.equal(await errorOf({ opcode: Opcode.getattr, inode: -1 }, zeros(16)), errnos.ESTALE)
    assert.equal(await errorOf({ opcode: Opcode.getattr }, zeros(15)), errnos.EIO)
    assert.equal(await errorOf({ opcode: Opcode.mknod }, u32(0o20600), zeros(12), text('dev')), errnos.EPERM)
    assert.equal(await errorOf({ opcode: Opcode.rmdir }, text('none')), errnos.ENOENT)
    const exchange = [u64(1), u32(2), u32(0), text('a'), text('b')]
    assert.equal(await errorOf({ opcode: Opcode.rename2 }, ...exchange), errnos.EINVAL)
    assert.equal(await errorOf({ opcode: Opcode.init }, zeros(64)), errnos.EIO)
    const { inode, handle } = await makeFile('a')
    const large = [u64(handle), u64(0), u32(2 ** 20 + 1), zeros(20)]
    assert.equal(await errorOf({ opcode: Opcode.read, inode }, ...large), errnos.EIO)
    assert.equal(await errorOf({ opcode: Opcode.write, inode }, ...large), errnos.EIO)
    assert.equal(await errorOf({ opcode: Opcode.write, inode }, u64(handle), u64(-1), zeros(24)), errnos.EFBIG)
    assert.equal(
      await errorOf({ opcode: Opcode.fallocate, inode }, u64(handle), u64(0), u64(1), u32(8), u32(0)),
      errnos.EOPNOTSUPP,
    )
    assert.equal(await errorOf({ opcode: Opcode.lseek, inode }, u64(handle), u64(-1), u32(3), u32(0)), errnos.ENXIO)
    assert.equal(await errorOf({ opcode: Opcode.getxattr, inode }, u32(0), u32(0), text('user.a')), errnos.ENODATA)
    assert.equal(kernel.log.entries.filter(({ level }) => level === 'error').length, 0)
  })

  it('says that a name stands for nothing in a way that the kernel can keep', async () => {
    const { error, body } = await kernel.ask({ opcode: Opcode.lookup }, text('none'))
    assert.deepEqual([error, body.readBigUInt64LE(0), body.readBigUInt64LE(16)], [0, 0n, 1n])
    const plain = new RawKernel(fileSystem)
    await plain.init()
    assert.equal((await plain.ask({ opcode: Opcode.lookup }, text('none'))).error, -errnos.ENOENT)
  })

  it('answers nothing but INIT before INIT, and tells why where it cannot agree', async () => {
    const fresh = new RawKernel(fileSystem)
    assert.equal((await fresh.ask({ opcode: Opcode.lookup }, text('a'))).error, -errnos.EIO)
    const newer = await fresh.ask({ opcode: Opcode.init }, u32(8), u32(1), zeros(56))
    assert.deepEqual([newer.error, newer.body.readUInt32LE(0)], [0, 7])
    const older = await fresh.ask({ opcode: Opcode.init }, u32(7), u32(12), zeros(8))
    assert.equal(older.error, -errnos.EPROTONOSUPPORT)
    await assert.rejects(fresh.dispatcher.negotiated, { code: 'version-unknown' })
  })

  it('interrupts a read whose process was killed, and answers it once', async () => {
    const { inode, handle } = await makeFile('a')
    const unique = kernel.nextUnique
    const blocked = kernel.ask({ opcode: Opcode.read, inode }, ...read(handle, 10))
    await turn()
    void kernel.tell({ opcode: Opcode.interrupt, unique: unique + 1n }, u64(unique))
    void kernel.tell({ opcode: Opcode.interrupt, unique: unique + 1n }, u64(unique))
    assert.equal((await blocked).error, -errnos.EINTR)
    await turn()
    assert.equal(kernel.replies.filter((reply) => reply.unique === unique).length, 1)
    assert.equal(kernel.dispatcher.size, 0)
  })

  it('has 64 requests under way and no more; those behind wait, and an interrupted one is dropped', async () => {
    const { inode, handle } = await makeFile('a')
    const asked = Array.from({ length: 70 }, () => kernel.ask({ opcode: Opcode.read, inode }, ...read(handle, 10)))
    const last = kernel.nextUnique - 2n
    await turn()
    assert.equal(fileSystem.waiting.length, 64)
    void kernel.tell({ opcode: Opcode.interrupt, unique: 1 }, u64(last))
    assert.equal((await asked[69])?.error, -errnos.EINTR)
    // A lock and its end come through nevertheless.
    const lock = [u64(handle), u64(9), u64(0), u64(2n ** 63n - 1n), u32(1), u32(5), zeros(8)]
    assert.equal((await kernel.ask({ opcode: Opcode.setlkw, inode }, ...lock)).error, 0)
    let answered = 0
    for (const each of asked) void each.then(() => answered++)
    for (let round = 0; answered < 70; round++) {
      fileSystem.waiting.shift()?.()
      await turn()
      assert(round < 100)
    }
    assert.equal(kernel.dispatcher.size, 0)
  })

  it('refuses requests beyond all patience with EBUSY', async () => {
    const { inode, handle } = await makeFile('a')
    const asked = Array.from({ length: 64 + 4096 + 1 }, () =>
      kernel.ask({ opcode: Opcode.read, inode }, ...read(handle, 10)),
    )
    assert.equal((await asked.at(-1))?.error, -errnos.EBUSY)
    await kernel.dispatcher.end()
    assert.equal(kernel.dispatcher.size, 0)
  })

  it('keeps the memory of a WRITE until it is written, and of nothing else', async () => {
    const { inode, handle } = await makeFile('a')
    fileSystem.fault = 'slow'
    const busy = kernel.tell({ opcode: Opcode.write, inode }, ...write(handle, Buffer.from('abc')))
    assert(busy !== undefined)
    let isFree = false
    void busy.then(() => {
      isFree = true
    })
    await turn()
    assert.equal(isFree, false)
    fileSystem.waiting.pop()?.()
    await busy
    assert.equal(kernel.tell({ opcode: Opcode.read, inode }, ...read(handle, 10)), undefined)
  })

  it('gives back references and handles that the kernel did not take', async () => {
    kernel.gone.add(kernel.nextUnique)
    void kernel.tell({ opcode: Opcode.create }, u32(READ_WRITE), u32(0o644), zeros(8), text('a'))
    await turn()
    assert.equal(fileSystem.counts.handles, 0)
    kernel.gone.add(kernel.nextUnique)
    void kernel.tell({ opcode: Opcode.lookup }, text('a'))
    kernel.gone.add(kernel.nextUnique)
    void kernel.tell({ opcode: Opcode.opendir }, zeros(8))
    const folder = await kernel.ask({ opcode: Opcode.opendir }, zeros(8))
    kernel.gone.add(kernel.nextUnique)
    void kernel.tell({ opcode: Opcode.readdirplus }, folder.body.subarray(0, 8), u64(0), u32(4096), zeros(20))
    await turn()
    assert.equal(fileSystem.counts.handles, 1)
    assert.equal((await kernel.ask({ opcode: Opcode.unlink }, text('a'))).error, 0)
    assert.equal(fileSystem.counts.nodes, 1)
  })

  it('tells damage and bugs to the log, and what is missing to nobody', async () => {
    const { inode, handle } = await makeFile('a')
    const failing = async (fault: unknown): Promise<number> => {
      fileSystem.fault = fault
      const asked = kernel.ask({ opcode: Opcode.read, inode }, ...read(handle, 10))
      await turn()
      fileSystem.waiting.pop()?.()
      return -(await asked).error
    }
    assert.equal(await failing(new HiroError('not-found', 'gone')), errnos.ENOENT)
    assert.equal(await failing(new HiroError('unreachable', 'away')), errnos.EHOSTUNREACH)
    assert.equal(kernel.log.entries.length, 0)
    assert.equal(await failing(new HiroError('integrity', 'bad')), errnos.EBADMSG)
    assert.equal(await failing(new TypeError('a bug')), errnos.EIO)
    assert.equal(await failing('no error at all'), errnos.EIO)
    assert.equal(kernel.log.entries.length, 3)
  })

  it('ends with nothing under way: what waits for a lock or a read is interrupted', async () => {
    const { inode, handle } = await makeFile('a')
    const lock = (owner: number): Uint8Array[] => [
      u64(handle),
      u64(owner),
      u64(0),
      u64(2n ** 63n - 1n),
      u32(1),
      u32(5),
      zeros(8),
    ]
    assert.equal((await kernel.ask({ opcode: Opcode.setlk, inode }, ...lock(1))).error, 0)
    assert.equal((await kernel.ask({ opcode: Opcode.setlk, inode }, ...lock(2))).error, -errnos.EAGAIN)
    const waits = kernel.ask({ opcode: Opcode.setlkw, inode }, ...lock(2))
    const reads = kernel.ask({ opcode: Opcode.read, inode }, ...read(handle, 10))
    await turn()
    await kernel.dispatcher.end()
    await kernel.dispatcher.end()
    assert.deepEqual([(await waits).error, (await reads).error], [-errnos.EINTR, -errnos.EINTR])
    assert.equal(kernel.dispatcher.size, 0)
  })

  it('takes a request of the same name as one that waits for none, and so can end both', async () => {
    const { inode, handle } = await makeFile('a')
    const unique = kernel.nextUnique
    const blocked = kernel.ask({ opcode: Opcode.read, inode }, ...read(handle, 10))
    void kernel.tell({ opcode: Opcode.read, inode, unique }, ...read(handle, 10))
    await turn()
    assert.equal(fileSystem.waiting.length, 1)
    await kernel.dispatcher.end()
    assert.equal((await blocked).error, -errnos.EINTR)
  })
})
