import assert from 'node:assert/strict'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasCode } from '../../../shared/errors.ts'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { placeSmall } from './place-small.ts'

const random = new SeededRandom('place small')
const content = Buffer.from('new content')
const attributes = { mode: 0o640, mtimeMs: -5_000 }

describe('placeSmall', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-place-'))
    path = join(folder, 'f')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const place = (replace: boolean, mode = attributes.mode): void =>
    placeSmall(path, content, { ...attributes, mode, replace }, random)

  it('a file is there whole, with its mode and time, whatever the umask, and nothing else is', () => {
    const umask = process.umask(0o077)
    try {
      for (const replace of [false, true]) place(replace, 0o6755)
    } finally {
      process.umask(umask)
    }
    const { mode, mtimeMs } = statSync(path)
    assert.deepEqual([readFileSync(path, 'utf8'), mode & 0o7777, mtimeMs], ['new content', 0o755, -5_000])
    assert.deepEqual(readdirSync(folder), ['f'])
  })

  it('what is there is kept unless it shall be replaced, also a link to nowhere', () => {
    const isThere = (error: unknown): boolean =>
      hasCode(error, 'exists') && error.message === `there is already ${path}`
    writeFileSync(path, 'mine')
    assert.throws(() => place(false), isThere)
    assert.equal(readFileSync(path, 'utf8'), 'mine')
    rmSync(path)
    symlinkSync(join(folder, 'nowhere'), path)
    assert.throws(() => place(false), isThere)
    assert.deepEqual([lstatSync(path).isSymbolicLink(), readdirSync(folder)], [true, ['f']])
  })

  it('with replace a link gives way itself, and what it leads to stays', () => {
    const elsewhere = join(folder, 'elsewhere')
    writeFileSync(elsewhere, 'mine')
    symlinkSync(elsewhere, path)
    place(true)
    assert.deepEqual([readFileSync(path, 'utf8'), readFileSync(elsewhere, 'utf8')], ['new content', 'mine'])
  })

  it('a folder is never replaced by a file, and a folder that is not there is told by the right name', () => {
    mkdirSync(path)
    const isFolder = (error: unknown): boolean =>
      hasCode(error, 'is-a-folder') && !error.message.includes('.part') && readdirSync(folder).length === 1
    assert.throws(() => place(true), isFolder)
    path = join(folder, 'nowhere', 'f')
    assert.throws(
      () => place(false),
      (error) => hasCode(error, 'not-found') && !error.message.includes('.part'),
    )
  })
})
