import assert from 'node:assert/strict'
import { mkdir, readdir, rmdir, stat, statfs, symlink, unlink, writeFile } from 'node:fs/promises'
import type { Place } from '../place.ts'
import type { Area } from '../row.ts'
import type { Syscalls } from '../syscalls.ts'

const MANY = 5_000

async function fill(place: Place, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, at) => `entry-${at}`)
  await place.makeFolder('folder')
  for (const name of names) await writeFile(place.at(`folder/${name}`), '')
  return names
}

/** The next names of a listing, so many or up to its end. */
async function next(process_: Syscalls, count = Number.POSITIVE_INFINITY): Promise<string[]> {
  const names: string[] = []
  while (names.length < count) {
    const name = await process_.call('readdir')
    if (name === '') break
    names.push(name)
  }
  return names
}

const withoutDots = (names: readonly string[]): string[] => names.filter((name) => name !== '.' && name !== '..')

export const foldersArea: Area = {
  area: 'folders and their lists',
  rows: [
    {
      check: 'of many entries each is listed once',
      run: async (place) => {
        const names = await fill(place, place.some(MANY))
        assert.deepEqual((await readdir(place.at('folder'))).toSorted(), names.toSorted())
      },
    },
    {
      check: '. and .. are listed, once each, also in an empty folder',
      run: async (place) => {
        const process_ = await place.start()
        await place.makeFolder('empty')
        await process_.call('opendir', place.at('empty'))
        assert.deepEqual((await next(process_)).toSorted(), ['.', '..'])
        assert.equal((await stat(place.at('empty/..'))).ino, (await stat(place.folder)).ino)
        assert.equal((await stat(place.at('empty/.'))).ino, (await stat(place.at('empty'))).ino)
      },
    },
    {
      check: 'entries removed while listing: no other one is left out or comes twice',
      run: async (place) => {
        const process_ = await place.start()
        const names = await fill(place, place.some(2_000))
        await process_.call('opendir', place.at('folder'))
        const first = withoutDots(await next(process_, place.some(500)))
        // Every second one goes, listed or not yet.
        const gone = names.filter((_, at) => at % 2 === 0)
        for (const name of gone) await unlink(place.at(`folder/${name}`))
        const all = [...first, ...withoutDots(await next(process_))]
        assert.equal(new Set(all).size, all.length, 'an entry came twice')
        const missed = names.filter((name) => !gone.includes(name) && !all.includes(name))
        assert.deepEqual(missed, [])
      },
    },
    {
      check: 'everything is removed by listing and removing in turn',
      run: async (place) => {
        const process_ = await place.start()
        await fill(place, place.some(1_000))
        await process_.call('opendir', place.at('folder'))
        for (;;) {
          const names = await next(process_, 10)
          if (names.length === 0) break
          for (const name of withoutDots(names)) await unlink(place.at(`folder/${name}`))
        }
        await rmdir(place.at('folder'))
      },
    },
    {
      check: 'entries made while listing: none that was there comes twice or is left out',
      run: async (place) => {
        const process_ = await place.start()
        const names = await fill(place, place.some(500))
        await process_.call('opendir', place.at('folder'))
        const first = withoutDots(await next(process_, place.some(100)))
        for (let at = 0; at < names.length; at++) await writeFile(place.at(`folder/new-${at}`), '')
        const all = [...first, ...withoutDots(await next(process_))]
        assert.deepEqual(all.filter((name) => name.startsWith('entry-')).toSorted(), names.toSorted())
      },
    },
    {
      check: 'seekdir goes back to where telldir was, and rewinddir sees what is new',
      run: async (place) => {
        const process_ = await place.start()
        const names = await fill(place, place.some(300))
        await process_.call('opendir', place.at('folder'))
        await next(process_, place.some(100))
        const position = await process_.call('telldir')
        const rest = await next(process_)
        await process_.call('seekdir', position)
        assert.deepEqual(await next(process_), rest)
        await writeFile(place.at('folder/new'), '')
        await process_.call('rewinddir')
        assert.equal(withoutDots(await next(process_)).length, names.length + 1)
      },
    },
    {
      check: 'a list tells files, folders and symbolic links apart',
      run: async (place) => {
        await place.file('file')
        await place.makeFolder('folder')
        await symlink('x', place.at('link'))
        const entries = await readdir(place.folder, { withFileTypes: true })
        const kinds = entries.map((entry) => [entry.name, entry.isFile(), entry.isDirectory(), entry.isSymbolicLink()])
        assert.deepEqual(
          kinds.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
          [
            ['file', true, false, false],
            ['folder', false, true, false],
            ['link', false, false, true],
          ],
        )
      },
    },
    {
      check: 'many folders below one another, and many beside one another',
      run: async (place) => {
        const many = place.some(100)
        const deep = Array.from({ length: many }, (_, at) => `${at}`).join('/')
        await mkdir(place.at(deep), { recursive: true })
        await writeFile(place.at(`${deep}/file`), '')
        assert.deepEqual(await readdir(place.at(deep)), ['file'])
        for (let at = many; at < 2 * many; at++) await place.makeFolder(`${at}`)
        assert.equal((await place.names()).length, many + 1)
      },
    },
    {
      check: 'statfs tells blocks, and no more of them free than there are',
      run: async (place) => {
        const { bsize, blocks, bfree, bavail } = await statfs(place.folder)
        assert(bsize > 0 && blocks > 0 && bfree > 0)
        assert(bavail <= bfree && bfree <= blocks)
      },
    },
  ],
}
