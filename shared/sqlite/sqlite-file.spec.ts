import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type ErrorCode, hasCode } from '../errors.ts'
import { mountSmallDisk } from './small-disk.ts'
import { SqliteFile, type SqliteOptions, type Statement } from './sqlite-file.ts'

const options: SqliteOptions = {
  schema: 'CREATE TABLE thing (id INTEGER PRIMARY KEY, body BLOB NOT NULL)',
  applicationId: 0x54455354,
  userVersion: 3,
  damaged: 'integrity',
}

const insert = (id: number, body: Uint8Array = new Uint8Array(4)): Statement[] => [
  { sql: 'INSERT INTO thing VALUES (?, ?)', params: [id, body] },
]
const ids = (file: SqliteFile): number[] =>
  file.read<{ id: number }>('SELECT id FROM thing ORDER BY id').map(({ id }) => id)
const code = (expected: ErrorCode) => (error: unknown) =>
  hasCode(error, expected) || assert.fail(`${expected} expected, got ${String(error)}`)

/** By this process, into whatever. */
function writtenBytes(): number {
  return Number(/^wchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'latin1'))?.[1])
}

describe('SqliteFile', () => {
  let folder: string
  let path: string
  const open = new Set<SqliteFile>()

  async function openFile(more: Partial<SqliteOptions> = {}): Promise<SqliteFile> {
    const file = await SqliteFile.open(path, { ...options, ...more })
    open.add(file)
    return file
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-sqlite-'))
    path = join(folder, 'file.db')
  })

  afterEach(async () => {
    for (const file of open) await file.close()
    open.clear()
    rmSync(folder, { recursive: true })
  })

  it('reads what was written, at once and after it was opened again', async () => {
    const file = await openFile()
    await file.write(insert(1, Uint8Array.of(1, 2, 3)))
    assert.deepEqual(file.read('SELECT * FROM thing WHERE id = ?', 1), [
      Object.assign(Object.create(null), { id: 1, body: Uint8Array.of(1, 2, 3) }),
    ])
    await file.close()
    assert.deepEqual(ids(await openFile()), [1])
  })

  it('a group that touches more pages than the cache holds writes each of them once', async () => {
    const file = await openFile({ onThisThread: true })
    const rows = 16_384
    await file.write([
      {
        sql: `WITH RECURSIVE n(id) AS (VALUES (0) UNION ALL SELECT id + 1 FROM n WHERE id + 1 < ?)
          INSERT INTO thing SELECT id, zeroblob(400) FROM n`,
        params: [rows],
      },
    ])
    const { size } = statSync(path)
    // Each row once, the next one always far from the one before.
    const far = Array.from({ length: rows }, (_, row) => (row * 7919) % rows)
    const before = writtenBytes()
    await file.write(
      far.map((id) => ({ sql: 'UPDATE thing SET body = ? WHERE id = ?', params: [new Uint8Array(400).fill(1), id] })),
    )
    // Into the log, and from there into the file.
    assert(writtenBytes() - before < 2.5 * size, `${writtenBytes() - before} bytes for a file of ${size}`)
  })

  it('keeps the order of calls', async () => {
    const file = await openFile()
    await file.write(insert(1))
    const writes = Array.from({ length: 500 }, (_, n) =>
      file.write([{ sql: 'UPDATE thing SET body = ? WHERE id = 1', params: [Uint8Array.of(n >> 8, n & 255)] }]),
    )
    await Promise.all(writes)
    assert.deepEqual(file.read<{ body: Uint8Array }>('SELECT body FROM thing')[0]?.body, Uint8Array.of(1, 243))
  })

  it('a write is all or nothing, and a bad one fails alone in its group', async () => {
    const file = await openFile()
    const results = await Promise.allSettled([
      file.write(insert(1)),
      file.write([...insert(2), ...insert(1)]),
      file.write([{ sql: 'NOT SQL', params: [] }]),
      file.write(insert(3)),
    ])
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected', 'fulfilled'],
    )
    assert.deepEqual(ids(file), [1, 3])
    await assert.rejects(file.write(insert(3)), code('internal'))
  })

  it('takes the bytes as they were at the call, of a view of a larger buffer only its part', async () => {
    const file = await openFile()
    const buffer = new Uint8Array(1024 * 1024).fill(7)
    const written = file.write(insert(1, buffer.subarray(10, 12)))
    buffer.fill(0)
    await written
    assert.deepEqual(file.read<{ body: Uint8Array }>('SELECT body FROM thing')[0]?.body, Uint8Array.of(7, 7))
  })

  it('refuses with busy what it has no memory to queue, then goes on', async () => {
    const file = await openFile()
    const body = new Uint8Array(1024 * 1024)
    const results = await Promise.allSettled(Array.from({ length: 48 }, (_, id) => file.write(insert(id, body))))
    const refused = results.filter(({ status }) => status === 'rejected')
    assert.ok(refused.length >= 15 && refused.length <= 17, `${refused.length} refused`)
    assert.ok(refused.every((result) => result.status === 'rejected' && hasCode(result.reason, 'busy')))
    await file.write(insert(100))
    assert.equal(ids(file).length, 48 - refused.length + 1)
  })

  it('close finishes what was asked for; afterwards everything is refused', async () => {
    const file = await openFile()
    const writes = Array.from({ length: 50 }, (_, id) => file.write(insert(id)))
    await Promise.all([file.close(), file.close(), ...writes])
    await assert.rejects(file.write(insert(99)), code('aborted'))
    assert.throws(() => ids(file), code('aborted'))
    assert.equal(ids(await openFile()).length, 50)
  })

  it('a process ends by itself with an idle file open, and only after a write that is under way', () => {
    const source = `
      import { SqliteFile } from ${JSON.stringify(new URL('sqlite-file.ts', import.meta.url).href)}
      const file = await SqliteFile.open(${JSON.stringify(path)}, ${JSON.stringify(options)})
      file.write(${JSON.stringify([{ sql: 'INSERT INTO thing VALUES (1, zeroblob(9))', params: [] }])}).then(() => console.log('written'))`
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
      encoding: 'utf8',
      timeout: 20_000,
    })
    assert.deepEqual([child.status, child.stdout], [0, 'written\n'], child.stderr)
  })

  it('a second opener is told that the file is in use', async () => {
    await openFile()
    await assert.rejects(openFile(), code('busy'))
  })

  it('a file of another program or format is refused, and left as it is', async () => {
    await (await openFile()).close()
    const before = readFileSync(path)
    await assert.rejects(openFile({ userVersion: 4 }), code('version-unknown'))
    await assert.rejects(openFile({ applicationId: 1 }), code('version-unknown'))
    assert.deepEqual(readFileSync(path), before)
  })

  it('a file that is no database, cut, empty or missing is damage, never a new file', async () => {
    const file = await openFile()
    for (let id = 0; id < 100; id++) await file.write(insert(id, new Uint8Array(1000)))
    await file.close()
    const sizeBytes = statSync(path).size
    for (const keptBytes of [sizeBytes - 4096, 4096, 100, 0]) {
      truncateSync(path, keptBytes)
      await assert.rejects(openFile(), code('integrity'), `cut to ${keptBytes}`)
    }
    writeFileSync(path, 'x'.repeat(9000))
    await assert.rejects(openFile(), code('integrity'))
    rmSync(path)
    await assert.rejects(openFile({ create: false }), code('integrity'))
    writeFileSync(`${path}-wal`, 'x')
    await assert.rejects(openFile(), code('integrity'))
  })

  it('a schema that says something else than that of a new file is damage', async () => {
    await (await openFile()).close()
    const bytes = readFileSync(path)
    bytes.write('dody', bytes.indexOf('body BLOB'))
    writeFileSync(path, bytes)
    await assert.rejects(openFile(), code('integrity'))
  })

  it('a log that rotted is damage to who asks for that; one that a crash cut is not', async () => {
    const file = await openFile()
    for (let id = 0; id < 3; id++) await file.write(insert(id))
    const [whole, log] = [readFileSync(path), readFileSync(`${path}-wal`)]
    await file.close()
    const frameBytes = 24 + 4096
    const found = async (change: (log: Buffer) => Buffer): Promise<number[]> => {
      writeFileSync(path, whole)
      writeFileSync(`${path}-wal`, change(Buffer.from(log)))
      const file = await openFile({ checkLog: true })
      const kept = ids(file)
      await file.close()
      return kept
    }
    const flip = (at: number) => (log: Buffer) => {
      log.writeUInt8(log.readUInt8(at) ^ 1, at)
      return log
    }
    const frames = (log.byteLength - 32) / frameBytes
    assert.deepEqual(await found((log) => log), [0, 1, 2])
    assert.deepEqual(await found((log) => log.subarray(0, -100)), [0, 1])
    assert.deepEqual(await found(flip(log.byteLength - 100)), [0, 1])
    for (const at of [4, 30, 32 + 9, 32 + 18, 32 + 24 + 100, 32 + (frames - 2) * frameBytes + 500]) {
      await assert.rejects(found(flip(at)), code('integrity'), `byte ${at}`)
    }
  })

  it('a malformed page is damage to the reader and to the writer', async () => {
    let file = await openFile()
    for (let id = 0; id < 100; id++) await file.write(insert(id, new Uint8Array(1000)))
    await file.close()
    const raw = openSync(path, 'r+')
    for (let page = 2; page < statSync(path).size / 4096; page++)
      writeSync(raw, new Uint8Array(4096).fill(0xee), 0, 4096, page * 4096)
    file = await openFile()
    assert.throws(() => ids(file), code('integrity'))
    await assert.rejects(file.write(insert(101)), code('integrity'))
  })

  it('what a killed maker left half-made is made anew', async () => {
    const unfinished = new DatabaseSync(`${path}.new`)
    unfinished.exec('CREATE TABLE other (id INTEGER)')
    unfinished.close()
    const file = await openFile()
    assert.deepEqual(ids(file), [])
  })

  it('a folder that is not there is io', async () => {
    path = join(folder, 'absent', 'file.db')
    await assert.rejects(openFile(), code('io'))
  })
})

describe('SqliteFile on a full disk', () => {
  it('refuses with no-room, can still be opened and read, and goes on when there is room again', async function () {
    const disk = mountSmallDisk(4 * 1024 * 1024)
    if (disk === undefined) return this.skip()
    try {
      const filler = join(disk.folder, 'filler')
      writeFileSync(filler, new Uint8Array(2 * 1024 * 1024))
      let file = await SqliteFile.open(join(disk.folder, 'file.db'), options)
      const body = new Uint8Array(64 * 1024)
      let written = 0
      const fill = async (): Promise<void> => {
        for (;;) await file.write(insert(written, body)).then(() => (written += 1))
      }
      await assert.rejects(fill(), code('no-room'))
      assert.ok(written > 5)
      const large = Promise.allSettled([file.write(insert(1000, body)), file.write(insert(1001, body))])
      assert.ok((await large).every((result) => result.status === 'rejected' && hasCode(result.reason, 'no-room')))
      assert.equal(ids(file).length, written)
      await file.close()
      assert.ok(statSync(join(disk.folder, 'file.db-wal')).size > 0, 'no room to move the log into the file')
      file = await SqliteFile.open(join(disk.folder, 'file.db'), options)
      assert.equal(ids(file).length, written)
      rmSync(filler)
      await file.write(insert(2000, body))
      assert.equal(ids(file).length, written + 1)
      await file.close()
    } finally {
      disk.unmount()
    }
  })
})
