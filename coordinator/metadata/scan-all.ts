import { under } from './keys.ts'
import type { Entry, Reader } from './metadata-store.ts'

/** Every row under `prefix`, which ends with a slash, page by page: for what belongs to one file or folder, and is never much. */
export async function scanAll(reader: Reader, prefix: string): Promise<Entry[]> {
  const all: Entry[] = []
  let last: string | undefined
  do {
    const rows = await reader.scan(under(prefix, { last }))
    all.push(...rows)
    last = rows.at(-1)?.key
  } while (last !== undefined)
  return all
}
