import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, type FileHandle, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasCode } from '../errors.ts'
import { makeFolder, writeDurably } from './durable-file.ts'
import { fileError } from './file-error.ts'
import { readPrivateFile } from './private-file.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hiro-files-'))
})
afterEach(async () => await rm(folder, { recursive: true }))

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777

/** Calls `seen` with what is synced, and waits for it, before each fsync while `work` runs. */
async function watchSyncs(seen: (what: 'file' | 'folder') => Promise<void>, work: () => Promise<void>): Promise<void> {
  const handle = await open(folder)
  const prototype = Object.getPrototypeOf(handle) as FileHandle
  await handle.close()
  const { sync } = prototype
  prototype.sync = async function (this: FileHandle): Promise<void> {
    await seen((await this.stat()).isDirectory() ? 'folder' : 'file')
    await sync.call(this)
  }
  try {
    await work()
  } finally {
    prototype.sync = sync
  }
}

describe('writeDurably', () => {
  it('writes bytes or text, new or over what was there, and leaves nothing else behind', async () => {
    const path = join(folder, 'vault')
    await writeDurably(path, new Uint8Array([1, 2, 3]))
    assert.deepEqual(await readFile(path), Buffer.from([1, 2, 3]))
    await writeDurably(path, 'text')
    assert.equal(await readFile(path, 'utf8'), 'text')
    assert.deepEqual(await readdir(folder), ['vault'])
  })

  it('the new content is synced before it takes the name, and the name after', async () => {
    const path = join(folder, 'vault')
    for (const exclusive of [false, true]) {
      const syncs: string[] = []
      await rm(path, { force: true })
      if (!exclusive) await writeFile(path, 'old')
      await watchSyncs(
        async (what) => {
          syncs.push(`${what} while ${await readFile(path, 'utf8').catch(() => 'absent')}`)
        },
        async () => await writeDurably(path, 'new', { exclusive }),
      )
      assert.deepEqual(syncs, [`file while ${exclusive ? 'absent' : 'old'}`, 'folder while new'])
    }
  })

  it('is for the owner only unless told otherwise, whatever the umask and the file before', async () => {
    const path = join(folder, 'vault')
    const umask = process.umask(0)
    try {
      await writeDurably(path, 'secret')
      assert.equal(await modeOf(path), 0o600)
      process.umask(0o077)
      await writeDurably(path, 'public', { mode: 0o644 })
      assert.equal(await modeOf(path), 0o644)
    } finally {
      process.umask(umask)
    }
  })

  it('exclusive: of ten at once one wins, the others get exists, and its content stays', async () => {
    const path = join(folder, 'vault')
    const writes = Array.from({ length: 10 }, async (_, at) => await writeDurably(path, `${at}`, { exclusive: true }))
    const results = await Promise.allSettled(writes)
    const winners = results.flatMap((result, at) => (result.status === 'fulfilled' ? [at] : []))
    assert.equal(winners.length, 1)
    for (const result of results) assert(result.status === 'fulfilled' || hasCode(result.reason, 'exists'))
    assert.equal(await readFile(path, 'utf8'), `${winners[0]}`)
    assert.deepEqual(await readdir(folder), ['vault'])
  })

  it('an absent folder is not-found; a folder in its place stays, and no temporary file', async () => {
    await assert.rejects(writeDurably(join(folder, 'absent', 'vault'), 'text'), { code: 'not-found' })
    await makeFolder(join(folder, 'vault'))
    await assert.rejects(writeDurably(join(folder, 'vault'), 'text'), { code: 'is-a-folder' })
    assert.deepEqual(await readdir(folder), ['vault'])
  })

  it('killed at any moment, there is the whole old or the whole new content', async () => {
    const path = join(folder, 'vault')
    const source = `
      const { writeDurably } = await import('./durable-file.ts')
      for (let n = 0; ; n++) {
        await writeDurably(${JSON.stringify(path)}, String(n % 10).repeat(300_000))
        if (n === 0) console.log('begun')
      }`
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', source], { cwd: import.meta.dirname })
      await once(child.stdout, 'data')
      for (let reads = 0; reads < 7 * (round + 1); reads++) await readFile(path)
      child.kill('SIGKILL')
      await once(child, 'exit')
      const text = await readFile(path, 'latin1')
      assert.equal(text, text.charAt(0).repeat(300_000))
    }
  })
})

describe('makeFolder', () => {
  it('makes all that is missing for the owner only, syncs each parent, and is harmless when repeated', async () => {
    const path = join(folder, 'a', 'b', 'c')
    const syncs: string[] = []
    const make = async (): Promise<void> => await makeFolder(path)
    await watchSyncs(async (what) => void syncs.push(what), make)
    assert.deepEqual(syncs, ['folder', 'folder', 'folder'])
    assert.equal(await modeOf(path), 0o700)
    await chmod(path, 0o755)
    await make()
    assert.equal(await modeOf(path), 0o755)
  })

  it('a file in the way is said to be one', async () => {
    await writeFile(join(folder, 'a'), '')
    await assert.rejects(makeFolder(join(folder, 'a', 'b')), { code: 'not-a-folder' })
    await assert.rejects(makeFolder(join(folder, 'a')), { code: 'exists' })
  })
})

describe('readPrivateFile', () => {
  it('gives the content of a file that only its owner may read', async () => {
    const path = join(folder, 'vault')
    await writeDurably(path, 'secret')
    assert.equal(Buffer.from(await readPrivateFile(path)).toString(), 'secret')
    await chmod(path, 0o400)
    assert.equal(Buffer.from(await readPrivateFile(path)).toString(), 'secret')
  })

  it('refuses a secret that anyone else may read or change, and says what to do', async () => {
    const path = join(folder, 'vault')
    await writeDurably(path, 'secret')
    for (const mode of [0o640, 0o604, 0o620, 0o602, 0o644, 0o777]) {
      await chmod(path, mode)
      const message = `${path} holds a secret, but others may read or change it (mode 0${mode.toString(8)}); run: chmod 600 ${path}`
      await assert.rejects(readPrivateFile(path), { code: 'usage', message })
    }
  })

  it('absent, no file, and far too large are different errors', async () => {
    const path = join(folder, 'vault')
    await assert.rejects(readPrivateFile(path), { code: 'not-found' })
    await assert.rejects(readPrivateFile(folder), { code: 'integrity' })
    await writeDurably(path, '12345')
    await assert.rejects(readPrivateFile(path, 4), { code: 'integrity' })
  })
})

describe('fileError', () => {
  it('tells a full disk from a broken one, and keeps the cause', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    assert.equal(fileError(full, '/p').code, 'no-room')
    assert.equal(fileError(full, '/p').message, '/p: ENOSPC: no space left on device, write')
    assert.equal(fileError(full, '/p').cause, full)
    assert.equal(fileError(Object.assign(new Error('quota'), { code: 'EDQUOT' }), '/p').code, 'no-room')
    assert.equal(fileError(Object.assign(new Error('broken'), { code: 'EIO' }), '/p').code, 'io')
  })
})
