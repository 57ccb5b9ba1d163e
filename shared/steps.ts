import { HiroError } from './errors.ts'

/** Who passes a step, in the course of which operations, and what is durable when it does. */
export interface StepFacts {
  readonly role: 'coordinator' | 'worker' | 'client'
  readonly operations: readonly Operation[]
  readonly durable: string
}

export type Operation =
  | 'add'
  | 'replace'
  | 'pack'
  | 'edit'
  | 'remove'
  | 'restore'
  | 'snapshot'
  | 'collect'
  | 'compare'
  | 'repair'
  | 'drain'
  | 'scrub'
  | 'backup'
  | 'recover'
  | 'encode'
  | 'quota'

const WRITES = ['add', 'replace'] as const

/**
 * The steps of every operation at which a process may die: before and after whatever is made durable, and around each message that says so. A process dies at one of them when it is told to (see
 * `armStep`); else passing a step does nothing. Each stands in the code exactly once, as `step('…')`; a new operation adds its own.
 */
export const steps = {
  // ── Add and replace, as the coordinator sees them ──
  'intent-opening': { role: 'coordinator', operations: WRITES, durable: 'nothing' },
  'intent-opened': { role: 'coordinator', operations: WRITES, durable: 'the intent, which the client does not know' },
  'chunks-placed': { role: 'coordinator', operations: WRITES, durable: 'the intent' },
  'receipts-arrived': { role: 'coordinator', operations: WRITES, durable: 'pieces that the coordinator does not know' },
  'receipts-recorded': { role: 'coordinator', operations: WRITES, durable: 'pieces and who holds them' },
  'group-sealing': { role: 'coordinator', operations: WRITES, durable: 'pieces and who holds them' },
  'group-sealed': { role: 'coordinator', operations: WRITES, durable: 'the group' },
  publishing: { role: 'coordinator', operations: WRITES, durable: 'all but that the version counts' },
  published: { role: 'coordinator', operations: WRITES, durable: 'the version, which the client does not know' },
  'packed-publishing': { role: 'coordinator', operations: ['pack'], durable: 'all but that the files count' },
  'packed-published': {
    role: 'coordinator',
    operations: ['pack'],
    durable: 'some files of a pack, which the client does not know',
  },
  'upload-ending': { role: 'coordinator', operations: ['add'], durable: 'an upload that its client gave up' },
  'upload-ended': { role: 'coordinator', operations: ['add'], durable: 'that it is over' },

  // ── Edit ──
  'edit-opening': { role: 'coordinator', operations: ['edit'], durable: 'nothing' },
  'edit-opened': { role: 'coordinator', operations: ['edit'], durable: 'the edit, which the client does not know' },
  'content-copying': { role: 'coordinator', operations: ['edit'], durable: 'the edit, and some of its rows' },
  'content-copied': { role: 'coordinator', operations: ['edit'], durable: 'the edit, and more of its rows' },
  'amend-asking': { role: 'client', operations: ['edit'], durable: 'pieces, and who holds them' },
  'amend-answered': { role: 'client', operations: ['edit'], durable: 'the step, which nobody was told' },
  amending: { role: 'coordinator', operations: ['edit'], durable: 'all but that the step counts' },
  amended: { role: 'coordinator', operations: ['edit'], durable: 'the step, which the client does not know' },
  'pieces-counting': { role: 'coordinator', operations: ['edit'], durable: 'what a step changed' },
  'pieces-counted': { role: 'coordinator', operations: ['edit'], durable: 'which pieces no group lists' },
  'pieces-loosening': { role: 'coordinator', operations: ['edit'], durable: 'pieces that no step took' },
  'pieces-loosened': { role: 'coordinator', operations: ['edit'], durable: 'some of them are condemned' },

  // ── Copies become shards ──
  'shards-describing': { role: 'worker', operations: ['encode'], durable: 'the copies' },
  'shards-recording': { role: 'coordinator', operations: ['encode'], durable: 'the copies' },
  'shards-recorded': {
    role: 'coordinator',
    operations: ['encode'],
    durable: 'the copies, and which shards there shall be',
  },
  'shards-encoded': { role: 'worker', operations: ['encode'], durable: 'the copies, and which shards there shall be' },
  'shard-made': { role: 'worker', operations: ['encode'], durable: 'the copies, and some shards' },
  'shards-verified': { role: 'worker', operations: ['encode'], durable: 'the copies, and all shards' },
  'copies-giving-way': { role: 'coordinator', operations: ['encode'], durable: 'the copies, and all shards' },
  'copies-gave-way': { role: 'coordinator', operations: ['encode'], durable: 'all shards, and copies that shall go' },

  // ── Shards from the start ──
  'shards-pushing': { role: 'client', operations: ['encode'], durable: 'at most other pieces' },
  'shards-pushed': { role: 'client', operations: ['encode'], durable: 'its shards, in stores' },
  'shards-adopting': {
    role: 'coordinator',
    operations: ['encode'],
    durable: 'all shards, each as a piece of the upload',
  },
  'shards-adopted': { role: 'coordinator', operations: ['encode'], durable: 'all shards, as those of their pieces' },

  // ── As a worker sees them ──
  'put-begun': { role: 'worker', operations: WRITES, durable: 'at most a temporary file' },
  'piece-received': { role: 'worker', operations: WRITES, durable: 'at most a temporary file' },
  'piece-synced': { role: 'worker', operations: WRITES, durable: 'the bytes under a temporary name' },
  'piece-renamed': { role: 'worker', operations: WRITES, durable: 'the bytes; their name perhaps' },
  'piece-named': { role: 'worker', operations: WRITES, durable: 'the bytes under their name, in no index' },
  'piece-indexed': { role: 'worker', operations: WRITES, durable: 'the piece and that its receipt is due' },
  'put-answering': {
    role: 'worker',
    operations: WRITES,
    durable: 'the piece, here and behind; nobody was told by this one',
  },
  'receipts-sending': { role: 'worker', operations: WRITES, durable: 'the piece and that its receipt is due' },
  'receipts-answered': {
    role: 'worker',
    operations: WRITES,
    durable: 'the receipt at the coordinator, still due here',
  },

  // ── As the client sees them ──
  'upload-begun': { role: 'client', operations: WRITES, durable: 'the intent' },
  'piece-pushing': { role: 'client', operations: WRITES, durable: 'the intent' },
  'piece-pushed': { role: 'client', operations: WRITES, durable: 'the piece' },
  'commit-asking': { role: 'client', operations: WRITES, durable: 'all but that the version counts' },
  'commit-answered': { role: 'client', operations: WRITES, durable: 'the version, which nobody was told' },
  'pack-begun': { role: 'client', operations: ['pack'], durable: 'the intent' },
  'pack-pushed': { role: 'client', operations: ['pack'], durable: 'the piece' },
  'pack-publishing': { role: 'client', operations: ['pack'], durable: 'all but that the files count' },
  'pack-published': { role: 'client', operations: ['pack'], durable: 'some files of a pack, of which nobody was told' },
  'pack-noted': { role: 'client', operations: ['pack'], durable: 'the files of a pack, here and there' },
  'giving-up': { role: 'client', operations: ['add'], durable: 'pieces of an upload that failed' },
  'upload-noted': { role: 'client', operations: WRITES, durable: 'the version, here and there' },

  // ── Remove ──
  'remove-asking': { role: 'client', operations: ['remove'], durable: 'nothing' },
  'remove-answered': { role: 'client', operations: ['remove'], durable: 'the removal, which nobody was told' },
  removing: { role: 'coordinator', operations: ['remove'], durable: 'nothing' },
  removed: { role: 'coordinator', operations: ['remove'], durable: 'the removal, which the client does not know' },

  // ── Restore ──
  'restore-asking': { role: 'client', operations: ['restore'], durable: 'the number of the restore' },
  'restore-answered': { role: 'client', operations: ['restore'], durable: 'the restore, which nobody was told' },
  restoring: { role: 'coordinator', operations: ['restore'], durable: 'the number of the restore' },
  restored: { role: 'coordinator', operations: ['restore'], durable: 'the restore, which the client does not know' },

  // ── Snapshots ──
  'snapshot-taking': { role: 'coordinator', operations: ['snapshot'], durable: 'nothing' },
  'snapshot-taken': { role: 'coordinator', operations: ['snapshot'], durable: 'the snapshot, which nobody was told' },
  'snapshot-dropping': { role: 'coordinator', operations: ['snapshot'], durable: 'the snapshot' },
  'snapshot-dropped': { role: 'coordinator', operations: ['snapshot'], durable: 'that it is no more, and all it saw' },
  'past-sifting': { role: 'coordinator', operations: ['snapshot'], durable: 'all that snapshots saw' },
  'past-sifted': { role: 'coordinator', operations: ['snapshot'], durable: 'some of it is garbage' },

  // ── Collection ──
  'trash-expiring': { role: 'coordinator', operations: ['collect'], durable: 'what was in the trash for its time' },
  'trash-expired': { role: 'coordinator', operations: ['collect'], durable: 'it is garbage' },
  'folder-taking-apart': { role: 'coordinator', operations: ['collect'], durable: 'a folder that nothing shows' },
  'folder-taken-apart': { role: 'coordinator', operations: ['collect'], durable: 'a part of it is garbage' },
  'version-collecting': { role: 'coordinator', operations: ['collect'], durable: 'a version that nothing shows' },
  'version-collected': { role: 'coordinator', operations: ['collect'], durable: 'some of its pieces are condemned' },
  'absence-telling': { role: 'worker', operations: ['compare'], durable: 'nothing' },
  'absence-noting': { role: 'coordinator', operations: ['compare'], durable: 'that a piece is here which is not' },
  'absence-noted': { role: 'coordinator', operations: ['compare'], durable: 'that it has to be made anew' },
  'removals-telling': { role: 'coordinator', operations: ['collect'], durable: 'what shall go' },
  'removals-confirming': {
    role: 'coordinator',
    operations: ['collect'],
    durable: 'gone at the worker, not known here',
  },
  'removals-confirmed': { role: 'coordinator', operations: ['collect'], durable: 'gone, and forgotten' },
  'piece-removing': { role: 'worker', operations: ['collect'], durable: 'the piece' },
  'piece-unindexed': { role: 'worker', operations: ['collect'], durable: 'the bytes, in no index' },
  'piece-removed': { role: 'worker', operations: ['collect'], durable: 'nothing of it' },
  'removals-reporting': {
    role: 'worker',
    operations: ['collect'],
    durable: 'nothing of it; the coordinator was not told',
  },

  // ── Quotas ──
  'files-recounting': { role: 'coordinator', operations: ['quota'], durable: 'that files may count elsewhere' },
  'files-recounted': { role: 'coordinator', operations: ['quota'], durable: 'some of them do' },

  // ── Repair, emptying and evening out ──
  'pieces-relisting': { role: 'coordinator', operations: ['drain'], durable: 'that pieces count otherwise' },
  'pieces-relisted': { role: 'coordinator', operations: ['drain'], durable: 'some of them are on their list' },
  'repairs-ordering': { role: 'coordinator', operations: ['repair', 'drain'], durable: 'what is short' },
  'repairs-ordered': {
    role: 'coordinator',
    operations: ['repair', 'drain'],
    durable: 'what is short; nobody was told',
  },
  'copies-trimming': { role: 'coordinator', operations: ['drain'], durable: 'that there are too many copies' },
  'copies-trimmed': { role: 'coordinator', operations: ['drain'], durable: 'what shall go, which nobody was told' },
  'piece-sending': { role: 'worker', operations: ['repair', 'drain'], durable: 'the piece here' },
  'piece-sent': {
    role: 'worker',
    operations: ['repair', 'drain'],
    durable: 'the piece, here and there; the coordinator may not know',
  },

  // ── Scrub ──
  'scrub-noting': { role: 'worker', operations: ['scrub'], durable: 'how far it had come before' },
  'copy-spoiling': { role: 'worker', operations: ['scrub'], durable: 'a copy that is bad and counts' },
  'copy-spoilt': { role: 'worker', operations: ['scrub'], durable: 'that it is bad; the coordinator was not told' },
  'bad-copies-arrived': { role: 'coordinator', operations: ['scrub'], durable: 'that the worker knows it is bad' },
  'bad-copies-recorded': { role: 'coordinator', operations: ['scrub'], durable: 'that it counts no more' },

  // ── Backup ──
  'backup-sealed': { role: 'coordinator', operations: ['backup'], durable: 'changes that no worker has' },
  'backup-confirmed': { role: 'coordinator', operations: ['backup'], durable: 'an object on workers, not noted here' },
  'backup-noted': { role: 'coordinator', operations: ['backup'], durable: 'that it is there; its changes still kept' },
  'snapshot-begun': { role: 'coordinator', operations: ['backup'], durable: 'the log that it goes with' },
  'snapshot-placed': { role: 'coordinator', operations: ['backup'], durable: 'all parts on workers, not noted here' },
  'snapshot-noted': {
    role: 'coordinator',
    operations: ['backup'],
    durable: 'it counts; the one before is still there',
  },
  'backups-dropped': { role: 'coordinator', operations: ['backup'], durable: 'only what is needed' },

  // ── Restore ──
  'restore-begun': { role: 'coordinator', operations: ['recover'], durable: 'an empty folder' },
  'restore-filled': {
    role: 'coordinator',
    operations: ['recover'],
    durable: 'all rows, under a name that nothing reads',
  },
  'restore-prepared': {
    role: 'coordinator',
    operations: ['recover'],
    durable: 'identity, secret and configuration too',
  },
  'restore-done': { role: 'coordinator', operations: ['recover'], durable: 'the metadata under their name' },
} as const satisfies Record<string, StepFacts>

export type Step = keyof typeof steps

export interface ArmedStep {
  readonly label: Step
  /** At which of its passes; the first is 1. */
  readonly pass: number
}

let armed: (ArmedStep & { readonly die: () => void }) | undefined
let passes = 0

/** Passed by whoever comes to it. Nothing happens, unless this process is to die here. */
export function step(label: Step): void {
  if (armed?.label !== label) return
  passes++
  if (passes === armed.pass) armed.die()
}

/** From now on this process dies at a step. For the campaign, which kills processes where it hurts; nothing else calls it. */
export function armStep(at: ArmedStep, die: () => void): void {
  armed = { ...at, die }
  passes = 0
}

/** `LABEL` or `LABEL:PASS`, as it stands in HIRO_KILL_AT. Throws `usage`: a process that was to die and does not would prove nothing. */
export function parseStep(text: string): ArmedStep {
  const [label = '', pass = '1', ...more] = text.split(':')
  if (!Object.hasOwn(steps, label)) throw new HiroError('usage', `HIRO_KILL_AT: there is no step "${label}"`)
  if (!/^[1-9]\d*$/.test(pass) || more.length > 0) {
    throw new HiroError('usage', `HIRO_KILL_AT: "${text}" is not LABEL or LABEL:PASS`)
  }
  return { label: label as Step, pass: Number(pass) }
}
