import assert from 'node:assert/strict'
import { open, readFile, stat, truncate } from 'node:fs/promises'
import { readAt, refused, sameBytes } from '../expect.ts'
import type { Place } from '../place.ts'
import type { Area } from '../row.ts'

const MIB = 2 ** 20
const TIB = 2 ** 40
const [SEEK_DATA, SEEK_HOLE] = [3, 4]
const [KEEP_SIZE, PUNCH_HOLE] = [1, 2]

/** A hole of 1 MiB, 1 MiB of data, and a hole of 1 MiB. */
async function holeDataHole(place: Place): Promise<string> {
  await using file = await open(place.at('file'), 'w')
  await file.write(Buffer.alloc(MIB, 'd'), 0, MIB, MIB)
  await file.truncate(3 * MIB)
  await file.sync()
  return place.at('file')
}

export const sparseArea: Area = {
  area: 'sizes and holes',
  rows: [
    {
      check: 'what lies between the old end and a write behind it reads as zeros',
      run: async (place) => {
        await using file = await open(await place.file('file', 'start'), 'r+')
        await file.write('end', 100_000)
        const bytes = await readFile(place.at('file'))
        assert.equal(bytes.length, 100_003)
        sameBytes(bytes, Buffer.concat([Buffer.from('start'), Buffer.alloc(99_995), Buffer.from('end')]))
      },
    },
    {
      check: 'truncate beyond the end adds zeros; what was cut off never comes back',
      run: async (place) => {
        const path = await place.file('file', 'x'.repeat(10_000))
        await truncate(path, 10)
        await truncate(path, 20_000)
        sameBytes(await readFile(path), Buffer.concat([Buffer.alloc(10, 'x'), Buffer.alloc(19_990)]))
        await using file = await open(path, 'r+')
        await file.truncate(5)
        await file.write('y', 8)
        sameBytes(await readFile(path), Buffer.from('xxxxx\0\0\0y'))
      },
    },
    {
      check: 'a byte at 1 TiB is read where it is, with zeros before and nothing behind it',
      run: async (place) => {
        await using file = await open(place.at('file'), 'w+')
        await file.write('far', TIB)
        assert.equal((await file.stat()).size, TIB + 3)
        sameBytes(await readAt(place.at('file'), TIB - 5, 100), Buffer.from('\0\0\0\0\0far'))
        sameBytes(await readAt(place.at('file'), TIB / 2, 10), Buffer.alloc(10))
      },
    },
    {
      check: 'a hole takes no space, data do',
      run: async (place) => {
        await using hole = await open(place.at('hole'), 'w')
        await hole.truncate(100 * MIB)
        await hole.sync()
        assert((await hole.stat()).blocks * 512 < 50 * MIB)
        const full = await holeDataHole(place)
        assert((await stat(full)).blocks > 0)
      },
    },
    {
      check: 'SEEK_DATA and SEEK_HOLE call no data a hole, and know the end',
      run: async (place) => {
        const process_ = await place.start()
        const path = await holeDataHole(place)
        const fd = await process_.count('open', path, 0, 0)
        const data = await process_.count('lseek', fd, 0, SEEK_DATA)
        assert(data <= MIB, `data at 1 MiB, found at ${data}`)
        const hole = await process_.count('lseek', fd, MIB, SEEK_HOLE)
        assert(hole >= 2 * MIB && hole <= 3 * MIB, `data up to 2 MiB, hole found at ${hole}`)
        assert.equal(await process_.count('lseek', fd, MIB + 5, SEEK_DATA), MIB + 5)
        await refused('ENXIO', process_.call('lseek', fd, 3 * MIB, SEEK_DATA))
        await refused('ENXIO', process_.call('lseek', fd, 3 * MIB, SEEK_HOLE))
      },
    },
    {
      check: 'a punched hole reads as zeros, and the size stays',
      needs: 'punched holes',
      run: async (place) => {
        const process_ = await place.start()
        const fd = await process_.count('open', await place.file('file', 'x'.repeat(30_000)), 2, 0)
        await process_.call('fallocate', fd, PUNCH_HOLE + KEEP_SIZE, 5_000, 10_000)
        await process_.call('fallocate', fd, PUNCH_HOLE + KEEP_SIZE, 29_000, 50_000)
        const expected = Buffer.alloc(30_000, 'x').fill(0, 5_000, 15_000).fill(0, 29_000)
        sameBytes(await readFile(place.at('file')), expected)
      },
    },
    {
      check: 'reading at and behind the end gives nothing',
      run: async (place) => {
        const path = await place.file('file', 'content')
        assert.equal((await readAt(path, 7, 10)).length, 0)
        assert.equal((await readAt(path, TIB, 10)).length, 0)
        assert.equal((await readAt(path, 5, 10)).toString(), 'nt')
        assert.equal((await readFile(await place.file('empty', ''))).length, 0)
      },
    },
    {
      check: 'a size that cannot be is EINVAL or EFBIG, and changes nothing',
      run: async (place) => {
        const process_ = await place.start()
        const path = await place.file('file', 'content')
        await refused('EINVAL', process_.call('truncate', path, -1))
        const fd = await process_.count('open', path, 2, 0)
        await refused(['EINVAL', 'EFBIG', 'EOVERFLOW'], process_.call('pwrite', fd, 'xx', 2n ** 63n - 1n))
        await refused('EINVAL', process_.call('pwrite', fd, 'x', -1))
        assert.equal(await readFile(path, 'utf8'), 'content')
      },
    },
    {
      check: 'a write over RLIMIT_FSIZE is cut at it, and EFBIG behind it',
      run: async (place) => {
        const process_ = await place.start()
        const fd = await process_.count('open', await place.file('file', ''), 2, 0)
        await process_.call('limit-size', 10)
        assert.equal(await process_.count('pwrite', fd, '0123456789', 5), 5)
        await refused('EFBIG', process_.call('pwrite', fd, 'x', 10))
        await refused('EFBIG', process_.call('ftruncate', fd, 11))
        sameBytes(await readFile(place.at('file')), Buffer.from('\0\0\0\0\x0001234'))
      },
    },
  ],
}
