import assert from 'node:assert/strict'
import { errnoOf } from '../errno.ts'
import { FileSystemFixture, type MakeFileSystem } from './file-system-fixture.ts'

const MIB = 1024 * 1024

export function contentSuite(make: MakeFileSystem): void {
  const held = new FileSystemFixture(make)

  it('gives back what was written, at any offset, and nothing behind the end', async () => {
    const file = await held.makeFile('a', 'hello world')
    assert.equal((await held.read(file)).toString(), 'hello world')
    assert.equal((await held.read(file, 6, 3)).toString(), 'wor')
    assert.equal((await held.read(file, 11)).byteLength, 0)
    assert.equal((await held.read(file, 2 ** 40)).byteLength, 0)
    await held.write(file, 6, 'WORLD, and more')
    assert.equal((await held.read(file)).toString(), 'hello WORLD, and more')
    await held.write(file, 0, '')
    assert.equal((await held.attributes(file.inode)).sizeBytes, 21)
  })

  it('takes and gives 1 MiB at once, across whatever it is stored in', async () => {
    const file = await held.makeFile('a')
    const bytes = Buffer.alloc(MIB, 'abcdefghijklmnopqrstuvwxyz!')
    await held.write(file, 12_345, bytes)
    const read = await held.read(file, 0, MIB)
    assert(read.subarray(0, 12_345).every((byte) => byte === 0))
    assert(read.subarray(12_345).equals(bytes.subarray(0, MIB - 12_345)))
    assert((await held.read(file, MIB, MIB)).equals(bytes.subarray(MIB - 12_345)))
  })

  it('shows what one handle wrote to another one at once', async () => {
    const one = await held.makeFile('a', '1')
    const other = await held.open(one.inode)
    await held.write(one, 1, '2')
    await held.write(other, 2, '3')
    assert.equal((await held.read(one)).toString(), '123')
    assert.equal((await held.read(other)).toString(), '123')
    await held.close(one)
    assert.equal((await held.read(other)).toString(), '123')
    await held.refuses('EBADF', held.read(one))
  })

  it('takes writes to different places at once', async () => {
    const file = await held.makeFile('a')
    const parts = Array.from({ length: 32 }, (_, at) => Buffer.alloc(10_000, at + 1))
    await Promise.all(parts.map((part, at) => held.write(file, at * 10_000, part)))
    assert((await held.read(file, 0, 400_000)).equals(Buffer.concat(parts)))
  })

  it('appends behind the end, wherever it is by then, and whatever the offset says', async () => {
    const file = await held.makeFile('a', 'one')
    const appending = await held.open(file.inode, { append: true })
    await held.write(appending, 0, ' two')
    await held.write(file, 7, ' three')
    await held.write(appending, 0, ' four')
    assert.equal((await held.read(file)).toString(), 'one two three four')
  })

  it('cuts and lengthens, and what comes back behind a cut is zeros', async () => {
    const file = await held.makeFile('a', 'hello world')
    const resize = async (sizeBytes: number): Promise<number> =>
      (await held.fileSystem.setAttributes(file.inode, undefined, { sizeBytes }, held.caller)).attributes.sizeBytes
    assert.equal(await resize(5), 5)
    assert.equal((await held.read(file)).toString(), 'hello')
    assert.equal(await resize(8), 8)
    assert.equal((await held.read(file)).toString(), 'hello\0\0\0')
    assert.equal(await resize(0), 0)
    assert.equal(await resize(3), 3)
    assert.equal((await held.read(file)).toString(), '\0\0\0')
    await held.write(file, 0, 'x')
    const cut = await held.open(file.inode, { truncate: true })
    assert.equal((await held.read(cut)).byteLength, 0)
    const folder = await held.makeFolder('folder')
    await held.refuses('EISDIR', held.fileSystem.setAttributes(folder, undefined, { sizeBytes: 0 }, held.caller))
  })

  it('moves mtime and ctime when it is written to, and no other time', async () => {
    const file = await held.makeFile('a')
    const old = { atimeNs: 1_000_000_000n, mtimeNs: 2_000_000_000n }
    await held.fileSystem.setAttributes(file.inode, undefined, old, held.caller)
    await held.write(file, 0, 'x')
    const { atimeNs, mtimeNs } = await held.attributes(file.inode)
    assert.equal(atimeNs, old.atimeNs)
    assert(mtimeNs !== old.mtimeNs)
  })

  it('takes set-user-id away when somebody writes who may not lend it', async () => {
    const file = await held.makeFile('a')
    const modeBehind = async (killSetId: boolean): Promise<number> => {
      await held.fileSystem.setAttributes(file.inode, undefined, { mode: 0o4755 }, held.caller)
      await held.fileSystem.write(file.inode, file.handle, 0, Buffer.from('x'), { killSetId }, held.caller)
      return (await held.attributes(file.inode)).mode
    }
    assert.equal(await modeBehind(false), 0o4755)
    assert.equal(await modeBehind(true), 0o755)
  })

  it('refuses to read through what is open to write, and the reverse', async () => {
    const { inode } = await held.makeFile('a', 'x')
    await held.refuses('EBADF', held.read(await held.open(inode, { read: false })))
    await held.refuses('EBADF', held.write(await held.open(inode, { write: false }), 0, 'y'))
  })

  it('flushes and syncs any number of times', async () => {
    const file = await held.makeFile('a', 'x')
    for (const dataOnly of [true, false, false]) {
      await held.fileSystem.flush(file.inode, file.handle, 1n, held.caller)
      await held.fileSystem.sync(file.inode, file.handle, { dataOnly }, held.caller)
    }
    assert.equal((await held.read(file)).toString(), 'x')
  })

  it('makes zeros and holes of what was there, if it can', async () => {
    const file = await held.makeFile('a', Buffer.alloc(100, 'x').toString())
    const allocate = async (
      what: 'reserve' | 'zero' | 'punch',
      offset: number,
      lengthBytes: number,
      keepSize: boolean,
    ) => await held.fileSystem.allocate(file.inode, file.handle, { what, offset, lengthBytes, keepSize }, held.caller)
    try {
      await allocate('punch', 10, 10, true)
    } catch (error) {
      assert.equal(errnoOf(error), 'EOPNOTSUPP')
      return
    }
    await allocate('zero', 90, 20, true)
    const expected = Buffer.concat([Buffer.alloc(10, 'x'), Buffer.alloc(10), Buffer.alloc(70, 'x'), Buffer.alloc(10)])
    assert((await held.read(file)).equals(expected))
    try {
      await allocate('reserve', 100, 50, true)
    } catch (error) {
      assert.equal(errnoOf(error), 'EOPNOTSUPP')
      return
    }
    assert.equal((await held.attributes(file.inode)).sizeBytes, 100)
    await allocate('reserve', 100, 50, false)
    assert((await held.read(file)).equals(Buffer.concat([expected, Buffer.alloc(50)])))
  })
}

/** Of engines that know where a file has holes. */
export function holesSuite(make: MakeFileSystem): void {
  const held = new FileSystemFixture(make)

  it('holds a terabyte of nothing in little, and finds what is in it', async () => {
    const file = await held.makeFile('a')
    const far = 2 ** 40
    await held.write(file, far, 'far')
    const { sizeBytes, allocatedBytes } = await held.attributes(file.inode)
    assert.equal(sizeBytes, far + 3)
    assert(allocatedBytes < 16 * MIB)
    const seek = (offset: number, what: 'data' | 'hole'): Promise<number> =>
      held.fileSystem.seek(file.inode, file.handle, offset, what, held.caller)
    assert.equal(await seek(0, 'hole'), 0)
    const data = await seek(0, 'data')
    assert(data > far - 16 * MIB && data <= far)
    assert.equal(await seek(far + 1, 'data'), far + 1)
    assert.equal(await seek(far + 1, 'hole'), far + 3)
    for (const what of ['data', 'hole'] as const) await held.refuses('ENXIO', seek(far + 3, what))
  })
}
