import { type Plant, unit } from '../plant.ts'

const BACKUPS = 'coordinator/backup/backups.spec.ts'
const UNKNOWN = 'coordinator/backup/unknown-pieces.spec.ts'
const EPOCHS = ['worker/epoch-memory.spec.ts', 'an older life of the swarm, or another of the same number'] as const
const SERVED = ['worker/backup/backups.spec.ts', 'the coordinator puts and drops, whoever has the vault reads'] as const

export const backups: readonly Plant[] = [
  {
    name: 'older-epoch',
    breaks: 'workers refuse a coordinator of an older life of the swarm',
    edits: [
      {
        file: 'worker/epoch-memory.ts',
        takenOut: '  if (now.number < seen.number) {\n',
        insteadStands: '  if (now.number < seen.number) return now\n  if (now.number < 0) {\n',
      },
    ],
    catchers: [unit(...EPOCHS, /Missing expected exception: an older epoch was taken/)],
  },
  {
    name: 'other-life',
    breaks: 'of two lives of one number workers take only the one that they have seen',
    edits: [
      {
        file: 'worker/epoch-memory.ts',
        takenOut: "  if (seen.id !== '' && now.id !== seen.id) {\n",
        insteadStands: "  if (seen.id !== '' && now.id === '') {\n",
      },
    ],
    catchers: [unit(...EPOCHS, /Missing expected exception: another life of the same number was taken/)],
  },
  {
    name: 'unknown-collected',
    breaks: 'pieces that restored metadata do not know are kept until their time is over',
    edits: [
      {
        file: 'coordinator/backup/unknown-pieces.ts',
        takenOut: '  const kept = nowMs < (await keptUntilMs(tx, revision))\n',
        insteadStands: '  const kept = nowMs < 0 * (await keptUntilMs(tx, revision))\n',
      },
    ],
    catchers: [
      unit(UNKNOWN, 'a piece that the metadata do not know is kept', /a piece that is not known was collected at once/),
    ],
  },
  {
    name: 'under-way-collected',
    breaks: 'an upload that was under way at the last backup may have been published, and is kept as such',
    edits: [
      {
        file: 'coordinator/operations/end-intent.ts',
        takenOut: 'Math.max(endedAtMs, await keptUntilMs(tx, version))',
        insteadStands: 'endedAtMs',
      },
    ],
    catchers: [unit(UNKNOWN, 'an upload that was under way at the last backup', /assert\(row\)|expected/i)],
  },
  {
    name: 'chain-gap',
    breaks: 'a restore takes nothing of the log that does not follow from what it has',
    edits: [
      {
        file: 'shared/backup/chain.ts',
        takenOut: '  for (let number = logNumber; before.size > 0; number++) {\n',
        insteadStands: '  for (let number = logNumber; number <= Math.max(...after); number++) {\n',
      },
      {
        file: 'shared/backup/chain.ts',
        takenOut: 'if (link && before.has(toHex(link.header.previous))) ',
        insteadStands: 'if (link) ',
      },
      {
        file: 'shared/backup/chain.ts',
        takenOut: '    next = at > 0 ? reached[at - 1]?.get(toHex(next.header.previous)) : undefined\n',
        insteadStands: '    next = at > 0 ? reached[at - 1]?.values().next().value : undefined\n',
      },
      {
        file: 'shared/backup/chain.ts',
        takenOut:
          "      if (before !== undefined && !leadsTo(before, read)) throw new HiroError('integrity', `${name} follows another`)\n",
        insteadStands: '',
      },
    ],
    catchers: [unit(BACKUPS, 'an object of the log that is missing everywhere', /not the state before the gap/)],
  },
  {
    name: 'removed-before-backup',
    breaks: 'nothing is removed from disks that the newest backup may still need',
    edits: [
      {
        file: 'coordinator/operations/removals.ts',
        takenOut: '    .filter(({ revision }) => context.backups.covers(revision))\n',
        insteadStands: '',
      },
    ],
    catchers: [
      unit(BACKUPS, 'a worker is not told to remove what the newest backup may', /before a backup knew of it/),
    ],
  },
  {
    name: 'noted-before-confirmed',
    breaks: 'a backup counts when enough workers have confirmed it, and not before',
    edits: [
      {
        file: 'coordinator/backup/backup-log.ts',
        takenOut: '    await this.#places.put(made.name, made.bytes, this.isNeeded)\n',
        insteadStands: '    void this.#places.put(made.name, made.bytes, this.isNeeded).catch(() => {})\n',
      },
    ],
    catchers: [unit(BACKUPS, 'confirmed by fewer workers than are asked for', /Missing expected rejection/)],
  },
  {
    name: 'backup-made-up',
    breaks: 'a worker cannot make up a backup and pass it for the coordinator’s',
    edits: [
      {
        file: 'shared/backup/sealed-object.ts',
        takenOut:
          'same(header.recipient, key.recipient) && same(object.proof, hmac(key.proof, Buffer.concat([LABEL, object.header])))',
        insteadStands: 'same(header.recipient, key.recipient) && hmac(key.proof, LABEL).byteLength > 0',
      },
    ],
    catchers: [unit('shared/backup/sealed-object.spec.ts', 'that a worker made up', /assert\(!isFor\(forged/)],
  },
  {
    name: 'backup-for-strangers',
    breaks: 'backups are shown to the coordinator and to whoever has the vault, and to nobody else',
    edits: [
      {
        file: 'worker/backup/serve-backups.ts',
        takenOut: '  const mayRead = isCoordinator || (await isReader(shelf, peer))\n',
        insteadStands: '  const mayRead = isCoordinator || (await isReader(shelf, peer)) || peer.length > 0\n',
      },
    ],
    catchers: [unit(...SERVED, /'went well'/)],
  },
  {
    name: 'restore-forgives-all',
    breaks: 'a restore forgives the versions that it lost, and no others',
    edits: [
      {
        file: 'client/seal/version-memory/after-restore.ts',
        takenOut: 'seen > life.restoredTo && epochOf(seen) < life.epoch',
        insteadStands: 'epochOf(seen) <= life.epoch',
      },
    ],
    catchers: [
      unit(
        'client/seal/version-memory/after-restore.spec.ts',
        'one that the restore lost gives way to an older one',
        /Missing expected rejection/,
      ),
    ],
  },
]
