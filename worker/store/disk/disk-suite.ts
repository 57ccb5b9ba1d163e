import assert from 'node:assert/strict'
import { hasCode } from '../../../shared/errors.ts'
import type { Disk, DiskFile, NewFile } from './disk.ts'

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString()
const bytes = (content: string): Uint8Array => Buffer.from(content)

/** What every disk does while the power is on. */
export function diskSuite(name: string, make: () => Promise<Disk>): void {
  describe(`Disk: ${name}`, () => {
    let disk: Disk
    const opened: { close(): Promise<void> }[] = []

    beforeEach(async () => {
      disk = await make()
      await disk.makeFolder('a/b')
    })

    afterEach(async () => {
      for (const file of opened.splice(0)) await file.close()
    })

    async function put(path: string, content: string): Promise<NewFile> {
      const file = await disk.create(path)
      opened.push(file)
      await file.append([bytes(content)])
      return file
    }

    async function open(path: string): Promise<DiskFile> {
      const file = await disk.open(path)
      opened.push(file)
      return file
    }

    async function contentOf(path: string): Promise<string> {
      return text(await (await open(path)).read(0, 1000))
    }

    it('gives back what was appended, in order, across appends and buffers', async () => {
      const file = await put('a/file', 'one ')
      await file.append([bytes('two '), bytes(''), bytes('three')])
      await file.append([])
      await file.sync()
      await disk.syncFolder('a')
      assert.equal(await contentOf('a/file'), 'one two three')
      assert.equal(await (await open('a/file')).sizeBytes(), 13)
    })

    it('appends more buffers at once than one system call takes', async () => {
      const file = await put('a/file', '')
      const buffers = Array.from({ length: 5000 }, (_, i) => bytes(`${i} `))
      await file.append(buffers)
      const expected = Buffer.concat(buffers)
      assert.deepEqual(Buffer.from(await (await open('a/file')).read(0, expected.length + 1)), expected)
    })

    it('appends of any length, about the blocks of a disk and beyond what is written at once, give what was appended', async () => {
      const lengths = [4095, 1, 4096, 1, 8191, 2 ** 20 - 1, 2 ** 20 + 5, 3 * 2 ** 20, 0, 4096, 7]
      const buffers = lengths.map((length, at) => Buffer.alloc(length, at + 1))
      const file = await put('a/file', '')
      let sizeBytes = 0
      for (const buffer of buffers) {
        await file.append([buffer.subarray(0, 100), buffer.subarray(100)])
        sizeBytes += buffer.byteLength
        assert.equal(await (await open('a/file')).sizeBytes(), sizeBytes)
      }
      const found = Buffer.from(await (await open('a/file')).read(0, sizeBytes + 1))
      assert.ok(found.equals(Buffer.concat(buffers)))
    })

    it('many files at once do not mix', async () => {
      const write = async (_: unknown, at: number): Promise<void> => {
        const file = await put(`a/${at}`, '')
        for (let times = 0; times < 3; times++) await file.append([Buffer.alloc(700_000, at)])
        await file.sync()
      }
      await Promise.all(Array.from({ length: 20 }, write))
      for (let at = 0; at < 20; at++) {
        const found = Buffer.from(await (await open(`a/${at}`)).read(0, 3_000_000))
        assert.ok(found.equals(Buffer.alloc(2_100_000, at)), `file ${at}`)
      }
    })

    it('reads a range, shorter only at the end', async () => {
      await put('a/file', '0123456789')
      const file = await open('a/file')
      assert.equal(text(await file.read(2, 3)), '234')
      assert.equal(text(await file.read(8, 5)), '89')
      assert.equal(text(await file.read(10, 5)), '')
      assert.equal(text(await file.read(99, 5)), '')
      assert.equal(text(await file.read(3, 0)), '')
    })

    it('reads into a buffer that belongs to the caller', async () => {
      await put('a/file', '0123456789')
      const read = await (await open('a/file')).read(0, 10)
      read.fill(0)
      assert.equal(await contentOf('a/file'), '0123456789')
    })

    it('empties a file that is created again', async () => {
      await put('a/file', 'old')
      await put('a/file', '')
      assert.equal(await contentOf('a/file'), '')
    })

    it('replaces the target of a rename, and the old name is gone', async () => {
      await put('a/new', 'new')
      await put('a/b/file', 'old')
      await disk.rename('a/new', 'a/b/file')
      assert.equal(await contentOf('a/b/file'), 'new')
      await assert.rejects(disk.open('a/new'), coded('not-found'))
    })

    it('keeps an open file readable when its name is removed or replaced', async () => {
      await put('a/file', 'kept')
      await put('a/other', 'other')
      const file = await open('a/file')
      await disk.rename('a/other', 'a/file')
      await disk.remove('a/file')
      assert.equal(text(await file.read(0, 100)), 'kept')
    })

    it('lists names of files and folders', async () => {
      await put('a/one', '')
      await put('a/two', '')
      await put('a/b/three', '')
      assert.deepEqual((await disk.list('a')).toSorted(), ['b', 'one', 'two'])
      assert.deepEqual(await disk.list('a/b'), ['three'])
    })

    it('takes an absent folder for an empty one, and removing nothing for done', async () => {
      assert.deepEqual(await disk.list('absent'), [])
      await disk.remove('a/absent')
      await disk.remove('absent/absent')
    })

    it('makes a folder again without harm', async () => {
      await put('a/b/file', 'kept')
      await disk.makeFolder('a/b')
      await disk.makeFolder('a')
      assert.equal(await contentOf('a/b/file'), 'kept')
    })

    it('says not-found for what is not there', async () => {
      await assert.rejects(disk.open('a/absent'), coded('not-found'))
      await assert.rejects(disk.create('absent/file'), coded('not-found'))
      await assert.rejects(disk.rename('a/absent', 'a/other'), coded('not-found'))
      await put('a/file', '')
      await assert.rejects(disk.rename('a/file', 'absent/file'), coded('not-found'))
      await assert.rejects(disk.syncFolder('absent'), coded('not-found'))
    })

    it('refuses paths that could leave the root or hide', async () => {
      for (const path of ['../file', 'a/../../file', '/etc/passwd', 'a//file', '', 'a/.', '.hidden', 'a\0b', 'a\\b']) {
        await assert.rejects(disk.create(path), coded('usage'), JSON.stringify(path))
        await assert.rejects(disk.open(path), coded('usage'), JSON.stringify(path))
      }
    })

    it('has free bytes, and closes a file twice without harm', async () => {
      assert((await disk.freeBytes()) > 0)
      const file = await put('a/file', 'x')
      await file.close()
      await file.close()
    })
  })
}

function coded(code: 'not-found' | 'usage'): (error: unknown) => boolean {
  return (error) => hasCode(error, code)
}
