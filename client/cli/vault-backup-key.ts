import { openVault } from '../seal/vault.ts'
import { readVaultFile } from '../seal/vault-file.ts'

/** What a vault derives for backups, for the launcher: who restores a coordinator gets this of the vault, and no other key. Throws as `readVaultFile` and `openVault` do. */
export async function backupKeyOfVault(path: string): Promise<Uint8Array> {
  return openVault(await readVaultFile(path)).backup
}
