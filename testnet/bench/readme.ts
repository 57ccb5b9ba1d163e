import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HiroError } from '../../shared/errors.ts'

const README = join(import.meta.dirname, 'README.md')
const BEGIN = '<!-- figures: written by `npm run bench -- --readme` -->'
const END = '<!-- end of figures -->'

/** Puts the table where the README has its figures. */
export async function writeIntoReadme(table: string): Promise<void> {
  await writeFile(README, withFigures(await readFile(README, 'utf8'), table))
}

/** Throws `internal` where the marks are missing. */
export function withFigures(text: string, table: string): string {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (begin < 0 || end < begin) throw new HiroError('internal', `${README} has no place for figures`)
  return `${text.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${text.slice(end)}`
}
