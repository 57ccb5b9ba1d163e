import { HiroError, hasCode } from '../../shared/errors.ts'
import type { Disk } from './disk/disk.ts'
import { PieceFileWriter } from './piece-file-writer.ts'

const FORMAT = 'hiro-store 1'
const MARK_SIZE_BYTES_MAX = 1024

/**
 * The files carry the store id of their index, in a file `store` in their folder. Files of one store under the index of another would all be swept; an index
 * without its files (a disk that is not mounted) would promise pieces that are not there. Throws `integrity` for both; `version-unknown`, `no-room`, `io`.
 */
export async function checkStoreMark(
  disk: Disk,
  folder: string,
  storeId: string,
  indexIsEmpty: boolean,
): Promise<void> {
  const expected = `${FORMAT} ${storeId}\n`
  const mark = await readMark(disk, folder)
  if (mark === expected) return
  if (mark === undefined) {
    if (indexIsEmpty) return await writeMark(disk, folder, expected)
    throw new HiroError(
      'integrity',
      `the index of store ${storeId} has pieces, but its folder is new: is its disk mounted?`,
    )
  }
  if (!mark.startsWith(`${FORMAT} `)) throw new HiroError('version-unknown', `a store of an unknown kind: ${mark}`)
  throw new HiroError('integrity', `the index is that of store ${storeId}, but the pieces are those of ${mark}`)
}

async function readMark(disk: Disk, folder: string): Promise<string | undefined> {
  try {
    const file = await disk.open(`${folder}/store`)
    try {
      return Buffer.from(await file.read(0, MARK_SIZE_BYTES_MAX)).toString()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (hasCode(error, 'not-found')) return undefined
    throw error
  }
}

async function writeMark(disk: Disk, folder: string, mark: string): Promise<void> {
  const temporaryPath = `${folder}/store.tmp`
  const file = await disk.create(temporaryPath)
  const syncFolder = (): Promise<void> => disk.syncFolder(folder)
  const writer = new PieceFileWriter({ disk, file, temporaryPath, path: `${folder}/store`, syncFolder })
  try {
    await writer.append(Buffer.from(mark))
    await writer.makeDurable()
  } finally {
    await writer.release()
  }
}
