import type { Entry } from '../../../client/namespace/entry.ts'
import type { ErrorCode } from '../../../shared/errors.ts'

/** What a client is to do. Contents differ from one another, but for the smallest, so that bytes tell which operation wrote them. */
export type Wanted =
  | {
      readonly kind: 'add' | 'replace'
      readonly path: string
      readonly content: Uint8Array
      /** R and W; the swarm's unless given. */
      readonly copies?: number
      readonly copiesMin?: number
      /** The source gives slices, and rests for so long before each; 0: all at once. */
      readonly restMs: number
    }
  | { readonly kind: 'read'; readonly path: string; readonly offset: number; readonly lengthBytes: number }
  | {
      readonly kind: 'stat' | 'list' | 'mkdir' | 'rmdir' | 'remove' | 'remove-now' | 'remove-all' | 'empty-trash'
      readonly path: string
    }
  /** What was removed last comes back; older content of a file becomes its newest version. */
  | { readonly kind: 'restore' | 'revert'; readonly path: string; readonly to?: string }
  | { readonly kind: 'move' | 'move-over'; readonly path: string; readonly to: string }
  /** Times differ from one another, so that attributes tell which operation wrote them. */
  | { readonly kind: 'make-file' | 'utimes'; readonly path: string; readonly mtimeMs: number }
  | { readonly kind: 'symlink'; readonly path: string; readonly target: string }
  | { readonly kind: 'chmod'; readonly path: string; readonly mode: number }

/** What somebody was shown. The root has neither mode nor time. */
export type SeenEntry = Pick<Entry, 'kind' | 'mode' | 'mtimeMs'> & { readonly sizeBytes: number }

/** What came of it, where it came to something. */
export interface Answer {
  /** Of add and replace. */
  readonly published?: {
    readonly file: string
    readonly version: number
    readonly revision: number
    readonly copies: number
  }
  /** Of restore and revert. */
  readonly restored?: { readonly id: string; readonly version: number; readonly kind: Entry['kind'] }
  /** Of list: names, sorted. */
  readonly names?: readonly string[]
  /** Of stat. */
  readonly entry?: SeenEntry
}

/**
 * `pending`: its client died under way. `acknowledged`: done. `failed`: nothing changed, by what the client was told. `unknown`: it was told that nobody knows.
 * `hung`: it did not settle in time.
 */
export type Outcome = 'pending' | 'acknowledged' | 'failed' | 'unknown' | 'hung'

/** A line of the ledger. Revisions are the metadata's newest durable ones, so an operation took place, if it did, in (startRevision, endRevision]. */
export interface Operation {
  readonly id: number
  readonly client: string
  /** Peer id. */
  readonly peer: string
  readonly wanted: Wanted
  readonly startMs: number
  readonly startRevision: number
  /** Numbers of all begins and ends, in their order, which milliseconds do not tell. */
  readonly startAt: number
  endAt: number
  endMs: number
  endRevision: number
  outcome: Outcome
  code: ErrorCode | undefined
  answer: Answer
  /** What a read gave out, also one that failed later. */
  bytes: Uint8Array
}

export function changesTree({ kind }: Wanted): boolean {
  return kind !== 'read' && kind !== 'stat' && kind !== 'list' && kind !== 'empty-trash'
}

export function describeWanted(wanted: Wanted): string {
  switch (wanted.kind) {
    case 'add':
    case 'replace': {
      const copies =
        wanted.copies === undefined ? '' : `, copies ${wanted.copies} (${wanted.copiesMin ?? '-'} at least)`
      const slowly = wanted.restMs > 0 ? ', slowly' : ''
      return `${wanted.kind} ${wanted.path}, ${wanted.content.byteLength} bytes${copies}${slowly}`
    }
    case 'read':
      return wanted.lengthBytes === Number.POSITIVE_INFINITY && wanted.offset === 0
        ? `read ${wanted.path}`
        : `read ${wanted.path} from ${wanted.offset}, ${wanted.lengthBytes} bytes`
    case 'move':
    case 'move-over':
      return `${wanted.kind} ${wanted.path} to ${wanted.to}`
    case 'symlink':
      return `symlink ${wanted.path} to ${wanted.target}`
    case 'chmod':
      return `chmod ${wanted.path} to ${wanted.mode.toString(8)}`
    case 'make-file':
    case 'utimes':
      return `${wanted.kind} ${wanted.path}, time ${wanted.mtimeMs}`
    case 'restore':
    case 'revert':
      return `${wanted.kind} ${wanted.path}${wanted.to === undefined ? '' : ` to ${wanted.to}`}`
    case 'stat':
    case 'list':
    case 'mkdir':
    case 'rmdir':
    case 'remove':
    case 'remove-now':
    case 'remove-all':
    case 'empty-trash':
      return `${wanted.kind} ${wanted.path}`
  }
}

export function describeOutcome({ outcome, code, answer, bytes, wanted }: Operation): string {
  if (outcome !== 'acknowledged') return code === undefined ? outcome : `${outcome} (${code})`
  if (answer.published) return `acknowledged as version ${answer.published.version}, ${answer.published.copies} copies`
  if (answer.restored) return `restored as version ${answer.restored.version}`
  if (answer.names) return `gave ${answer.names.length === 0 ? 'nothing' : answer.names.join(' ')}`
  if (answer.entry) return `is a ${answer.entry.kind} of ${answer.entry.sizeBytes} bytes`
  return wanted.kind === 'read' ? `gave ${bytes.byteLength} bytes` : 'acknowledged'
}
