/**
 * One table of errors. Code branches on `err.code`, never on a message; the wire carries the code; the CLI exits with the row's
 * exit code. `retryable` says whether the same call may succeed later without anyone changing it.
 *
 * Exit codes: 2 wrong use · 3 not found · 4 already there · 5 not possible now, nothing changed · 6 integrity · 7 outcome unknown ·
 * 8 refused (secret, pass, grant) · 1 anything else · 130 interrupted.
 */
export const errorTable = {
  usage: { exit: 2, retryable: false, means: 'wrong use: an argument, option or configuration value is not valid' },
  'name-invalid': { exit: 2, retryable: false, means: 'a name or path that Hiro cannot store' },
  'not-found': { exit: 3, retryable: false, means: 'no such file or folder' },
  exists: { exit: 4, retryable: false, means: 'something is already there' },
  'not-a-folder': { exit: 4, retryable: false, means: 'a file where a folder is needed' },
  'is-a-folder': { exit: 4, retryable: false, means: 'a folder where a file is needed' },
  'is-a-link': { exit: 4, retryable: false, means: 'a symbolic link where a file is needed' },
  'not-empty': { exit: 4, retryable: false, means: 'the folder still holds something' },
  'under-itself': { exit: 4, retryable: false, means: 'a folder cannot move under itself' },
  changed: { exit: 4, retryable: true, means: 'someone else changed it meanwhile; nothing was changed by this call' },
  unreachable: { exit: 5, retryable: true, means: 'the peer cannot be reached; nothing changed' },
  'too-few-workers': { exit: 5, retryable: true, means: 'fewer workers than copies are needed; nothing changed' },
  'no-room': { exit: 5, retryable: true, means: 'no room left; nothing changed' },
  'over-quota': { exit: 5, retryable: false, means: "a folder's quota does not allow more; nothing changed" },
  'intent-ended': { exit: 5, retryable: false, means: 'the upload expired or was aborted; nothing changed' },
  busy: { exit: 5, retryable: true, means: 'a limit on work at once was reached; nothing changed' },
  locked: { exit: 5, retryable: true, means: 'someone else has it locked; nothing changed' },
  deadlock: { exit: 5, retryable: false, means: 'to wait for this lock would be to wait for oneself; nothing changed' },
  'lease-lapsed': { exit: 5, retryable: false, means: 'the lock is not held any more; nothing changed' },
  timeout: { exit: 5, retryable: true, means: 'no progress within the deadline' },
  conflict: { exit: 5, retryable: true, means: 'too many concurrent changes of the same thing; nothing changed' },
  integrity: {
    exit: 6,
    retryable: false,
    means: 'bytes are not what was stored: altered, cut, swapped or sealed with another key',
  },
  'metadata-damaged': { exit: 6, retryable: false, means: 'the metadata store is damaged; restore it from a backup' },
  unknown: { exit: 7, retryable: false, means: 'the answer was lost: it may or may not have happened' },
  refused: { exit: 8, retryable: false, means: 'the secret, pass, grant or role does not allow this' },
  'bad-frame': { exit: 1, retryable: false, means: 'the peer sent something malformed or over a limit' },
  'version-unknown': { exit: 1, retryable: false, means: 'a format or protocol version this Hiro does not know' },
  io: { exit: 1, retryable: true, means: 'the operating system failed to read or write' },
  internal: { exit: 1, retryable: false, means: 'a bug in Hiro' },
  aborted: { exit: 130, retryable: false, means: 'interrupted by the caller; nothing changed' },
} as const satisfies Record<string, { exit: number; retryable: boolean; means: string }>

export type ErrorCode = keyof typeof errorTable

export class HiroError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'HiroError'
    this.code = code
  }
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorTable, code)
}

/** Whether `error` is Hiro's own with one of these codes. */
export function hasCode(error: unknown, ...codes: ErrorCode[]): error is HiroError {
  return error instanceof HiroError && codes.includes(error.code)
}

/** Hiro's own errors pass; an AbortError becomes `aborted`; whatever else becomes `fallback`, its cause kept. */
export function toHiroError(error: unknown, fallback: ErrorCode = 'internal'): HiroError {
  if (error instanceof HiroError) return error
  if (error instanceof Error && error.name === 'AbortError')
    return new HiroError('aborted', 'interrupted', { cause: error })
  return new HiroError(fallback, error instanceof Error ? error.message : String(error), { cause: error })
}
