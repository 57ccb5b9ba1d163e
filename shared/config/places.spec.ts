import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfigFile } from './config-file.ts'
import { findHome } from './home.ts'
import { nearest } from './nearest.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hiro-config-'))
})
afterEach(async () => await rm(folder, { recursive: true }))

describe('findHome', () => {
  it('--home, else HIRO_HOME, else ./.hiro if there is one, else the user’s configuration folder', async () => {
    const env = { HIRO_HOME: 'from-env' }
    assert.deepEqual(findHome({ flag: 'here', env, cwd: folder }), { path: join(folder, 'here'), from: '--home' })
    assert.deepEqual(findHome({ flag: undefined, env, cwd: folder }), {
      path: join(folder, 'from-env'),
      from: 'HIRO_HOME',
    })
    const user = findHome({ flag: undefined, env: { HIRO_HOME: '' }, cwd: folder })
    assert.equal(user.from, 'user configuration folder')
    assert.match(user.path, /hiro/)
    await mkdir(join(folder, '.hiro'))
    assert.deepEqual(findHome({ flag: undefined, env: {}, cwd: folder }), {
      path: join(folder, '.hiro'),
      from: './.hiro',
    })
    assert.equal(findHome({ flag: undefined, env, cwd: folder }).from, 'HIRO_HOME')
  })

  it('a file named .hiro is no home', async () => {
    await writeFile(join(folder, '.hiro'), '')
    assert.equal(findHome({ flag: undefined, env: {}, cwd: folder }).from, 'user configuration folder')
  })
})

describe('readConfigFile', () => {
  it('gives the object in it; an absent file is none', async () => {
    const path = join(folder, 'config.json')
    assert.equal(await readConfigFile(path), undefined)
    await writeFile(path, '{"zone": "attic"}')
    assert.deepEqual(await readConfigFile(path), { path, content: { zone: 'attic' } })
  })

  it('anything else in it is refused with its path', async () => {
    const path = join(folder, 'config.json')
    for (const text of ['', '{', '{"a": 1,}', '[]', 'null', '"text"', '1']) {
      await writeFile(path, text)
      await assert.rejects(readConfigFile(path), (error: Error & { code?: string }) => {
        assert.equal(error.code, 'usage', text)
        return error.message.startsWith(`${path}: `)
      })
    }
    await assert.rejects(readConfigFile(folder), { code: 'is-a-folder' })
  })
})

describe('nearest', () => {
  it('finds the word that was meant, and none where nothing is near', () => {
    const words = ['capacity', 'copies', 'minCopies', 'zone']
    const found = ['capcity', 'capacityy', 'kapacity', 'MINCOPIES', 'copeis', 'zoen', 'zon', 'x', '', 'pieces'].map(
      (word) => nearest(word, words),
    )
    assert.deepEqual(found, [
      'capacity',
      'capacity',
      'capacity',
      'minCopies',
      'copies',
      undefined,
      'zone',
      undefined,
      undefined,
      undefined,
    ])
  })
})
