import { accessSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { HiroError } from '../errors.ts'
import { fileError } from './file-error.ts'

const LOCK_NAME = 'lock'
const HOLDER_NAME = 'lock-holder'
const SQLITE_BUSY = 5
/** Of several that start at once each may be in the way of all others for a moment; whoever tries on for a little wins. Larger: a plain `busy` comes later. */
const PATIENCE_MS = 100

/** A lock that its process has forgotten is still held: without this the collector would close it. */
const heldByThisProcess = new Set<DatabaseSync>()

export interface FolderLock {
  /** Idempotent. */
  release(): void
}

/**
 * Makes this process the only one that has `folder` open, until `release` or its end, however it ends. Throws `busy`, naming the holder, when it is open
 * already, also by this process; `not-found`, `io`.
 *
 * The lock is the exclusive transaction of an empty SQLite database: the one lock of the operating system that plain Node reaches, and the kernel
 * itself drops it. A pid in a file would be wrong after a SIGKILL as soon as the number is used again, and means nothing in another container.
 */
export function lockFolder(folder: string): FolderLock {
  const holderPath = join(folder, HOLDER_NAME)
  let db: DatabaseSync | undefined
  try {
    accessSync(folder)
    db = new DatabaseSync(join(folder, LOCK_NAME), { timeout: PATIENCE_MS })
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db?.close()
    throw lockError(error, folder, holderPath)
  }
  const held = db
  heldByThisProcess.add(held)
  tryFor(() => writeFileSync(holderPath, `${process.pid}\n`))
  return {
    release() {
      if (!held.isOpen) return
      tryFor(() => rmSync(holderPath, { force: true }))
      held.close()
      heldByThisProcess.delete(held)
    },
  }
}

function lockError(error: unknown, folder: string, holderPath: string): HiroError {
  if (!(error instanceof Error && 'errcode' in error)) return fileError(error, folder)
  if (error.errcode !== SQLITE_BUSY)
    return new HiroError('io', `cannot lock ${folder}: ${error.message}`, { cause: error })
  return new HiroError('busy', `${folder} is open in another process${holderOf(holderPath)}`, { cause: error })
}

function holderOf(holderPath: string): string {
  const pid = Number.parseInt(tryFor(() => readFileSync(holderPath, 'latin1')) ?? '', 10)
  return pid > 0 ? ` (pid ${pid})` : ''
}

/** Who holds it is told for people only: it may be missing, and a full disk must not keep a process from starting. */
function tryFor<T>(attempt: () => T): T | undefined {
  try {
    return attempt()
  } catch {
    return undefined
  }
}
