import assert from 'node:assert/strict'
import { mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeDurably } from '../../shared/files/durable-file.ts'
import { Ext4Disk } from './ext4-disk.ts'
import { needs } from './needs-fixture.ts'
import { tool } from './tool.ts'

const MIB = 2 ** 20
const CONTENT = 'x'.repeat(100_000)

describe('a disk whose power is cut', function () {
  this.timeout(60_000)
  needs(() => Ext4Disk.lack())

  let folder: string
  let disk: Ext4Disk

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hiro-power-'))
    disk = await Ext4Disk.mount(join(folder, 'disk'), 64 * MIB)
  })

  afterEach(async () => {
    await disk[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })

  const at = (name: string): string => join(disk.folder, name)

  async function cutAndComeBack(): Promise<string[]> {
    await disk.cutPower()
    await disk.powerOn()
    return (await readdir(disk.folder)).filter((name) => name !== 'lost+found').toSorted()
  }

  /** As Hiro writes, with or without the steps that make it durable. */
  async function write(name: string, { fileSync = true, folderSync = true } = {}): Promise<void> {
    const file = await open(at(`${name}.tmp`), 'w')
    await file.writeFile(CONTENT)
    if (fileSync) await file.sync()
    await file.close()
    await rename(at(`${name}.tmp`), at(name))
    if (folderSync) await syncFolder()
  }

  async function syncFolder(): Promise<void> {
    const handle = await open(disk.folder, 'r')
    await handle.sync()
    await handle.close()
  }

  it('gives back what was synced and whose folder was', async () => {
    await write('whole')
    await writeDurably(at('durable'), CONTENT)
    assert.deepEqual(await cutAndComeBack(), ['durable', 'whole'])
    assert.equal(await readFile(at('whole'), 'utf8'), CONTENT)
    assert.equal(await readFile(at('durable'), 'utf8'), CONTENT)
  })

  it('has nothing of a file that was renamed and never synced', async function () {
    this.retries(4) // as below
    await write('lost', { fileSync: false, folderSync: false })
    assert.deepEqual(await cutAndComeBack(), [])
  })

  it('has an empty file where only the folder was synced', async function () {
    this.retries(4) // as below
    await write('empty', { fileSync: false })
    assert.deepEqual(await cutAndComeBack(), ['empty'])
    assert.equal(await readFile(at('empty'), 'utf8'), '')
  })

  it('has the old name where only the file was synced', async function () {
    // Somebody else on this machine may call sync(2) in between, which makes the new name durable too: then it was no power cut without a sync.
    this.retries(4)
    await write('named', { folderSync: false })
    assert.deepEqual(await cutAndComeBack(), ['named.tmp'])
    assert.equal(await readFile(at('named.tmp'), 'utf8'), CONTENT)
  })

  it('tells whoever goes on writing', async () => {
    await disk.cutPower()
    await assert.rejects(writeFile(at('more'), CONTENT), { code: 'EIO' })
  })

  it('leaves neither mount nor loop device behind', async () => {
    await disk[Symbol.asyncDispose]()
    const devices = await tool('losetup', ['--list', '--output', 'BACK-FILE'])
    const mounts = await readFile('/proc/self/mountinfo', 'utf8')
    assert(!devices.includes(folder), devices)
    assert(!mounts.includes(folder), mounts)
    assert.deepEqual(await readdir(folder), ['disk'])
  })
})
