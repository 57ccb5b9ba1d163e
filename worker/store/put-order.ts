import { HiroError } from '../../shared/errors.ts'
import type { PutOrder } from './piece-store.ts'

/** CIDs in base32: they become names of files. */
const CID = /^[a-z2-7]{8,128}$/

/** Throws `usage`: the caller has checked what came from outside before. */
export function checkOrder({ cid, sizeBytes, revision }: PutOrder): void {
  if (!CID.test(cid)) throw new HiroError('usage', `not a CID in base32: ${cid}`)
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) throw new HiroError('usage', `not a size: ${sizeBytes}`)
  if (!Number.isSafeInteger(revision) || revision < 0) throw new HiroError('usage', `not a revision: ${revision}`)
}

/** A piece that is here cannot have another size: its CID names its bytes. Throws `integrity`. */
export function checkSameSize(order: PutOrder, sizeBytes: number): void {
  if (order.sizeBytes === sizeBytes) return
  throw new HiroError('integrity', `piece ${order.cid} has ${sizeBytes} bytes, not ${order.sizeBytes}`)
}
