import { bytes, cid, peer } from './sample-parts.ts'

const mac = bytes(32, 61)

/** What came with vouchers, in messages that were there before. */
export const withVouchers = {
  put: { grant: bytes(40, 9), cid, sizeBytes: 4_195_364, forward: [peer], progressMs: 1000, vouch: true },
  putReply: { outcomes: [{ peer, code: '', message: '', voucher: { atMs: 1_800_000_000_000, mac } }] },
  voucherKey: bytes(32, 63),
  vouchers: [{ index: 3, peer, atMs: 1_800_000_000_000, mac }],
} as const
