import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SqliteFile, type Statement } from './sqlite-file.ts'

const insert = (id: number, bytes = 4): Statement[] => [
  { sql: 'INSERT INTO thing VALUES (?, ?)', params: [id, new Uint8Array(bytes)] },
]
const ids = (file: SqliteFile): number[] =>
  file.read<{ id: number }>('SELECT id FROM thing ORDER BY id').map(({ id }) => id)
const nextTurn = async (): Promise<void> => await new Promise(process.nextTick)

for (const onThisThread of [false, true]) {
  describe(`Reads of a SqliteFile that is written on ${onThisThread ? 'this' : 'another'} thread`, () => {
    let folder: string
    let path: string
    let file: SqliteFile
    let other: DatabaseSync

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'hiro-turn-'))
      path = join(folder, 'file.db')
      const schema = 'CREATE TABLE thing (id INTEGER PRIMARY KEY, body BLOB NOT NULL)'
      file = await SqliteFile.open(path, {
        schema,
        applicationId: 1,
        userVersion: 1,
        damaged: 'integrity',
        onThisThread,
      })
      other = new DatabaseSync(path)
    })

    afterEach(async () => {
      other.close()
      await file.close()
      rmSync(folder, { recursive: true })
    })

    it('share one view for as long as a turn takes, whatever is awaited in it', async () => {
      await file.write(insert(1))
      assert.deepEqual(ids(file), [1])
      other.exec("INSERT INTO thing VALUES (2, x'00')")
      for (let read = 0; read < 100; read++) {
        assert.deepEqual(ids(file), [1])
        await undefined
      }
      await nextTurn()
      assert.deepEqual(ids(file), [1, 2])
    })

    it('see every write that was settled, also in the turn in which it was', async () => {
      const writes = [1, 2, 3].map(async (id) => {
        await file.write(insert(id))
        assert(ids(file).includes(id))
      })
      ids(file)
      await Promise.all(writes)
      assert.deepEqual(ids(file), [1, 2, 3])
    })

    it('hold no view behind their turn, so that the log begins anew', async () => {
      for (let id = 0; id < 60; id++) {
        await file.write(insert(id, 400_000))
        ids(file)
      }
      assert(statSync(`${path}-wal`).size < 60 * 200_000)
    })
  })
}
