import { BackupRequest, BackupResponse } from './backup/backup-calls.js'
import { ControlRequest, ControlResponse } from './control/control.js'
import { MembershipRequest, MembershipResponse } from './membership/membership.js'
import { PieceReply, PieceRequest } from './piece/piece.js'
import { backup } from './sample-backups.ts'
import { changesControl } from './sample-changes.ts'
import { editsControl } from './sample-edits.ts'
import { locksControl } from './sample-locks.ts'
import { moveOver, namesControl } from './sample-names.ts'
import {
  bytes,
  cid,
  entry,
  group,
  id,
  openIntent,
  peer,
  piece,
  pieceReplies,
  places,
  result,
  short,
  space,
  tag,
  version,
  worker,
} from './sample-parts.ts'
import { quotasControl } from './sample-quotas.ts'
import { shardsControl, shardsMembership } from './sample-shards.ts'
import { olderMap, olderMaps, snapshotsControl } from './sample-snapshots.ts'
import { withVouchers } from './sample-vouchers.ts'
import { Grant, Pass, Signed } from './token/token.js'

const control = {
  hello: [
    { secret: bytes(32, 13), pass: bytes(50, 15) },
    { pass: bytes(50, 17), swarm: id, epoch: 1, copies: 3, copiesMin: 2, epochProof: bytes(0, 0) },
  ],
  lookup: [{ parent: id, tag }, { entry }],
  list: [
    { folder: id, after: tag, limit: 100 },
    { entries: [entry], more: true },
  ],
  makeFolder: [{ parent: id, tag, id, sealedName: bytes(80, 3), sealedAttributes: bytes(60, 5) }, { entry }],
  remove: [{ parent: id, tag, id, recursive: true, now: true, seen: version }, { revision: version }],
  move: [
    { parent: id, tag, id, newParent: id, newTag: tag, sealedName: bytes(80, 3), seen: version, replace: false },
    { revision: version },
  ],
  openIntent: [
    openIntent,
    { version, copies: 3, copiesMin: 2, leaseMs: 30_000, places, committed: result, dataShards: 0, parityShards: 0 },
  ],
  place: [{ version, chunks: 1, pieceBytesMax: 4_195_364, avoid: [peer], copies: 1 }, { places }],
  renew: [{ version }, {}],
  sealGroup: [group, { short, copies: 2 }],
  commit: [
    { version, groups: 2, sealedHead: bytes(70, 7), sealedAttributes: bytes(60, 5), lastGroup: group },
    { result, short, reopened: [0, 1] },
  ],
  openPack: [
    { upload: id, pack: id, folder: id, copiesMin: 2, pieceBytes: 1_049_864 },
    { version, copies: 3, copiesMin: 2, leaseMs: 30_000, places, committed: result, dataShards: 4, parityShards: 2 },
  ],
  publishPacked: [
    {
      version,
      piece: { cid, sizeBytes: 1_049_864, shards: [cid, cid] },
      degraded: true,
      files: [
        {
          parent: id,
          tag,
          file: id,
          sealedName: bytes(80, 3),
          sealedAttributes: bytes(60, 5),
          sealedHead: bytes(70, 7),
          sealedGroup: bytes(90, 11),
          sizeBytes: 4096,
        },
      ],
    },
    { short, copies: 2, revision: version, results: [{ code: 'exists', message: 'already there' }] },
  ],
  abortIntent: [{ version }, { committed: result }],
  readMap: [
    { file: id, version, firstGroup: 4, groups: 2, numbers: [] as number[], removed: false },
    {
      groups: [{ group: 4, sealed: bytes(90, 11), pieces: [{ cid, sizeBytes: 4_195_364, holders: [0], copies: 0 }] }],
      workers: [worker],
    },
  ],
  readMaps: [
    { files: [{ file: id, version }] },
    {
      files: [
        { code: '', sealed: bytes(90, 11), piece: 1 },
        { code: 'changed', sealed: bytes(0, 0), piece: 0 },
      ],
      pieces: [{ cid, sizeBytes: 1_049_864, holders: [0], copies: 3 }],
      workers: [worker],
    },
  ],
  status: [
    {},
    {
      swarm: id,
      epoch: 1,
      revision: version,
      workers: [{ worker, capacityBytes: 2 ** 41, ...space, lastSeenMs: 12, removals: 3, draining: true, away: true }],
      pieces: 10,
      piecesUnder: 2,
      piecesLost: 1,
      intents: 1,
      repair: { pieces: 2, missingBytes: 2 ** 33, underWay: 1, bytesPerSecond: 2 ** 25, over: 1, rebalancing: true },
    },
  ],
  reportBad: [{ cid, worker: peer, code: 'integrity' }, {}],
  drain: [{ worker: 'cellar', off: true }, {}],
  rebalance: [{ off: true }, {}],
  listTrash: [
    { after: 'expiry/0', parent: id, tag },
    {
      items: [
        {
          entry,
          parent: id,
          replaced: true,
          atMs: 1_800_000_000_000,
          untilMs: 1_800_000_600_000,
          storedBytes: 12_586_092,
        },
      ],
      folders: [{ id, parent: id, tag, sealedName: bytes(80, 3) }],
      next: 'expiry/1',
    },
  ],
  openRestore: [{}, { number: version }],
  restore: [
    { number: version, id, version, parent: id, tag, sealedName: bytes(80, 3), sealedHead: bytes(70, 7) },
    { revision: version },
  ],
  emptyTrash: [{ items: [{ id, version }] }, {}],
  setPolicy: [{ folder: id, policy: { copies: 0, dataShards: 4, parityShards: 2 } }, {}],
  readPolicy: [{ id }, { policy: { copies: 3, dataShards: 4, parityShards: 2 }, own: true, above: 2 }],
} as const

const membership = {
  join: [
    {
      secret: bytes(32, 13),
      store: id,
      capacityBytes: 2 ** 41,
      zone: 'home',
      name: 'cellar',
      addresses: ['/ip4/192.0.2.1/tcp/4001'],
      space,
    },
    {
      pass: bytes(50, 17),
      swarm: id,
      epoch: 1,
      heartbeatMs: 1000,
      leaseMs: 5000,
      nowMs: 1_800_000_000_000,
      epochId: bytes(0, 0),
      voucherKey: bytes(0, 0),
    },
  ],
  heartbeat: [{ space }, { nowMs: 1_800_000_000_000, pass: bytes(50, 17) }],
  receipts: [{ receipts: [{ cid, sizeBytes: 4_195_364, revision: version }] }, {}],
  removals: [
    { outcomes: [{ cid, revision: version, kept: true }], waitMs: 10_000 },
    { removals: [{ cid, revision: version }] },
  ],
  inventory: [
    {
      ranges: [{ after: 'bafka', last: 'bafkz', pieces: 256, digest: bytes(32, 23) }],
      listing: { after: 'bafka', last: 'bafkz', cids: [cid] },
      absent: [cid],
    },
    { differing: [0, 3], unknown: [cid], missing: [cid] },
  ],
  leave: [{}, {}],
  tasks: [
    { outcomes: [{ cid, code: 'no-room', peer, shards: [] }], waitMs: 10_000 },
    {
      tasks: [
        { cid, sizeBytes: 4_195_364, targets: [{ peer, addresses: ['/ip4/192.0.2.1/tcp/4001'] }], grant: bytes(40, 9) },
      ],
      checks: [cid],
    },
  ],
  badCopies: [{ cids: [cid] }, { released: [cid] }],
} as const

/** Fields that came with backups, in messages that were there before. */
const withBackups = {
  hello: {
    secret: bytes(32, 13),
    pass: bytes(50, 15),
    backup: { recipient: bytes(32, 23), reader: peer, proof: bytes(32, 25) },
  },
  helloResponse: { ...control.hello[1], epochProof: bytes(90, 27) },
  joinResponse: { ...membership.join[1], epochId: id },
  statusResponse: {
    ...control.status[1],
    backup: { condition: 'old', ageMs: 400_000, recipient: bytes(32, 23) },
    restored: { atMs: 1_800_000_000_000, keptUntilMs: 1_802_592_000_000, unknown: 3, unknownBytes: 4_195_364 },
  },
} as const
export interface Sample {
  /** Of the file in samples/. */
  readonly name: string
  readonly message: object
  encode(): Uint8Array
  decode(bytes: Uint8Array): object
}

interface AnyCodec {
  encode(message: object): Uint8Array
  decode(bytes: Uint8Array): object
}

function sample(name: string, codec: AnyCodec, message: object): Sample {
  return { name, message, encode: () => codec.encode(message), decode: (bytes) => codec.decode(bytes) }
}

function callSamples(
  protocol: string,
  codecs: { request: AnyCodec; response: AnyCodec },
  calls: Record<string, readonly [object, object]>,
): Sample[] {
  return Object.entries(calls).flatMap(([name, [request, response]]) => [
    sample(`${protocol}-${name}-request`, codecs.request, { id: 7, [name]: request }),
    sample(`${protocol}-${name}-response`, codecs.response, { id: 7, [name]: response }),
  ])
}

function pieceSamples(): Sample[] {
  const requests = Object.entries(piece).map(([name, body]) =>
    sample(`piece-1-${name}-request`, PieceRequest, { [name]: body }),
  )
  const replies = Object.entries(pieceReplies).map(([name, body]) =>
    sample(`piece-1-${name}-reply`, PieceReply, { [name]: body }),
  )
  return [...requests, ...replies]
}

/** One message of each kind with every field set, as the first release of each protocol encodes it. */
export const samples: readonly Sample[] = [
  ...callSamples('control-1', { request: ControlRequest, response: ControlResponse }, control),
  ...callSamples('control-1', { request: ControlRequest, response: ControlResponse }, namesControl),
  sample('control-1-move-replace-request', ControlRequest, { id: 7, move: moveOver }),
  ...callSamples('membership-1', { request: MembershipRequest, response: MembershipResponse }, membership),
  ...callSamples('backup-1', { request: BackupRequest, response: BackupResponse }, backup),
  ...callSamples('shards-control-1', { request: ControlRequest, response: ControlResponse }, shardsControl),
  ...callSamples('shards-membership-1', { request: MembershipRequest, response: MembershipResponse }, shardsMembership),
  ...callSamples('quotas-control-1', { request: ControlRequest, response: ControlResponse }, quotasControl),
  ...callSamples('edits-control-1', { request: ControlRequest, response: ControlResponse }, editsControl),
  ...callSamples('locks-control-1', { request: ControlRequest, response: ControlResponse }, locksControl),
  ...callSamples('changes-control-1', { request: ControlRequest, response: ControlResponse }, changesControl),
  ...callSamples('snapshots-control-1', { request: ControlRequest, response: ControlResponse }, snapshotsControl),
  sample('snapshots-control-1-readMap-request', ControlRequest, { id: 7, readMap: olderMap }),
  sample('snapshots-control-1-readMaps-request', ControlRequest, { id: 7, readMaps: olderMaps }),
  ...pieceSamples(),
  sample('control-1-hello-backup-request', ControlRequest, { id: 7, hello: withBackups.hello }),
  sample('control-1-hello-restored-response', ControlResponse, { id: 7, hello: withBackups.helloResponse }),
  sample('control-1-status-backup-response', ControlResponse, { id: 7, status: withBackups.statusResponse }),
  sample('membership-1-join-epoch-response', MembershipResponse, { id: 7, join: withBackups.joinResponse }),
  sample('membership-1-join-voucher-response', MembershipResponse, {
    id: 7,
    join: { ...withBackups.joinResponse, voucherKey: withVouchers.voucherKey },
  }),
  sample('piece-1-put-vouch-request', PieceRequest, { put: withVouchers.put }),
  sample('piece-1-put-voucher-reply', PieceReply, { put: withVouchers.putReply }),
  sample('edits-control-1-amend-vouchers-request', ControlRequest, {
    id: 7,
    amend: { ...editsControl.amend[0], vouchers: withVouchers.vouchers },
  }),
  sample('control-1-failure', ControlResponse, { id: 7, failure: { code: 'no-room', message: 'no room left' } }),
  sample('pass-1', Pass, { swarm: id, epoch: 1, peer, role: 'client', expiresAtMs: 1_800_000_000_000 }),
  sample('grant-1', Grant, {
    swarm: id,
    epoch: 1,
    peer,
    revision: version,
    id,
    workers: [{ peer, addresses: ['/ip4/192.0.2.1/tcp/4001'] }],
    pieceBytesMax: 4_195_364,
    bytesMax: 2 ** 29,
    ttlMs: 600_000,
  }),
  sample('signed-1', Signed, { payload: bytes(20, 19), signature: bytes(64, 21) }),
]
