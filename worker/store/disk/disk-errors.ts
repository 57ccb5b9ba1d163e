import { HiroError } from '../../../shared/errors.ts'

const codeOfErrno: Record<string, 'no-room' | 'not-found'> = {
  ENOSPC: 'no-room',
  EDQUOT: 'no-room',
  ENOENT: 'not-found',
}

/** What the operating system refuses becomes one of the errors of the port. */
export async function attempt<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await operation()
  } catch (cause) {
    if (cause instanceof HiroError) throw cause
    const errno = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw new HiroError(codeOfErrno[errno] ?? 'io', cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

export function unlessNotFound<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof HiroError && error.code === 'not-found') return value
    throw error
  }
}
