import assert from 'node:assert/strict'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { SimulatedClock } from '../../../shared/clock/simulated-clock.ts'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { Opcode } from '../fuse/constants.ts'
import { rawRequest, text, u32, u64, zeros } from '../fuse/raw-request-fixture.ts'
import { MemoryFileSystem } from '../memory/memory-file-system.ts'
import { RawKernel } from './raw-kernel-fixture.ts'

const SEED = process.env['SEED'] ?? 'hostile requests'
const MUTANTS = 10_000
/** 10,000 requests of up to 64 KiB, were each of them kept, would be more. */
const GROWTH_BYTES_MAX = 16 * 1024 * 1024

/** What is held once all garbage is gone, whatever else ran in this process. */
function alive(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const lock = [u64(1), u64(1), u64(0), u64(100), u32(1), u32(1), u32(0), u32(0)]
/** One of each kind, all of them right. */
const samples: readonly Buffer[] = [
  rawRequest({ opcode: Opcode.lookup }, text('name')),
  rawRequest({ opcode: Opcode.forget }, u64(1)),
  rawRequest({ opcode: Opcode.getattr }, zeros(16)),
  rawRequest({ opcode: Opcode.setattr, inode: 2 }, u32(1), zeros(84)),
  rawRequest({ opcode: Opcode.readlink, inode: 2 }),
  rawRequest({ opcode: Opcode.symlink }, text('link'), text('target')),
  rawRequest({ opcode: Opcode.mknod }, u32(0o100644), zeros(12), text('name')),
  rawRequest({ opcode: Opcode.mkdir }, u32(0o755), u32(0), text('folder')),
  rawRequest({ opcode: Opcode.unlink }, text('name')),
  rawRequest({ opcode: Opcode.rmdir }, text('folder')),
  rawRequest({ opcode: Opcode.rename }, u64(1), text('name'), text('other')),
  rawRequest({ opcode: Opcode.rename2 }, u64(1), u32(1), u32(0), text('name'), text('other')),
  rawRequest({ opcode: Opcode.link }, u64(2), text('hard')),
  rawRequest({ opcode: Opcode.open, inode: 2 }, u32(2), u32(0)),
  rawRequest({ opcode: Opcode.create }, u32(2), u32(0o644), zeros(8), text('made')),
  rawRequest({ opcode: Opcode.read, inode: 2 }, u64(1), u64(0), u32(4096), zeros(20)),
  rawRequest({ opcode: Opcode.write, inode: 2 }, u64(1), u64(0), u32(4096), zeros(20), zeros(4096)),
  rawRequest({ opcode: Opcode.statfs }),
  rawRequest({ opcode: Opcode.release, inode: 2 }, u64(1), zeros(16)),
  rawRequest({ opcode: Opcode.fsync, inode: 2 }, u64(1), zeros(8)),
  rawRequest({ opcode: Opcode.flush, inode: 2 }, u64(1), zeros(16)),
  rawRequest({ opcode: Opcode.setxattr, inode: 2 }, u32(4), u32(0), text('user.a'), zeros(4)),
  rawRequest({ opcode: Opcode.getxattr, inode: 2 }, u32(10), u32(0), text('user.a')),
  rawRequest({ opcode: Opcode.listxattr, inode: 2 }, u32(10), u32(0)),
  rawRequest({ opcode: Opcode.removexattr, inode: 2 }, text('user.a')),
  rawRequest({ opcode: Opcode.opendir }, zeros(8)),
  rawRequest({ opcode: Opcode.readdir }, u64(1), u64(0), u32(4096), zeros(20)),
  rawRequest({ opcode: Opcode.readdirplus }, u64(1), u64(0), u32(4096), zeros(20)),
  rawRequest({ opcode: Opcode.releasedir }, u64(1), zeros(16)),
  rawRequest({ opcode: Opcode.fsyncdir }, u64(1), zeros(8)),
  rawRequest({ opcode: Opcode.getlk, inode: 2 }, ...lock),
  rawRequest({ opcode: Opcode.setlk, inode: 2 }, ...lock),
  rawRequest({ opcode: Opcode.setlkw, inode: 2 }, ...lock),
  rawRequest({ opcode: Opcode.access }, zeros(8)),
  rawRequest({ opcode: Opcode.interrupt }, u64(2)),
  rawRequest({ opcode: Opcode.batchForget }, u32(1), u32(0), u64(2), u64(1)),
  rawRequest({ opcode: Opcode.fallocate, inode: 2 }, u64(1), u64(0), u64(4096), u32(0), u32(0)),
  rawRequest({ opcode: Opcode.lseek, inode: 2 }, u64(1), u64(0), u32(3), u32(0)),
  rawRequest({ opcode: Opcode.init }, u32(7), u32(45), zeros(56)),
  rawRequest({ opcode: Opcode.destroy }),
]

/** Where bytes are set, the lengths that they claim are large, or nothing; where the end is cut or grows, the header says so or not. */
function mutant(random: SeededRandom, number: number): Buffer {
  const sample = samples[random.below(samples.length)] ?? assert.fail()
  const bytes = Buffer.concat([sample, zeros(random.below(3) === 0 ? random.below(64 * 1024) : 0)])
  const cut = bytes.subarray(0, random.below(3) === 0 ? random.below(bytes.byteLength + 1) : bytes.byteLength)
  for (let flips = random.below(6); flips > 0 && cut.byteLength > 0; flips--) {
    const at = random.below(2) === 0 ? random.below(cut.byteLength) : random.below(Math.min(cut.byteLength, 96))
    cut[at] = [0, 0xff, 0x80, random.below(256)][random.below(4)] ?? 0
  }
  if (cut.byteLength >= 4 && random.below(4) > 0) cut.writeUInt32LE(cut.byteLength, 0)
  // Kernels name each request anew.
  if (cut.byteLength >= 16 && random.below(8) > 0) cut.writeBigUInt64LE(BigInt(number), 8)
  return cut
}

describe('the dispatcher under hostile requests', () => {
  it(`takes ${MUTANTS} mutated requests (SEED=${SEED}), answers at most once each, and goes on`, async function () {
    this.timeout(60_000)
    const random = new SeededRandom(SEED)
    const fileSystem = new MemoryFileSystem({ clock: new SimulatedClock(), capacityBytes: 2 ** 20 })
    const kernel = new RawKernel(fileSystem)
    await kernel.init()
    let number = 1000
    const play = async (count: number): Promise<void> => {
      for (let each = 0; each < count; each++) {
        const request = mutant(random, ++number)
        const before = kernel.replies.length
        const over = kernel.dispatcher.receive(request)
        await over
        for (let turns = 0; turns < 8; turns++) await undefined
        // A lock may have been waited for, and come with this one's unlock.
        assert(kernel.replies.length - before <= 2, request.toString('hex'))
        kernel.replies.splice(0)
      }
    }
    await play(MUTANTS / 5)
    const before = alive()
    await play((MUTANTS / 5) * 4)
    assert(alive() - before < GROWTH_BYTES_MAX)
    assert.equal((await kernel.ask({ opcode: Opcode.getattr }, zeros(16))).error, 0)
    await kernel.dispatcher.end()
    assert.equal(kernel.dispatcher.size, 0)
  })

  it('drops what is too short to have a header', async () => {
    const kernel = new RawKernel(new MemoryFileSystem({ clock: new SimulatedClock() }))
    for (const lengthBytes of [0, 1, 39]) void kernel.dispatcher.receive(zeros(lengthBytes))
    assert.equal(kernel.replies.length, 0)
    assert.equal(kernel.log.entries.length, 3)
  })
})
