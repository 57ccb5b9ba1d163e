import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { createVault, encodeVault, VAULT_SIZE_BYTES_MAX } from './vault.ts'
import { readVaultFile, writeVaultFile } from './vault-file.ts'

const random = new SeededRandom('vault file')
const vault = createVault(random)

describe('vault file', () => {
  let folder = ''
  let path = ''

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hiro-vault-'))
    path = join(folder, 'vault')
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is written for its owner alone, whatever the umask, and comes back', async () => {
    const umask = process.umask(0o777)
    try {
      await writeVaultFile(path, vault)
    } finally {
      process.umask(umask)
    }
    assert.equal((await stat(path)).mode & 0o777, 0o600)
    assert.deepEqual(await readdir(folder), ['vault'])
    assert.deepEqual(await readVaultFile(path), vault)
  })

  it('is never overwritten, by nothing that lies there', async () => {
    await writeVaultFile(path, vault)
    await assert.rejects(writeVaultFile(path, createVault(random)), { code: 'exists' })
    assert.deepEqual(await readVaultFile(path), vault)
    await writeFile(join(folder, 'empty'), '')
    await assert.rejects(writeVaultFile(join(folder, 'empty'), vault), { code: 'exists' })
    assert.deepEqual((await readdir(folder)).toSorted(), ['empty', 'vault'])
  })

  it('of four that are written at once, one wins whole and the others are told', async () => {
    const vaults = [0, 1, 2, 3].map(() => createVault(random))
    const outcomes = await Promise.allSettled(vaults.map((each) => writeVaultFile(path, each)))
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled')
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.deepEqual(await readVaultFile(path), vaults[winner])
  })

  it('that others may read or change is refused, with the command that mends it', async () => {
    await writeVaultFile(path, vault)
    for (const mode of [0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o644, 0o777]) {
      await chmod(path, mode)
      await assert.rejects(readVaultFile(path), (error: Error & { code?: string }) => {
        return error.code === 'usage' && error.message.includes(`chmod 600 ${path}`)
      })
    }
    await chmod(path, 0o400)
    assert.deepEqual(await readVaultFile(path), vault)
  })

  it('absent, no file, cut, grown and enormous are told apart', async () => {
    await assert.rejects(readVaultFile(path), { code: 'not-found' })
    await mkdir(join(folder, 'sub'), { mode: 0o700 })
    await assert.rejects(readVaultFile(join(folder, 'sub')), { code: 'integrity' })
    await writeVaultFile(path, vault)
    await truncate(path, 40)
    await assert.rejects(readVaultFile(path), { code: 'integrity', message: new RegExp(path) })
    await writeFile(path, Buffer.concat([encodeVault(vault), Buffer.from('\n')]))
    await assert.rejects(readVaultFile(path), { code: 'integrity' })
    await truncate(path, VAULT_SIZE_BYTES_MAX + 1)
    await assert.rejects(readVaultFile(path), { code: 'integrity' })
    assert.equal((await readFile(path)).byteLength, VAULT_SIZE_BYTES_MAX + 1)
  })

  it('without its folder it cannot be written', async () => {
    await assert.rejects(writeVaultFile(join(folder, 'none', 'vault'), vault), { code: 'not-found' })
  })
})
