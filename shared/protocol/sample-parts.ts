/** What samples of messages are made of: every field set, and every byte told. */
export const bytes = (length: number, first: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (first + at) & 0xff)

export const id = bytes(16, 1)
export const tag = bytes(32, 32)
export const cid = Uint8Array.from([0x01, 0x55, 0x12, 0x20, ...bytes(32, 64)])
export const version = 2 ** 40 + 7
export const peer = '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp'
export const worker = { peer, addresses: ['/ip4/192.0.2.1/tcp/4001'], name: 'cellar', zone: 'home', alive: true }
export const entry = {
  id,
  tag,
  folder: false,
  sealedName: bytes(80, 3),
  sealedAttributes: bytes(60, 5),
  version,
  sealedHead: bytes(70, 7),
  revision: version + 1,
  committedAtMs: 1_800_000_000_000,
}
export const places = { workers: [worker], placements: [{ workers: [0] }], grant: bytes(40, 9) }
export const group = {
  version,
  group: 1,
  sealed: bytes(90, 11),
  pieces: [{ cid, sizeBytes: 4_195_364, shards: [] as Uint8Array[] }],
  degraded: true,
}
export const result = { version, revision: version + 2, copies: 2 }
export const short = [{ index: 3, holders: [peer], shards: [] as { cid: Uint8Array; holders: string[] }[] }]
export const space = { usedBytes: 4_195_364, freeBytes: 2 ** 40, pieces: 1 }

export const piece = {
  hello: { pass: bytes(50, 17) },
  put: { grant: bytes(40, 9), cid, sizeBytes: 4_195_364, forward: [peer], progressMs: 1000, vouch: false },
  get: { cid, offset: 65_536, lengthBytes: 131_072 },
  stat: { cids: [cid, cid] },
} as const

export const pieceReplies = {
  failure: { code: 'not-found', message: 'no piece here' },
  put: {
    outcomes: [
      { peer, code: '', message: '' },
      { peer, code: 'no-room', message: 'no room left' },
    ],
  },
  get: { sizeBytes: 4_195_364, lengthBytes: 131_072 },
  stat: {
    states: [
      { present: true, sizeBytes: 4_195_364, code: '' },
      { present: false, sizeBytes: 0, code: 'integrity' },
    ],
  },
  progress: {},
} as const

export const openIntent = {
  upload: id,
  parent: id,
  tag,
  file: id,
  sealedName: bytes(80, 3),
  replace: true,
  copies: 3,
  copiesMin: 2,
  chunks: 64,
  pieceBytesMax: 4_195_364,
  sizeHintBytes: 2 ** 34,
  replaces: true,
}
