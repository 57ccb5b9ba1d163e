import assert from 'node:assert/strict'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import type { Disk, NewFile } from './disk/disk.ts'
import { DISK_BLOCK_BYTES } from './disk/disk.ts'
import { SimulatedDisk } from './disk/simulated-disk.ts'
import { PieceFileWriter } from './piece-file-writer.ts'

const MIB = 1024 * 1024
const PIECE_BYTES = 4 * MIB + 1_032

describe('PieceFileWriter', () => {
  let disk: Disk
  let appends: number[]

  beforeEach(() => {
    const [clock, random] = [new SimulatedClock(), new SeededRandom(1)]
    disk = new SimulatedDisk({ clock, random, capacityBytes: 64 * MIB })
    appends = []
  })

  async function write(sliceBytes: number): Promise<void> {
    await disk.makeFolder('a')
    const inner = await disk.create('a/temporary')
    const file: NewFile = {
      append: async (buffers) => {
        appends.push(buffers.reduce((sum, { byteLength }) => sum + byteLength, 0))
        await inner.append(buffers)
      },
      sync: async () => await inner.sync(),
      close: async () => await inner.close(),
    }
    const syncFolder = async (): Promise<void> => await disk.syncFolder('a')
    const writer = new PieceFileWriter({ disk, file, temporaryPath: 'a/temporary', path: 'a/piece', syncFolder })
    const bytes = new SeededRandom('piece').bytes(PIECE_BYTES)
    for (let at = 0; at < PIECE_BYTES; at += sliceBytes) await writer.append(bytes.subarray(at, at + sliceBytes))
    await writer.makeDurable()
    const found = await (await disk.open('a/piece')).read(0, PIECE_BYTES + 1)
    assert.ok(Buffer.from(found).equals(bytes))
  }

  for (const sliceBytes of [16_000, 65_524, 262_132, MIB, PIECE_BYTES]) {
    it(`slices of ${sliceBytes} bytes reach the disk as five appends, whole blocks each but the last`, async () => {
      await write(sliceBytes)
      assert.equal(appends.length, 5, String(appends))
      for (const lengthBytes of appends.slice(0, -1)) assert.equal(lengthBytes % DISK_BLOCK_BYTES, 0)
    })
  }
})
