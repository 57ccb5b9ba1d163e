import { type Plant, processes, seeds, unit } from './plant.ts'

const CRASH = ['worker/store/disk-piece-store-crash.spec.ts', 'has every piece that it acknowledged, whole'] as const
const UPLOADS = 'coordinator/operations/uploads.spec.ts'
const METADATA = 'coordinator/metadata/sqlite-metadata-store.spec.ts'
const ADMISSION = 'coordinator/service/admission.spec.ts'

export const also: readonly Plant[] = [
  {
    name: 'indexed-before-durable',
    breaks: 'a piece is durable before the index says that it is here',
    edits: [
      {
        file: 'worker/store/disk-piece-store.ts',
        takenOut: `        await file?.makeDurable()
        await this.#index.commit([inlineBytes ? { kind: 'put', row, inlineBytes } : { kind: 'put', row }])
`,
        insteadStands: `        await this.#index.commit([inlineBytes ? { kind: 'put', row, inlineBytes } : { kind: 'put', row }])
        await file?.makeDurable()
`,
      },
    ],
    catchers: [
      unit(...CRASH, /piece \S+ is missing|not the bytes that were put/),
      seeds(40, /lacks piece|has other bytes for piece|never quiet: removal/),
    ],
  },
  {
    name: 'confirmed-before-indexed',
    breaks: 'a put is confirmed after the index has it, durably',
    edits: [
      {
        file: 'worker/store/disk-piece-store.ts',
        takenOut:
          "        await this.#index.commit([inlineBytes ? { kind: 'put', row, inlineBytes } : { kind: 'put', row }])\n",
        insteadStands:
          "        void this.#index.commit([inlineBytes ? { kind: 'put', row, inlineBytes } : { kind: 'put', row }])\n",
      },
    ],
    catchers: [
      unit(...CRASH, /revision \d+ found, one of [\d,]+ promised|revision undefined found/),
      seeds(40, /lacks piece|never quiet: receipts/),
    ],
  },
  {
    name: 'file-removed-before-row',
    breaks: 'a piece that the index has is on the disk',
    edits: [
      {
        file: 'worker/store/disk-piece-store.ts',
        takenOut: "      await this.#index.commit([{ kind: 'remove', cid }])\n",
        insteadStands:
          "      await this.#files.remove(cid)\n      await this.#index.commit([{ kind: 'remove', cid }])\n",
      },
    ],
    catchers: [unit(...CRASH, /piece \S+ is missing/)],
  },
  {
    name: 'receipt-forgotten',
    breaks: 'a receipt stays due until the coordinator has acknowledged it, and not that of an older put',
    edits: [
      {
        file: 'worker/store/disk-piece-store.ts',
        takenOut: '!row.receiptDue || row.revision > revision) return',
        insteadStands: '!row.receiptDue) return',
      },
    ],
    catchers: [unit('worker/store/disk-piece-store.spec.ts', 'receipt', /revision: 8/)],
  },
  {
    name: 'grant-expiry',
    breaks: 'a grant allows nothing after its time',
    edits: [
      {
        file: 'worker/grants.ts',
        takenOut: "    requireThat(seen.untilMs > now, 'it has expired')\n",
        insteadStands: '',
      },
    ],
    catchers: [unit('worker/grants.spec.ts', 'expire by the clock of this worker', /Missing expected exception/)],
  },
  {
    name: 'grant-for-others',
    breaks: 'a worker stores and dials only what the grant names',
    edits: [
      {
        file: 'worker/grants.ts',
        takenOut: '      requireThat(worker !== undefined, `it does not name ${peer}, to forward to`)\n',
        insteadStands: '',
      },
    ],
    catchers: [
      unit(
        'worker/grants.spec.ts',
        'are refused with a forwarding list that leads elsewhere',
        /Missing expected exception/,
      ),
      unit('worker/admission.spec.ts', 'stores nothing without a grant for it', /./),
    ],
  },
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
      seeds(60, /\(integrity\): this must never happen|nobody asked for this: publish/),
    ],
  },
  {
    name: 'new-version-discarded',
    breaks: 'the collector takes what nothing shows any more, and never what a file shows',
    edits: [
      {
        file: 'coordinator/operations/commit.ts',
        takenOut: 'return discardVersion(tx, file, before.version, collectNotBeforeMs)',
        insteadStands: 'return discardVersion(tx, file, intent.version, collectNotBeforeMs)',
      },
    ],
    catchers: [
      seeds(20, /extents\S+ is missing|ref\S+ is missing/),
      unit(UPLOADS, 'pieces of a version that was replaced stay for those who read it', /removal/),
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
    catchers: [unit(UPLOADS, 'pieces of a version that was replaced stay for those who read it', /removal/)],
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
      seeds(20, /is in no folder/),
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
    name: 'segment-number',
    breaks: 'segments of a piece that were swapped, repeated or left out are noticed',
    // In the nonce and in the associated data: each alone keeps a segment in its place.
    edits: [
      { file: 'client/seal/piece-cipher.ts', takenOut: 'this.#nonce.setUint32(7, segment)', insteadStands: '' },
      {
        file: 'client/seal/piece-cipher.ts',
        takenOut: 'this.#aad.setUint32(PIECE_HEADER_LENGTH_BYTES, segment)',
        insteadStands: 'void segment',
      },
    ],
    catchers: [
      unit('client/seal/piece-cipher.spec.ts', 'no nonce is used twice', /2 !== 4/),
      unit('client/seal/piece-cipher.spec.ts', 'a segment appended, repeated, left out or swapped', /was opened/),
    ],
  },
  {
    name: 'name-place',
    breaks: 'a sealed name is bound to its folder and to what it names',
    edits: [
      {
        file: 'client/seal/names.ts',
        takenOut: "return { label: 'name', ids: [parent, child], numbers: [] }",
        insteadStands: "return { label: 'name', ids: [], numbers: [] }",
      },
    ],
    catchers: [unit('client/seal/names.spec.ts', 'do not open in another folder, for another child', /was opened/)],
  },
  {
    name: 'group-place',
    breaks: 'a group of extents is bound to the version that wrote it: an old one is no answer',
    edits: [
      {
        file: 'client/seal/extents.ts',
        takenOut: "return { label: 'extents', ids: [file], numbers: [group, version] }",
        insteadStands: "return { label: 'extents', ids: [file], numbers: [] }",
      },
    ],
    catchers: [
      unit('client/seal/extents.spec.ts', 'do not open for another file, group or version', /was opened/),
      unit(
        'client/download/versions.spec.ts',
        'groups that the coordinator swaps, drops or takes',
        /Missing expected rejection/,
      ),
    ],
  },
  {
    name: 'authenticated-opening',
    breaks: 'no byte is given out that was not sealed under the key of its piece',
    edits: [
      {
        file: 'client/seal/primitives.ts',
        takenOut: `  } catch {
    return false
  }
  return true
`,
        insteadStands: `  } catch {}
  return true
`,
      },
    ],
    catchers: [
      unit('client/seal/piece-cipher.spec.ts', 'is refused with any single bit flipped', /was opened/),
      processes('testnet/specs/bad-pieces.spec.ts', 'every copy of a piece is so: integrity', /flipped|swapped/),
    ],
  },
  {
    name: 'version-memory',
    breaks: 'a client that saw a version of a file is never shown an older one',
    edits: [
      {
        file: 'client/seal/version-memory/file.ts',
        takenOut: 'if (seen > version) throw olderThanSeen(file, version, seen)',
        insteadStands: 'if (seen < 0) throw olderThanSeen(file, version, seen)',
      },
    ],
    catchers: [
      unit(
        'client/seal/version-memory/version-memory.spec.ts',
        'refuses what is older than seen',
        /Missing expected rejection/,
      ),
    ],
  },
]
