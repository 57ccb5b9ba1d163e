import assert from 'node:assert/strict'
import {
  chmod,
  constants,
  lstat,
  open,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { exists, modeOf, octal, refused } from '../expect.ts'
import type { Area } from '../row.ts'

const { O_CREAT, O_EXCL, O_NOFOLLOW, O_RDONLY, O_WRONLY } = constants

export const symlinksArea: Area = {
  area: 'symbolic links',
  rows: [
    {
      check: 'relative and absolute ones, to files and folders, are followed',
      run: async (place) => {
        await place.makeFolder('folder')
        await place.file('folder/file', 'content')
        await symlink('folder/file', place.at('relative'))
        await symlink(place.at('folder/file'), place.at('absolute'))
        await symlink('../folder', place.at('folder/around'))
        for (const path of ['relative', 'absolute', 'folder/around/file', 'folder/around/around/../folder/file'])
          assert.equal(await readFile(place.at(path), 'utf8'), 'content', path)
        assert.deepEqual((await readdir(place.at('folder/around'))).toSorted(), ['around', 'file'])
      },
    },
    {
      check: 'its own size is that of its target, its kind is a link, its mode says everything',
      run: async (place) => {
        await symlink('a/target', place.at('link'))
        const link = await lstat(place.at('link'))
        assert(link.isSymbolicLink())
        assert.equal(link.size, 8)
        assert.equal(octal(link.mode & 0o777), '0777')
      },
    },
    {
      check: 'one whose target is not there: ENOENT behind it, a file made through it is the target',
      run: async (place) => {
        await symlink('target', place.at('link'))
        await refused('ENOENT', stat(place.at('link')))
        await refused('ENOENT', readFile(place.at('link')))
        assert.equal(await readlink(place.at('link')), 'target')
        await writeFile(place.at('link'), 'made')
        assert.equal(await readFile(place.at('target'), 'utf8'), 'made')
        assert((await lstat(place.at('link'))).isSymbolicLink())
      },
    },
    {
      check: 'loops end with ELOOP: onto itself, through another, as a part of a path',
      run: async (place) => {
        await symlink('self', place.at('self'))
        await symlink('two', place.at('one'))
        await symlink('one', place.at('two'))
        for (const path of ['self', 'one', 'two', 'self/below']) await refused('ELOOP', stat(place.at(path)))
        await unlink(place.at('self'))
        assert.deepEqual(await place.names(), ['one', 'two'])
      },
    },
    {
      check: 'a chain of thirty is followed to its end',
      run: async (place) => {
        await place.file('0', 'the end')
        for (let at = 1; at <= 30; at++) await symlink(`${at - 1}`, place.at(`${at}`))
        assert.equal(await readFile(place.at('30'), 'utf8'), 'the end')
      },
    },
    {
      check: 'a target of 4,095 bytes is kept; one of 4,096 and an empty one are refused',
      run: async (place) => {
        const process_ = await place.start()
        const target = 'x/'.repeat(2_047).concat('y')
        await symlink(target, place.at('long'))
        assert.equal(await readlink(place.at('long')), target)
        await refused('ENAMETOOLONG', process_.call('symlink', `${target}z`, place.at('longer')))
        await refused('ENOENT', process_.call('symlink', '', place.at('empty')))
        assert.deepEqual(await place.names(), ['long'])
      },
    },
    {
      check: 'a target is kept byte by byte, whatever it says',
      run: async (place) => {
        const targets = ['/', '..', './/a/../b/', 'new\nline', ' blank ', 'ünï', '/proc/self/exe', 'a'.repeat(300)]
        for (const [at, target] of targets.entries()) {
          await symlink(target, place.at(`${at}`))
          assert.equal(await readlink(place.at(`${at}`)), target)
        }
      },
    },
    {
      check: 'O_NOFOLLOW refuses one with ELOOP, at the end of a path only',
      run: async (place) => {
        await place.makeFolder('folder')
        await place.file('folder/file')
        await symlink('folder', place.at('link'))
        await symlink('folder/file', place.at('to file'))
        await refused('ELOOP', open(place.at('to file'), O_RDONLY | O_NOFOLLOW))
        await (await open(place.at('link/file'), O_RDONLY | O_NOFOLLOW)).close()
      },
    },
    {
      check: 'O_CREAT with O_EXCL refuses one with EEXIST and makes nothing behind it',
      run: async (place) => {
        await symlink('target', place.at('link'))
        await refused('EEXIST', open(place.at('link'), O_WRONLY | O_CREAT | O_EXCL))
        assert(!(await exists(place.at('target'))))
      },
    },
    {
      check: 'unlink takes the link, chmod goes to the target',
      run: async (place) => {
        await place.file('target')
        await symlink('target', place.at('link'))
        await chmod(place.at('link'), 0o600)
        assert.equal(octal(await modeOf(place.at('target'))), '0600')
        await unlink(place.at('link'))
        assert.deepEqual(await place.names(), ['target'])
      },
    },
    {
      check: 'a taken name is EEXIST, readlink of anything else EINVAL',
      run: async (place) => {
        await place.file('file')
        await symlink('a', place.at('link'))
        await refused('EEXIST', symlink('b', place.at('file')))
        await refused('EEXIST', symlink('b', place.at('link')))
        await refused('EINVAL', readlink(place.at('file')))
        await refused('EINVAL', readlink(place.folder))
        assert.equal(await readlink(place.at('link')), 'a')
      },
    },
  ],
}
