import type { ResolvedSetting } from '../../shared/config/config.ts'
import { type ErrorCode, errorTable } from '../../shared/errors.ts'
import type { Peer } from '../../shared/piece-map.ts'
import type {
  AddResult,
  CheckResult,
  Entry,
  FoundPolicy,
  QuotaUse,
  Restored,
  Snapshot,
  SwarmStatus,
  Tidied,
  TrashItem,
  Usage,
  Version,
  WatchedChange,
  Why,
} from '../index.ts'
import { policyText } from '../policy-text.ts'

/**
 * What programs may rely on: exit codes, and the shapes of `--json`. Both are documented in README.md beside this file, and a spec holds the two together. Names are never
 * reused for something else; new ones may come. Sizes are bytes, times milliseconds since the Unix epoch.
 */

type Exit = 0 | (typeof errorTable)[ErrorCode]['exit']

const exitMeanings: Readonly<Record<Exit, string>> = {
  0: 'done',
  1: 'anything else: the operating system, a peer of another version, a bug',
  2: 'wrong use: an argument, an option, a configuration value or a name that cannot be',
  3: 'not found',
  4: 'already there, or not what is needed there; nothing changed',
  5: 'not possible now: unreachable, too few workers, no room; nothing changed',
  6: 'integrity: bytes are not what was stored; no wrong byte was given out',
  7: 'unknown: the answer was lost; it may or may not have happened',
  8: 'refused: the secret, pass, grant or role does not allow it',
  130: 'interrupted',
}

export interface ExitRow {
  readonly exit: number
  readonly means: string
  readonly codes: readonly ErrorCode[]
}

/** Every exit code, and the errors that end with it. */
export function exitTable(): ExitRow[] {
  const codes = Object.keys(errorTable) as ErrorCode[]
  return Object.entries(exitMeanings).map(([text, means]) => {
    const exit = Number(text)
    return { exit, means, codes: codes.filter((code) => errorTable[code].exit === exit) }
  })
}

export function exitCodeOf(code: ErrorCode): number {
  return errorTable[code].exit
}

// ── --json ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The last line on standard error when a command with `--json` fails. */
export function errorJson({ code, message }: { code: ErrorCode; message: string }) {
  return { error: { code, message } }
}

/** `add`: a line for each file, as it is acknowledged. */
export function addJson({ path, sizeBytes, pieces, copies }: AddResult) {
  return { path, size: sizeBytes, pieces, copies }
}

/** `tidy`: a line for each file that was in many parts. */
export function tidyJson(path: string, { bytes, parts }: Tidied) {
  return { path, bytes, parts }
}

/** `watch`: a line for each change. */
export function watchJson(change: WatchedChange) {
  const { kind, path } = change
  if (change.kind === 'overflow') return { kind, path }
  const { folder, id, revision, atMs } = change
  return { kind, path, ...(change.kind === 'moved' && { from: change.from }), folder, id, revision, atMs }
}

/** `stat`: one line, with the policy that holds there. `ls`: a line for each entry, sorted by name. */
export function entryJson(entry: Entry, policy?: FoundPolicy) {
  const { path, name, kind, id, revision } = entry
  const mode = entry.mode.toString(8).padStart(4, '0')
  const file = entry.kind === 'file' ? { size: entry.sizeBytes, version: entry.version } : {}
  return {
    path,
    name,
    kind,
    ...file,
    ...(entry.kind === 'link' && { target: entry.target }),
    mode,
    uid: entry.uid,
    gid: entry.gid,
    xattrs: entry.xattrs && [...entry.xattrs.keys()],
    mtimeMs: entry.mtimeMs,
    committedAtMs: entry.committedAtMs,
    revision,
    id,
    ...(policy && { policy: policyText(policy.policy), policyFrom: policy.from }),
  }
}

/** `why`: one line. A piece's `size` is that of the piece as it is kept: sealed. */
export function whyJson({ path, sizeBytes, version, policy, pieces }: Why) {
  return {
    path,
    size: sizeBytes,
    version,
    policy: policyText(policy.policy),
    policyFrom: policy.from,
    pieces: pieces.map(({ cid, sizeBytes, offset, lengthBytes, workers, shards }) => ({
      cid,
      size: sizeBytes,
      offset,
      length: lengthBytes,
      workers: workers.map(({ name }) => name),
      holders: workers.map(holderJson),
      code: shards && policyText(shards),
      shards: shards?.shards.map(({ cid, holders }) => ({ cid, holders: holders.map(holderJson) })),
    })),
  }
}

function holderJson({ name, id, alive }: Peer) {
  return { name, peer: id, alive }
}

/** `policy show`: one line. `from` is absent where no folder asks for it, and it is the swarm's. */
export function policyJson(path: string, { policy, from }: FoundPolicy) {
  return { path, policy: policyText(policy), from }
}

/** `quota show`: one line for each. A limit that there is not is absent. */
export function quotaJson({ path, bytesMax, filesMax, usedBytes, usedFiles, counting }: QuotaUse) {
  return { path, size: bytesMax, files: filesMax, usedSize: usedBytes, usedFiles, counting }
}

/** `du`: a line for each folder, with what is below it. `quota` is there where the folder has one. */
export function usageJson({ path, kind, bytes, files, folders }: Usage, quota?: QuotaUse) {
  return { path, kind, size: bytes, files, folders, quota: quota && quotaJson(quota) }
}

/** `check`: a line for each file. `copies` is the fewest good ones that a piece has, absent for an empty file. */
export function checkJson({ path, sizeBytes, version, pieces, copies, lost, bad, unreachable }: CheckResult) {
  return {
    path,
    size: sizeBytes,
    version,
    pieces,
    copies,
    lost,
    bad: bad.map(({ cid, worker, peer, code }) => ({ cid, worker, peer, code })),
    unreachable,
  }
}

/** `status`: one line. */
export function statusJson(status: SwarmStatus) {
  const { swarm, epoch, revision, workers, pieces, uploads, repair, trash, backup, restored } = status
  return {
    swarm,
    epoch,
    revision,
    workers: workers.map(({ id, name, zone, alive, addresses, removals, lastSeenMs, ...worker }) => ({
      peer: id,
      name,
      zone,
      alive,
      capacity: worker.capacityBytes,
      used: worker.usedBytes,
      free: worker.freeBytes,
      pieces: worker.pieces,
      removals,
      draining: worker.draining,
      away: worker.away,
      lastSeenMs,
      addresses,
    })),
    pieces: { total: pieces.total, under: pieces.under, lost: pieces.lost },
    uploads,
    repair: { ...repair, secondsLeft: repair.secondsLeft ?? null },
    trash: { items: trash.items, stored: trash.storedBytes },
    backup: { condition: backup.condition, ageMs: backup.ageMs },
    ...(restored && { restored }),
  }
}

/** `trash`: a line for each item. `path` is absent where a folder above is gone for good; a folder has no `size` and `version`. */
export function trashJson(item: TrashItem) {
  const { path, name, kind, replaced, atMs, untilMs, id } = item
  const file = kind === 'file' ? { size: item.sizeBytes, version: item.version, stored: item.storedBytes } : {}
  return { path, name, kind, replaced, ...file, atMs, untilMs, id }
}

/** `versions`: a line for each, the newest first. `trashUntilMs` is there where it is in the trash; the `folder` of a snapshot where it is above the file. */
export function versionJson({ version, sizeBytes, committedAtMs, current, trashUntilMs, snapshots }: Version) {
  return { version, size: sizeBytes, committedAtMs, current, trashUntilMs, snapshots: snapshots.map(snapshotJson) }
}

/** `snapshot create`: one line. `snapshot list`: a line for each, the oldest first. */
export function snapshotJson({ name, folder, takenAtMs, revision }: Snapshot) {
  return { name, folder, takenAtMs, revision }
}

/** `trash empty`: one line. */
export function trashEmptiedJson({ items, storedBytes }: { items: number; storedBytes: number }) {
  return { items, stored: storedBytes }
}

/** `restore`: one line. */
export function restoredJson({ path, kind, version, revision, id }: Restored) {
  return { path, kind, ...(kind === 'file' && { version }), revision, id }
}

/** `config`: a line for each value. `value` is absent where there is none, `where` for defaults. */
export function settingJson({ name, text, from, where }: Omit<ResolvedSetting, 'doc' | 'env'>) {
  return { name, value: text, from, where }
}
