import { join } from 'node:path'
import { hasCode } from '../shared/errors.ts'
import { writeDurably } from '../shared/files/durable-file.ts'
import { readPrivateFile } from '../shared/files/private-file.ts'
import { readSecretFile } from '../shared/files/secret-file.ts'

/** What lies in a client's folder beside the vault and the secret, whose places are configured. */
export const clientFiles = (folder: string) => ({
  config: join(folder, 'config.json'),
  identity: join(folder, 'identity.key'),
  pass: join(folder, 'pass'),
  versions: join(folder, 'versions.sqlite'),
})

const PASS_SIZE_BYTES_MAX = 4096

/** The pass that the coordinator gave the last time; `undefined`: none, or nothing that could be one, and the secret brings another. */
export async function readPass(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readPrivateFile(path, PASS_SIZE_BYTES_MAX)
  } catch (error) {
    if (hasCode(error, 'not-found', 'integrity')) return undefined
    throw error
  }
}

export async function writePass(path: string, pass: Uint8Array): Promise<void> {
  await writeDurably(path, pass)
}

/** `undefined`: there is none, as on a client that has its pass. */
export async function readSecretIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readSecretFile(path)
  } catch (error) {
    if (hasCode(error, 'not-found')) return undefined
    throw error
  }
}
