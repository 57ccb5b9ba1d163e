import assert from 'node:assert/strict'
import { lstat, mkdir, open, readFile, readlink, rename, stat, symlink } from 'node:fs/promises'
import { exists, refused } from '../expect.ts'
import type { Place } from '../place.ts'
import type { Area, Row } from '../row.ts'

const [NOREPLACE, EXCHANGE] = [1, 2] // of linux/fs.h

const kinds = {
  file: async (place: Place, name: string) => await place.file(name),
  'symbolic link': async (place: Place, name: string) => await symlink('nowhere', place.at(name)),
  'empty folder': async (place: Place, name: string) => await place.makeFolder(name),
  'full folder': async (place: Place, name: string) => {
    await place.makeFolder(name)
    await place.file(`${name}/entry`)
  },
}
type Kind = keyof typeof kinds
const allKinds = Object.keys(kinds) as Kind[]
const isFolder = (kind: Kind): boolean => kind.endsWith('folder')

/** What must refuse a rename of one kind over another; nothing: it goes. */
function refusalOf(from: Kind, to: Kind): string[] | undefined {
  if (isFolder(from) && !isFolder(to)) return ['ENOTDIR']
  if (!isFolder(from) && isFolder(to)) return ['EISDIR']
  return to === 'full folder' ? ['ENOTEMPTY', 'EEXIST'] : undefined
}

async function renameOverEach(place: Place, from: Kind): Promise<void> {
  for (const to of allKinds) {
    const [source, target] = [`${from} to ${to}`, to]
    await kinds[from](place, source)
    await kinds[to](place, target)
    const { ino } = await lstat(place.at(source))
    const codes = refusalOf(from, to)
    if (codes === undefined) {
      await rename(place.at(source), place.at(target))
      assert(!(await exists(place.at(source))), `${from} over ${to}: still under the old name`)
      assert.equal((await lstat(place.at(target))).ino, ino, `${from} over ${to}`)
    } else {
      await refused(codes, rename(place.at(source), place.at(target)))
      assert(await exists(place.at(source)), `${from} over ${to}: gone`)
    }
  }
}

const rows: Row[] = [
  ...allKinds.map((from) => ({
    check: `a ${from} over a file, a symbolic link, an empty and a full folder`,
    run: async (place: Place) => await renameOverEach(place, from),
  })),
  {
    check: 'to a new name, with its content and inode',
    run: async (place) => {
      const before = await stat(await place.file('old', 'content'))
      await rename(place.at('old'), place.at('new'))
      assert.deepEqual(await place.names(), ['new'])
      assert.equal(await readFile(place.at('new'), 'utf8'), 'content')
      assert.equal((await stat(place.at('new'))).ino, before.ino)
    },
  },
  {
    check: 'a file over one that is open: who has it open reads on',
    run: async (place) => {
      await place.file('old', 'of the old one')
      await using old = await open(place.at('old'), 'r')
      await rename(await place.file('new', 'of the new one'), place.at('old'))
      assert.equal(await old.readFile('utf8'), 'of the old one')
      assert.equal(await readFile(place.at('old'), 'utf8'), 'of the new one')
    },
  },
  {
    check: 'onto itself changes nothing',
    run: async (place) => {
      await place.file('same')
      await rename(place.at('same'), place.at('same'))
      assert.equal(await readFile(place.at('same'), 'utf8'), 'same')
    },
  },
  {
    check: 'a folder under itself is refused, over its own parent too',
    run: async (place) => {
      await mkdir(place.at('a/b/c'), { recursive: true })
      await refused('EINVAL', rename(place.at('a'), place.at('a/x')))
      await refused('EINVAL', rename(place.at('a'), place.at('a/b/c/x')))
      await refused(['ENOTEMPTY', 'EEXIST'], rename(place.at('a/b/c'), place.at('a/b')))
      assert(await exists(place.at('a/b/c')))
    },
  },
  {
    check: 'of what is not there, into what is not there, and through a file',
    run: async (place) => {
      await place.file('file')
      await refused('ENOENT', rename(place.at('none'), place.at('file')))
      await refused('ENOENT', rename(place.at('file'), place.at('none/file')))
      await refused('ENOTDIR', rename(place.at('file'), place.at('file/below')))
      await refused('ENOTDIR', rename(place.at('file/below'), place.at('new')))
      assert.equal(await readFile(place.at('file'), 'utf8'), 'file')
    },
  },
  {
    check: 'of . and .. is refused',
    run: async (place) => {
      await place.makeFolder('folder')
      await refused(['EBUSY', 'EINVAL'], rename(place.at('folder/.'), place.at('new')))
      await refused(['EBUSY', 'EINVAL'], rename(place.at('folder/..'), place.at('new')))
    },
  },
  {
    check: 'a folder with what is in it, which has another parent then',
    run: async (place) => {
      await mkdir(place.at('from/folder/deep'), { recursive: true })
      await place.file('from/folder/deep/file')
      const to = await place.makeFolder('to')
      await rename(place.at('from/folder'), place.at('to/folder'))
      assert.equal(await readFile(place.at('to/folder/deep/file'), 'utf8'), 'from/folder/deep/file')
      assert.equal((await stat(place.at('to/folder/..'))).ino, (await stat(to)).ino)
      assert(!(await exists(place.at('from/folder'))))
    },
  },
  {
    check: 'a symbolic link is moved itself, not what it names',
    run: async (place) => {
      await place.file('target')
      await symlink('target', place.at('link'))
      await rename(place.at('link'), place.at('moved'))
      assert.equal(await readlink(place.at('moved')), 'target')
      assert.equal(await readFile(place.at('target'), 'utf8'), 'target')
    },
  },
  {
    check: 'to another file system is EXDEV',
    run: async (place) => await refused('EXDEV', rename(await place.file('file'), '/proc/hiro-renamed')),
  },
  {
    check: 'RENAME_NOREPLACE goes to a free name and refuses a taken one',
    needs: 'rename without replacing',
    run: async (place) => {
      const process_ = await place.start()
      await place.file('from')
      await place.file('taken')
      await refused('EEXIST', process_.call('renameat2', place.at('from'), place.at('taken'), NOREPLACE))
      assert.equal(await readFile(place.at('taken'), 'utf8'), 'taken')
      await process_.call('renameat2', place.at('from'), place.at('free'), NOREPLACE)
      assert.deepEqual(await place.names(), ['free', 'taken'])
    },
  },
  {
    check: 'RENAME_EXCHANGE swaps a file and a folder, and refuses a free name',
    needs: 'rename in exchange',
    run: async (place) => {
      const process_ = await place.start()
      await place.file('a')
      await place.makeFolder('b')
      await place.file('b/inside')
      await process_.call('renameat2', place.at('a'), place.at('b'), EXCHANGE)
      assert.equal(await readFile(place.at('b'), 'utf8'), 'a')
      assert.equal(await readFile(place.at('a/inside'), 'utf8'), 'b/inside')
      await refused('ENOENT', process_.call('renameat2', place.at('a'), place.at('none'), EXCHANGE))
    },
  },
]

export const renameArea: Area = { area: 'rename', rows }
