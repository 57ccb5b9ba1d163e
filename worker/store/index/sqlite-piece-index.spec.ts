import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CidHasher } from '../../../shared/cid.ts'
import { hasCode } from '../../../shared/errors.ts'
import { systemRandom } from '../../../shared/random/system-random.ts'
import type { IndexRow } from './piece-index.ts'
import { pieceIndexSuite } from './piece-index-suite.ts'
import { SqlitePieceIndex } from './sqlite-piece-index.ts'

pieceIndexSuite('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hiro-index-'))
  const open = (): Promise<SqlitePieceIndex> => SqlitePieceIndex.open(join(folder, 'index.db'), systemRandom)
  const index = await open()
  return {
    index,
    reopen: async () => {
      await index.close()
      return open()
    },
    remove: () => rm(folder, { recursive: true }),
  }
})

describe('SqlitePieceIndex and decay', () => {
  let folder: string
  let index: SqlitePieceIndex

  const row = (cid: string): IndexRow => ({
    cid,
    sizeBytes: 3,
    revision: 5,
    receiptDue: true,
    inline: true,
    bad: false,
  })

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hiro-index-'))
    index = await SqlitePieceIndex.open(join(folder, 'index.db'), systemRandom)
    for (const cid of ['a', 'b', 'c'])
      await index.commit([{ kind: 'put', row: row(cid), inlineBytes: Uint8Array.of(1, 2, 3) }])
  })

  afterEach(async () => {
    await index.close()
    await rm(folder, { recursive: true })
  })

  async function decay(sql: string): Promise<void> {
    await index.close()
    const db = new DatabaseSync(join(folder, 'index.db'))
    db.exec(sql)
    db.close()
    index = await SqlitePieceIndex.open(join(folder, 'index.db'), systemRandom)
  }

  for (const [what, sql] of Object.entries({
    size: `UPDATE pieces SET size_bytes = 2 WHERE cid = 'a'`,
    revision: `UPDATE pieces SET revision = 4 WHERE cid = 'a'`,
    'revision beyond what JavaScript counts': `UPDATE pieces SET revision = 5 + (1 << 60) WHERE cid = 'a'`,
    place: `UPDATE pieces SET inline = 0 WHERE cid = 'a'`,
    'order of receipts': `UPDATE pieces SET due_order = 0 WHERE cid = 'a'`,
    'order of receipts beyond what JavaScript counts': `UPDATE pieces SET due_order = 1 << 60 WHERE cid = 'a'`,
    checksum: `UPDATE pieces SET checksum = checksum + 1 WHERE cid = 'a'`,
    cid: `UPDATE pieces SET cid = 'A' WHERE cid = 'a'`,
  })) {
    it(`notices a row whose ${what} changed, counts it, and serves the others`, async () => {
      await decay(sql)
      const cid = what === 'cid' ? 'A' : 'a'
      await assert.rejects(index.get(cid), (error) => hasCode(error, 'integrity'))
      assert.deepEqual(await index.get('b'), row('b'))
      assert.deepEqual(await index.totals(), { pieces: 2, sizeBytes: 6, damagedRows: 1, badCids: [cid] })
      assert.deepEqual(await index.receiptsDue(1), [row('b')])
      assert.deepEqual(await index.receiptsDue(10), [row('b'), row('c')])
      await index.commit([{ kind: 'put', row: row('d'), inlineBytes: Uint8Array.of(1) }])
      assert.equal((await index.receiptsDue(10)).at(-1)?.cid, 'd')
    })
  }

  it('puts a damaged row right with a new put, and can remove one', async () => {
    await decay(`UPDATE pieces SET size_bytes = 2 WHERE cid IN ('a', 'b')`)
    await index.commit([{ kind: 'put', row: row('a'), inlineBytes: Uint8Array.of(1, 2, 3) }])
    await index.commit([{ kind: 'remove', cid: 'b' }])
    assert.deepEqual(await index.get('a'), row('a'))
    assert.equal(await index.get('b'), undefined)
    assert.equal((await index.totals()).damagedRows, 0)
  })

  it('notices bytes that changed, and bytes of another piece', async () => {
    await decay(`UPDATE inline_bytes SET bytes = x'01020304' WHERE cid = 'a'`)
    await assert.rejects(index.inlineBytes('a'), (error) => hasCode(error, 'integrity'))
    await decay(`DELETE FROM inline_bytes WHERE cid = 'b'; UPDATE inline_bytes SET cid = 'b' WHERE cid = 'c'`)
    await assert.rejects(index.inlineBytes('b'), (error) => hasCode(error, 'integrity'))
    assert.equal(await index.inlineBytes('c'), undefined)
  })

  it('refuses an index that lost its store id, rather than take a new one', async () => {
    await assert.rejects(decay('DELETE FROM store'), (error) => hasCode(error, 'integrity'))
  })

  it('refuses a format of another version', async () => {
    await assert.rejects(decay('PRAGMA user_version = 2'), (error) => hasCode(error, 'version-unknown'))
  })
})

describe('SqlitePieceIndex and its format', () => {
  it('reads an index of format 1', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hiro-index-'))
    const path = join(folder, 'index.db')
    const db = new DatabaseSync(path)
    db.exec(await readFile(join(import.meta.dirname, 'sample-1.sql'), 'utf8'))
    db.close()
    const index = await SqlitePieceIndex.open(path, systemRandom)
    const sha256Cid = (bytes: Uint8Array): string => new CidHasher('bafkrei').update(bytes).digest()
    const [inline, inFile] = [sha256Cid(Buffer.from('hello')), sha256Cid(Buffer.alloc(70_000, 'x'))]
    assert.equal(index.storeId, '00112233445566778899aabbccddeeff')
    assert.deepEqual(await index.totals(), { pieces: 2, sizeBytes: 70_005, damagedRows: 0, badCids: [] })
    const due = { cid: inFile, sizeBytes: 70_000, revision: 2 ** 40 + 2, receiptDue: true, inline: false, bad: false }
    assert.deepEqual(await index.receiptsDue(9), [due])
    const acknowledged = {
      cid: inline,
      sizeBytes: 5,
      revision: 2 ** 40 + 1,
      receiptDue: false,
      inline: true,
      bad: false,
    }
    assert.deepEqual(await index.get(inline), acknowledged)
    assert.equal(Buffer.from((await index.inlineBytes(inline)) ?? []).toString(), 'hello')
    await index.close()
    await rm(folder, { recursive: true })
  })
})
