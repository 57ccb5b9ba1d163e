import { type Plant, seeds, unit } from '../plant.ts'

const CRASH = ['worker/store/disk-piece-store-crash.spec.ts', 'has every piece that it acknowledged, whole'] as const

export const atWorkers: readonly Plant[] = [
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
      seeds(200, /lacks piece|has other bytes for piece|never quiet: removal/),
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
        takenOut: "    await this.#index.commit([{ kind: 'remove', cid }])\n",
        insteadStands: "    await this.#files.remove(cid)\n    await this.#index.commit([{ kind: 'remove', cid }])\n",
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
]
