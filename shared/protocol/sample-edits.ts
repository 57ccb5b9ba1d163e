import { bytes, cid, entry, id, places, short, version } from './sample-parts.ts'

const fence = { session: id, file: id, number: version }

/** Calls that came with open files. */
export const editsControl = {
  openEdit: [
    { upload: id, file: id, base: version, chunks: 2, pieceBytesMax: 70_000 },
    { version, copies: 3, copiesMin: 2, leaseMs: 30_000, places, dataShards: 0, parityShards: 0 },
  ],
  amend: [
    {
      edit: version,
      version: version + 5,
      added: [{ cid, sizeBytes: 4_195_364, shards: [] as Uint8Array[] }],
      degraded: true,
      groups: [{ group: 7, sealed: bytes(90, 11), pieces: [cid] }],
      dropped: [3, 9],
      sealedHead: bytes(70, 7),
      sealedAttributes: bytes(60, 5),
      last: true,
      loose: true,
      sameContent: false,
      vouchers: [] as { index: number; peer: string; atMs: number; mac: Uint8Array }[],
      fence,
    },
    {
      short,
      next: version + 6,
      revision: version + 6,
      copies: 2,
      contentBytes: 4_195_364,
      committedAtMs: 1_800_000_000_001,
    },
  ],
  readEntry: [{ id }, { entry, parent: bytes(16, 55) }],
} as const
