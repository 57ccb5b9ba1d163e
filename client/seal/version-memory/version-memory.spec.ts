import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, StatementSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { fromHex, newId } from '../../../shared/ids.ts'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { FileVersionMemory } from './file.ts'
import { MemoryVersionMemory } from './memory.ts'
import { versionMemorySuite } from './version-memory-suite.ts'

type RunValues = [Record<string, SQLInputValue>, ...SQLInputValue[]]

const random = new SeededRandom('version memory')
const folder = mkdtempSync(join(tmpdir(), 'hiro-versions-'))
let made = 0
const newPath = () => join(folder, `versions-${made++}`)

after(() => rmSync(folder, { recursive: true }))

versionMemorySuite('memory', () => new MemoryVersionMemory())
versionMemorySuite('file', () => new FileVersionMemory(newPath()))

describe('version memory in a file', () => {
  const file = newId(random)

  it('remembers after it was closed, and after a process that did not close it', async () => {
    const path = newPath()
    const first = new FileVersionMemory(path)
    await first.check(file, 5)
    const second = new FileVersionMemory(path)
    await assert.rejects(second.check(file, 4), { code: 'integrity' })
    await second.close()
    await first.close()
    const third = new FileVersionMemory(path)
    await assert.rejects(third.check(file, 4), { code: 'integrity' })
    await third.close()
  })

  it('makes no file before the first check, then one that its owner alone can read', async () => {
    const path = newPath()
    const memory = new FileVersionMemory(path)
    const mine = () => readdirSync(folder).filter((name) => join(folder, name).startsWith(path))
    assert.deepEqual(mine(), [])
    await memory.check(file, 1)
    for (const name of mine()) assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name)
    await memory.close()
    assert.deepEqual(
      mine().map((name) => join(folder, name)),
      [path],
    )
  })

  it('sees what another process saw meanwhile', async () => {
    const path = newPath()
    const [one, other] = [new FileVersionMemory(path), new FileVersionMemory(path)]
    await one.check(file, 1)
    await other.check(file, 3)
    await assert.rejects(one.check(file, 2), { code: 'integrity' })
    await other.check(file, 3)
    await Promise.all([one.close(), other.close()])
  })

  it('is not lowered when another process sees a newer version between its look and its write', async () => {
    const path = newPath()
    const memory = new FileVersionMemory(path)
    await memory.check(newId(random), 1)
    const rival = new DatabaseSync(path)
    const { run } = StatementSync.prototype
    StatementSync.prototype.run = function (this: StatementSync, ...values: RunValues) {
      StatementSync.prototype.run = run
      rival.prepare('INSERT INTO seen VALUES (?, 9)').run(fromHex(file))
      return run.apply(this, values)
    } as typeof run
    try {
      await assert.rejects(memory.check(file, 5), { code: 'integrity', message: /older than version 9/ })
    } finally {
      StatementSync.prototype.run = run
    }
    await assert.rejects(memory.check(file, 8), { code: 'integrity' })
    await memory.check(file, 9)
    await memory.close()
    rival.close()
  })

  it('writes what is new of many files at once, and nothing when all of it is known', async () => {
    const memory = new FileVersionMemory(newPath())
    await memory.check(newId(random), 1)
    const sightings = Array.from({ length: 100 }, () => ({ file: newId(random), version: 3 }))
    const { exec } = DatabaseSync.prototype
    const asked: string[] = []
    DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
      asked.push(sql)
      return exec.call(this, sql)
    }
    try {
      for (let again = 0; again < 2; again++) await memory.checkAll(sightings)
    } finally {
      DatabaseSync.prototype.exec = exec
    }
    assert.deepEqual(asked, ['BEGIN IMMEDIATE', 'COMMIT'])
    for (const { file } of sightings) await assert.rejects(memory.check(file, 2), { code: 'integrity' })
    await memory.close()
  })

  it('loses nothing when processes make and fill it at the same time, even killed ones', async () => {
    const path = newPath()
    const module = join(import.meta.dirname, 'file.ts')
    const processes = 4
    const filesEach = 50
    const id = (who: number, at: number) => (who * 1000 + at).toString(16).padStart(32, '0')
    const script = `
      const { FileVersionMemory } = await import(${JSON.stringify(module)})
      const memory = new FileVersionMemory(process.argv[1])
      const who = Number(process.argv[2])
      for (let at = 0; at < ${filesEach}; at++) await memory.check((who * 1000 + at).toString(16).padStart(32, '0'), 2)
      process.kill(process.pid, 'SIGKILL')`
    const run = (who: number) =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, path, `${who}`]).then(
        () => assert.fail('it should have been killed'),
        (error: unknown) =>
          assert(error instanceof Error && 'signal' in error && error.signal === 'SIGKILL', `${error}`),
      )
    await Promise.all(Array.from({ length: processes }, (_, who) => run(who)))
    const memory = new FileVersionMemory(path)
    for (let who = 0; who < processes; who++) {
      for (let at = 0; at < filesEach; at++) {
        await assert.rejects(memory.check(id(who, at), 1), { code: 'integrity' })
      }
    }
    await memory.close()
  })

  it('damaged, it says so and does not start anew', async () => {
    for (const damage of [
      (path: string) => writeFileSync(path, 'no database at all, but long enough to be read as one'.repeat(100)),
      (path: string) => truncateSync(path, 0),
      (path: string) => truncateSync(path, 4096),
    ]) {
      const path = newPath()
      const sound = new FileVersionMemory(path)
      await sound.check(file, 1)
      await sound.close()
      damage(path)
      const memory = new FileVersionMemory(path)
      await assert.rejects(memory.check(file, 1), { code: 'integrity', message: /damaged/ })
      await memory.close()
    }
  })

  it('of a newer format is refused as unknown', async () => {
    const path = newPath()
    const database = new DatabaseSync(path)
    database.exec('PRAGMA user_version = 2')
    database.close()
    await assert.rejects(new FileVersionMemory(path).check(file, 1), { code: 'version-unknown' })
  })

  it('without its folder it fails, and goes on once the folder is there', async () => {
    const none = newPath()
    const memory = new FileVersionMemory(join(none, 'versions'))
    await assert.rejects(memory.check(file, 1), { code: 'io' })
    mkdirSync(none)
    await memory.check(file, 1)
    await memory.close()
  })
})
