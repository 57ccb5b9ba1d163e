import assert from 'node:assert/strict'
import { constants, mkdir, open, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { oneOf, refused } from '../expect.ts'
import type { Area } from '../row.ts'

const { O_APPEND, O_CREAT, O_DIRECTORY, O_EXCL, O_RDONLY, O_RDWR, O_TRUNC, O_WRONLY } = constants

export const openingArea: Area = {
  area: 'open, read and write',
  rows: [
    {
      check: 'O_APPEND by two descriptors: each write goes to the end that is then',
      run: async (place) => {
        await using one = await open(place.at('log'), 'a')
        await using two = await open(place.at('log'), 'a')
        for (let at = 0; at < 50; at++) {
          await one.write(`one ${at}\n`)
          await two.write(`two ${at}\n`)
        }
        const expected = Array.from({ length: 50 }, (_, at) => `one ${at}\ntwo ${at}\n`).join('')
        assert.equal(await readFile(place.at('log'), 'utf8'), expected)
      },
    },
    {
      check: 'O_APPEND after a truncate by somebody else writes at the new end',
      run: async (place) => {
        const path = await place.file('log', 'a long beginning')
        await using file = await open(path, O_WRONLY | O_APPEND)
        await truncate(path, 2)
        await file.write('!')
        assert.equal(await readFile(path, 'utf8'), 'a !')
      },
    },
    {
      check: 'O_EXCL makes what is not there and refuses whatever is',
      run: async (place) => {
        await place.makeFolder('folder')
        await (await open(place.at('file'), O_WRONLY | O_CREAT | O_EXCL)).close()
        await refused('EEXIST', open(place.at('file'), O_WRONLY | O_CREAT | O_EXCL))
        await refused('EEXIST', open(place.at('folder'), O_WRONLY | O_CREAT | O_EXCL))
      },
    },
    {
      check: 'of twenty that make a file with O_EXCL at once one does',
      run: async (place) => {
        const attempts = Array.from({ length: 20 }, async () => {
          await (await open(place.at('file'), O_WRONLY | O_CREAT | O_EXCL)).close()
        })
        await oneOf(attempts)
      },
    },
    {
      check: 'O_CREAT leaves a file that is there, O_TRUNC empties it for all who have it open',
      run: async (place) => {
        const path = await place.file('file', 'content')
        await (await open(path, O_WRONLY | O_CREAT, 0o600)).close()
        await using reader = await open(path, 'r')
        assert.equal((await reader.stat()).size, 7)
        await (await open(path, O_WRONLY | O_TRUNC)).close()
        assert.equal((await reader.stat()).size, 0)
        assert.equal(await reader.readFile('utf8'), '')
      },
    },
    {
      check: 'O_DIRECTORY takes folders only',
      run: async (place) => {
        await (await open(place.folder, O_RDONLY | O_DIRECTORY)).close()
        await refused('ENOTDIR', open(await place.file('file'), O_RDONLY | O_DIRECTORY))
        await refused('ENOENT', open(place.at('none'), O_RDONLY | O_DIRECTORY))
      },
    },
    {
      check: 'a folder is not opened for writing, nor read as a file, nor truncated: EISDIR',
      run: async (place) => {
        await refused('EISDIR', open(place.folder, O_RDWR))
        await refused('EISDIR', open(place.folder, O_RDONLY | O_CREAT))
        await refused('EISDIR', readFile(place.folder))
        await refused('EISDIR', truncate(place.folder, 0))
      },
    },
    {
      check: 'ENOENT for what is not there, ENOTDIR for what is below a file, EEXIST for a taken folder',
      run: async (place) => {
        await place.file('file')
        await place.makeFolder('folder')
        await refused('ENOENT', open(place.at('none'), 'r'))
        await refused('ENOENT', open(place.at('none/new'), 'w'))
        await refused('ENOTDIR', open(place.at('file/new'), 'w'))
        await refused('ENOTDIR', stat(place.at('file/new')))
        await refused('ENOTDIR', mkdir(place.at('file/new')))
        await refused('ENOTDIR', readdir(place.at('file')))
        await refused('EEXIST', mkdir(place.at('folder')))
        await refused('EEXIST', mkdir(place.at('file')))
      },
    },
    {
      check: 'a descriptor does what it was opened for and nothing else',
      run: async (place) => {
        const process_ = await place.start()
        const path = await place.file('file', 'content')
        const reads = await process_.count('open', path, O_RDONLY, 0)
        const writes = await process_.count('open', path, O_WRONLY, 0)
        await refused('EBADF', process_.call('write', reads, 'x'))
        await refused('EBADF', process_.call('pread', writes, 1, 0))
        await refused(['EINVAL', 'EBADF'], process_.call('ftruncate', reads, 0))
        assert.equal(await readFile(path, 'utf8'), 'content')
      },
    },
    {
      check: 'what one descriptor wrote, another reads at once',
      run: async (place) => {
        await using writer = await open(place.at('file'), 'w')
        await using reader = await open(place.at('file'), 'r')
        for (let at = 0; at < 50; at++) {
          await writer.write(`line ${at};`)
          assert.equal((await reader.read(Buffer.alloc(20), 0, 20)).bytesRead, `line ${at};`.length)
          assert.equal((await reader.stat()).size, (await stat(place.at('file'))).size)
        }
      },
    },
    {
      check: 'large writes at odd offsets come back, after close and open as well',
      run: async (place) => {
        const bytes = Buffer.from(Array.from({ length: 3_000_001 }, (_, at) => (at * 31 + (at >> 8)) & 0xff))
        const file = await open(place.at('file'), 'w')
        await file.write(bytes, 1_000_003, undefined, 1_000_003)
        await file.write(bytes, 0, 1_000_003, 0)
        assert((await readFile(place.at('file'))).equals(bytes))
        await file.close()
        assert((await readFile(place.at('file'))).equals(bytes))
      },
    },
    {
      check: 'fsync of a file and of a folder succeeds',
      run: async (place) => {
        await using file = await open(await place.file('file'), 'r+')
        await file.sync()
        await file.datasync()
        await using folder = await open(place.folder, 'r')
        await folder.sync()
      },
    },
    {
      check: 'an empty write leaves an empty file empty',
      run: async (place) => {
        await writeFile(place.at('file'), '')
        await using file = await open(place.at('file'), 'r+')
        await file.write(Buffer.alloc(0), 0, 0, 1_000)
        assert.equal((await stat(place.at('file'))).size, 0)
      },
    },
  ],
}
