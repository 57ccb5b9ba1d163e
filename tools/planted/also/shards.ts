import { type Plant, unit } from '../plant.ts'

const WAY = 'coordinator/shards/shards.spec.ts'
const ADOPT = 'coordinator/shards/adopt.spec.ts'
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
        takenOut: ' || piece.condemned || !(await allThere(context, tx, piece))) return',
        insteadStands: ' || piece.condemned || (await allThere(context, tx, piece)) === undefined) return',
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
        takenOut: 'members.aliveByStore(store) && !stores.has(store))',
        insteadStands: 'members.aliveByStore(store))',
      },
    ],
    catchers: [unit(WAY, 'copies stay until every shard is confirmed', /copies went while one worker had two shards/)],
  },
  {
    name: 'copies-before-workers',
    breaks: 'copies go only when the workers with the shards are there',
    edits: [
      {
        file: 'coordinator/shards/change-shape.ts',
        takenOut: 'members.aliveByStore(store) && !stores.has(store))',
        insteadStands: '(members, !stores.has(store)))',
      },
    ],
    catchers: [unit(WAY, 'copies stay until every shard is confirmed', /copies went while a worker with a shard/)],
  },
  {
    name: 'crowded-shard-kept',
    breaks: 'of a shard too many the one goes that lies beside another shard of the piece',
    edits: [
      {
        file: 'coordinator/repair/trim.ts',
        takenOut: 'copies.draining[0] ?? crowded ?? excess',
        insteadStands: '[copies.draining[0], crowded][0] ?? excess',
      },
    ],
    catchers: [unit(WAY, 'the one goes that has another shard', /fd8beb38b0b3/)],
  },
  {
    name: 'sent-forgotten',
    breaks: 'a shard whose receipt is late is not sent to a second worker',
    edits: [
      {
        file: 'coordinator/shards/plan-shards.ts',
        takenOut: 'open.find(({ peer }) => peer === context.board.sentTo(cid))',
        insteadStands: 'open.find(({ peer }) => peer === `not ${context.board.sentTo(cid)}`)',
      },
    ],
    catchers: [unit(WAY, 'a shard that was sent a moment ago', /worker-[25]/)],
  },
  {
    name: 'one-store-for-two',
    breaks: 'an upload is acknowledged with each shard in a store of its own',
    edits: [
      {
        file: 'coordinator/operations/holders.ts',
        takenOut: 'alive.find(({ store }) => !stores.has(store))',
        insteadStands: 'alive.at(0)',
      },
      {
        file: 'coordinator/operations/holders.ts',
        takenOut: 'stores.size - dataShards + 1)',
        insteadStands: 'shards.filter(({ peers }) => peers.length > 0).length - dataShards + 1)',
      },
    ],
    catchers: [unit(ADOPT, 'two shards in one store count once', /copies: 3/)],
  },
  {
    name: 'too-few-shards',
    breaks: 'an upload is acknowledged with at least k + W - 1 shards of each piece',
    edits: [
      {
        file: 'coordinator/operations/holders.ts',
        takenOut: 'stores.size - dataShards + 1)',
        insteadStands: 'stores.size - dataShards + 2)',
      },
    ],
    catchers: [unit(ADOPT, 'lacks shards: told which', /copies: 2/)],
  },
  {
    name: 'shards-of-others',
    breaks: 'what belongs to another file is no shard of this one',
    edits: [
      {
        file: 'coordinator/shards/adopt.ts',
        takenOut: '    if (!isOurs || (record && record.sizeBytes !== shardBytes))\n',
        insteadStands: '    if (record && isOurs && record.sizeBytes !== shardBytes)\n',
      },
      {
        file: 'coordinator/operations/holders.ts',
        takenOut: '  if (referenced === undefined) return []\n',
        insteadStands: '  void referenced\n',
      },
    ],
    catchers: [unit(ADOPT, 'names shards that are not its own', /shards of another file/)],
  },
  {
    name: 'refill-forgotten',
    breaks: 'a shard that no worker took is made again of the others, and brought to one',
    edits: [
      {
        file: 'client/upload/refill.ts',
        takenOut: '    if (piece.shards) return await refillShards(ports, intent, piece, signal)\n',
        insteadStands: '    if (piece.shards) return true\n',
      },
    ],
    catchers: [unit('client/upload/shards.spec.ts', 'stood still for a moment gets its shards', /2 !== 3/)],
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
          "  if (!isCidOf(piece.cid, bytes)) throw new HiroError('integrity', 'the shards of a piece do not give it back')\n",
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
          "    if (!isCidOf(cid, bytes)) throw new HiroError('integrity', 'a shard is not what its CID names')\n",
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
