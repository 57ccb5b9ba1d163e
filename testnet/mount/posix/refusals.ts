import assert from 'node:assert/strict'
import { once } from 'node:events'
import { link, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { refused } from './expect.ts'
import type { Place } from './place.ts'
import type { Feature } from './row.ts'

/** `ENOTSUP` is the same number. */
const UNSUPPORTED = ['EPERM', 'EOPNOTSUPP', 'ENOTSUP', 'ENOSYS']
const [FIFO, CHARACTER_DEVICE] = [0o010600, 0o020600]
const [NOREPLACE, EXCHANGE] = [1, 2]
const PUNCH_HOLE_KEEP_SIZE = 3

/** Shows that nothing was made beside `left`. */
async function leaves(place: Place, left: readonly string[], attempt: Promise<unknown>, more: readonly string[] = []) {
  await refused([...UNSUPPORTED, ...more], attempt)
  assert.deepEqual(await place.names(), left.toSorted())
}

/**
 * How a file system says that it has no such thing: with an error that programs know, and with nothing half done. Of some features the lack cannot be told from use (times are rounded), and
 * those have no refusal.
 */
export const refusals: Partial<Record<Feature, (place: Place) => Promise<void>>> = {
  'hard links': async (place) => {
    await place.file('file')
    await leaves(place, ['file'], link(place.at('file'), place.at('new')), ['EMLINK'])
  },
  fifos: async (place) => {
    await leaves(place, [], (await place.start()).call('mknod', place.at('fifo'), FIFO, 0, 0))
  },
  'device nodes': async (place) => {
    await leaves(place, [], (await place.start()).call('mknod', place.at('null'), CHARACTER_DEVICE, 1, 3))
  },
  sockets: async (place) => {
    const server = createServer().listen(place.at('s'))
    await leaves(place, [], once(server, 'listening'))
  },
  'extended attributes': async (place) => {
    const [process_, path] = [await place.start(), await place.file('file')]
    await refused(UNSUPPORTED, process_.call('setxattr', path, 'user.a', 'x', 0))
    await refused([...UNSUPPORTED, 'ENODATA'], process_.call('getxattr', path, 'user.a', 10))
  },
  locks: async (place) => {
    const [process_, path] = [await place.start(), await place.file('file')]
    const fd = await process_.count('open', path, 2, 0)
    await refused([...UNSUPPORTED, 'ENOLCK'], process_.call('flock', fd, 2))
    await refused([...UNSUPPORTED, 'ENOLCK'], process_.call('lock', fd, 6, 1, 0, 0))
  },
  'rename without replacing': async (place) => {
    const [process_, path] = [await place.start(), await place.file('from')]
    await leaves(place, ['from'], process_.call('renameat2', path, place.at('to'), NOREPLACE), ['EINVAL'])
  },
  'rename in exchange': async (place) => {
    const [process_, path, other] = [await place.start(), await place.file('from'), await place.file('to')]
    await leaves(place, ['from', 'to'], process_.call('renameat2', path, other, EXCHANGE), ['EINVAL'])
  },
  'names that are not UTF-8': async (place) => {
    const name = Buffer.from([0x66, 0xff])
    const attempt = writeFile(Buffer.concat([Buffer.from(place.at('')), name]), 'x')
    await leaves(place, [], attempt, ['EILSEQ', 'EINVAL'])
  },
  'punched holes': async (place) => {
    const [process_, path] = [await place.start(), await place.file('file', 'content')]
    const fd = await process_.count('open', path, 2, 0)
    await refused(UNSUPPORTED, process_.call('fallocate', fd, PUNCH_HOLE_KEEP_SIZE, 0, 3))
    assert.equal(await process_.call('pread', fd, 10, 0), 'content')
  },
  'shared mappings': async (place) => {
    const [process_, path] = [await place.start(), await place.file('file', 'content')]
    const fd = await process_.count('open', path, 2, 0)
    await refused([...UNSUPPORTED, 'ENODEV', 'EINVAL'], process_.call('map', fd, 7, 1))
  },
}
