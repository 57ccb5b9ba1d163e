import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CappedDisk } from './capped-disk.ts'
import { needs } from './needs-fixture.ts'

const MIB = 2 ** 20

describe('a disk with a cap', function () {
  this.timeout(20_000)
  needs(() => CappedDisk.lack())

  let folder: string
  let disk: CappedDisk

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hiro-capped-'))
    disk = await CappedDisk.mount(join(folder, 'disk'), 2 * MIB)
  })

  afterEach(async () => {
    await disk[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })

  const put = (name: string): Promise<void> => writeFile(join(disk.folder, name), Buffer.alloc(MIB))

  it('is full to the last byte once it was filled, and not when that is cleared', async () => {
    await put('before')
    await disk.fill()
    assert.equal(await disk.freeBytes(), 0)
    await assert.rejects(writeFile(join(disk.folder, 'byte'), 'x'), { code: 'ENOSPC' })
    await rm(join(disk.folder, 'before'))
    await disk.fill()
    await assert.rejects(put('after'), { code: 'ENOSPC' })
    await disk.clear()
    await put('after')
  })

  it('keeps what is on it when it grows', async () => {
    await put('before')
    await disk.fill()
    await disk.resize(8 * MIB)
    await put('after')
    assert.equal((await readFile(join(disk.folder, 'before'))).byteLength, MIB)
  })
})
