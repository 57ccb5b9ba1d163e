import { openVault } from '../../../client/seal/vault.ts'
import { readVaultFile } from '../../../client/seal/vault-file.ts'
import { openSqliteMetadataStore } from '../../../coordinator/metadata/sqlite-metadata-store.ts'
import { systemRandom } from '../../../shared/random/system-random.ts'
import { FILES_PER_FOLDER, FileRows } from './rows.ts'

/** Transactions at once, a whole folder: what waits together shares an fsync, and the pages that its rows have in common. */
const LANES = FILES_PER_FOLDER

const [metadataFile = '', vaultFile = '', count = ''] = process.argv.slice(2)

/**
 * `node fill.ts METADATA VAULT FILES`: fills the metadata of a coordinator that does not run with as many files of one piece each, a thousand to a folder, one transaction
 * for each, as adding them would leave them; names and attributes are sealed under the vault, so that its client can list them. Through the store's own port: a
 * million adds would take an hour. Writes how many rows that made.
 */
async function fill(files: number): Promise<number> {
  const keys = openVault(await readVaultFile(vaultFile))
  const store = await openSqliteMetadataStore(metadataFile, { epoch: 1, create: false })
  const rows = new FileRows(keys, systemRandom)
  try {
    await store.transact(async (tx) => rows.stores(tx))
    for (let at = 0; at < files; at += FILES_PER_FOLDER) {
      const folder = at / FILES_PER_FOLDER
      await store.transact(async (tx) => rows.folder(tx, folder))
      let next = at
      const end = Math.min(files, at + FILES_PER_FOLDER)
      const lane = async (): Promise<void> => {
        while (next < end) {
          const file = next++
          await store.transact(async (tx) => rows.file(tx, folder, file))
        }
      }
      await Promise.all(Array.from({ length: LANES }, lane))
    }
  } finally {
    await store.close()
  }
  return rows.written
}

process.stdout.write(`${await fill(Number(count))}\n`)
