import { BackupBody } from '../../shared/backup/backup.js'
import { revisionKey } from '../../shared/revision.ts'
import type { Writes } from './metadata-engine.ts'
import type { Entry, Revision } from './metadata-store.ts'

/** From the commit on that writes this row, every commit leaves what it changed beside it. The row stays for good; a new value says that what was left before is of no use. */
export const JOURNAL_SWITCH = 'meta/journal'
/** `change/<revision>/<part>`: what one commit changed, until a backup has it. */
export const CHANGES = 'change/'
/** What is of this one store and of no other: it is neither kept among the changes nor restored. */
const OWN = [CHANGES, JOURNAL_SWITCH, 'meta/backup-state']

/** A value's limit, less a little. */
const PART_BYTES = 60_000

export function isOwn(key: string): boolean {
  return OWN.some((own) => key.startsWith(own))
}

/** What a commit wrote, with a row or more that say so. These come on top of a transaction's limits. */
export function withChanges(revision: Revision, writes: Writes): Writes {
  const rows = [...writes].flatMap(([key, value]) =>
    isOwn(key) ? [] : [{ key, value: value ?? new Uint8Array(), gone: value === undefined }],
  )
  if (rows.length === 0) return writes
  const bytes = BackupBody.encode({ rows })
  const all = new Map(writes)
  for (let part = 0; part * PART_BYTES < bytes.byteLength; part++) {
    all.set(changeKey(revision, part), bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES))
  }
  return all
}

/** The first key that a commit after `revision` can have left. */
export function changesAfter(revision: Revision): string {
  return `${CHANGES}${revisionKey(revision)}0` // '0' follows '/'
}

export interface Change {
  readonly revision: Revision
  readonly rows: BackupBody['rows']
}

/** Puts the parts of commits together again, in order. What follows the last whole commit of a page stays for the next one. */
export function changesOf(entries: readonly Entry[], pageIsFull: boolean): Change[] {
  const byRevision = Map.groupBy(entries, ({ key }) => key.slice(0, key.lastIndexOf('/')))
  const commits = [...byRevision].map(([key, parts]) => ({
    revision: Number.parseInt(key.slice(CHANGES.length), 16),
    parts,
  }))
  // The next page may begin with another part of it.
  if (pageIsFull && commits.length > 1) commits.pop()
  return commits.map(({ revision, parts }) => ({
    revision,
    rows: BackupBody.decode(Buffer.concat(parts.map(({ value }) => value))).rows,
  }))
}

function changeKey(revision: Revision, part: number): string {
  return `${CHANGES}${revisionKey(revision)}/${part.toString(16).padStart(2, '0')}`
}
