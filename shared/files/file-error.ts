import { type ErrorCode, HiroError } from '../errors.ts'

const codeOfErrno: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'not-found',
  EEXIST: 'exists',
  ENOTDIR: 'not-a-folder',
  EISDIR: 'is-a-folder',
  ENOSPC: 'no-room',
  EDQUOT: 'no-room',
}

/** What an error of the operating system means to Hiro; `io` where it has no word of its own. Hiro's own errors pass. */
export function fileError(error: unknown, path: string): HiroError {
  if (error instanceof HiroError) return error
  if (!(error instanceof Error)) return new HiroError('internal', `${path}: ${String(error)}`, { cause: error })
  const errno = 'code' in error ? String(error.code) : ''
  return new HiroError(codeOfErrno[errno] ?? 'io', messageOf(error, path), { cause: error })
}

function messageOf(error: Error, path: string): string {
  return error.message.includes(path) ? error.message : `${path}: ${error.message}`
}
