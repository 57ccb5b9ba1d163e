import assert from 'node:assert/strict'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Ext4Disk } from '../machine/ext4-disk.ts'
import { needs } from '../machine/needs-fixture.ts'
import { pause } from '../process/wait.ts'
import { chance } from '../specs/seed-fixture.ts'
import { lackOfCompiler } from './compile.ts'
import { checkFile, startWriter } from './crash/crash-rig.ts'
import { checkRecords, recordOf } from './crash/records.ts'
import { type Fault, faultEnv } from './faults.ts'
import { localFolder } from './local-folder-fixture.ts'

const RECORDS = 40
const DISK_BYTES = 64 * 2 ** 20
const three = Buffer.concat([recordOf(0), recordOf(1), recordOf(2)])

describe('what a killed writer may leave', () => {
  it('all that was reported, and nothing, a part or all of one more', () => {
    const next = recordOf(3)
    assert.deepEqual(checkRecords(three, 3), { whole: 3, wholeBytes: three.length, partialBytes: 0 })
    assert.deepEqual(checkRecords(three, 2), { whole: 3, wholeBytes: three.length, partialBytes: 0 })
    assert.deepEqual(checkRecords(Buffer.alloc(0), 0), { whole: 0, wholeBytes: 0, partialBytes: 0 })
    const whole = { whole: 3, wholeBytes: three.length }
    for (const cut of [1, 11, 13, next.length - 1])
      assert.deepEqual(checkRecords(Buffer.concat([three, next.subarray(0, cut)]), 3), { ...whole, partialBytes: cut })
    const torn = Buffer.from(next).fill(0, 100, 600)
    assert.deepEqual(checkRecords(Buffer.concat([three, torn]), 3), { ...whole, partialBytes: next.length })
  })

  it('nothing else: lost, cut, flipped, doubled, swapped, of a later one, or too much', () => {
    const flipped = (at: number): Buffer => {
      const bytes = Buffer.from(three)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      return bytes
    }
    const wrong: readonly (readonly [string, Buffer, number])[] = [
      ['nothing is there', Buffer.alloc(0), 1],
      ['the last byte is missing', three.subarray(0, -1), 3],
      ['a number is flipped', flipped(recordOf(0).length), 3],
      ['a byte in the middle is flipped', flipped(Math.floor(three.length / 2)), 3],
      ['the last byte is flipped', flipped(three.length - 1), 3],
      ['zeros instead', Buffer.from(three).fill(0, recordOf(0).length), 3],
      ['the second one twice', Buffer.concat([recordOf(0), recordOf(1), recordOf(1)]), 3],
      ['two are swapped', Buffer.concat([recordOf(1), recordOf(0), recordOf(2)]), 3],
      ['bytes of another one behind', Buffer.concat([three, recordOf(7)]), 3],
      ['zeros behind that are too long', Buffer.concat([three, Buffer.alloc(recordOf(3).length + 1)]), 3],
      ['two more that were never reported', three, 1],
    ]
    for (const [what, bytes, reported] of wrong)
      assert.throws(() => checkRecords(bytes, reported), { code: 'integrity' }, what)
  })
})

describe('a writer that is killed', function () {
  this.timeout(60_000)
  needs(lackOfCompiler)
  const folder = localFolder()
  const random = chance('crash rig')
  const fault = async (name: Fault, every: number): Promise<Record<string, string>> =>
    await faultEnv(name, folder(), every)

  it('six times: each time all is there that it reported, and the next one goes on behind it', async () => {
    const path = join(folder(), 'records')
    let found = await (async () => {
      await using first = await startWriter(path)
      await first.untilReported(RECORDS)
      await first.kill()
      return await checkFile(path, first.reported())
    })()
    for (let time = 0; time < 5; time++) {
      await using writer = await startWriter(path, found)
      await writer.untilReported(found.whole + 5)
      await pause(random.below(30))
      await writer.kill()
      assert(writer.reported() > found.whole)
      found = await checkFile(path, writer.reported())
    }
    await rm(path)
  })

  it('planted: one write of twenty is lost', async () => {
    const path = join(folder(), 'lost')
    await using writer = await startWriter(path, undefined, await fault('drop-write', 20))
    await writer.untilReported(RECORDS)
    await writer.kill()
    await assert.rejects(checkFile(path, writer.reported()), { code: 'integrity', message: /record 19 is wrong/ })
  })

  it('says why when it ends by itself', async () => {
    await using writer = await startWriter(join(folder(), 'none/records'))
    await assert.rejects(writer.untilReported(1), /open: No such file or directory/)
  })
})

describe('a writer whose disk loses its power', function () {
  this.timeout(60_000)
  needs(lackOfCompiler)
  needs(() => Ext4Disk.lack())
  const folder = localFolder()

  /** How many records were reported, and the file as it is once the power is back. `quiet`: the writer is dead by then, for one that waits for no disk would fill it. */
  async function cut(disk: Ext4Disk, env: Readonly<Record<string, string>>, quiet = false) {
    const path = join(disk.folder, 'records')
    await using writer = await startWriter(path, undefined, env)
    await writer.untilReported(1)
    // So that the name at least is there, whatever is done to the writer's own syncs.
    await using handle = await open(disk.folder, 'r')
    await handle.sync()
    await writer.untilReported(RECORDS)
    if (quiet) await writer.kill()
    await disk.cutPower()
    await writer.kill()
    await handle.close()
    await disk.powerOn()
    return { reported: writer.reported(), path }
  }

  it('all is there that it reported', async () => {
    await using disk = await Ext4Disk.mount(join(folder(), 'disk'), DISK_BYTES)
    const { reported, path } = await cut(disk, {})
    await checkFile(path, reported)
  })

  it('planted: fsync does nothing, and the newest records are lost', async () => {
    await using disk = await Ext4Disk.mount(join(folder(), 'disk'), DISK_BYTES)
    const { reported, path } = await cut(disk, await faultEnv('drop-fsync', disk.folder), true)
    await assert.rejects(checkFile(path, reported), { code: 'integrity' })
  })
})
