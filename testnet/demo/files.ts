import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

export interface TreeFile {
  readonly sizeBytes: number
  readonly mode: number
  readonly mtimeMs: number
  /** Hex; of folders: none. */
  readonly sha256?: string
}

/** Every file and folder below `folder`, by its path within. Nothing but the bytes themselves is held at once, and of those little. */
export async function readTree(folder: string): Promise<Map<string, TreeFile>> {
  const tree = new Map<string, TreeFile>()
  for (const path of (await readdir(folder, { recursive: true })).toSorted()) {
    const full = join(folder, path)
    const stat = await lstat(full)
    const known = {
      sizeBytes: stat.isFile() ? stat.size : 0,
      mode: stat.mode & 0o7777,
      mtimeMs: Math.floor(stat.mtimeMs),
    }
    tree.set(path, stat.isFile() ? { ...known, sha256: await sha256Of(full) } : known)
  }
  return tree
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** What is not the same in both, as lines; none: they are equal. */
export function differences(expected: ReadonlyMap<string, TreeFile>, found: ReadonlyMap<string, TreeFile>): string[] {
  const lines: string[] = []
  for (const [path, want] of expected) {
    const have = found.get(path)
    if (have === undefined) lines.push(`${path} is missing`)
    else {
      if (have.sha256 !== want.sha256) lines.push(`${path} has other content`)
      if (have.mode !== want.mode) lines.push(`${path} has mode ${have.mode.toString(8)}, not ${want.mode.toString(8)}`)
      if (have.mtimeMs !== want.mtimeMs) lines.push(`${path} is of ${have.mtimeMs}, not ${want.mtimeMs}`)
    }
  }
  for (const path of found.keys()) if (!expected.has(path)) lines.push(`${path} is too much`)
  return lines
}
