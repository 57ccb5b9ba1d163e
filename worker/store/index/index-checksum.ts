import { crc32 } from 'node:zlib'

/** The fields of a row of `pieces` that its checksum covers, as numbers or already as text. `dueOrder` is null when no receipt is due. */
export interface CheckedFields<Value = number | string> {
  readonly cid: string
  readonly sizeBytes: Value
  readonly revision: Value
  readonly inline: Value
  readonly dueOrder: Value | null
}

/** CRC-32 of the fields as text, one per line; an empty line for null. Against decay, not against malice: who can write the index can write a checksum. */
export function rowChecksum({ cid, sizeBytes, revision, inline, dueOrder }: CheckedFields): number {
  return crc32([cid, sizeBytes, revision, inline, dueOrder ?? ''].join('\n'))
}

/** CRC-32 of the CID as text and the bytes, so that bytes under the wrong CID are noticed too. */
export function bytesChecksum(cid: string, bytes: Uint8Array): number {
  return crc32(bytes, crc32(cid))
}
