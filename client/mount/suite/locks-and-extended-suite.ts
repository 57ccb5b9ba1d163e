import assert from 'node:assert/strict'
import { errnoOf } from '../errno.ts'
import { ROOT_INODE } from '../node.ts'
import { callerOf, FileSystemFixture, lockRequest, type MakeFileSystem } from './file-system-fixture.ts'

export function locksAndExtendedSuite(make: MakeFileSystem): void {
  const held = new FileSystemFixture(make)

  it('keeps extended attributes of any bytes, or has none at all', async () => {
    const { fileSystem, caller } = held
    const { inode } = await held.makeFile('a')
    const value = Buffer.from([0, 255, 10, 0])
    try {
      await fileSystem.setExtended(inode, 'user.a', value, undefined, caller)
    } catch (error) {
      assert.equal(errnoOf(error), 'EOPNOTSUPP')
      return
    }
    assert.deepEqual(Buffer.from(await fileSystem.getExtended(inode, 'user.a', caller)), value)
    await held.refuses('EEXIST', fileSystem.setExtended(inode, 'user.a', new Uint8Array(), 'new', caller))
    await held.refuses('ENODATA', fileSystem.setExtended(inode, 'user.b', new Uint8Array(), 'existing', caller))
    await fileSystem.setExtended(inode, 'user.b', new Uint8Array(), 'new', caller)
    await fileSystem.setExtended(inode, 'user.a', Buffer.from('other'), 'existing', caller)
    assert.deepEqual([...(await fileSystem.listExtended(inode, caller))].toSorted(), ['user.a', 'user.b'])
    assert.equal(Buffer.from(await fileSystem.getExtended(inode, 'user.a', caller)).toString(), 'other')
    assert.equal((await fileSystem.getExtended(inode, 'user.b', caller)).byteLength, 0)
    await fileSystem.removeExtended(inode, 'user.b', caller)
    await held.refuses('ENODATA', fileSystem.removeExtended(inode, 'user.b', caller))
    await held.refuses('ENODATA', fileSystem.getExtended(inode, 'user.b', caller))
    assert.deepEqual(await fileSystem.listExtended(ROOT_INODE, caller), [])
  })

  it('lets many read and one write, and says who is in the way', async () => {
    const { fileSystem, caller } = held
    const { inode, handle } = await held.makeFile('a')
    const set = (...args: Parameters<typeof lockRequest>): Promise<void> =>
      fileSystem.setLock(inode, handle, lockRequest(...args), { wait: false }, caller)
    await set(1n, 'read', 0, 100)
    await set(2n, 'read', 50, 150)
    await held.refuses('EAGAIN', set(3n, 'write', 99, 101))
    const other = await fileSystem.getLock(inode, handle, lockRequest(3n, 'write', 120, 130), caller)
    assert.deepEqual([other?.kind, other?.start, other?.end, other?.pid], ['read', 50, 150, 2])
    assert.equal(await fileSystem.getLock(inode, handle, lockRequest(3n, 'read'), caller), undefined)
    await set(3n, 'write', 150)
    await set(2n, 'unlock')
    await set(1n, 'write', 0, 100)
  })

  it('gives the lock to who waited when its owner closes the file, and to nobody whose wait was interrupted', async () => {
    const { fileSystem, caller } = held
    const { inode, handle } = await held.makeFile('a')
    await fileSystem.setLock(inode, handle, lockRequest(1n, 'write'), { wait: false }, caller)
    const killed = new AbortController()
    const impatient = fileSystem.setLock(
      inode,
      handle,
      lockRequest(2n, 'write'),
      { wait: true },
      callerOf(killed.signal),
    )
    const patient = fileSystem.setLock(inode, handle, lockRequest(3n, 'write'), { wait: true }, caller)
    killed.abort()
    await held.refuses('EINTR', impatient)
    await fileSystem.flush(inode, handle, 1n, caller)
    await patient
    await held.refuses('EAGAIN', fileSystem.setLock(inode, handle, lockRequest(4n, 'read'), { wait: false }, caller))
  })

  it('keeps locks on the whole apart from those by range, until the file is released', async () => {
    const { fileSystem, caller } = held
    const { inode, handle } = await held.makeFile('a')
    const whole = (owner: bigint) => ({ ...lockRequest(owner, 'write'), family: 'whole' }) as const
    const other = await held.open(inode)
    await fileSystem.setLock(inode, handle, whole(1n), { wait: false }, caller)
    await fileSystem.setLock(inode, handle, lockRequest(2n, 'write'), { wait: false }, caller)
    await fileSystem.flush(inode, handle, 1n, caller)
    await held.refuses('EAGAIN', fileSystem.setLock(inode, other.handle, whole(3n), { wait: false }, caller))
    await fileSystem.release(inode, handle, 1n, caller)
    await fileSystem.setLock(inode, other.handle, whole(3n), { wait: false }, caller)
  })
}
