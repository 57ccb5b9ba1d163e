import { type ErrorCode, errorTable } from '../../../shared/errors.ts'
import type { Beginning, Ending } from '../ledger/operation.ts'

type Judged = Pick<Ending, 'outcome' | 'why' | 'violation'>

/** Of codes that no fault of a machine explains: bytes that are not what was stored, refusals, bugs. */
const NEVER: ReadonlySet<number> = new Set([1, 2, 6, 8])
const UNKNOWN_EXIT = errorTable.unknown.exit

/** What an error says of an operation, and whether it may say it at all. */
export function outcomeOf({ code, message }: { code: ErrorCode; message: string }, kind: Beginning['kind']): Judged {
  return outcomeOfExit(errorTable[code].exit, `${code}: ${message}`, kind)
}

/** The same for a command. */
export function outcomeOfExit(exit: number | undefined, why: string, kind: Beginning['kind']): Judged {
  if (exit === undefined || exit === UNKNOWN_EXIT) {
    const violation =
      kind === 'read' && exit !== undefined ? { violation: `a read has no outcome "unknown" (${why})` } : {}
    return { outcome: 'unknown', why, ...violation }
  }
  if (NEVER.has(exit)) return { outcome: 'unknown', why, violation: `it ended with ${why}` }
  return { outcome: 'failed', why }
}
