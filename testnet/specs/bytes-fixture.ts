import { createCipheriv, createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const BLOCK_BYTES = 2 ** 20

/** Bytes that look random, the same for the same seed; as fast as they can be taken. */
export function* randomBlocks(seed: string, sizeBytes: number): Generator<Buffer> {
  const key = createHash('sha256').update(seed).digest()
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  for (let left = sizeBytes; left > 0; left -= BLOCK_BYTES) {
    yield cipher.update(Buffer.alloc(Math.min(BLOCK_BYTES, left)))
  }
}

export function randomBytes(seed: string, sizeBytes: number): Buffer {
  return Buffer.concat([...randomBlocks(seed, sizeBytes)])
}

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

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
