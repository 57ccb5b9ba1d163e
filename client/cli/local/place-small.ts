import {
  closeSync,
  fchmodSync,
  futimesSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { fileError } from '../../../shared/files/file-error.ts'
import type { Random } from '../../../shared/random/random.ts'
import { seconds } from './file-times.ts'
import {
  besideIt,
  existsLocally,
  FILE_MODE_BITS,
  isUnsupported,
  type PlacedFile,
  withoutTemporary,
} from './place-file.ts'

/**
 * As `placeFile`, of a small file that is in memory: in one go. Each of its seven steps takes the kernel some microseconds, and the way through the thread pool and back some hundred; nor can anything come in between that leaves
 * a half-written file behind.
 */
export function placeSmall(path: string, bytes: Uint8Array, file: PlacedFile, random: Random): void {
  const temporary = besideIt(path, random)
  try {
    write(temporary, bytes, file)
    if (file.replace) renameSync(temporary, path)
    else placeNew(temporary, path)
  } catch (error) {
    remove(temporary)
    throw withoutTemporary(error, path, temporary)
  }
}

function write(path: string, bytes: Uint8Array, { mode, mtimeMs }: PlacedFile): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    for (let at = 0; at < bytes.byteLength; ) at += writeSync(file, bytes, at, bytes.byteLength - at)
    fchmodSync(file, mode & FILE_MODE_BITS)
    futimesSync(file, seconds(mtimeMs), seconds(mtimeMs))
  } finally {
    closeSync(file)
  }
}

function placeNew(temporary: string, path: string): void {
  try {
    linkSync(temporary, path)
    unlinkSync(temporary)
  } catch (error) {
    if (fileError(error, path).code === 'exists') throw existsLocally(path)
    if (!isUnsupported(error)) throw error
    if (lstatSync(path, { throwIfNoEntry: false })) throw existsLocally(path)
    renameSync(temporary, path)
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // What went wrong before is what counts.
  }
}
