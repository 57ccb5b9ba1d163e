import { type FileHandle, link, open, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HiroError, toHiroError } from '../../shared/errors.ts'
import { toHex } from '../../shared/ids.ts'
import type { Random } from '../../shared/random/random.ts'
import { decodeVault, encodeVault, VAULT_SIZE_BYTES_MAX, type Vault } from './vault.ts'

const MODE_OWNER_ONLY = 0o600
const MODE_GROUP_AND_OTHERS = 0o077

/**
 * Keeps a vault as a file of mode 0600, whole and durable or not at all. Never replaces anything: a vault that is overwritten is a swarm of files that nobody
 * can read. Throws `exists`, `io` (also for a file system without hard links).
 */
export async function writeVaultFile(path: string, vault: Vault, random: Random): Promise<void> {
  const folder = dirname(path)
  const temporary = join(folder, `.vault-${toHex(random.bytes(8))}`)
  try {
    await writeDurably(temporary, encodeVault(vault))
    try {
      // Unlike rename, link fails where something is.
      await link(temporary, path)
    } finally {
      await unlink(temporary)
    }
    await syncFolder(folder)
  } catch (error) {
    if (systemCode(error) === 'EEXIST')
      throw new HiroError('exists', `there is a vault already: ${path}`, { cause: error })
    throw toHiroError(error, 'io')
  }
}

/**
 * Throws `not-found`; `usage` when others than the owner may read or change the file; `integrity` for what is damaged or no vault; `version-unknown`;
 * `io`.
 */
export async function readVaultFile(path: string): Promise<Vault> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new HiroError('not-found', `there is no vault: ${path}`, { cause: error })
    throw toHiroError(error, 'io')
  }
  try {
    // Of the open file, not of the path: what is checked is what is read.
    const stat = await file.stat()
    const mode = stat.mode & 0o777
    if (process.platform !== 'win32' && (mode & MODE_GROUP_AND_OTHERS) !== 0) {
      const found = `others than its owner may read or change the vault (its mode is 0${mode.toString(8).padStart(3, '0')})`
      throw new HiroError('usage', `${found}; run: chmod 600 ${path}`)
    }
    if (!stat.isFile() || stat.size > VAULT_SIZE_BYTES_MAX)
      throw new HiroError('integrity', `not a vault of Hiro: ${path}`)
    return decodeVault(await file.readFile())
  } catch (error) {
    throw toHiroError(error, 'io')
  } finally {
    await file.close()
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', MODE_OWNER_ONLY)
  try {
    await file.writeFile(bytes)
    // Whatever the umask left of it.
    await file.chmod(MODE_OWNER_ONLY)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Without it a name can be gone after a power cut, though its file is there. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function systemCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
