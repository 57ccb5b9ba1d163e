import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasCode } from '../../../shared/errors.ts'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { placeFile } from './place-file.ts'

const random = new SeededRandom('place')
const attributes = { mode: 0o600, mtimeMs: 5_000 }

describe('placeFile', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-place-'))
    path = join(folder, 'f')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** Bytes during which something else happens. */
  async function* bytes(meanwhile: () => void = () => {}) {
    yield Buffer.from('new ')
    meanwhile()
    yield Buffer.from('content')
  }

  it('what came there while the file was fetched is kept', async () => {
    const fetched = placeFile(
      path,
      bytes(() => writeFileSync(path, 'mine')),
      { ...attributes, replace: false },
      random,
    )
    await assert.rejects(fetched, (error) => hasCode(error, 'exists') && error.message === `there is already ${path}`)
    assert.deepEqual([readFileSync(path, 'utf8'), readdirSync(folder)], ['mine', ['f']])
  })

  it('with replace there is the old content until there is the new one', async () => {
    writeFileSync(path, 'old', { mode: 0o644 })
    const look = (): void => assert.equal(readFileSync(path, 'utf8'), 'old')
    await placeFile(path, bytes(look), { ...attributes, replace: true }, random)
    assert.deepEqual([readFileSync(path, 'utf8'), statSync(path).mode & 0o777], ['new content', 0o600])
    assert.deepEqual(readdirSync(folder), ['f'])
  })

  it('a folder is never replaced by a file', async () => {
    mkdirSync(path)
    await assert.rejects(
      placeFile(path, bytes(), { ...attributes, replace: true }, random),
      (error) => hasCode(error, 'is-a-folder') && !error.message.includes('.part'),
    )
    assert.deepEqual(readdirSync(folder), ['f'])
  })

  it('others can read it at no moment before it has its mode', async () => {
    const look = (): void => {
      for (const name of readdirSync(folder)) assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600)
    }
    await placeFile(path, bytes(look), { mode: 0o644, mtimeMs: 0, replace: false }, random)
    assert.equal(statSync(path).mode & 0o777, 0o644)
  })
})
