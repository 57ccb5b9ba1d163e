import { revisionKey } from '../../shared/revision.ts'
import type { Range } from './metadata-store.ts'

/** Where everything lies in the metadata store. Ids, tags and store ids are hex, CIDs base32, numbers of fixed width: text order is their order. */
export const keys = {
  swarm: 'meta/swarm',
  inode: (id: string) => `inode/${id}`,
  dirent: (parent: string, tag: string) => `dirent/${parent}/${tag}`,
  extents: (file: string, version: number, group: number) =>
    `extents/${file}/${revisionKey(version)}/${groupKey(group)}`,
  piece: (cid: string) => `piece/${cid}`,
  ref: (file: string, version: number, cid: string) => `ref/${file}/${revisionKey(version)}/${cid}`,
  held: (store: string, cid: string) => `held/${store}/${cid}`,
  worker: (peer: string) => `worker/${peer}`,
  store: (store: string) => `store/${store}`,
  intent: (version: number) => `intent/${revisionKey(version)}`,
  open: (version: number) => `open/${revisionKey(version)}`,
  sealed: (version: number, group: number) => `sealed/${revisionKey(version)}/${groupKey(group)}`,
  upload: (upload: string) => `upload/${upload}`,
  trash: (id: string, version: number) => `trash/${id}/${revisionKey(version)}`,
  expiry: (untilMs: number, id: string, version: number) => `expiry/${timeKey(untilMs)}/${id}/${revisionKey(version)}`,
  removed: ({ parent, tag }: { parent: string; tag: string }, revision: number, id: string, version: number) =>
    `removed/${parent}/${tag}/${revisionKey(revision)}/${id}/${revisionKey(version)}`,
  purge: (file: string) => `purge/${file}`,
  restore: 'meta/restore',
  garbage: (file: string, version: number) => `garbage/${file}/${revisionKey(version)}`,
  snapshot: (folder: string, tag: string) => `snapshot/${folder}/${tag}`,
  taken: (revision: number) => `taken/${revisionKey(revision)}`,
  pastInode: (id: string, until: number) => `past/inode/${id}/${revisionKey(until)}`,
  pastDirent: (parent: string, tag: string, until: number) => `past/dirent/${parent}/${tag}/${revisionKey(until)}`,
  kept: (file: string, content: number) => `kept/${file}/${revisionKey(content)}`,
  sift: 'meta/sift',
  listed: (file: string, content: number, revision: number, part: number) =>
    `listed/${file}/${revisionKey(content)}/${revisionKey(revision)}/${part}`,
  loose: (file: string, content: number) => `loose/${file}/${revisionKey(content)}`,
  detached: (folder: string) => `detached/${folder}`,
  removal: (store: string, cid: string) => `removal/${store}/${cid}`,
  short: (copies: number, cid: string) => `short/${copies.toString(16).padStart(2, '0')}/${cid}`,
  over: (cid: string) => `over/${cid}`,
  relistHeld: (store: string) => `relist/held/${store}`,
  relistVersion: (file: string, version: number) => `relist/ref/${file}/${revisionKey(version)}`,
  policy: (folder: string) => `policy/${folder}`,
  reshape: (id: string) => `reshape/${id}`,
  reform: (cid: string) => `reform/${cid}`,
  quotas: 'meta/quotas',
  quota: (folder: string) => `quota/${folder}`,
  used: (folder: string) => `used/${folder}`,
  recount: (folder: string) => `recount/${folder}`,
  session: (session: string) => `session/${session}`,
  lock: (file: string) => `lock/${file}`,
  locked: (session: string, file: string) => `locked/${session}/${file}`,
  repair: 'meta/repair',
  rebalance: 'meta/rebalance',
  epoch: 'meta/epoch',
  backupKey: 'meta/backup-key',
  backupState: 'meta/backup-state',
  unknown: (store: string, cid: string) => `unknown/${store}/${cid}`,
  logStart: 'meta/log',
  log: (revision: number, line = 0) => `log/${revisionKey(revision)}${line === 0 ? '' : `/${line}`}`,
} as const

/** Every key under `prefix`, which ends with a slash; after `last` when that is given. */
export function under(prefix: string, options: { last?: string | undefined; limit?: number } = {}): Range {
  const start = options.last === undefined ? prefix : `${options.last}\0`
  const range = { start, end: `${prefix.slice(0, -1)}0` } // '0' follows '/' in ASCII
  return options.limit === undefined ? range : { ...range, limit: options.limit }
}

/** The parts of a key behind its first slash. */
export function partsOf(key: string): string[] {
  return key.split('/').slice(1)
}

/** A number as `revisionKey` wrote it. */
export function revisionOf(text: string | undefined): number {
  return Number.parseInt(text ?? '', 16)
}

/** Milliseconds since the Unix epoch, of fixed width for the next 139,000 years. */
export function timeKey(ms: number): string {
  return Math.floor(Math.max(0, ms)).toString(16).padStart(13, '0')
}

function groupKey(group: number): string {
  return group.toString(16).padStart(8, '0')
}
