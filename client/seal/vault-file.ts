import { HiroError, hasCode } from '../../shared/errors.ts'
import { writeDurably } from '../../shared/files/durable-file.ts'
import { readPrivateFile } from '../../shared/files/private-file.ts'
import { decodeVault, encodeVault, VAULT_SIZE_BYTES_MAX, type Vault } from './vault.ts'

/**
 * Keeps a vault as a file of mode 0600, whole and durable or not at all. Never replaces anything: a vault that is overwritten is a swarm of files that nobody
 * can read. The folder must exist. Throws `exists`, `not-found` (the folder), `no-room`, `io` (also for a file system without hard links).
 */
export async function writeVaultFile(path: string, vault: Vault): Promise<void> {
  try {
    await writeDurably(path, encodeVault(vault), { exclusive: true })
  } catch (error) {
    if (!hasCode(error, 'exists')) throw error
    throw new HiroError('exists', `there is a vault already, and it is never overwritten: ${path}`, { cause: error })
  }
}

/**
 * Throws `not-found`; `usage`, with the command that helps, when others than its owner may read or change it; `integrity` for what is damaged or no vault;
 * `version-unknown`; `io`.
 */
export async function readVaultFile(path: string): Promise<Vault> {
  try {
    return decodeVault(await readPrivateFile(path, VAULT_SIZE_BYTES_MAX))
  } catch (error) {
    if (hasCode(error, 'not-found')) throw new HiroError('not-found', `there is no vault: ${path}`, { cause: error })
    if (!(error instanceof HiroError) || error.message.includes(path)) throw error
    throw new HiroError(error.code, `${path}: ${error.message}`, { cause: error })
  }
}
