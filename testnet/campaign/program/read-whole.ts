import { createHash } from 'node:crypto'
import type { HiroClient } from '../../../client/index.ts'

/** A file's bytes to their end, as their SHA-256 and how many they are. */
export async function readWhole(
  client: HiroClient,
  path: string,
  signal?: AbortSignal,
): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for await (const slice of client.read(path, { signal })) {
    hash.update(slice)
    sizeBytes += slice.byteLength
  }
  return { sha256: hash.digest('hex'), sizeBytes }
}
