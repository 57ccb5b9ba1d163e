import assert from 'node:assert/strict'
import { readFile, unlink, writeFile } from 'node:fs/promises'
import type { Place } from '../place.ts'
import type { Area, Row } from '../row.ts'
import type { Syscalls } from '../syscalls.ts'

const [SHARED, PRIVATE] = [1, 2]
const PAGE = 4_096

/** A mapped file of one page and a half, all of it `x`. */
function row(check: string, run: (process_: Syscalls, map: number, path: string, place: Place) => Promise<void>): Row {
  return {
    check,
    needs: 'shared mappings',
    run: async (place) => {
      const [process_, path] = [await place.start(), await place.file('file', 'x'.repeat(PAGE + PAGE / 2))]
      const fd = await process_.count('open', path, 2, 0)
      const map = await process_.count('map', fd, 2 * PAGE, SHARED)
      await process_.call('close', fd)
      await run(process_, map, path, place)
    },
  }
}

export const mappingsArea: Area = {
  area: 'mappings',
  rows: [
    row(
      'what is written through a mapping is read from the file, after its descriptor was closed',
      async (process_, map, path) => {
        await process_.call('poke', map, 10, 'mapped')
        assert.equal((await readFile(path, 'utf8')).slice(8, 18), 'xxmappedxx')
        await process_.call('msync', map)
        await process_.call('unmap', map)
        assert.equal((await readFile(path, 'utf8')).slice(8, 18), 'xxmappedxx')
      },
    ),
    row('what is written to the file is seen through the mapping', async (process_, map, path) => {
      await writeFile(path, 'written', { flag: 'r+' })
      assert.equal(await process_.call('peek', map, 0, 9), 'writtenxx')
    }),
    row('two processes that map a file see one another’s bytes', async (process_, map, path, place) => {
      const second = await place.start()
      const other = await second.count('map', await second.count('open', path, 2, 0), PAGE, SHARED)
      await process_.call('poke', map, 100, 'from one')
      assert.equal(await second.call('peek', other, 100, 8), 'from one')
      await second.call('poke', other, 100, 'from two')
      assert.equal(await process_.call('peek', map, 100, 8), 'from two')
    }),
    row(
      'behind the end of the file the last page is zero, and writing there does not make it longer',
      async (process_, map, path) => {
        const end = PAGE + PAGE / 2
        assert.equal(await process_.call('peek', map, end - 2, 4), 'xx\0\0')
        await process_.call('poke', map, end, 'lost')
        await process_.call('msync', map)
        await process_.call('unmap', map)
        assert.equal((await readFile(path)).length, end)
      },
    ),
    row('a mapping outlives the name of its file', async (process_, map, path) => {
      await unlink(path)
      await process_.call('poke', map, 0, 'still')
      await process_.call('msync', map)
      assert.equal(await process_.call('peek', map, 0, 6), 'stillx')
    }),
    {
      check: 'what is written through a private mapping stays private',
      run: async (place) => {
        const [process_, path] = [await place.start(), await place.file('file', 'content')]
        const map = await process_.count('map', await process_.count('open', path, 2, 0), 7, PRIVATE)
        await process_.call('poke', map, 0, 'private')
        assert.equal(await readFile(path, 'utf8'), 'content')
      },
    },
  ],
}
