import { createHmac, timingSafeEqual } from 'node:crypto'
import { COLLECT_DELAY_MS } from './limits.ts'

export const VOUCHER_KEY_BYTES = 32
/** Older ones are not believed. Nothing that was ever part of a file is removed from a disk sooner, so what is vouched for is still there. */
export const VOUCHER_MS = COLLECT_DELAY_MS

/** What a worker vouches for: this piece is durable in this store, put under that grant. */
export interface Vouched {
  /** Store id, hex. */
  readonly store: string
  readonly cid: string
  readonly sizeBytes: number
  /** Of the grant. */
  readonly revision: number
  /** By the coordinator's clock, as the worker reckons it. */
  readonly atMs: number
}

/**
 * A receipt that a client may carry: the word of the worker that stored a piece, under the key that the coordinator gave it when it joined. Nobody else can make one, and it saves each worker a call and the coordinator a transaction for
 * each piece of a small write.
 */
export function vouch(key: Uint8Array, { store, cid, sizeBytes, revision, atMs }: Vouched): Uint8Array {
  return createHmac('sha256', key)
    .update(`hiro-voucher-1\n${store}\n${cid}\n${sizeBytes}\n${revision}\n${atMs}`)
    .digest()
}

export function isVoucher(key: Uint8Array, mac: Uint8Array, vouched: Vouched): boolean {
  const right = vouch(key, vouched)
  return mac.byteLength === right.byteLength && timingSafeEqual(mac, right)
}
