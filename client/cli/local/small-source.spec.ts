import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, promises, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSmallSource } from './small-source.ts'

describe('readSmallSource', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-small-'))
    path = join(folder, 'f')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const openFiles = (): number => readdirSync('/proc/self/fd').length

  it('a file comes whole, with its mode and time, and no larger one does', async () => {
    for (const text of ['', 'content']) {
      writeFileSync(path, text, { mode: 0o640 })
      utimesSync(path, 7, 7)
      const source = await readSmallSource(path, 7)
      assert.deepEqual(source, { bytes: Buffer.from(text), mode: 0o640, mtimeMs: 7_000 })
    }
    assert.equal(await readSmallSource(path, 6), undefined)
  })

  it('what is no file (any more) is neither read, followed nor waited for, and nothing stays open', async () => {
    const before = openFiles()
    assert.equal(await readSmallSource(path, 7), undefined)
    mkdirSync(path)
    assert.equal(await readSmallSource(path, 7), undefined)
    rmSync(path, { recursive: true })
    execFileSync('sh', ['-c', 'mkfifo "$0"', path])
    assert.equal(await readSmallSource(path, 7), undefined)
    rmSync(path)
    writeFileSync(join(folder, 'other'), 'other')
    symlinkSync(join(folder, 'other'), path)
    await assert.rejects(readSmallSource(path, 7), { code: 'io' })
    assert.equal(openFiles(), before)
  })

  it('nothing but its content takes the way through the thread pool', async () => {
    writeFileSync(path, 'content')
    const { open } = promises
    promises.open = async () => assert.fail('opened there')
    syncBuiltinESMExports()
    try {
      assert.equal((await readSmallSource(path, 7))?.bytes.toString(), 'content')
    } finally {
      promises.open = open
      syncBuiltinESMExports()
    }
  })
})
