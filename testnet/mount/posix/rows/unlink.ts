import assert from 'node:assert/strict'
import { mkdir, open, readdir, readFile, rmdir, unlink, writeFile } from 'node:fs/promises'
import { refused, sameBytes } from '../expect.ts'
import type { Area } from '../row.ts'

const MIB = 2 ** 20

export const unlinkArea: Area = {
  area: 'unlink and rmdir',
  rows: [
    {
      check: 'an open file is gone from the folder, and still read and written',
      run: async (place) => {
        await place.file('file', 'before')
        await using file = await open(place.at('file'), 'r+')
        await unlink(place.at('file'))
        assert.deepEqual(await place.names(), [])
        await refused('ENOENT', open(place.at('file'), 'r'))
        await file.write('AFTER', 0)
        await file.sync()
        assert.equal((await file.read(Buffer.alloc(6), 0, 6, 0)).buffer.toString(), 'AFTERe')
        assert.equal((await file.stat()).nlink, 0)
      },
    },
    {
      check: 'an open file that grew after its unlink keeps all of it, by any descriptor',
      run: async (place) => {
        await place.file('file', '')
        await using one = await open(place.at('file'), 'r+')
        await using two = await open(place.at('file'), 'r')
        await unlink(place.at('file'))
        const bytes = Buffer.alloc(MIB, 'grown')
        await one.write(bytes)
        sameBytes((await two.read(Buffer.alloc(MIB), 0, MIB, 0)).buffer, bytes)
        await one.truncate(3)
        assert.equal((await two.stat()).size, 3)
      },
    },
    {
      check: 'a new file of the same name is another one',
      run: async (place) => {
        await using old = await open(await place.file('file', 'old'), 'r')
        await unlink(place.at('file'))
        await writeFile(place.at('file'), 'new')
        assert.equal(await old.readFile('utf8'), 'old')
        assert.equal(await readFile(place.at('file'), 'utf8'), 'new')
      },
    },
    {
      check: 'unlink of a folder, of nothing, and through a file is refused',
      run: async (place) => {
        await place.makeFolder('folder')
        await place.file('file')
        await refused(['EISDIR', 'EPERM'], unlink(place.at('folder')))
        await refused('ENOENT', unlink(place.at('none')))
        await refused('ENOTDIR', unlink(place.at('file/below')))
        assert.deepEqual(await place.names(), ['file', 'folder'])
      },
    },
    {
      check: 'rmdir takes an empty folder and refuses one with anything in it',
      run: async (place) => {
        await place.makeFolder('folder')
        await place.file('folder/.hidden')
        await refused(['ENOTEMPTY', 'EEXIST'], rmdir(place.at('folder')))
        await unlink(place.at('folder/.hidden'))
        await rmdir(place.at('folder'))
        assert.deepEqual(await place.names(), [])
      },
    },
    {
      check: 'rmdir of a file, of nothing, of . and of .. is refused',
      run: async (place) => {
        await place.file('file')
        await mkdir(place.at('a/b'), { recursive: true })
        const process_ = await place.start()
        await refused('ENOTDIR', process_.call('rmdir', place.at('file')))
        await refused('ENOENT', process_.call('rmdir', place.at('none')))
        await refused('EINVAL', process_.call('rmdir', place.at('a/b/.')))
        await refused(['ENOTEMPTY', 'EEXIST', 'EINVAL'], process_.call('rmdir', place.at('a/b/..')))
      },
    },
    {
      check: 'a folder removed while it is listed ends the listing, and another of its name is empty',
      run: async (place) => {
        const process_ = await place.start()
        await place.makeFolder('folder')
        await process_.call('opendir', place.at('folder'))
        await rmdir(place.at('folder'))
        const rest: string[] = []
        for (;;) {
          const name = await process_.call('readdir').catch(() => '')
          if (name === '') break
          rest.push(name)
        }
        assert.deepEqual(
          rest.filter((name) => name !== '.' && name !== '..'),
          [],
        )
        await place.makeFolder('folder')
        assert.deepEqual(await readdir(place.at('folder')), [])
      },
    },
  ],
}
