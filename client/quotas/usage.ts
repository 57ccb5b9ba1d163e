import { hasCode } from '../../shared/errors.ts'
import type { Entry } from '../namespace/entry.ts'
import type { WorkOptions } from '../namespace/tree.ts'
import { type OnProgress, ProgressCount } from '../progress.ts'

/** What is at a path, with all that is below it. */
export interface Usage {
  readonly path: string
  readonly kind: Entry['kind']
  /** By the size of files: copies and seals are not in it, nor what is in the trash. */
  readonly bytes: number
  /** Links and empty ones too. */
  readonly files: number
  /** Without the folder itself. */
  readonly folders: number
}

export interface UsageOptions extends WorkOptions {
  /** Bytes that were counted by then. */
  readonly onProgress?: OnProgress | undefined
}

export interface Listing {
  stat(path: string, options?: WorkOptions): Promise<Entry>
  list(path: string, options?: WorkOptions): AsyncIterable<Entry>
}

/**
 * How much is at `path`, and in each folder below it, deepest first and `path` last. Sizes are in sealed heads, so every entry is read, at the pace of a listing, with memory for as many pages as folders are deep. What others change meanwhile
 * may be counted or not. Throws as `stat`.
 */
export async function* usageBelow(
  listing: Listing,
  path: string,
  { signal, onProgress }: UsageOptions = {},
): AsyncGenerator<Usage, void, undefined> {
  const progress = new ProgressCount(onProgress, undefined)
  const below = async function* (folder: string): AsyncGenerator<Usage, Usage, undefined> {
    const sum = { path: folder, kind: 'folder', bytes: 0, files: 0, folders: 0 } as const
    let total: Usage = sum
    try {
      for await (const entry of listing.list(folder, { signal })) {
        if (entry.kind === 'folder') total = plus(plus(total, { ...sum, folders: 1 }), yield* below(entry.path))
        else total = plus(total, one(entry))
        if (entry.kind === 'file') progress.add(entry.sizeBytes)
      }
    } catch (error) {
      // It was removed since it was listed.
      if (folder === path || !hasCode(error, 'not-found')) throw error
    }
    yield total
    return total
  }
  const entry = await listing.stat(path, { signal })
  if (entry.kind === 'folder') yield* below(path)
  else yield one(entry)
}

function one(entry: Entry): Usage {
  const { path, kind } = entry
  return { path, kind, bytes: entry.kind === 'file' ? entry.sizeBytes : 0, files: 1, folders: 0 }
}

function plus(sum: Usage, { bytes, files, folders }: Usage): Usage {
  return { ...sum, bytes: sum.bytes + bytes, files: sum.files + files, folders: sum.folders + folders }
}
