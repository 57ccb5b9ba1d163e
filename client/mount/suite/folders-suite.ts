import assert from 'node:assert/strict'
import { ROOT_INODE } from '../node.ts'
import { FileSystemFixture, type MakeFileSystem } from './file-system-fixture.ts'

export function foldersSuite(make: MakeFileSystem): void {
  const held = new FileSystemFixture(make)

  it('lists each name once, however few are taken at once', async () => {
    const names = Array.from({ length: 50 }, (_, at) => `file ${at}`)
    for (const name of names) await held.makeFile(name)
    for (const atOnce of [1, 3, 50, 1000]) {
      assert.deepEqual((await held.names(ROOT_INODE, atOnce)).toSorted(), names.toSorted())
    }
  })

  it('lists all of them when others were removed before', async () => {
    for (const name of ['a', 'b', 'c']) await held.makeFile(name)
    await held.fileSystem.removeFile(ROOT_INODE, 'a', held.caller)
    await held.makeFile('d')
    assert.deepEqual((await held.names(ROOT_INODE, 1)).toSorted(), ['b', 'c', 'd'])
  })

  it('lists what stays once, whatever comes and goes meanwhile, and may be read again from the beginning', async () => {
    const { fileSystem, caller } = held
    const staying = Array.from({ length: 20 }, (_, at) => `stays ${at}`)
    const leaving = Array.from({ length: 20 }, (_, at) => `leaves ${at}`)
    for (const [at, name] of staying.entries()) {
      await held.makeFile(name)
      await held.makeFile(leaving[at] ?? '')
    }
    const { handle } = await fileSystem.openFolder(ROOT_INODE, caller)
    const seen: string[] = []
    let from = 0
    for (let round = 0; round < 20; round++) {
      let room = 3
      const take = ({ name, next }: { name: string; next: number }): boolean => {
        if (room-- === 0) return false
        seen.push(name)
        from = next
        return true
      }
      await fileSystem.readFolder(ROOT_INODE, handle, from, take, caller)
      await fileSystem.removeFile(ROOT_INODE, leaving[round] ?? '', caller)
      await held.makeFile(`comes ${round}`)
    }
    for (const name of staying) assert.equal(seen.filter((each) => each === name).length, 1, name)
    assert.equal(new Set(seen).size, seen.length)
    let first = ''
    const takeOne = ({ name }: { name: string }): boolean => {
      first = name
      return false
    }
    await fileSystem.readFolder(ROOT_INODE, handle, 0, takeOne, caller)
    assert.notEqual(first, '')
    await fileSystem.releaseFolder(ROOT_INODE, handle, caller)
    await held.refuses('EBADF', fileSystem.readFolder(ROOT_INODE, handle, 0, takeOne, caller))
  })

  it('tells kinds and inodes with the names, and all attributes where they are asked for', async () => {
    const { fileSystem, caller } = held
    const file = await held.makeFile('file', 'abc')
    const folder = await held.makeFolder('folder')
    const symlink = await fileSystem.makeSymlink(ROOT_INODE, 'link', 'file', caller)
    const { handle } = await fileSystem.openFolder(ROOT_INODE, caller)
    const kinds = new Map<string, [number, string]>()
    await fileSystem.readFolder(
      ROOT_INODE,
      handle,
      0,
      ({ name, inode, kind }) => Boolean(kinds.set(name, [inode, kind])),
      caller,
    )
    assert.deepEqual(kinds.get('file'), [file.inode, 'file'])
    assert.deepEqual(kinds.get('folder'), [folder, 'folder'])
    assert.deepEqual(kinds.get('link'), [symlink.attributes.inode, 'symlink'])
    const sizes = new Map<string, number>()
    await fileSystem.readFolderEntries(
      ROOT_INODE,
      handle,
      0,
      ({ name, entry }) => Boolean(sizes.set(name, entry.attributes.sizeBytes)),
      caller,
    )
    assert.equal(sizes.get('file'), 3)
  })

  it('counts an entry that was taken as a reference, and one that did not fit as none', async () => {
    const { fileSystem, caller } = held
    const file = await held.makeFile('a')
    await held.close(file)
    const { handle } = await fileSystem.openFolder(ROOT_INODE, caller)
    await fileSystem.readFolderEntries(ROOT_INODE, handle, 0, () => true, caller)
    await fileSystem.readFolderEntries(ROOT_INODE, handle, 0, () => false, caller)
    await fileSystem.removeFile(ROOT_INODE, 'a', caller)
    // From its making and the one listing.
    fileSystem.forget(file.inode, 1)
    assert.equal((await held.attributes(file.inode)).links, 0)
    fileSystem.forget(file.inode, 1)
    await held.refuses('ENOENT', held.attributes(file.inode))
  })

  it('opens folders as folders and files as files', async () => {
    const file = await held.makeFile('a')
    await held.refuses('ENOTDIR', held.fileSystem.openFolder(file.inode, held.caller))
    await held.refuses('EISDIR', held.open(await held.makeFolder('folder')))
    await held.refuses('ENOENT', held.open(4_000_000))
    await held.refuses('ENOENT', held.fileSystem.openFolder(4_000_000, held.caller))
  })
}
