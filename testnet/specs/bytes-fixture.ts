import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export { randomBlocks, randomBytes, sha256 } from '../seeded-bytes.ts'

/** Writes them as fast as they are taken, ends, and gives their SHA-256. */
export async function feed(stdin: Writable, blocks: Iterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  const hashed = function* (): Generator<Buffer> {
    for (const block of blocks) {
      hash.update(block)
      yield block
    }
  }
  await pipeline(Readable.from(hashed()), stdin)
  return hash.digest('hex')
}

export async function sha256Of(stream: Readable): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(stream, hash)
  return hash.digest('hex')
}
