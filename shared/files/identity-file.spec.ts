import assert from 'node:assert/strict'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toHex } from '../ids.ts'
import { SeededRandom } from '../random/seeded-random.ts'
import { loadOrMakeIdentitySeed } from './identity-file.ts'

const sample = 'hiro-identity-1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n'
const random = new SeededRandom('identity')
let path = ''
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'hiro-identity-')), 'identity')
})
afterEach(async () => await rm(join(path, '..'), { recursive: true }))

async function load(text: string): Promise<string> {
  await writeFile(path, text, { mode: 0o600 })
  return toHex((await loadOrMakeIdentitySeed(path, random)).seed)
}

describe('loadOrMakeIdentitySeed', () => {
  it('makes one where there is none, for the owner only, and gives the same ever after', async () => {
    const first = await loadOrMakeIdentitySeed(path, random)
    assert.equal(first.made, true)
    assert.equal(first.seed.byteLength, 32)
    assert.equal((await stat(path)).mode & 0o777, 0o600)
    const second = await loadOrMakeIdentitySeed(path, random)
    assert.deepEqual(second, { seed: Buffer.from(first.seed), made: false })
  })

  it('reads the format as it is committed here', async () => {
    assert.equal(await load(sample), '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f')
  })

  it('called five times at once, one makes it and all have the same', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, async () => await loadOrMakeIdentitySeed(path, random)))
    assert.equal(all.filter((one) => one.made).length, 1)
    assert.equal(new Set(all.map((one) => toHex(one.seed))).size, 1)
  })

  it('damaged in any way, it is integrity, and the file stays as it is', async () => {
    const damaged = [
      '',
      sample.slice(0, -1),
      sample.slice(0, 40),
      `${sample}x`,
      sample.replace('0a', '0g'),
      sample.toUpperCase(),
    ]
    for (const text of damaged) {
      await assert.rejects(load(text), { code: 'integrity' }, JSON.stringify(text))
      assert.equal(await readFile(path, 'utf8'), text)
    }
  })

  it('of a later format, it says so', async () => {
    await assert.rejects(load('hiro-identity-2 sealed\n'), { code: 'version-unknown' })
  })

  it('readable by others, or in an absent folder: refused, not made anew', async () => {
    await load(sample)
    await chmod(path, 0o644)
    await assert.rejects(loadOrMakeIdentitySeed(path, random), { code: 'usage' })
    assert.equal(await readFile(path, 'utf8'), sample)
    await assert.rejects(loadOrMakeIdentitySeed(join(path, '..', 'absent', 'identity'), random), { code: 'not-found' })
  })
})
