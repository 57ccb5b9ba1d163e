import { type Plant, processes, seeds, unit } from '../plant.ts'

const UPLOADS = 'coordinator/operations/uploads.spec.ts'
const METADATA = 'coordinator/metadata/sqlite-metadata-store.spec.ts'
const ADMISSION = 'coordinator/service/admission.spec.ts'
const REPLACED = 'coordinator/operations/replaced-version.spec.ts'

export const atTheCoordinator: readonly Plant[] = [
  {
    name: 'pass-role',
    breaks: 'every call checks the role of the peer: a worker is no client',
    edits: [{ file: 'coordinator/service/admission.ts', takenOut: ' || pass.role !== role', insteadStands: '' }],
    catchers: [unit(ADMISSION, 'a pass is for one peer in one role', /Missing expected exception: of a worker/)],
  },
  {
    name: 'pass-of-another',
    breaks: 'a pass opens nothing for a peer that it was not given to',
    edits: [
      { file: 'coordinator/service/admission.ts', takenOut: ' || pass.peer !== peer', insteadStands: '' },
      {
        file: 'worker/passes.ts',
        takenOut: "  if (pass.peer !== peer) throw new HiroError('refused', 'this pass is for another peer')\n",
        insteadStands: '',
      },
    ],
    catchers: [
      unit(ADMISSION, 'a pass is for one peer in one role', /Missing expected exception: of another peer/),
      unit('worker/admission.spec.ts', 'lets nobody do anything without a pass that holds', /./),
    ],
  },
  {
    name: 'room-again',
    breaks: 'a chunk that has to be placed again uses the room that its upload has at a worker',
    edits: [
      {
        file: 'coordinator/operations/place.ts',
        takenOut: '(again ? reservations.of(version, peer) : 0)',
        insteadStands: '(again ? 0 : 0)',
      },
    ],
    catchers: [unit(UPLOADS, 'placed again takes the room that its upload has', /workers have room for another piece/)],
  },
  {
    name: 'swarm-secret',
    breaks: 'joining needs the secret of the swarm',
    edits: [
      {
        file: 'coordinator/service/admission.ts',
        takenOut: 'if (!timingSafeEqual(digest(secret), digest(context.swarm.secret))) {',
        insteadStands: 'if (timingSafeEqual(digest(secret), digest(new Uint8Array()))) {',
      },
    ],
    catchers: [
      unit(ADMISSION, 'the secret of the swarm opens it', /Missing expected exception/),
      processes('testnet/specs/refusals.spec.ts', 'a client with a wrong secret is refused', /\+ +0\n- +8/),
      processes('testnet/specs/refusals.spec.ts', 'a worker with a wrong secret is refused, and ends', /it was let in/),
    ],
  },
  {
    name: 'metadata-checksum',
    breaks: 'a damaged record of the coordinator is refused, not served',
    edits: [
      {
        file: 'coordinator/metadata/row.ts',
        takenOut: 'return typed && checksumOf(key, revision, value) === checksum',
        insteadStands: 'return typed',
      },
    ],
    catchers: [
      unit(METADATA, 'a row with another', /Missing expected rejection/),
      unit(METADATA, 'a flipped bit, a lost page and a misplaced page are refused', /deep-equal/),
    ],
  },
  {
    name: 'index-checksum',
    breaks: "a damaged row of a worker's index is noticed",
    edits: [
      {
        file: 'worker/store/index/sqlite-piece-index.ts',
        takenOut: 'return String(rowChecksum(stored)) !== stored.checksum',
        insteadStands: 'return false',
      },
    ],
    catchers: [
      unit('worker/store/index/sqlite-piece-index.spec.ts', 'notices a row whose', /Missing expected rejection/),
    ],
  },
  {
    name: 'read-set',
    breaks: 'transactions are serializable: what one has read must not have changed when it commits',
    edits: [
      {
        file: 'coordinator/metadata/optimistic-metadata-store.ts',
        takenOut:
          '    return this.#recent.conflict(tx.reads, tx.snapshot, writes ? Number.POSITIVE_INFINITY : newest)\n',
        insteadStands: '    return writes ? undefined : this.#recent.conflict(tx.reads, tx.snapshot, newest)\n',
      },
    ],
    catchers: [
      unit('coordinator/metadata/memory-metadata-store.spec.ts', 'no update is lost among 50 increments', /'50'/),
      unit('coordinator/operations/namespace.spec.ts', 'two folders moved into each other at once', /rejected/),
      seeds(20, /is condemned, and stays|references, there are|is left over|is missing/),
    ],
  },
  {
    name: 'version-goes-back',
    breaks: 'a file never goes back to a version that was opened before the one it has',
    edits: [
      {
        file: 'coordinator/operations/commit.ts',
        takenOut: '  if (before && before.version > intent.version)\n',
        insteadStands: '  if (before && before.version < 0)\n',
      },
    ],
    catchers: [
      unit(UPLOADS, 'a file never goes back to a version', /Missing expected rejection/),
      seeds(160, /\(integrity\): this must never happen|nobody asked for this: publish/),
    ],
  },
  {
    name: 'new-version-discarded',
    breaks: 'the collector takes what nothing shows any more, and never what a file shows',
    edits: [
      {
        file: 'coordinator/operations/commit.ts',
        takenOut: '    replace(tx, file, before, goodbye)\n',
        insteadStands: '    replace(tx, file, { ...before, version: intent.version, content: 0 }, goodbye)\n',
      },
    ],
    catchers: [
      seeds(20, /extents\S+ is missing|ref\S+ is missing|is there twice/),
      unit(REPLACED, 'keeps its pieces for those who read it, until the delay is over', /removal/),
    ],
  },
  {
    name: 'collected-under-readers',
    breaks: 'who reads a version while it is replaced reads it to its end: it is collected after a delay',
    edits: [
      {
        file: 'coordinator/collector/garbage-versions.ts',
        takenOut: 'if (GarbageRecord.decode(value).notBeforeMs <= context.clock.now()) await',
        insteadStands: 'if (GarbageRecord.decode(value).notBeforeMs <= Number.POSITIVE_INFINITY) await',
      },
    ],
    catchers: [unit(REPLACED, 'keeps its pieces for those who read it, until the delay is over', /removal/)],
  },
  {
    name: 'lease',
    breaks: 'a worker that has not been heard of for its lease does not count as alive',
    edits: [
      {
        file: 'coordinator/membership/members.ts',
        takenOut: 'return member.leaseUntilMs > this.#clock.now()',
        insteadStands: 'return member.leaseUntilMs > 0',
      },
    ],
    catchers: [unit(UPLOADS, 'receipts of a worker that has not been heard of for its lease do not count', /copies/)],
  },
  {
    name: 'folder-gone',
    breaks: 'what is put into a folder that was removed meanwhile fails, and does not vanish with it',
    edits: [
      {
        file: 'coordinator/operations/commit.ts',
        takenOut: '  await requireFolder(tx, parent)\n',
        insteadStands: '',
      },
    ],
    catchers: [
      unit(UPLOADS, 'into a folder that was removed meanwhile it fails', /Missing expected rejection/),
      seeds(20, /is in no folder|publish of - to -. made another tree/),
    ],
  },
  {
    name: 'failed-for-unknown',
    breaks: 'a call that may have taken effect is unknown, and never said to have failed',
    edits: [
      {
        file: 'client/control/control-link.ts',
        takenOut: 'if (!(lost && options.mutating)) throw error',
        insteadStands: 'if (lost || !options.mutating || error) throw error',
      },
    ],
    catchers: [
      unit(
        'client/control/control-link.spec.ts',
        'a call that changes something, sent and never answered: unknown',
        /unknown/,
      ),
      seeds(60, /nobody asked for this/),
    ],
  },
  {
    name: 'newest-witness',
    breaks: 'the end of a rotten log is not taken for one that a crash cut: what was acknowledged is there, or refused',
    edits: [
      {
        file: 'coordinator/metadata/sqlite-engine.ts',
        takenOut: 'if (hadLog && newest < acknowledged) {',
        insteadStands: 'if (hadLog && newest < 0 * acknowledged) {',
      },
    ],
    catchers: [
      unit(
        'coordinator/metadata/sqlite-metadata-store.spec.ts',
        'an end that is cut or altered',
        /Missing expected rejection/,
      ),
      unit(
        'testnet/damage/flip-metadata/flip-metadata.spec.ts',
        'in the file or log of a killed coordinator',
        /a scan gave/,
      ),
    ],
  },
]
