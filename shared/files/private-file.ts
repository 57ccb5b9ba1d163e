import { type FileHandle, open } from 'node:fs/promises'
import { HiroError } from '../errors.ts'
import { fileError } from './file-error.ts'

/** Secrets are small; what is larger is some other file. */
const PRIVATE_FILE_SIZE_BYTES_MAX = 1024 * 1024
const MODE_OTHERS = 0o077

/**
 * The content of a file that holds a secret. Throws `usage`, with the command that helps, when others than its owner may read or change it;
 * `not-found`; `integrity` for what is no file or over `sizeBytesMax`; `io`.
 */
export async function readPrivateFile(
  path: string,
  sizeBytesMax = PRIVATE_FILE_SIZE_BYTES_MAX,
): Promise<Uint8Array<ArrayBuffer>> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    // Of the open file, not of the path: what is checked is what is read.
    const stat = await file.stat()
    if (!stat.isFile()) throw new HiroError('integrity', `${path} is not a file`)
    if (process.platform !== 'win32' && (stat.mode & MODE_OTHERS) !== 0) {
      const mode = (stat.mode & 0o777).toString(8).padStart(4, '0')
      throw new HiroError(
        'usage',
        `${path} holds a secret, but others may read or change it (mode ${mode}); run: chmod 600 ${path}`,
      )
    }
    if (stat.size > sizeBytesMax)
      throw new HiroError('integrity', `${path} has ${stat.size} bytes, more than ${sizeBytesMax}`)
    return new Uint8Array(await file.readFile())
  } catch (error) {
    throw fileError(error, path)
  } finally {
    await file?.close()
  }
}
