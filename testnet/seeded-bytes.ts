import { createCipheriv, createHash } from 'node:crypto'

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

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
