import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, chown, constants, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { codeOf, modeOf, octal, refused } from '../expect.ts'
import { OWNER, type Place, STRANGER } from '../place.ts'
import type { Area } from '../row.ts'
import type { Syscalls } from '../syscalls.ts'

const { O_CREAT, O_RDONLY, O_RDWR, O_TRUNC, O_WRONLY } = constants
const { R_OK, W_OK, X_OK } = constants

const execute = promisify(execFile)

/** Someone of the owner's group, and the three that a mode tells apart. */
const GROUP_MEMBER = 61_003

async function three(place: Place): Promise<{ owner: Syscalls; member: Syscalls; stranger: Syscalls }> {
  const member = await place.start()
  await member.call('become', GROUP_MEMBER, OWNER)
  return { owner: await place.start(OWNER), member, stranger: await place.start(STRANGER) }
}

/** A file or folder of the owner with exactly that mode. */
async function owned(path: string, mode: number): Promise<string> {
  await chown(path, OWNER, OWNER)
  await chmod(path, mode)
  return path
}

async function mayOpen(process_: Syscalls, path: string, flags: number): Promise<boolean> {
  return await process_.count('open', path, flags, 0).then(
    async (fd) => (await process_.call('close', fd)) !== '',
    (error: unknown) => {
      assert.equal(codeOf(error), 'EACCES')
      return false
    },
  )
}

export const permissionsArea: Area = {
  area: 'permissions',
  rows: [
    {
      check: 'all twelve bits of a mode are kept, of files and folders',
      run: async (place) => {
        await place.file('file')
        await place.makeFolder('folder')
        for (const name of ['file', 'folder']) {
          for (const mode of [0o7777, 0o4755, 0o2755, 0o1777, 0o644, 0o600, 0o111]) {
            await chmod(place.at(name), mode)
            assert.equal(octal(await modeOf(place.at(name))), octal(mode), name)
          }
        }
      },
    },
    {
      check: 'the umask is taken off a new file, folder and nothing else',
      run: async (place) => {
        const process_ = await place.start()
        await process_.call('umask', 0o027)
        await process_.call('open', place.at('file'), O_CREAT | O_RDWR, 0o666)
        await process_.call('mkdir', place.at('folder'), 0o777)
        assert.equal(octal(await modeOf(place.at('file'))), '0640')
        assert.equal(octal(await modeOf(place.at('folder'))), '0750')
        await process_.call('chmod', place.at('file'), 0o666)
        assert.equal(octal(await modeOf(place.at('file'))), '0666')
      },
    },
    {
      check: 'a program runs with the right to, and is EACCES without',
      run: async (place) => {
        const program = await place.file('program', '#!/bin/sh\necho ran\n')
        await chmod(program, 0o644)
        await refused('EACCES', execute(program))
        await chmod(program, 0o755)
        assert.equal((await execute(program)).stdout, 'ran\n')
      },
    },
    {
      check: 'a file made with mode 0 is written through the descriptor that made it',
      root: true,
      run: async (place) => {
        const owner = await place.start(OWNER)
        await chmod(place.folder, 0o777)
        const fd = await owner.count('open', place.at('file'), O_CREAT | O_RDWR, 0)
        await owner.call('write', fd, 'written')
        await refused('EACCES', owner.call('open', place.at('file'), O_RDONLY, 0))
        assert.equal(await readFile(place.at('file'), 'utf8'), 'written')
      },
    },
    {
      check: 'owner, group and others: each bit counts for its own class only, in open and in access',
      root: true,
      run: async (place) => {
        const who = Object.entries(await three(place))
        await place.file('file')
        for (const [at, [name, process_]] of who.entries()) {
          for (const [other] of who.entries()) {
            const shift = 6 - 3 * other
            await owned(place.at('file'), 0o6 << shift)
            const expected = at === other
            const label = `${name} with ${octal(0o6 << shift)}`
            assert.equal(await mayOpen(process_, place.at('file'), O_RDONLY), expected, `${label}: read`)
            assert.equal(await mayOpen(process_, place.at('file'), O_WRONLY), expected, `${label}: write`)
            const access = await process_.call('access', place.at('file'), R_OK | W_OK).catch(() => 'refused')
            assert.equal(access, expected ? '0' : 'refused', `${label}: access`)
          }
        }
        await owned(place.at('file'), 0o444)
        await refused('EACCES', who[2]?.[1].call('access', place.at('file'), X_OK) ?? Promise.resolve())
      },
    },
    {
      check: 'O_TRUNC without the right to write leaves the file as it is',
      root: true,
      run: async (place) => {
        const stranger = await place.start(STRANGER)
        await owned(await place.file('file', 'kept'), 0o644)
        await refused('EACCES', stranger.call('open', place.at('file'), O_RDONLY | O_TRUNC, 0))
        await refused('EACCES', stranger.call('truncate', place.at('file'), 0))
        assert.equal(await readFile(place.at('file'), 'utf8'), 'kept')
      },
    },
    {
      check: 'a folder without x hides what is below it, one without r its list, one without w keeps its entries',
      root: true,
      run: async (place) => {
        const stranger = await place.start(STRANGER)
        await owned(await place.makeFolder('folder'), 0o777)
        await owned(await place.file('folder/file'), 0o666)
        await chmod(place.at('folder'), 0o776)
        await refused('EACCES', stranger.call('stat', place.at('folder/file')))
        await stranger.call('opendir', place.at('folder'))
        await chmod(place.at('folder'), 0o773)
        await stranger.call('stat', place.at('folder/file'))
        await refused('EACCES', stranger.call('opendir', place.at('folder')))
        await chmod(place.at('folder'), 0o775)
        await stranger.call('truncate', place.at('folder/file'), 0)
        await refused('EACCES', stranger.call('open', place.at('folder/new'), O_CREAT | O_WRONLY, 0o600))
        await refused('EACCES', stranger.call('unlink', place.at('folder/file')))
        await refused('EACCES', stranger.call('rename', place.at('folder/file'), place.at('folder/new')))
        await refused('EACCES', stranger.call('mkdir', place.at('folder/new'), 0o700))
        await refused('EACCES', stranger.call('symlink', 'x', place.at('folder/new')))
      },
    },
    {
      check: 'in a sticky folder only the owner of an entry removes or renames it',
      root: true,
      run: async (place) => {
        const [owner, stranger] = [await place.start(OWNER), await place.start(STRANGER)]
        await chmod(await place.makeFolder('sticky'), 0o1777)
        await owned(await place.file('sticky/file'), 0o666)
        const [file, moved] = [place.at('sticky/file'), place.at('sticky/moved')]
        await refused(['EPERM', 'EACCES'], stranger.call('unlink', file))
        await refused(['EPERM', 'EACCES'], stranger.call('rename', file, moved))
        await stranger.call('open', place.at('sticky/own'), O_CREAT | O_WRONLY, 0o600)
        await refused(['EPERM', 'EACCES'], stranger.call('rename', place.at('sticky/own'), file))
        await owner.call('rename', file, moved)
        await owner.call('unlink', moved)
      },
    },
    {
      check: 'chmod, chown and setting times is for the owner; times to now also for who may write',
      root: true,
      run: async (place) => {
        const [owner, stranger] = [await place.start(OWNER), await place.start(STRANGER)]
        const file = await owned(await place.file('file'), 0o666)
        await refused('EPERM', stranger.call('chmod', file, 0o777))
        await refused('EPERM', stranger.call('chown', file, STRANGER, STRANGER))
        await refused('EPERM', owner.call('chown', file, STRANGER, OWNER))
        await refused(['EPERM', 'EACCES'], stranger.call('utimens', file, '1.000000000', '1.000000000'))
        await stranger.call('utimens', file, 'now', 'now')
        await owner.call('chmod', file, 0o600)
        await owner.call('utimens', file, '1.000000000', '1.000000000')
        await refused('EACCES', stranger.call('utimens', file, 'now', 'now'))
        assert.equal((await stat(file)).mtimeMs, 1_000)
      },
    },
    {
      check: 'what is made belongs to who made it; below a setgid folder, to its group',
      root: true,
      run: async (place) => {
        const owner = await place.start(OWNER)
        await chmod(await place.makeFolder('folder'), 0o777)
        await owner.call('open', place.at('folder/file'), O_CREAT | O_WRONLY, 0o600)
        const file = await stat(place.at('folder/file'))
        assert.deepEqual([file.uid, file.gid], [OWNER, OWNER])
        await chown(place.at('folder'), STRANGER, STRANGER)
        await chmod(place.at('folder'), 0o2777)
        await owner.call('open', place.at('folder/second'), O_CREAT | O_WRONLY, 0o600)
        await owner.call('mkdir', place.at('folder/below'), 0o755)
        const second = await stat(place.at('folder/second'))
        assert.deepEqual([second.uid, second.gid], [OWNER, STRANGER])
        assert.equal(octal(await modeOf(place.at('folder/below'))), '02755')
      },
    },
    {
      check: 'setuid and setgid go when somebody else writes or the owner changes, and stay when the owner says so',
      root: true,
      run: async (place) => {
        const [owner, stranger] = [await place.start(OWNER), await place.start(STRANGER)]
        const file = await owned(await place.file('file'), 0o6777)
        const fd = await stranger.count('open', file, O_WRONLY, 0)
        await stranger.call('write', fd, 'x')
        assert.equal(octal(await modeOf(file)), '0777')
        await owner.call('chmod', file, 0o6755)
        assert.equal(octal(await modeOf(file)), '06755')
        await chown(file, STRANGER, STRANGER)
        assert.equal(octal(await modeOf(file)), '0755')
      },
    },
    {
      check: 'a descriptor stays what it was when the mode changes',
      root: true,
      run: async (place) => {
        const stranger = await place.start(STRANGER)
        const file = await owned(await place.file('file', 'content'), 0o666)
        const fd = await stranger.count('open', file, O_RDWR, 0)
        await chmod(file, 0)
        assert.equal(await stranger.call('pread', fd, 7, 0), 'content')
        await stranger.call('pwrite', fd, 'written', 0)
        await refused('EACCES', stranger.call('open', file, O_RDWR, 0))
      },
    },
    {
      check: 'root passes, whatever the mode says',
      root: true,
      run: async (place) => {
        await mkdir(place.at('folder'))
        await owned(await place.file('folder/file'), 0)
        await owned(place.at('folder'), 0)
        await writeFile(place.at('folder/file'), 'by root')
        assert.equal(await readFile(place.at('folder/file'), 'utf8'), 'by root')
      },
    },
  ],
}
