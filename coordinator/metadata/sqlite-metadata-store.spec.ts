import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { hasCode } from '../../shared/errors.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { mountSmallDisk } from '../../shared/sqlite/small-disk.ts'
import type { Entry, MetadataStore } from './metadata-store.ts'
import { metadataStoreSuite } from './metadata-store-suite.ts'
import { bytes, code } from './metadata-suite-tools.ts'
import { checksumOf, NOTHING } from './row.ts'
import { openSqliteMetadataStore } from './sqlite-metadata-store.ts'

describe('SQLite metadata', () => {
  let folder: string
  let path: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-metadata-'))
    path = join(folder, 'metadata.db')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  metadataStoreSuite('SQLite', {
    open: () => openSqliteMetadataStore(path, { epoch: 1 }),
    async reopen(store, epoch) {
      await store.close()
      return await openSqliteMetadataStore(path, { epoch })
    },
    runs: 150,
  })

  describe('damage', () => {
    const damaged = (error: unknown): boolean =>
      hasCode(error, 'metadata-damaged') && /restore/.test(error.message) ? true : assert.fail(String(error))
    const damagedRow = (error: unknown): boolean => damaged(error) && /row of b\b/.test(String(error))

    beforeEach(async () => {
      const store = await openSqliteMetadataStore(path, { epoch: 1 })
      await store.transact(async (tx) => {
        for (const key of ['a', 'b', 'c']) tx.put(key, bytes(`value of ${key}`))
      })
      await store.close()
    })

    for (const [what, ...changes] of [
      ['value', "UPDATE entry SET value = x'00' WHERE key = 'b'"],
      ['revision', "UPDATE entry SET revision = revision + 1 WHERE key = 'b'"],
      ['key', "UPDATE entry SET key = 'x' WHERE key = 'b'", "UPDATE entry SET key = 'b' WHERE key = 'c'"],
    ] as const) {
      it(`a row with another ${what} than was written is refused by its name; the others are served`, async () => {
        tamper(path, ...changes)
        const store = await openSqliteMetadataStore(path, { epoch: 1 })
        assert.deepEqual(await store.get('a'), bytes('value of a'))
        await assert.rejects(store.get('b'), damagedRow)
        await assert.rejects(store.scan({ start: 'a', end: 'z' }), damagedRow)
        const reading = store.transact(async (tx) => await tx.get('b'))
        await assert.rejects(reading, damagedRow)
        await store.close()
      })
    }

    it('a key that was altered is not taken for one that is not there, nor is its row left out of a range', async () => {
      tamper(path, "UPDATE entry SET key = 'bb' WHERE key = 'b'")
      const store = await openSqliteMetadataStore(path, { epoch: 1 })
      assert.deepEqual(await store.get('c'), bytes('value of c'))
      for (const key of ['b', 'ba', 'bc']) await assert.rejects(store.get(key), damaged)
      await assert.rejects(store.scan({ start: 'b', end: 'bb' }), damaged)
      await assert.rejects(store.scan({ start: 'bc', end: 'c' }), damaged)
      assert.equal(await store.get('d'), undefined)
      await store.close()
    })

    for (const [what, ...changes] of [
      ['is missing', "DELETE FROM entry WHERE key = 'b'"],
      ['was added', "INSERT INTO entry VALUES ('d', 0, 0, x'')"],
      ['has another checksum', "UPDATE entry SET checksum = checksum + 1 WHERE key = 'b'"],
      [
        'was replaced by a copy of another',
        "DELETE FROM entry WHERE key = 'b'",
        "INSERT INTO entry SELECT 'b', revision, checksum, value FROM entry WHERE key = 'c'",
      ],
    ] as const) {
      it(`a row that ${what} is noticed at the start`, async () => {
        tamper(path, 'DROP TRIGGER entry_made', 'DROP TRIGGER entry_changed', 'DROP TRIGGER entry_gone', ...changes)
        await assert.rejects(openSqliteMetadataStore(path, { epoch: 1 }), damaged)
      })
    }

    describe('of the log of a killed process', () => {
      const killed = (): string => join(folder, 'killed.db')

      /** Two more commits, and what a kill right after them leaves. */
      beforeEach(async () => {
        const store = await openSqliteMetadataStore(path, { epoch: 1 })
        for (const key of ['d', 'e']) await store.transact(async (tx) => tx.put(key, bytes(`value of ${key}`)))
        for (const end of ['', '-wal', '-newest']) copyFileSync(`${path}${end}`, `${killed()}${end}`)
        await store.close()
      })

      const openKilled = async (): Promise<boolean> => {
        const store = await openSqliteMetadataStore(killed(), { epoch: 1, create: false })
        const found = (await store.get('e')) !== undefined
        await store.close()
        return found
      }

      it('an end that is cut or altered is refused: its newest commit was acknowledged', async () => {
        const log = readFileSync(`${killed()}-wal`)
        truncateSync(`${killed()}-wal`, log.byteLength - 1)
        await assert.rejects(openKilled(), damaged)
        log.writeUInt8(log.readUInt8(log.byteLength - 1) ^ 1, log.byteLength - 1)
        writeFileSync(`${killed()}-wal`, log)
        await assert.rejects(openKilled(), damaged)
      })

      it("a word of the newest commit that is gone, altered or older, as a power cut may leave it, stands in nobody's way", async () => {
        const word = readFileSync(`${killed()}-newest`)
        word.writeUInt8(word.readUInt8(7) ^ 8, 7)
        for (const left of [undefined, Buffer.alloc(0), word.subarray(0, 5), word]) {
          if (left === undefined) rmSync(`${killed()}-newest`)
          else writeFileSync(`${killed()}-newest`, left)
          assert.ok(await openKilled())
        }
      })

      it('an older file that is put in the place of all of it is taken', async () => {
        for (const end of ['-wal', '-shm']) rmSync(`${killed()}${end}`, { force: true })
        copyFileSync(path, killed())
        tamper(
          killed(),
          "DELETE FROM entry WHERE key = 'e'",
          `UPDATE state SET revision = 1, checksum = ${checksumOf('', 1, NOTHING)}`,
        )
        assert.equal(await openKilled(), false)
      })
    })

    it('numbers that Hiro never writes are damage', async () => {
      tamper(path, "UPDATE entry SET revision = 9223372036854775807 WHERE key = 'b'")
      const store = await openSqliteMetadataStore(path, { epoch: 1 })
      await assert.rejects(store.get('b'), damaged)
      await store.close()
    })

    it('an altered or missing newest revision, a cut file and a missing one are refused at the start', async () => {
      const opening = (): Promise<MetadataStore> => openSqliteMetadataStore(path, { epoch: 1, create: false })
      tamper(path, 'UPDATE state SET revision = revision - 1')
      await assert.rejects(opening(), damaged)
      tamper(path, 'DELETE FROM state')
      await assert.rejects(opening(), damaged)
      truncateSync(path, 4096)
      await assert.rejects(opening(), damaged)
      rmSync(path)
      await assert.rejects(opening(), damaged)
    })
  })

  it('a flipped bit, a lost page and a misplaced page are refused, or do no harm: nothing is served wrong or left out', async () => {
    let store = await openSqliteMetadataStore(path, { epoch: 1 })
    for (let n = 0; n < 1000; n += 100) {
      await store.transact(async (tx) => {
        for (let i = n; i < n + 100; i++)
          tx.put(`k/${(i * 7) % 1000}`, new Uint8Array(i % 9 === 0 ? 1500 : 150).fill(i))
      })
    }
    const written = await all(store)
    await store.close()
    const whole = readFileSync(path)
    const random = new SeededRandom(3)
    let refused = 0
    for (let n = 0; n < 30; n++) {
      writeFileSync(path, harm(whole, random))
      try {
        store = await openSqliteMetadataStore(path, { epoch: 1 })
        assert.deepEqual(await all(store), written)
      } catch (error) {
        assert.ok(hasCode(error, 'metadata-damaged', 'version-unknown'), String(error))
        refused += 1
      }
      await store.close()
    }
    assert.ok(refused > 15, `${refused} of 30 refused`)
  }).timeout(120_000)

  it('kill -9 at any moment loses no transaction that was told to be committed, and keeps none in part', async () => {
    const random = new SeededRandom(9)
    const told: string[] = []
    for (let life = 0; life < 4; life++) told.push(...(await killAfter(path, life, 1 + random.below(400))))
    const store = await openSqliteMetadataStore(path, { epoch: 1 })
    const entries = await all(store)
    const kept = new Set(entries.map(({ key }) => key))
    assert.ok(told.length > 100)
    for (const key of told) assert.ok(kept.has(`left/${key}`) && kept.has(`right/${key}`), `${key} is lost`)
    const sides = (side: string): string[] =>
      [...kept].filter((key) => key.startsWith(side)).map((key) => key.slice(side.length))
    assert.deepEqual(sides('left/'), sides('right/'))
    await store.close()
  })

  it('a full disk refuses with no-room, still reads, and goes on when there is room', async function () {
    const disk = mountSmallDisk(6 * 1024 * 1024)
    if (disk === undefined) return this.skip()
    try {
      const filler = join(disk.folder, 'filler')
      writeFileSync(filler, new Uint8Array(3 * 1024 * 1024))
      const store = await openSqliteMetadataStore(join(disk.folder, 'metadata.db'), { epoch: 1 })
      const put = (n: number) => store.transact(async (tx) => tx.put(`k/${n}`, new Uint8Array(40_000)))
      let committed = 0
      const fill = async (): Promise<void> => {
        for (;;) await put(committed).then(() => (committed += 1))
      }
      await assert.rejects(fill(), code('no-room'))
      const together = await Promise.allSettled([put(1000), put(1001), put(1002)])
      assert.ok(together.every((result) => result.status === 'rejected' && hasCode(result.reason, 'no-room')))
      assert.equal((await all(store)).length, committed)
      rmSync(filler)
      await put(2000)
      assert.equal((await all(store)).length, committed + 1)
      await store.close()
    } finally {
      disk.unmount()
    }
  })
})

/** Changes the file behind the store's back. */
function tamper(path: string, ...changes: string[]): void {
  const db = new DatabaseSync(path)
  for (const sql of changes) db.exec(sql)
  db.close()
}

function harm(whole: Uint8Array, random: SeededRandom): Uint8Array {
  const harmed = new Uint8Array(whole)
  const page = (): number => 4096 * random.below(whole.byteLength / 4096)
  const kind = random.below(3)
  if (kind === 0) {
    const start = page()
    harmed.fill(0, start, start + 4096)
  } else if (kind === 1) {
    const from = page()
    harmed.copyWithin(page(), from, from + 4096)
  } else {
    const at = random.below(whole.byteLength)
    harmed[at] = (harmed[at] ?? 0) ^ (1 << random.below(8))
  }
  return harmed
}

async function all(store: MetadataStore): Promise<Entry[]> {
  const entries: Entry[] = []
  for (let start = ''; ; start = `${entries.at(-1)?.key}\0`) {
    const page = await store.scan({ start, end: '~' })
    entries.push(...page)
    if (page.length < 1000) return entries
  }
}

/** A process that commits as fast as it can and tells of each transaction, killed after so many. Answers what it told. */
async function killAfter(path: string, life: number, transactions: number): Promise<string[]> {
  const source = `
    import { openSqliteMetadataStore } from ${JSON.stringify(new URL('sqlite-metadata-store.ts', import.meta.url).href)}
    const store = await openSqliteMetadataStore(${JSON.stringify(path)}, { epoch: 1 })
    for (let loop = 0; loop < 8; loop++) void (async () => {
      for (let n = 0; ; n++) {
        const key = '${life}/' + loop + '/' + n
        await store.transact(async (tx) => {
          tx.put('left/' + key, new Uint8Array(n))
          tx.put('right/' + key, new Uint8Array(200))
        })
        process.stdout.write(key + '\\n')
      }
    })()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  const told: string[] = []
  for await (const line of createInterface(child.stdout)) {
    told.push(line)
    if (told.length === transactions) child.kill('SIGKILL')
  }
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit')
  assert.equal(child.signalCode, 'SIGKILL')
  return told
}
