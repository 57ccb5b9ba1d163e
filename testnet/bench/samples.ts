import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export const SMALL_FILE_BYTES = 4096
const FILES_PER_FOLDER = 100
const SLICE_BYTES = 1024 ** 2

export interface Samples {
  /** One file of `sizeBytes`. */
  readonly file: string
  readonly sizeBytes: number
  /** A folder with `files` files of 4 KiB, a hundred in each of its folders. */
  readonly tree: string
  readonly files: number
  /** One file of 4 KiB. */
  readonly small: string
}

/** Random bytes, which nothing can compress. */
export async function makeSamples(folder: string, sizeBytes: number, files: number): Promise<Samples> {
  const samples = {
    file: join(folder, 'file'),
    tree: join(folder, 'tree'),
    small: join(folder, 'small'),
    sizeBytes,
    files,
  }
  await pipeline(Readable.from(randomSlices(sizeBytes)), createWriteStream(samples.file))
  await writeFile(samples.small, randomBytes(SMALL_FILE_BYTES))
  for (let at = 0; at < files; at++) {
    const below = join(samples.tree, `folder-${Math.floor(at / FILES_PER_FOLDER)}`)
    if (at % FILES_PER_FOLDER === 0) await mkdir(below, { recursive: true })
    await writeFile(join(below, `file-${at}`), randomBytes(SMALL_FILE_BYTES))
  }
  return samples
}

function* randomSlices(sizeBytes: number): Generator<Buffer> {
  for (let at = 0; at < sizeBytes; at += SLICE_BYTES) yield randomBytes(Math.min(SLICE_BYTES, sizeBytes - at))
}
