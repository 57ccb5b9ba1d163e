import { createCipheriv, createHash } from 'node:crypto'
import { cidOf } from '../../shared/cid.ts'
import type { PieceStore, PieceWriter } from './piece-store.ts'

/** A piece for tests. */
export interface Sample {
  readonly cid: string
  readonly bytes: Uint8Array
}

/** A piece of this size, always the same; another one for another label. A key stream: random bytes, faster than from any Random. */
export function sample(sizeBytes: number, label: string | number = ''): Sample {
  const key = createHash('sha256').update(`${sizeBytes} ${label}`).digest()
  const bytes = createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(new Uint8Array(sizeBytes))
  return { cid: cidOf(bytes), bytes }
}

/** Writes the bytes in slices and finishes. */
export async function writeAll(writer: PieceWriter, bytes: Uint8Array, sliceSizeBytes = 100_000): Promise<void> {
  for (let at = 0; at < bytes.byteLength; at += sliceSizeBytes)
    await writer.write(bytes.subarray(at, at + sliceSizeBytes))
  await writer.finish()
}

/** Puts a piece; `false` when it was there already. */
export async function put(store: PieceStore, { cid, bytes }: Sample, revision = 1): Promise<boolean> {
  const writer = await store.begin({ cid, sizeBytes: bytes.byteLength, revision })
  if (writer === undefined) return false
  await writeAll(writer, bytes)
  return true
}

export async function readAll(
  store: PieceStore,
  cid: string,
  range?: { offset: number; lengthBytes: number },
): Promise<Buffer> {
  const slices: Uint8Array[] = []
  for await (const slice of store.read(cid, range)) slices.push(slice)
  return Buffer.concat(slices)
}

/** The same bytes, but for a bit of the first. */
export function turned(bytes: Uint8Array): Uint8Array {
  const other = Uint8Array.from(bytes)
  other[0] = (other[0] ?? 0) ^ 1
  return other
}
