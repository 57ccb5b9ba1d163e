import { type Plant, unit } from '../plant.ts'

/** What makes copies and takes them away: wrong, it copies for ever, or loses what it should keep. */
export const repair: readonly Plant[] = [
  {
    name: 'grace-time',
    breaks: 'a worker that is away for a moment is not replaced',
    edits: [
      {
        file: 'coordinator/repair/away-stores.ts',
        takenOut: 'return silentMs > (members',
        insteadStands: 'return silentMs >= 0 || silentMs > (members',
      },
    ],
    catchers: [unit('coordinator/repair/repair.spec.ts', 'is not replaced before the grace time', /short\/02/)],
  },
  {
    name: 'nothing-is-helpless',
    breaks: 'what becomes short is seen within a round',
    edits: [
      {
        file: 'coordinator/repair/repairs.ts',
        takenOut: '      if (planned === undefined) return\n      if (planned > 0)',
        insteadStands: '      if (planned !== undefined && planned > 0)',
      },
    ],
    catchers: [unit('coordinator/repair/repair.spec.ts', 'after a look that found nothing', /nobody looked at what/)],
  },
  {
    name: 'half-gone',
    breaks: 'half of the swarm gone at once is not repaired',
    edits: [
      {
        file: 'coordinator/repair/away-stores.ts',
        takenOut: 'if (gone.length >= inUse.length * GONE_SHARE_MAX) {',
        insteadStands: 'if (gone.length > inUse.length / GONE_SHARE_MAX) {',
      },
    ],
    catchers: [unit('coordinator/repair/repair.spec.ts', 'half of the swarm gone at once', /short\//)],
  },
  {
    name: 'last-copy-released',
    breaks: 'what is left of a bad copy stays while there are not enough good ones',
    edits: [
      {
        file: 'coordinator/repair/bad-copies.ts',
        takenOut: 'if (piece.condemned || others.length >= piece.copies) free.push(cid)',
        insteadStands: 'if (others.length <= piece.copies) free.push(cid)',
      },
    ],
    catchers: [
      unit('coordinator/repair/copies.spec.ts', 'the last copy of a piece', /bafkrei/),
      unit('coordinator/repair/copies.spec.ts', 'may go only when there are enough others', /bafkrei/),
    ],
  },
  {
    name: 'trimmed-below',
    breaks: 'a copy too many goes only when the others are with workers that are there',
    edits: [
      {
        file: 'coordinator/repair/trim.ts',
        takenOut: 'copies.good.flatMap((store) => members.aliveByStore(store) ?? [])',
        insteadStands:
          "copies.good.map((store) => members.aliveByStore(store) ?? { store, zone: '', space: { usedBytes: 0, freeBytes: 1, pieces: 0 } } as Member)",
      },
    ],
    catchers: [unit('coordinator/repair/copies.spec.ts', 'is kept while one of the others', /3 !== 4/)],
  },
  {
    name: 'drain-counts',
    breaks: 'what a worker that is being emptied holds is copied to others',
    edits: [
      {
        file: 'coordinator/repair/piece-lists.ts',
        takenOut: ';(store.draining ? draining : good).push(id)',
        insteadStands: 'good.push(id)',
      },
    ],
    catchers: [unit('coordinator/repair/copies.spec.ts', 'a worker that is to be emptied', /short\/02/)],
  },
  {
    name: 'report-heeded',
    breaks: 'a copy that a client found bad is looked at',
    edits: [
      {
        file: 'coordinator/repair/bad-copies.ts',
        takenOut: 'if (member) mailbox.check(member.store, cid)',
        insteadStands: 'void member; void mailbox',
      },
    ],
    catchers: [unit('coordinator/repair/copies.spec.ts', 'that a client finds bad is looked at', /bafkrei/)],
  },
  {
    name: 'rot-served',
    breaks: 'a copy that was found bad is given out no more',
    edits: [
      {
        file: 'worker/store/open-piece.ts',
        takenOut: 'if (row.bad) throw',
        insteadStands: 'if (row.bad && cid.length === 0) throw',
      },
    ],
    catchers: [
      unit('worker/store/disk-piece-store.spec.ts', 'bytes that has rotted is bad', /Missing expected rejection/),
    ],
  },
  {
    name: 'reserve',
    breaks: 'files can be removed when the disk of the coordinator is full',
    edits: [
      {
        file: 'coordinator/reserve/reserve.ts',
        takenOut: "if (!hasCode(error, 'no-room') || !(await this.#space.release())) throw error",
        insteadStands: 'if (!this.#spent) throw error',
      },
    ],
    catchers: [unit('coordinator/reserve/reserve.spec.ts', 'the removal gets it', /the disk is full/)],
  },
  {
    name: 'reserve-for-growth',
    breaks: 'what was set free for removals is not used up by what grows',
    edits: [
      {
        file: 'coordinator/reserve/reserve.ts',
        takenOut: 'if (!this.#spent) return',
        insteadStands: 'if (this.#spent || !this.#spent) return',
      },
    ],
    catchers: [unit('coordinator/reserve/reserve.spec.ts', 'the removal gets it', /Missing expected exception/)],
  },
  {
    name: 'unreadable-piece',
    breaks: 'a piece that cannot be read on a disk that is well is replaced',
    edits: [
      {
        file: 'worker/scrubber.ts',
        takenOut: 'await this.#verify(unreadable, true)',
        insteadStands: 'void unreadable',
      },
    ],
    catchers: [unit('worker/scrub.spec.ts', 'one piece that cannot be read', /bafkrei/)],
  },
  {
    name: 'ill-disk',
    breaks: 'pieces of a disk that is ill are not taken for bad, one after the other',
    edits: [
      {
        file: 'worker/scrubber.ts',
        takenOut: '      this.#unreadable = []\n',
        insteadStands: '',
      },
    ],
    catchers: [unit('worker/scrub.spec.ts', 'one piece that cannot be read', /bafkrei/)],
  },
]
