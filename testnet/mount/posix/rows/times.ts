import assert from 'node:assert/strict'
import {
  chmod,
  lstat,
  mkdir,
  open,
  readFile,
  rename,
  stat,
  symlink,
  truncate,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { type Changed, timesChangedBy } from '../expect.ts'
import type { Place } from '../place.ts'
import type { Area, Row } from '../row.ts'

const MOVES_BOTH: Changed = { mtime: true, ctime: true }
const MOVES_CTIME: Changed = { mtime: false, ctime: true }
const MOVES_NONE: Changed = { mtime: false, ctime: false }
/** MAP_SHARED */
const SHARED = 1

/** What an operation on a file does to the times of that file. */
function onFile(what: string, expected: Changed, operation: (path: string, place: Place) => Promise<unknown>): Row {
  return {
    check: `${what} ${described(expected)}`,
    run: async (place) => {
      const path = await place.file('file', 'content')
      assert.deepEqual(await timesChangedBy(place, path, async () => await operation(path, place)), expected)
    },
  }
}

/** What an operation in a folder does to the times of that folder. */
function inFolder(what: string, operation: (path: (name: string) => string) => Promise<unknown>): Row {
  return {
    check: `${what} moves mtime and ctime of its folder`,
    needs: 'times of folders',
    run: async (place) => {
      const folder = await place.makeFolder('folder')
      await place.file('folder/there')
      await mkdir(place.at('folder/below'))
      const path = (name: string): string => place.at(`folder/${name}`)
      assert.deepEqual(await timesChangedBy(place, folder, async () => await operation(path)), MOVES_BOTH)
    },
  }
}

function described({ mtime, ctime }: Changed): string {
  return mtime ? 'moves mtime and ctime' : ctime ? 'moves ctime alone' : 'moves neither mtime nor ctime'
}

const rows: Row[] = [
  onFile('a write', MOVES_BOTH, async (path) => {
    await using file = await open(path, 'r+')
    await file.write('x')
  }),
  onFile('truncate to another size', MOVES_BOTH, async (path) => await truncate(path, 3)),
  onFile('open with O_TRUNC', MOVES_BOTH, async (path) => await (await open(path, 'w')).close()),
  onFile('chmod', MOVES_CTIME, async (path) => await chmod(path, 0o600)),
  onFile('reading', MOVES_NONE, async (path) => await readFile(path)),
  onFile('stat', MOVES_NONE, async (path) => await stat(path)),
  {
    check: 'a write through a shared mapping moves mtime, once it is synced',
    needs: 'shared mappings',
    run: async (place) => {
      const path = await place.file('file', 'content')
      const process_ = await place.start()
      const fd = await process_.count('open', path, 2, 0)
      const { mtime } = await timesChangedBy(place, path, async () => {
        const map = await process_.count('map', fd, 7, SHARED)
        await process_.call('poke', map, 0, 'X')
        await process_.call('msync', map)
        await process_.call('unmap', map)
        await process_.call('close', fd)
      })
      assert(mtime)
    },
  },
  inFolder('a new file', async (path) => await writeFile(path('new'), '')),
  inFolder('a new folder', async (path) => await mkdir(path('new'))),
  inFolder('a new symbolic link', async (path) => await symlink('x', path('new'))),
  inFolder('unlink', async (path) => await unlink(path('there'))),
  inFolder('a rename within it', async (path) => await rename(path('there'), path('moved'))),
  inFolder('a rename out of it', async (path) => await rename(path('there'), path('../moved'))),
  inFolder('a rename out of a folder below', async (path) => {
    await rename(path('there'), path('below/there'))
    await rename(path('below/there'), path('there'))
  }),
  {
    check: 'a write to a file leaves the times of its folder',
    run: async (place) => {
      await place.file('file')
      const changed = await timesChangedBy(place, place.folder, async () => await truncate(place.at('file'), 100))
      assert.deepEqual(changed, MOVES_NONE)
    },
  },
  {
    check: 'a rename keeps the mtime of what is renamed',
    run: async (place) => {
      const before = await stat(await place.file('old'), { bigint: true })
      await rename(place.at('old'), place.at('new'))
      assert.equal((await stat(place.at('new'), { bigint: true })).mtimeNs, before.mtimeNs)
    },
  },
  {
    check: 'a time that is set is kept, from 1970 to beyond 2038',
    run: async (place) => {
      const process_ = await place.start()
      await place.file('file')
      for (const seconds of [0, 1, 1_000_000_000, 2 ** 31, 2 ** 32 + 5]) {
        await process_.call('utimens', place.at('file'), 'omit', `${seconds}.000000000`)
        assert.equal((await stat(place.at('file'))).mtimeMs, seconds * 1_000)
      }
    },
  },
  {
    check: 'a time that is set is kept to the nanosecond',
    needs: 'nanosecond times',
    run: async (place) => {
      const process_ = await place.start()
      await process_.call('utimens', await place.file('file'), 'omit', '1234567890.123456789')
      assert.equal((await stat(place.at('file'), { bigint: true })).mtimeNs, 1_234_567_890_123_456_789n)
    },
  },
  {
    check: 'UTIME_OMIT leaves the one time, UTIME_NOW sets it to the clock, and both move ctime',
    run: async (place) => {
      const process_ = await place.start()
      const path = await place.file('file')
      await process_.call('utimens', path, '1000.000000000', '2000.000000000')
      await process_.call('utimens', path, '3000.000000000', 'omit')
      assert.equal((await stat(path)).mtimeMs, 2_000_000)
      const before = await stat(await place.file('clock'))
      const changed = await timesChangedBy(place, path, async () => await process_.call('utimens', path, 'omit', 'now'))
      assert.equal(changed.ctime, true)
      assert((await stat(path)).mtimeMs >= Math.floor(before.mtimeMs))
    },
  },
  {
    check: 'an access time that is set is kept, alone or with the other',
    needs: 'access times',
    run: async (place) => {
      const process_ = await place.start()
      const path = await place.file('file')
      await process_.call('utimens', path, '1000.000000000', '2000.000000000')
      await process_.call('utimens', path, 'omit', '4000.000000000')
      assert.equal((await stat(path)).atimeMs, 1_000_000)
      await process_.call('utimens', path, '3000.000000000', 'omit')
      assert.deepEqual([(await stat(path)).atimeMs, (await stat(path)).mtimeMs], [3_000_000, 4_000_000])
    },
  },
  {
    check: 'a symbolic link has times of its own',
    run: async (place) => {
      const process_ = await place.start()
      const target = await stat(await place.file('target'))
      await symlink('target', place.at('link'))
      await process_.call('utimens', place.at('link'), 'omit', '1000.000000000')
      assert.equal((await lstat(place.at('link'))).mtimeMs, 1_000_000)
      assert.equal((await stat(place.at('target'))).mtimeMs, target.mtimeMs)
    },
  },
]

export const timesArea: Area = { area: 'times', rows }
