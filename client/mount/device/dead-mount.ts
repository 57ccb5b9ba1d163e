import { lstat, realpath, statfs } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Clock } from '../../../shared/clock/clock.ts'
import { withDeadline } from '../../../shared/clock/deadline.ts'
import { HiroError } from '../../../shared/errors.ts'
import { fileError } from '../../../shared/files/file-error.ts'
import { runUmount } from './commands.ts'
import { hiroMountAt } from './mount-table.ts'

/** A mount that is alive but slow is not dead. */
const ANSWER_PATIENCE_MS = 5000

/** Whether a mount of Hiro is at `path` whose process is gone: whoever looks at it is told that the transport endpoint is not connected. Does not wait long for one that does not answer. Throws `not-found`, `io` for what is no path. */
export async function isDeadMount(path: string, clock: Clock): Promise<boolean> {
  const mountPoint = await mountPointOf(path)
  if (hiroMountAt(mountPoint) === undefined) return false
  // The one question that the kernel never answers by itself: attributes may still be fresh.
  const looking = async (): Promise<boolean> => await statfs(mountPoint).then(() => false, isNotConnected)
  return await withDeadline(clock, ANSWER_PATIENCE_MS, undefined, looking, `looking at ${path}`).catch(() => false)
}

/** Unmounts what `isDeadMount` finds, so that the folder below is there again; whether there was one. Throws `io`. */
export async function clearDeadMount(path: string, clock: Clock): Promise<boolean> {
  if (!(await isDeadMount(path, clock))) return false
  await runUmount(await mountPointOf(path), 'forced')
  return true
}

/** `path` as the kernel calls it, where the last part may be a mount that answers nothing. Throws `not-found`, `io`. */
export async function mountPointOf(path: string): Promise<string> {
  const absolute = resolve(path)
  try {
    return await realpath(absolute)
  } catch (error) {
    if (!isNotConnected(error)) throw missing(error, path)
  }
  try {
    return join(await realpath(dirname(absolute)), basename(absolute))
  } catch (error) {
    throw missing(error, path)
  }
}

function missing(error: unknown, path: string): HiroError {
  const other = fileError(error, path)
  if (other.code !== 'not-found') return other
  return new HiroError('not-found', `there is no folder ${path}; mkdir makes one`, { cause: error })
}

function isNotConnected(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOTCONN' || error.code === 'ECONNABORTED')
}

/** Throws `not-a-folder`, `not-found`, `io` where nothing can be mounted. */
export async function checkMountPoint(mountPoint: string): Promise<void> {
  const stat = await lstat(mountPoint).catch((error: unknown) => {
    throw fileError(error, mountPoint)
  })
  if (!stat.isDirectory()) throw new HiroError('not-a-folder', `${mountPoint} is not a folder`)
}
