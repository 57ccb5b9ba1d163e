import { explain } from './explain.ts'
import type { Operation, PathHistory } from './ledger.ts'
import type { Content } from './operation.ts'

/** A content that was read, in one piece and to its end. */
export interface Seen {
  readonly sha256: Content
  readonly sizeBytes: number
}

/**
 * Holds every read of a path, and at last what it holds now, against the answers that were given. What is not allowed, as lines for people; none: all is well.
 * `now` is read when nothing is under way.
 */
export function judgePath(history: PathHistory, now?: Seen): string[] {
  const found = history.operations.flatMap(({ ending, kind, operation }) =>
    ending?.violation === undefined ? [] : [`${kind} ${operation} of ${history.path}: ${ending.violation}`],
  )
  let accepted = [...history.operations]
  if (explain({ ...history, operations: accepted }).size === 0) {
    accepted = history.operations.filter(({ kind }) => kind !== 'read')
    if (explain({ ...history, operations: accepted }).size === 0) {
      return [...found, `${history.path}: what was answered cannot all be true: ${accepted.map(told).join(', ')}`]
    }
    // One read after the other, so that the one that does not fit is named.
    for (const read of history.operations) {
      if (read.kind !== 'read' || read.ending?.outcome !== 'acknowledged') continue
      if (explain({ ...history, operations: [...accepted, read] }).size > 0) accepted.push(read)
      else found.push(`${namely(history, seenBy(read))}; read by ${read.operation}`)
    }
  }
  if (now && !explain({ ...history, operations: accepted }).has(now.sha256)) found.push(namely(history, now))
  return found
}

/** The one content that the path must hold, and on how many workers; `undefined`: it may be absent, or there is doubt. */
export function certain(history: PathHistory): { readonly sha256: string; readonly copies: number } | undefined {
  const contents = explain(history)
  const [sha256] = contents
  if (contents.size !== 1 || sha256 === undefined) return undefined
  const copies = copiesOf(history, sha256)
  return copies === undefined ? undefined : { sha256, copies }
}

/** On how many workers a content is by its acknowledgement. */
export function copiesOf({ before, copiesBefore, operations }: PathHistory, sha256: Content): number | undefined {
  const written = operations.findLast((operation) => operation.sha256 === sha256)
  return written?.ending?.copies ?? (sha256 === before ? copiesBefore : undefined)
}

function seenBy({ ending }: Operation): Seen {
  return { sha256: ending?.sha256, sizeBytes: ending?.sizeBytes ?? 0 }
}

/** What it is that was seen, by what was ever meant to be there. */
function namely({ path, before, operations }: PathHistory, { sha256, sizeBytes }: Seen): string {
  const writes = operations.filter(({ kind, ending }) => kind !== 'read' && ending?.outcome !== 'failed')
  const history = `before: ${short(before)}; then ${writes.map(told).join(', ') || 'nothing'}`
  if (sha256 === undefined) return `lost: ${path} is not there (${history})`
  const meant = operations.find((operation) => operation.sha256 === sha256)
  if (meant?.ending?.outcome === 'failed') return `${path} holds what ${told(meant)} (${history})`
  if (meant !== undefined || sha256 === before)
    return `stale or resurrected: ${path} holds ${short(sha256)} again (${history})`
  const whole = operations.find(({ sizeBytes: whole = 0 }) => whole > sizeBytes)
  if (whole !== undefined && !operations.some((operation) => operation.sizeBytes === sizeBytes))
    return `half a file: ${path} has ${sizeBytes} bytes, and nobody wrote such a one (${history})`
  return `wrong bytes: ${path} holds ${short(sha256)}, ${sizeBytes} bytes, which nobody wrote (${history})`
}

function told({ kind, operation, sha256, sizeBytes, ending }: Operation): string {
  const what = sha256 === undefined ? kind : `${kind} ${short(sha256)} of ${sizeBytes} bytes`
  const how = ending === undefined ? 'never ended' : ending.outcome
  return `${operation}: ${what} ${how}${ending?.why === undefined ? '' : ` (${ending.why})`}`
}

function short(content: Content): string {
  return content?.slice(0, 8) ?? 'nothing'
}
