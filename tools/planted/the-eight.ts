import { fault, type Plant, processes, seeds, unit } from './plant.ts'

const CRASH = ['worker/store/disk-piece-store-crash.spec.ts', 'has every piece that it acknowledged, whole'] as const
const BY_HAND = 'testnet/specs/upload-by-hand.spec.ts'
const UPLOADS = 'coordinator/operations/uploads.spec.ts'

/** As the campaign tells of a copy that was confirmed and is gone, or of a store that is none any more. */
const POWER_LOST = /unreadable|integrity|cop(y|ies)|lost|did not join/

export const theEight: readonly Plant[] = [
  {
    name: 'file-fsync',
    breaks: 'a piece that was confirmed is whole after a power cut',
    edits: [{ file: 'worker/store/piece-file-writer.ts', takenOut: '    await file.sync()\n', insteadStands: '' }],
    catchers: [
      // The mark of the store is written in the same way, and is often what shows it first.
      unit(...CRASH, /a store of an unknown kind|not the bytes that were put|has \d+ bytes, not/),
      seeds(20, /has other bytes for piece|cannot start: integrity: the index is that of store/),
      fault('power-cut-all', 2, POWER_LOST),
    ],
  },
  {
    name: 'folder-fsync',
    breaks: 'a piece that was confirmed has its name after a power cut',
    edits: [{ file: 'worker/store/piece-file-writer.ts', takenOut: '    await syncFolder()\n', insteadStands: '' }],
    catchers: [
      // No power cut on ext4 shows it: the fsync of the index, which follows, writes the journal with all names in it.
      unit(...CRASH, /piece \S+ is missing|its folder is new/),
      seeds(20, /has other bytes for piece \S+, or none|cannot start: integrity: .* its folder is new/),
    ],
  },
  {
    name: 'hash-on-receipt',
    breaks: 'a worker keeps no other bytes than those that the name of the piece stands for',
    edits: [
      {
        file: 'worker/store/checked-writer.ts',
        takenOut: "      if (this.#hasher.digest() !== cid) throw this.#wrong('not the bytes that its CID names')\n",
        insteadStands: '',
      },
    ],
    catchers: [
      unit(
        'worker/store/disk-piece-store.spec.ts',
        'refuses other bytes than the CID names',
        /Missing expected rejection/,
      ),
      unit('worker/chain.spec.ts', 'wrong bytes are refused at each hop, and nothing of them is kept', /integrity/),
      processes(BY_HAND, 'puts other bytes than those that the name stands for', /integrity/),
    ],
  },
  {
    name: 'old-removal',
    breaks: 'a removal that is older than the newest put takes nothing away',
    edits: [
      {
        file: 'worker/store/disk-piece-store.ts',
        takenOut: "      if (row !== 'damaged' && row.revision > revision) return 'newer'\n",
        insteadStands: '',
      },
      {
        file: 'worker/store/memory-piece-store.ts',
        takenOut: "    if (piece.revision > revision) return 'newer'\n",
        insteadStands: '',
      },
    ],
    catchers: [
      unit(
        'worker/coordinator-link.spec.ts',
        'removes what the coordinator says, keeps what was put again under a newer revision',
        /true/,
      ),
      processes('worker/main.spec.ts', 'a removal that is told late takes nothing away', /true/),
    ],
  },
  {
    name: 'single-commit',
    breaks: 'an upload is committed at most once, however often its client asks',
    // Before the transaction and in it: each alone answers a second call of a client that waited for the first.
    edits: [
      {
        file: 'coordinator/operations/commit.ts',
        takenOut: `  const done = resultOf(version, intent)
  if (done) return { result: done, short: [], reopened: [] }
`,
        insteadStands: '',
      },
      {
        file: 'coordinator/operations/commit.ts',
        takenOut: `    const done = resultOf(version, intent)
    if (done) return done
`,
        insteadStands: '',
      },
    ],
    catchers: [
      unit(UPLOADS, 'the same upload id opened and committed twice is one file with one result', /revision/),
      seeds(80, /nobody asked for this: publish|a version was published twice/),
      processes(
        'testnet/specs/commit-twice.spec.ts',
        'is one file, also when the coordinator was killed in between',
        /revision/,
      ),
    ],
  },
  {
    name: 'min-copies',
    breaks: 'nothing is acknowledged with fewer than minCopies copies of each piece',
    edits: [
      {
        file: 'coordinator/operations/gather.ts',
        takenOut: 'degraded ? intent.copiesMin : intent.copies',
        insteadStands: 'degraded ? 0 : intent.copies',
      },
    ],
    catchers: [
      unit(UPLOADS, 'with fewer than W copies it is refused', /copies/),
      processes(BY_HAND, 'has its piece at one worker only', /copies/),
      seeds(120, /acknowledged with fewer than \d+ copies/),
    ],
  },
  {
    name: 'store-id',
    breaks: 'what a store held that was wiped counts no more, though its worker is back',
    edits: [
      {
        file: 'coordinator/operations/commit.ts',
        takenOut: `    const lost = row === undefined || StoreRecord.decode(row).lost
    if (lost || context.members.aliveByStore(store) === undefined) return false
`,
        insteadStands: `    if (row === undefined || context.members.aliveByPeer(StoreRecord.decode(row).peer) === undefined) return false
`,
      },
    ],
    catchers: [
      unit(
        UPLOADS,
        'a group that counted on a store is opened again when the store is lost before the commit',
        /copies: 3/,
      ),
      processes(BY_HAND, 'commits after a worker that it counted on was wiped', /copies: \d/),
    ],
  },
  {
    name: 'last-segment-flag',
    // What a worker sends is also held against the size of the piece, which the coordinator tells; the flag alone keeps this where nobody can be believed.
    breaks: 'a piece that was cut at the end of a segment does not pass for a whole one',
    edits: [
      {
        file: 'client/seal/piece-cipher.ts',
        takenOut: 'this.#nonce.setUint8(11, last ? 1 : 0)',
        insteadStands: 'this.#nonce.setUint8(11, 0)',
      },
    ],
    catchers: [
      unit(
        'client/seal/piece-cipher.spec.ts',
        'a piece cut after a whole segment is refused: it lacks the one marked as last',
        /1 of 3 was opened/,
      ),
      unit('client/seal/samples.spec.ts', 'open from the vault alone down to the bytes of the file', /cid: 'baf/),
    ],
  },
]
