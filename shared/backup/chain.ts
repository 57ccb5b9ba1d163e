import { HiroError, toHiroError } from '../errors.ts'
import { identityFromSeed } from '../identity.ts'
import { toHex } from '../ids.ts'
import type { BackupBody, BackupHeader, CoordinatorSettings } from './backup.js'
import type { BackupSecrets } from './backup-keys.ts'
import type { Library } from './library.ts'
import { isFor, isSignedBy, LOG, openObject, parseName, type ReadObject, SNAPSHOT } from './sealed-object.ts'

/** The newest state that a library can give. */
export interface FoundBackup {
  /** Swarm id, hex. */
  readonly swarm: string
  readonly epoch: number
  /** Everything up to this one is in it. */
  readonly revision: number
  readonly madeAtMs: number
  readonly coordinator: CoordinatorSettings
  /** Names, in the order in which they are to be taken. */
  readonly parts: readonly string[]
  readonly log: readonly string[]
  /** Objects of the same log that nothing leads to, for one before them is missing or damaged: newer changes that are lost. */
  readonly cutOff: number
}

interface Link {
  readonly name: string
  readonly header: BackupHeader
  readonly digest: string
}

/**
 * The newest snapshot that is whole, with the log that follows it as far as each of its objects leads to the next. Throws `not-found`, with what was tried, when there is none for this vault.
 */
export async function findBackup(library: Library, secrets: BackupSecrets): Promise<FoundBackup> {
  const tried: string[] = []
  for (const last of await lastParts(library, secrets)) {
    try {
      return await follow(library, secrets, last)
    } catch (cause) {
      const error = toHiroError(cause)
      if (error.code !== 'integrity') throw error
      tried.push(error.message)
    }
  }
  const why = tried.length === 0 ? 'there is no snapshot for this vault' : tried.join('; ')
  throw new HiroError('not-found', `no backup can be opened: ${why}`)
}

/** What is in it, object by object: rows to set or to take away, in this order. Throws `integrity`. */
export async function* bodiesOf(
  library: Library,
  secrets: BackupSecrets,
  { parts, log, coordinator }: FoundBackup,
): AsyncGenerator<BackupBody, void, undefined> {
  const { peerId } = identityFromSeed(coordinator.identity)
  for (const series of [parts, log]) {
    let before: ReadObject | undefined
    for (const name of series) {
      const read = await library.get(name)
      if (!isSignedBy(read, peerId)) throw new HiroError('integrity', `${name} is signed by another coordinator`)
      if (before !== undefined && !leadsTo(before, read)) throw new HiroError('integrity', `${name} follows another`)
      yield openObject(read, secrets)
      before = read
    }
  }
}

function leadsTo(before: ReadObject, after: ReadObject): boolean {
  return toHex(after.header.previous) === toHex(before.digest)
}

/** The last parts of snapshots, the newest first. */
async function lastParts(library: Library, secrets: BackupSecrets): Promise<Link[]> {
  const bySeries = Map.groupBy(named(library, SNAPSHOT), ({ epoch, series }) => `${epoch}/${series}`)
  const found: Link[] = []
  for (const names of bySeries.values()) {
    const highest = names.reduce((a, b) => (b.number > a.number ? b : a))
    const link = await linkOf(library, secrets, highest.name)
    if (link?.header.whole) found.push(link)
  }
  return found.toSorted((a, b) => b.header.epoch - a.header.epoch || b.header.from - a.header.from)
}

async function follow(library: Library, secrets: BackupSecrets, last: Link): Promise<FoundBackup> {
  const { epoch, series, swarm, from, to } = last.header
  const parts: string[] = []
  const byNumber = Map.groupBy(named(library, SNAPSHOT, epoch, toHex(series)), ({ number }) => number)
  for (let number = 0; number <= last.header.number; number++) {
    const [only] = byNumber.get(number) ?? []
    if (only === undefined) throw new HiroError('integrity', `part ${number} of a snapshot is missing`)
    parts.push(only.name)
  }
  const { links, cutOff } = await logAfter(library, secrets, last.header)
  const tip = links.at(-1)
  if ((tip?.header.to ?? from) < to) throw new HiroError('integrity', 'the log of a snapshot ends before it is exact')
  const newest = tip ?? last
  const { coordinator } = openObject(await library.get(newest.name), secrets)
  if (coordinator === undefined) throw new HiroError('integrity', 'a backup without its coordinator')
  return {
    swarm: toHex(swarm),
    epoch,
    revision: tip?.header.to ?? from,
    madeAtMs: newest.header.madeAtMs,
    coordinator,
    parts,
    log: links.map(({ name }) => name),
    cutOff,
  }
}

/**
 * Two objects may have one number: a coordinator that was killed before it knew of the one makes another. So all ways from the snapshot on are followed at once, and the one that leads
 * furthest is taken back from its end.
 */
async function logAfter(
  library: Library,
  secrets: BackupSecrets,
  { epoch, logSeries, logNumber, logPrevious }: BackupHeader,
): Promise<{ links: Link[]; cutOff: number }> {
  const byNumber = Map.groupBy(named(library, LOG, epoch, toHex(logSeries)), ({ number }) => number)
  const after = [...byNumber.keys()].filter((number) => number >= logNumber)
  const reached: Map<string, Link>[] = []
  let before = new Set([toHex(logPrevious)])
  for (let number = logNumber; before.size > 0; number++) {
    const links = new Map<string, Link>()
    for (const { name } of byNumber.get(number) ?? []) {
      const link = await linkOf(library, secrets, name)
      if (link && before.has(toHex(link.header.previous))) links.set(link.digest, link)
    }
    before = new Set(links.keys())
    if (links.size > 0) reached.push(links)
  }
  const isWhole = ({ header }: Link): boolean => header.whole
  const end = reached.findLastIndex((links) => [...links.values()].some(isWhole))
  const links: Link[] = []
  let next = [...(reached[end]?.values() ?? [])]
    .filter(isWhole)
    .reduce<Link | undefined>((a, b) => (a === undefined || b.header.to > a.header.to ? b : a), undefined)
  for (let at = end; next !== undefined; at--) {
    links.unshift(next)
    next = at > 0 ? reached[at - 1]?.get(toHex(next.header.previous)) : undefined
  }
  return { links, cutOff: after.filter((number) => number > logNumber + end).length }
}

/** `undefined`: no whole copy, or not for this vault. */
async function linkOf(library: Library, secrets: BackupSecrets, name: string): Promise<Link | undefined> {
  try {
    const read = await library.get(name)
    if (!isFor(read, secrets)) return undefined
    return { name, header: read.header, digest: toHex(read.digest) }
  } catch (error) {
    if (toHiroError(error).code === 'integrity') return undefined
    throw error
  }
}

function named(library: Library, kind: number, epoch?: number, series?: string) {
  return library.names
    .flatMap((name) => {
      const parsed = parseName(name)
      return parsed === undefined ? [] : [{ name, ...parsed }]
    })
    .filter((found) => found.kind === kind && (epoch === undefined || found.epoch === epoch))
    .filter((found) => series === undefined || found.series === series)
}
