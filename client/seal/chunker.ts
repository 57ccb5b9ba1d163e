import { CHUNK_SIZE_BYTES } from '../../shared/limits.ts'

/**
 * Cuts a source, whatever its slices, into chunks of exactly `chunkSizeBytes`, the last one shorter; no source bytes, no chunk. Each chunk is a buffer of its own
 * and belongs to the consumer; a slice is copied once and is the source's again when the next one is asked for. Pulls no further than the chunk that is asked for,
 * so one chunk and one slice are in memory. Leaving the loop early ends the source; what the source throws is passed on.
 */
export async function* cutChunks(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  chunkSizeBytes: number = CHUNK_SIZE_BYTES,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  let chunk: Uint8Array<ArrayBuffer> | undefined
  let filled = 0
  for await (const slice of source) {
    for (let taken = 0; taken < slice.byteLength; ) {
      // Not zeroed: memory that is never written to costs a small file nothing.
      chunk ??= new Uint8Array(Buffer.allocUnsafeSlow(chunkSizeBytes).buffer)
      const part = slice.subarray(taken, taken + chunkSizeBytes - filled)
      chunk.set(part, filled)
      taken += part.byteLength
      filled += part.byteLength
      if (filled < chunkSizeBytes) continue
      yield chunk
      chunk = undefined
      filled = 0
    }
  }
  if (chunk !== undefined) yield chunk.subarray(0, filled)
}
