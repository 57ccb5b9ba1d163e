import assert from 'node:assert/strict'
import { once } from 'node:events'
import { link, lstat, open, readFile, stat, symlink, unlink, writeFile } from 'node:fs/promises'
import { createConnection, createServer } from 'node:net'
import { refused, timesChangedBy } from '../expect.ts'
import type { Area } from '../row.ts'

const [FIFO, CHARACTER_DEVICE] = [0o010000, 0o020000]

export const linksArea: Area = {
  area: 'hard links and special files',
  rows: [
    {
      check: 'a hard link is the same file: content, inode, count; one goes and the other stays',
      needs: 'hard links',
      run: async (place) => {
        await place.file('one', 'content')
        await link(place.at('one'), place.at('two'))
        const [one, two] = [await stat(place.at('one')), await stat(place.at('two'))]
        assert.deepEqual([one.ino, one.nlink, two.nlink], [two.ino, 2, 2])
        await writeFile(place.at('two'), 'by the other name')
        assert.equal(await readFile(place.at('one'), 'utf8'), 'by the other name')
        await unlink(place.at('one'))
        assert.equal(await readFile(place.at('two'), 'utf8'), 'by the other name')
        assert.equal((await stat(place.at('two'))).nlink, 1)
      },
    },
    {
      check: 'a hard link to a folder, over a taken name, of nothing is refused',
      needs: 'hard links',
      run: async (place) => {
        await place.makeFolder('folder')
        await place.file('file')
        await refused('EPERM', link(place.at('folder'), place.at('new')))
        await refused('EEXIST', link(place.at('file'), place.at('folder')))
        await refused('EEXIST', link(place.at('file'), place.at('file')))
        await refused('ENOENT', link(place.at('none'), place.at('new')))
        assert.deepEqual(await place.names(), ['file', 'folder'])
      },
    },
    {
      check: 'a hard link, and the loss of one, moves ctime of the file alone',
      needs: 'hard links',
      run: async (place) => {
        const [path, other] = [await place.file('one'), place.at('two')]
        const ctimeAlone = { mtime: false, ctime: true }
        assert.deepEqual(await timesChangedBy(place, path, async () => await link(path, other)), ctimeAlone)
        assert.deepEqual(await timesChangedBy(place, path, async () => await unlink(other)), ctimeAlone)
      },
    },
    {
      check: 'a hard link to a symbolic link is that link',
      needs: 'hard links',
      run: async (place) => {
        await symlink('nowhere', place.at('link'))
        await link(place.at('link'), place.at('second'))
        assert((await lstat(place.at('second'))).isSymbolicLink())
      },
    },
    {
      check: 'a fifo is one: what one process writes another reads, and nothing stays',
      needs: 'fifos',
      run: async (place) => {
        const process_ = await place.start()
        await process_.call('mknod', place.at('fifo'), FIFO + 0o600, 0, 0)
        assert((await stat(place.at('fifo'))).isFIFO())
        // For reading and writing it is opened without anybody at the other end.
        const writes = await process_.count('open', place.at('fifo'), 2, 0)
        await process_.call('write', writes, 'through')
        await using file = await open(place.at('fifo'), 'r+')
        assert.equal((await file.read(Buffer.alloc(7), 0, 7)).buffer.toString(), 'through')
        assert.equal((await stat(place.at('fifo'))).size, 0)
      },
    },
    {
      check: 'a device has the numbers it was made with',
      needs: 'device nodes',
      root: true,
      run: async (place) => {
        const process_ = await place.start()
        await process_.call('mknod', place.at('null'), CHARACTER_DEVICE + 0o600, 1, 3)
        const status = await stat(place.at('null'))
        assert(status.isCharacterDevice())
        assert.equal(status.rdev, (await stat('/dev/null')).rdev)
      },
    },
    {
      check: 'a socket listens under its name, and is connected to',
      needs: 'sockets',
      run: async (place) => {
        const server = createServer((socket) => socket.end('hello'))
        const path = place.at('s')
        server.listen(path)
        try {
          await once(server, 'listening')
          assert((await stat(path)).isSocket())
          const [data] = (await once(createConnection(path), 'data')) as [Buffer]
          assert.equal(data.toString(), 'hello')
        } finally {
          server.close()
        }
      },
    },
  ],
}
