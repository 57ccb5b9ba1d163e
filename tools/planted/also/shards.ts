import { type Plant, unit } from '../plant.ts'

const WAY = 'coordinator/shards/shards.spec.ts'
const GATHER = 'worker/shards/gather-piece.spec.ts'
const FETCH = 'client/download/fetch-shards.spec.ts'
const ENGINE = 'shared/erasure/matrix-engine.spec.ts'

export const shards: readonly Plant[] = [
  {
    name: 'copies-before-shards',
    breaks: 'copies go only when every shard is there',
    edits: [
      {
        file: 'coordinator/shards/change-shape.ts',
        takenOut: ' || piece.condemned || !(await allThere(tx, piece))) return',
        insteadStands: ' || piece.condemned || (await allThere(tx, piece)) === undefined) return',
      },
    ],
    catchers: [unit(WAY, 'copies stay until every shard is confirmed', /copies went before every shard was there/)],
  },
  {
    name: 'two-shards-at-one-worker',
    breaks: 'the loss of a worker is the loss of one shard of a piece',
    edits: [
      {
        file: 'coordinator/shards/change-shape.ts',
        takenOut: ' && !but.has(store)) return store',
        insteadStands: ') return store',
      },
    ],
    catchers: [unit(WAY, 'copies stay until every shard is confirmed', /copies went while one worker had two shards/)],
  },
  {
    name: 'leaving-copies-count',
    breaks: 'what is about to be removed counts no more',
    edits: [
      {
        file: 'coordinator/shards/change-shape.ts',
        takenOut: 'shape: SHAPE.shards, copies: 0, holders: [] })',
        insteadStands: 'shape: SHAPE.shards, copies: 0 })',
      },
    ],
    catchers: [unit(WAY, 'copies that are on their way out do not count', /shards go for copies that go, too/)],
  },
  {
    name: 'rebuilt-unchecked',
    breaks: 'what a worker puts together from shards is the piece that its CID names',
    edits: [
      {
        file: 'worker/shards/gather-piece.ts',
        takenOut:
          "  if (cidOf(bytes) !== piece.cid) throw new HiroError('integrity', 'the shards of a piece do not give it back')\n",
        insteadStands: '',
      },
    ],
    catchers: [unit(GATHER, 'are those of something else, are no piece', /Missing expected rejection/)],
  },
  {
    name: 'shard-unchecked',
    breaks: 'a client reads around a shard that was altered, and tells of it',
    edits: [
      {
        file: 'client/download/fetch-shards.ts',
        takenOut:
          "    if (cidOf(bytes) !== cid) throw new HiroError('integrity', 'a shard is not what its CID names')\n",
        insteadStands: '',
      },
    ],
    catchers: [unit(FETCH, 'a shard that was altered is told of', /do not give it back/)],
  },
  {
    name: 'parity-order',
    breaks: 'any k of k + m shards give back the piece',
    edits: [
      {
        file: 'shared/erasure/code-matrix.ts',
        takenOut: 'inverse(x ^ powerOfTwo(-column))',
        insteadStands: 'inverse(x ^ powerOfTwo(-(column & 7)))',
      },
    ],
    catchers: [
      unit('shared/erasure/code-matrix.spec.ts', 'every square part of it has an inverse', /the matrix has no inverse/),
    ],
  },
  {
    name: 'old-bytes-behind-a-short-shard',
    breaks: 'a shard that ends early goes on with zeros, whatever was worked on before',
    edits: [
      {
        file: 'shared/erasure/wasm/wasm-engine.ts',
        takenOut: '  if (there.length < bytes) tile.fill(0, there.length, bytes)\n',
        insteadStands: '',
      },
    ],
    catchers: [unit(ENGINE, 'an input that is shorter goes on with zeros', /row \d of .*, \d+ bytes/)],
  },
]
