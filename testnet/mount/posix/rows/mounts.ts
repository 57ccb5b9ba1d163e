import assert from 'node:assert/strict'
import {
  appendFile,
  chmod,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  stat,
  truncate,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { waitFor } from '../../../process/wait.ts'
import { exists, modeOf, octal, oneOf } from '../expect.ts'
import type { Area } from '../row.ts'

/** The kernel may answer with names and attributes that are so old, and somewhat more on a busy machine. */
const SOON_MS = 5_000

/** Content is what it was when others closed it, as soon as it is opened; names and attributes follow. */
async function soon(otherwise: string, is: () => Promise<boolean>): Promise<void> {
  await waitFor(is, { otherwise, timeoutMs: SOON_MS, pollMs: 20 })
}

/** What one mount changed the other shows: soon for names, from the next open on for content. Where there is only one mount, that one. */
export const mountsArea: Area = {
  area: 'from one mount to another',
  rows: [
    {
      check: 'a file that was closed is read by who opens it then, new, changed, longer and shorter',
      run: async (place) => {
        await writeFile(place.at('file'), 'first')
        assert.equal(await readFile(place.other('file'), 'utf8'), 'first')
        await writeFile(place.other('file'), 'second, longer')
        assert.equal(await readFile(place.at('file'), 'utf8'), 'second, longer')
        await appendFile(place.at('file'), ', appended')
        assert.equal(await readFile(place.other('file'), 'utf8'), 'second, longer, appended')
        await truncate(place.other('file'), 3)
        assert.equal(await readFile(place.at('file'), 'utf8'), 'sec')
        assert.equal((await stat(place.at('file'))).size, 3)
      },
    },
    {
      check: 'a name that was missing a moment ago is found once it is made',
      run: async (place) => {
        for (let time = 0; time < 5; time++) {
          assert(!(await exists(place.other(`file-${time}`))))
          await place.file(`file-${time}`)
          assert.equal(await readFile(place.other(`file-${time}`), 'utf8'), `file-${time}`)
        }
      },
    },
    {
      check: 'a name that was removed or renamed is gone, and lists agree',
      run: async (place) => {
        await mkdir(place.at('folder'))
        for (const name of ['a', 'b', 'c']) await place.file(`folder/${name}`)
        assert.deepEqual((await readdir(place.other('folder'))).toSorted(), ['a', 'b', 'c'])
        await unlink(place.at('folder/a'))
        await rename(place.other('folder/b'), place.other('folder/d'))
        await soon('a removed name is still there', async () => !(await exists(place.other('folder/a'))))
        await soon('a renamed name is still there', async () => !(await exists(place.at('folder/b'))))
        assert.deepEqual((await readdir(place.other('folder'))).toSorted(), ['c', 'd'])
        assert.deepEqual((await readdir(place.at('folder'))).toSorted(), ['c', 'd'])
      },
    },
    {
      check: 'modes, times and inodes are the same',
      run: async (place) => {
        await place.file('file')
        await stat(place.other('file'))
        await chmod(place.at('file'), 0o640)
        await soon('the mode is the old one', async () => octal(await modeOf(place.other('file'))) === '0640')
        const [here, there] = [await stat(place.at('file')), await stat(place.other('file'))]
        assert.deepEqual([there.ino, there.mtimeMs, there.ctimeMs], [here.ino, here.mtimeMs, here.ctimeMs])
      },
    },
    {
      check: 'of two that make the same file or folder at once one does',
      run: async (place) => {
        for (let time = 0; time < 10; time++) {
          const both = (name: string): string[] => [place.at(`${name}-${time}`), place.other(`${name}-${time}`)]
          await oneOf(both('file').map(async (path) => await (await open(path, 'wx')).close()))
          await oneOf(both('folder').map(async (path) => await mkdir(path)))
        }
      },
    },
    {
      check: 'a file that one has open and the other replaces is read on as it was',
      run: async (place) => {
        await place.file('file', 'old')
        await using reader = await open(place.at('file'), 'r')
        await writeFile(place.other('new'), 'new')
        await rename(place.other('new'), place.other('file'))
        assert.equal(await reader.readFile('utf8'), 'old')
        assert.equal(await readFile(place.at('file'), 'utf8'), 'new')
      },
    },
  ],
}
