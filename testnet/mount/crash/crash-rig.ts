import { readFile } from 'node:fs/promises'
import { compile } from '../compile.ts'
import { checkRecords, type Found } from './records.ts'
import { type Reporting, startReporting } from './reporting.ts'

/**
 * A process that appends records to `path`, one fsync each, and tells after each; it goes on where `after`, the file as it was found, ends. A file that is not there is begun. Its fsync
 * promises the content; that the name is durable the caller sees to.
 */
export async function startWriter(
  path: string,
  after: Found = { whole: 0, wholeBytes: 0, partialBytes: 0 },
  env: Readonly<Record<string, string>> = {},
): Promise<Reporting> {
  const program = await compile(import.meta.dirname, ['append-records.c'])
  const argv = [program, path, String(after.whole), String(after.wholeBytes)]
  return startReporting(argv, { first: 0, before: after.whole, env })
}

/** What a writer left; see `checkRecords`. The whole file is read into memory. */
export async function checkFile(path: string, reported: number): Promise<Found> {
  return checkRecords(await readFile(path), reported)
}
