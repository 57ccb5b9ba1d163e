import assert from 'node:assert/strict'
import { mkdir, open, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { exists, refused } from '../expect.ts'
import type { Area } from '../row.ts'

const ODD = [
  ' ',
  ' leading and trailing ',
  'trailing dot.',
  '...',
  '-rf',
  '*?[a-z]',
  'quotes\'"`$',
  'back\\slash',
  'new\nline',
  'tab\tand\rreturn',
  '\u0001\u001b\u007f',
  'CON',
  'name:stream',
  '.hiro',
  '~',
  'ünïcödé',
  '日本語',
  '👩‍👩‍👧‍👦',
  '\u202Eright to left',
  '%2e%2e',
]

export const namesArea: Area = {
  area: 'names',
  rows: [
    {
      check: 'a name of 255 bytes, also of characters of two to four bytes',
      run: async (place) => {
        const names = ['a'.repeat(255), `${'é'.repeat(127)}x`, '語'.repeat(85), `${'😀'.repeat(63)}abc`]
        for (const name of names) {
          assert.equal(Buffer.byteLength(name), 255)
          await place.file(name, name)
          assert.equal(await readFile(place.at(name), 'utf8'), name)
        }
        assert.deepEqual(await place.names(), names.toSorted())
      },
    },
    {
      check: 'a name of 256 bytes is ENAMETOOLONG, whatever is done with it',
      run: async (place) => {
        const long = place.at('a'.repeat(256))
        await place.file('file')
        await refused('ENAMETOOLONG', writeFile(long, ''))
        await refused('ENAMETOOLONG', mkdir(long))
        await refused('ENAMETOOLONG', symlink('x', long))
        await refused('ENAMETOOLONG', rename(place.at('file'), long))
        await refused('ENAMETOOLONG', stat(long))
        await refused('ENAMETOOLONG', stat(place.at('é'.repeat(128))))
        assert.deepEqual(await place.names(), ['file'])
      },
    },
    {
      check: 'statfs says that names have 255 bytes',
      run: async (place) => {
        const process_ = await place.start()
        assert.equal(await process_.count('name-most', place.folder), 255)
      },
    },
    {
      check: 'a path of 4,095 bytes, and ENAMETOOLONG for 4,096',
      run: async (place) => {
        const room = 4_095 - Buffer.byteLength(place.at(''))
        const whole = `${'d'.repeat(199)}/`.repeat(Math.ceil(room / 200))
        // The last name must be one: neither empty nor a slash.
        const path = `${whole.slice(0, room - 3)}/xy`.replaceAll('//', 'd/')
        await mkdir(place.at(path.slice(0, path.lastIndexOf('/'))), { recursive: true })
        assert.equal(Buffer.byteLength(place.at(path)), 4_095)
        await place.file(path, 'deep')
        assert.equal(await readFile(place.at(path), 'utf8'), 'deep')
        await refused('ENAMETOOLONG', stat(place.at(`${path}z`)))
      },
    },
    {
      check: 'odd characters: blanks, dots, quotes, line ends, control characters, other scripts',
      run: async (place) => {
        for (const name of ODD) await place.file(name, name)
        assert.deepEqual(await place.names(), ODD.toSorted())
        for (const name of ODD) {
          assert.equal(await readFile(place.at(name), 'utf8'), name)
          await rename(place.at(name), place.at(`${name}!`))
        }
        assert.deepEqual(await place.names(), ODD.map((name) => `${name}!`).toSorted())
      },
    },
    {
      check: 'the same letters composed in two ways, and in upper and lower case, are different names',
      run: async (place) => {
        const names = ['\u00e9', 'e\u0301', 'E', 'e', 'ß', 'ẞ', 'SS']
        for (const name of names) await place.file(name)
        assert.deepEqual(await place.names(), names.toSorted())
        for (const name of names) assert.equal(await readFile(place.at(name), 'utf8'), name)
      },
    },
    {
      check: 'bytes that are no UTF-8 come back as they were',
      needs: 'names that are not UTF-8',
      run: async (place) => {
        const name = Buffer.from([0x66, 0xff, 0xfe, 0xc3, 0x28])
        await writeFile(Buffer.concat([Buffer.from(place.at('')), name]), 'content')
        assert.deepEqual(await readdir(place.folder, { encoding: 'buffer' }), [name])
        assert.equal(await readFile(Buffer.concat([Buffer.from(place.at('')), name]), 'utf8'), 'content')
      },
    },
    {
      check: 'no name, and a slash behind a file, are refused; a slash behind a folder is not',
      run: async (place) => {
        await place.file('file')
        await refused('ENOENT', stat(''))
        await refused('ENOTDIR', open(place.at('file/'), 'r'))
        await refused(['EISDIR', 'ENOENT'], open(place.at('new/'), 'w'))
        await mkdir(place.at('folder/'))
        await rename(place.at('folder/'), place.at('moved/'))
        assert((await stat(place.at('moved/./'))).isDirectory())
      },
    },
    {
      check: 'a name that was removed is free for a file, a folder and a link, again and again',
      run: async (place) => {
        for (let time = 0; time < 5; time++) {
          await place.file('name', `${time}`)
          assert.equal(await readFile(place.at('name'), 'utf8'), `${time}`)
          await rm(place.at('name'))
          await place.makeFolder('name')
          await rm(place.at('name'), { recursive: true })
          await symlink('x', place.at('name'))
          await rm(place.at('name'))
          assert(!(await exists(place.at('name'))))
        }
      },
    },
  ],
}
