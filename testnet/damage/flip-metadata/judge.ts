import { isDeepStrictEqual } from 'node:util'
import type { Entry, MetadataStore } from '../../../coordinator/metadata/metadata-store.ts'
import { hasCode } from '../../../shared/errors.ts'
import { contentOf, openMetadata } from './metadata-files.ts'

/**
 * `refused`: the store does not open. `refused in part`: what is damaged is refused when it is asked for, all else is served. `harmless`: everything is served as
 * before, and goes on to be when something is written.
 */
export type Verdict = 'refused' | 'refused in part' | 'harmless'

export interface Expected {
  readonly entries: readonly Entry[]
  readonly newest: number
  /** Keys that are not there. */
  readonly absent: readonly string[]
}

/** What is done with damaged metadata. Throws, saying what, when something wrong is served, or something is left out, or refused without the way out. */
export async function judge(path: string, expected: Expected): Promise<Verdict> {
  let store: MetadataStore
  try {
    store = await openMetadata(path)
  } catch (error) {
    requireAdvice(error, 'opening')
    return 'refused'
  }
  try {
    const scanned = await unlessRefused(() => contentOf(store), 'scanning')
    if (scanned !== undefined && !isDeepStrictEqual(scanned, { entries: expected.entries, newest: expected.newest })) {
      throw new Error(`a scan gave ${difference(scanned.entries, expected.entries)}, newest ${scanned.newest}`)
    }
    const got = await readEach(store, expected)
    if (scanned === undefined || !got) return 'refused in part'
    await writeSomething(store, expected)
  } finally {
    await store.close()
  }
  await readAgain(path, expected)
  return 'harmless'
}

/** Says whether every key could be read. */
async function readEach(store: MetadataStore, { entries, absent }: Expected): Promise<boolean> {
  let whole = true
  const wanted = [
    ...entries.map(({ key, value }) => [key, value] as const),
    ...absent.map((key) => [key, undefined] as const),
  ]
  for (const [key, value] of wanted) {
    const got = await unlessRefused(async () => [await store.get(key)], key)
    if (got === undefined) whole = false
    else if (!isDeepStrictEqual(got[0], value)) throw new Error(`${key} was served as ${String(got[0])}`)
  }
  return whole
}

const NEW_KEY = 'flip/new'
const NEW_VALUE = new Uint8Array(700).fill(7)

async function writeSomething(store: MetadataStore, { entries }: Expected): Promise<void> {
  const [first, last] = [entries[0], entries.at(-1)]
  if (first === undefined || last === undefined) throw new Error('a sample without entries')
  await store.transact(async (tx) => {
    tx.put(NEW_KEY, NEW_VALUE)
    tx.put(first.key, NEW_VALUE)
    tx.delete(last.key)
  })
}

async function readAgain(path: string, { entries }: Expected): Promise<void> {
  const store = await openMetadata(path).catch((cause: unknown) => {
    throw new Error('harmless at first, and refused after something was written', { cause })
  })
  try {
    const [first] = entries
    const changed = [{ key: NEW_KEY, value: NEW_VALUE }, ...entries.slice(0, -1)].map((entry) =>
      entry.key === first?.key ? { key: entry.key, value: NEW_VALUE } : entry,
    )
    const expected = changed.toSorted((a, b) => (a.key < b.key ? -1 : 1))
    const found = await contentOf(store)
    if (!isDeepStrictEqual(found.entries, expected)) {
      throw new Error(`after something was written: ${difference(found.entries, expected)}`)
    }
  } finally {
    await store.close()
  }
}

async function unlessRefused<T>(read: () => Promise<T>, what: string): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    requireAdvice(error, what)
    return undefined
  }
}

/** Damage is told with the way out of it. A damaged header may look like another version's. */
function requireAdvice(error: unknown, what: string): void {
  if (hasCode(error, 'metadata-damaged', 'version-unknown') && /restore/.test(error.message)) return
  throw new Error(`${what}: not refused with the way out, but failed`, { cause: error })
}

function difference(found: readonly Entry[], expected: readonly Entry[]): string {
  const value = (entries: readonly Entry[], key: string): string =>
    String(entries.find((entry) => entry.key === key)?.value)
  const keys = new Set([...found, ...expected].map(({ key }) => key))
  const wrong = [...keys].filter((key) => value(found, key) !== value(expected, key))
  return `${found.length} entries for ${expected.length}; not as written: ${wrong.slice(0, 5).join(' ') || 'none'}`
}
