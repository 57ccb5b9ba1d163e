import assert from 'node:assert/strict'
import { ROOT_INODE, withoutSetId } from '../node.ts'
import { FileSystemFixture, type MakeFileSystem } from './file-system-fixture.ts'

export function namesSuite(make: MakeFileSystem): void {
  const held = new FileSystemFixture(make)

  it('has a root, which is a folder and empty', async () => {
    const { inode, kind } = await held.attributes(ROOT_INODE)
    assert.deepEqual([inode, kind], [ROOT_INODE, 'folder'])
    assert.deepEqual(await held.names(ROOT_INODE), [])
    await held.refuses('ENOENT', held.lookup('none'))
    await held.refuses('ENOENT', held.attributes(4_000_000))
  })

  it('makes files, folders and symlinks, with the mode and owner that were asked for', async () => {
    const { fileSystem, caller } = held
    const file = await fileSystem.makeFile(ROOT_INODE, 'file', 0o640, caller)
    const folder = await fileSystem.makeFolder(ROOT_INODE, 'folder', 0o1750, caller)
    const symlink = await fileSystem.makeSymlink(ROOT_INODE, 'link', '../ä/./none', caller)
    for (const [entry, kind, mode] of [
      [file, 'file', 0o640],
      [folder, 'folder', 0o1750],
    ] as const) {
      const { attributes } = entry
      assert.deepEqual([attributes.kind, attributes.mode, attributes.uid, attributes.gid], [kind, mode, 1000, 100])
      assert.deepEqual(await held.attributes(attributes.inode), attributes)
    }
    assert.equal(await fileSystem.readLink(symlink.attributes.inode, caller), '../ä/./none')
    assert.equal(symlink.attributes.sizeBytes, Buffer.byteLength('../ä/./none'))
    await held.refuses('EINVAL', fileSystem.readLink(file.attributes.inode, caller))
    await held.refuses('EEXIST', fileSystem.makeFile(ROOT_INODE, 'link', 0o600, caller))
    await held.refuses('EEXIST', fileSystem.makeFolder(ROOT_INODE, 'file', 0o700, caller))
    await held.refuses('EEXIST', fileSystem.makeSymlink(ROOT_INODE, 'folder', 'x', caller))
    await held.refuses('ENOTDIR', fileSystem.makeFile(file.attributes.inode, 'below', 0o600, caller))
    await held.refuses('ENOTDIR', fileSystem.lookup(file.attributes.inode, 'below', caller))
  })

  it('takes names of 255 bytes, of any letters, and tells apart those that only look alike', async () => {
    const names = ['a'.repeat(255), 'ä', 'a\u0308', ' ', '\n', '...', '-rf', '\u{1f600}', 'A']
    for (const name of names) await held.makeFile(name)
    assert.deepEqual((await held.names(ROOT_INODE)).toSorted(), names.toSorted())
    const inodes = await Promise.all(names.map((name) => held.lookup(name)))
    assert.equal(new Set(inodes).size, names.length)
  })

  it('creates once: what is there is opened, unless it shall be new', async () => {
    const { inode } = await held.makeFile('a', 'content')
    const options = { read: true, write: true, append: false, truncate: false, killSetId: false, mode: 0o600 }
    const again = await held.fileSystem.create(ROOT_INODE, 'a', { ...options, exclusive: false }, held.caller)
    assert.equal(again.entry.attributes.inode, inode)
    assert.equal(again.entry.attributes.mode, 0o644)
    assert.equal((await held.read({ inode, handle: again.opened.handle })).toString(), 'content')
    await held.refuses('EEXIST', held.makeFile('a'))
    const cut = await held.fileSystem.create(
      ROOT_INODE,
      'a',
      { ...options, truncate: true, exclusive: false },
      held.caller,
    )
    assert.equal(cut.entry.attributes.sizeBytes, 0)
    await held.makeFolder('folder')
    await held.refuses(
      'EISDIR',
      held.fileSystem.create(ROOT_INODE, 'folder', { ...options, exclusive: false }, held.caller),
    )
  })

  it('removes files and empty folders, and nothing else', async () => {
    const { fileSystem, caller } = held
    const folder = await held.makeFolder('folder')
    await held.makeFile('file', '', folder)
    await held.refuses('ENOTEMPTY', fileSystem.removeFolder(ROOT_INODE, 'folder', caller))
    await held.refuses('ENOTDIR', fileSystem.removeFolder(folder, 'file', caller))
    await held.refuses('EISDIR', fileSystem.removeFile(ROOT_INODE, 'folder', caller))
    await held.refuses('ENOENT', fileSystem.removeFile(folder, 'none', caller))
    await fileSystem.removeFile(folder, 'file', caller)
    await held.refuses('ENOENT', fileSystem.removeFile(folder, 'file', caller))
    await fileSystem.removeFolder(ROOT_INODE, 'folder', caller)
    await held.refuses('ENOENT', held.lookup('folder'))
    await held.refuses('ENOENT', held.makeFile('file', '', folder))
  })

  it('keeps a file that is open, or known to the kernel, when it has lost its name', async () => {
    const file = await held.makeFile('a', 'still here')
    await held.fileSystem.removeFile(ROOT_INODE, 'a', held.caller)
    assert.equal((await held.read(file)).toString(), 'still here')
    await held.write(file, 10, '!')
    assert.deepEqual(
      [(await held.attributes(file.inode)).links, (await held.attributes(file.inode)).sizeBytes],
      [0, 11],
    )
    const other = await held.makeFile('a', 'another one')
    assert.notEqual(other.inode, file.inode)
    await held.close(file)
    assert.equal((await held.attributes(file.inode)).sizeBytes, 11)
    held.fileSystem.forget(file.inode, 1)
    await held.refuses('ENOENT', held.attributes(file.inode))
    // The kernel may speak of what is gone.
    held.fileSystem.forget(file.inode, 1)
    held.fileSystem.forget(4_000_000, 7)
    assert.equal((await held.read(other)).toString(), 'another one')
  })

  it('gives a file further names, if at all', async () => {
    const file = await held.makeFile('a', 'one')
    const linked = await held.fileSystem.link(file.inode, ROOT_INODE, 'b', held.caller).catch(() => undefined)
    if (linked === undefined) return
    assert.deepEqual([linked.attributes.inode, linked.attributes.links], [file.inode, 2])
    await held.refuses('EEXIST', held.fileSystem.link(file.inode, ROOT_INODE, 'b', held.caller))
    await held.rename('a', 'b')
    assert.deepEqual((await held.names(ROOT_INODE)).toSorted(), ['a', 'b'])
    await held.fileSystem.removeFile(ROOT_INODE, 'a', held.caller)
    assert.equal((await held.attributes(await held.lookup('b'))).links, 1)
    await held.refuses('EPERM', held.fileSystem.link(await held.makeFolder('folder'), ROOT_INODE, 'c', held.caller))
  })

  it('renames a file, within a folder, to another one, and over what is there', async () => {
    const folder = await held.makeFolder('folder')
    const one = await held.makeFile('one', 'one')
    const two = await held.makeFile('two', 'two', folder)
    await held.rename('one', 'uno')
    assert.equal(await held.lookup('uno'), one.inode)
    await held.refuses('ENOENT', held.lookup('one'))
    await held.refuses('EEXIST', held.rename('uno', 'two', { to: folder, replace: false }))
    assert.equal((await held.read(two)).toString(), 'two')
    await held.rename('uno', 'two', { to: folder })
    assert.equal(await held.lookup('two', folder), one.inode)
    assert.deepEqual(await held.names(folder), ['two'])
    assert.deepEqual(await held.names(ROOT_INODE), ['folder'])
    // Whoever had it open reads on.
    assert.equal((await held.read(two)).toString(), 'two')
    await held.refuses('ENOENT', held.rename('none', 'other'))
    await held.rename('two', 'three', { parent: folder, to: ROOT_INODE, replace: false })
    assert.equal(await held.lookup('three'), one.inode)
  })

  it('renames folders with what is in them, over empty ones only, and never below themselves', async () => {
    const outer = await held.makeFolder('outer')
    const inner = await held.makeFolder('inner', outer)
    await held.makeFile('file', 'deep', inner)
    await held.refuses('EINVAL', held.rename('outer', 'x', { to: inner }))
    await held.refuses('EINVAL', held.rename('outer', 'x', { to: outer }))
    await held.makeFolder('empty')
    await held.makeFile('plain')
    await held.refuses('ENOTDIR', held.rename('outer', 'plain'))
    await held.refuses('EISDIR', held.rename('plain', 'empty'))
    await held.refuses('ENOTEMPTY', held.rename('empty', 'outer'))
    await held.rename('outer', 'empty')
    assert.equal(await held.lookup('empty'), outer)
    assert.equal(await held.lookup('inner', outer), inner)
    assert.deepEqual(await held.names(inner), ['file'])
    await held.rename('empty', 'empty')
    assert.equal(await held.lookup('empty'), outer)
  })

  it('changes mode, owner and times, each alone, and takes set-user-id away from who is given', async () => {
    const { inode } = await held.makeFile('a')
    const set = async (changes: Parameters<typeof held.fileSystem.setAttributes>[2]) =>
      (await held.fileSystem.setAttributes(inode, undefined, changes, held.caller)).attributes
    assert.equal((await set({ mode: 0o6751 })).mode, 0o6751)
    const times = await set({ atimeNs: -1_500_000_000n, mtimeNs: 4_102_444_800_000_000_000n })
    assert.deepEqual([times.atimeNs / 1_000_000n, times.mtimeNs / 1_000_000n], [-1500n, 4_102_444_800_000n])
    assert.equal(times.mode, 0o6751)
    const given = await set({ uid: 7, gid: 8, killSetId: true })
    assert.deepEqual([given.uid, given.gid, given.mode], [7, 8, 0o751])
    assert.equal(given.mtimeNs / 1_000_000n, 4_102_444_800_000n)
    assert.deepEqual(await held.attributes(inode), given)
    assert.deepEqual([withoutSetId(0o6755), withoutSetId(0o6745), withoutSetId(0o644)], [0o755, 0o2745, 0o644])
  })

  it('says how full it is', async () => {
    const stat = await held.fileSystem.statFileSystem((await held.makeFile('a')).inode, held.caller)
    for (const number of Object.values(stat)) assert(Number.isSafeInteger(number) && number >= 0)
    assert(stat.freeBytes <= stat.capacityBytes)
  })
}
