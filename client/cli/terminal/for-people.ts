import { epochOf, firstRevisionOf } from '../../../shared/revision.ts'

/** `1,234 files`, `1 file`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${withCommas(count)} ${count === 1 ? one : many}`
}

/** `1,234,567`. */
export function withCommas(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Of a revision or version; its epoch is told where it is not the swarm's first. */
export function revisionText(revision: number): string {
  const epoch = epochOf(revision)
  if (epoch === 0) return withCommas(revision)
  const number = withCommas(revision - firstRevisionOf(epoch))
  return epoch === 1 ? number : `${number} of epoch ${epoch}`
}

/** `drwxr-x---`, as `ls -l` writes it. */
export function modeText(kind: 'file' | 'folder' | 'link', mode: number): string {
  const letters = Array.from('rwxrwxrwx', (letter, at) => ((mode & (0o400 >> at)) === 0 ? '-' : letter))
  const special: [bit: number, at: number, letter: string][] = [
    [0o4000, 2, 's'],
    [0o2000, 5, 's'],
    [0o1000, 8, 't'],
  ]
  for (const [bit, at, letter] of special) {
    if ((mode & bit) !== 0) letters[at] = letters[at] === '-' ? letter.toUpperCase() : letter
  }
  return `${{ file: '-', folder: 'd', link: 'l' }[kind]}${letters.join('')}`
}

/** What a calendar can show, in ms on either side of the epoch. */
const CALENDAR_MS_MAX = 8.64e15

/** `2026-01-31 23:59:59`, by the clock on this machine's wall. */
export class TimeText {
  readonly #format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' })

  of(ms: number): string {
    return Math.abs(ms) <= CALENDAR_MS_MAX ? this.#format.format(ms) : '?'
  }
}
