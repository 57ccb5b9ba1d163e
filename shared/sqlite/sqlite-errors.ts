import { type ErrorCode, HiroError } from '../errors.ts'

/** An error as it crosses from the writing thread, where a class would not survive. */
export interface SqliteFailure {
  readonly code: ErrorCode
  readonly message: string
}

// Primary result codes, https://sqlite.org/rescode.html; an extended code has its primary one in the low byte.
const SQLITE_BUSY = 5
const SQLITE_READONLY = 8
const SQLITE_IOERR = 10
const SQLITE_CORRUPT = 11
const SQLITE_FULL = 13
const SQLITE_CANTOPEN = 14
const SQLITE_NOTADB = 26
/** The shared memory beside the WAL could not grow: on a full disk this comes before SQLITE_FULL does. */
const SQLITE_IOERR_SHMSIZE = 4874

/** What an error of node:sqlite or node:fs means to Hiro. `damaged` is the caller's word for a file that SQLite finds malformed. */
export function sqliteFailure(error: unknown, path: string, damaged: ErrorCode): SqliteFailure {
  if (error instanceof HiroError) return { code: error.code, message: error.message }
  const message = `${path}: ${error instanceof Error ? error.message : String(error)}`
  return { code: codeOf(error, damaged), message }
}

export function toSqliteError(error: unknown, path: string, damaged: ErrorCode): HiroError {
  const failure = sqliteFailure(error, path, damaged)
  return error instanceof HiroError ? error : new HiroError(failure.code, failure.message, { cause: error })
}

function codeOf(error: unknown, damaged: ErrorCode): ErrorCode {
  if (!(error instanceof Error)) return 'internal'
  if ('errcode' in error && typeof error.errcode === 'number') return codeOfResult(error.errcode, damaged)
  if (!('code' in error)) return 'internal'
  // An integer beyond what a number holds exactly: nobody here writes one.
  if (error.code === 'ERR_OUT_OF_RANGE') return damaged
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return 'no-room'
  return 'syscall' in error ? 'io' : 'internal'
}

function codeOfResult(result: number, damaged: ErrorCode): ErrorCode {
  if (result === SQLITE_IOERR_SHMSIZE) return 'no-room'
  switch (result & 0xff) {
    case SQLITE_FULL:
      return 'no-room'
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
      return 'io'
    case SQLITE_BUSY:
      return 'busy'
    default:
      return 'internal'
  }
}
