import { type FileHandle, link, lstat, open, rename, rm, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HiroError } from '../../../shared/errors.ts'
import { fileError } from '../../../shared/files/file-error.ts'
import { toHex } from '../../../shared/ids.ts'
import type { Random } from '../../../shared/random/random.ts'
import { seconds } from './file-times.ts'

export interface PlacedFile {
  readonly mode: number
  readonly mtimeMs: number
  /** What is there gives way in one step; else it is kept, and that is `exists`. A folder is kept either way. */
  readonly replace: boolean
}

/** Whoever runs as the person who fetches: another's file must not become a program with that person's rights. */
export const FILE_MODE_BITS = 0o777

/**
 * Writes a whole file to `path`, with its mode and time, or leaves what is there: it is written under another name in the same folder first. Throws `exists`, `is-a-folder`,
 * `not-found` (the folder), `no-room`, `io`, and what `bytes` throws.
 */
export async function placeFile(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  file: PlacedFile,
  random: Random,
): Promise<void> {
  const temporary = besideIt(path, random)
  try {
    await write(temporary, bytes, file)
    if (file.replace) await rename(temporary, path)
    else await placeNew(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw withoutTemporary(error, path, temporary)
  }
}

/** The other name. Not made of the file's own: with an addition that may be too long. */
export function besideIt(path: string, random: Random): string {
  return join(dirname(path), `.hiro-${toHex(random.bytes(8))}.part`)
}

/** Throws `exists` when there is anything at `path`, also a link to nowhere. */
export async function requireNothingAt(path: string): Promise<void> {
  if ((await lstat(path).catch(() => undefined)) !== undefined) throw existsLocally(path)
}

export function existsLocally(path: string): HiroError {
  return new HiroError('exists', `there is already ${path}`)
}

async function write(path: string, bytes: AsyncIterable<Uint8Array>, { mode, mtimeMs }: PlacedFile): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const slice of bytes) await writeAll(handle, slice)
    await handle.chmod(mode & FILE_MODE_BITS)
    await handle.utimes(seconds(mtimeMs), seconds(mtimeMs))
  } finally {
    await handle.close()
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.byteLength; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.byteLength - at)
    at += bytesWritten
  }
}

/** Unlike rename, link fails where something is. */
async function placeNew(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path)
    await unlink(temporary)
  } catch (error) {
    if (fileError(error, path).code === 'exists') throw existsLocally(path)
    // Some file systems know no hard links; a look first is the best that is left.
    if (!isUnsupported(error)) throw error
    await requireNothingAt(path)
    await rename(temporary, path)
  }
}

export function isUnsupported(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)
}

/** People know nothing of the temporary name. */
export function withoutTemporary(error: unknown, path: string, temporary: string): HiroError {
  if (error instanceof HiroError) return error
  const { code, message, cause } = fileError(error, temporary)
  return new HiroError(code, message.replaceAll(temporary, path), { cause })
}
