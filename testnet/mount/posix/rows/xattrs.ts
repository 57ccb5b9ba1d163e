import assert from 'node:assert/strict'
import { chmod, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { refused } from '../expect.ts'
import { type Place, STRANGER } from '../place.ts'
import type { Area, Row } from '../row.ts'
import type { Syscalls } from '../syscalls.ts'

const [CREATE, REPLACE] = [1, 2]
const ROOM = 65_536
/** `ENOTSUP` is the same number. */
const UNSUPPORTED = ['EOPNOTSUPP', 'ENOTSUP']

interface OnFile {
  readonly place: Place
  readonly path: string
  readonly process_: Syscalls
  readonly get: (name: string) => Promise<string>
  readonly set: (name: string, value: string, flags?: number) => Promise<unknown>
  readonly list: () => Promise<string[]>
}

function row(check: string, run: (on: OnFile) => Promise<void>): Row {
  return {
    check,
    needs: 'extended attributes',
    run: async (place) => {
      const [process_, path] = [await place.start(), await place.file('file')]
      await run({
        place,
        path,
        process_,
        get: async (name) => await process_.call('getxattr', path, name, ROOM),
        set: async (name, value, flags = 0) => await process_.call('setxattr', path, name, value, flags),
        list: async () => {
          const names = (await process_.call('listxattr', path, ROOM)).split('\0').slice(0, -1)
          // What the machine itself labels files with.
          return names.filter((name) => name.startsWith('user.')).toSorted()
        },
      })
    },
  }
}

export const xattrsArea: Area = {
  area: 'extended attributes',
  rows: [
    row('set, get, list and remove', async ({ get, set, list, path, process_ }) => {
      assert.deepEqual(await list(), [])
      await set('user.a', 'one')
      await set('user.b', 'two')
      await set('user.empty', '')
      assert.deepEqual(await list(), ['user.a', 'user.b', 'user.empty'])
      assert.deepEqual([await get('user.a'), await get('user.b'), await get('user.empty')], ['one', 'two', ''])
      await set('user.a', 'a longer one')
      assert.equal(await get('user.a'), 'a longer one')
      await process_.call('removexattr', path, 'user.a')
      assert.deepEqual(await list(), ['user.b', 'user.empty'])
    }),
    row('one that is not there is ENODATA for get and remove', async ({ get, path, process_ }) => {
      await refused('ENODATA', get('user.none'))
      await refused('ENODATA', process_.call('removexattr', path, 'user.none'))
    }),
    row('XATTR_CREATE refuses a taken name, XATTR_REPLACE a free one', async ({ get, set }) => {
      await refused('ENODATA', set('user.a', 'x', REPLACE))
      await set('user.a', 'first', CREATE)
      await refused('EEXIST', set('user.a', 'second', CREATE))
      assert.equal(await get('user.a'), 'first')
      await set('user.a', 'third', REPLACE)
      assert.equal(await get('user.a'), 'third')
    }),
    row('too little room is ERANGE, and no room asks for the length', async ({ set, path, process_ }) => {
      await set('user.a', 'ten bytes.')
      await refused('ERANGE', process_.call('getxattr', path, 'user.a', 9))
      assert.equal(await process_.count('getxattr', path, 'user.a', 0), 10)
      assert((await process_.count('listxattr', path, 0)) >= 7)
      await refused('ERANGE', process_.call('listxattr', path, 3))
    }),
    row('a name of 255 bytes with its namespace, and ERANGE for 256', async ({ get, set }) => {
      const name = `user.${'n'.repeat(250)}`
      await set(name, 'value')
      assert.equal(await get(name), 'value')
      await refused(['ERANGE', 'ENAMETOOLONG'], set(`${name}n`, 'value'))
    }),
    row('a value of 2 KiB, and E2BIG or ENOSPC beyond 64 KiB', async ({ get, set, path, process_ }) => {
      await set('user.a', 'v'.repeat(2_048))
      assert.equal(await get('user.a'), 'v'.repeat(2_048))
      await refused(['E2BIG', 'ENOSPC'], process_.call('setxattr-zeros', path, 'user.b', 65_537))
      await process_.call('setxattr-zeros', path, 'user.zeros', 3)
      assert.equal(await get('user.zeros'), '\0\0\0')
    }),
    row('namespaces: an unknown one, an empty name and none at all are refused', async ({ set, list }) => {
      await refused([...UNSUPPORTED, 'EPERM'], set('unknown.a', 'x'))
      await refused([...UNSUPPORTED, 'EINVAL'], set('user.', 'x'))
      await refused([...UNSUPPORTED, 'ERANGE', 'EINVAL'], set('plain', 'x'))
      assert.deepEqual(await list(), [])
    }),
    row('a folder has them too, a symbolic link has none of users', async ({ place, process_ }) => {
      await place.makeFolder('folder')
      await process_.call('setxattr', place.at('folder'), 'user.a', 'x', 0)
      assert.equal(await process_.call('getxattr', place.at('folder'), 'user.a', ROOM), 'x')
      await symlink('file', place.at('link'))
      await refused([...UNSUPPORTED, 'EPERM'], process_.call('lsetxattr', place.at('link'), 'user.a', 'x'))
    }),
    row('they stay with a file that is written and renamed, and go with it', async ({ place, set, path, process_ }) => {
      await set('user.a', 'kept')
      await writeFile(path, 'new content')
      await rename(path, place.at('moved'))
      assert.equal(await process_.call('getxattr', place.at('moved'), 'user.a', ROOM), 'kept')
      await rm(place.at('moved'))
      await place.file('moved')
      await refused('ENODATA', process_.call('getxattr', place.at('moved'), 'user.a', ROOM))
    }),
    row('thirty of one file are all listed', async ({ set, list }) => {
      const names = Array.from({ length: 30 }, (_, at) => `user.number-${at}`)
      for (const name of names) await set(name, name)
      assert.deepEqual(await list(), names.toSorted())
    }),
    {
      ...row('user.* is set by who may write and read by who may read', async ({ place, path, set }) => {
        await set('user.a', 'x')
        await chmod(path, 0o644)
        const stranger = await place.start(STRANGER)
        assert.equal(await stranger.call('getxattr', path, 'user.a', ROOM), 'x')
        await refused('EACCES', stranger.call('setxattr', path, 'user.a', 'y', 0))
        await refused('EACCES', stranger.call('removexattr', path, 'user.a'))
      }),
      root: true,
    },
  ],
}
