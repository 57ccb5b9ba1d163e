/** Digits of a cursor that make a position: 52 bits, which a number holds exactly. */
const DIGITS = 13
const CURSOR_DIGITS = 64

/** Where a listing goes on behind an entry, as a number for the kernel. Cursors are hashes, so two entries of a folder agree in so many digits once in a thousand folders of a million; then one of them may be left out. */
export function positionBehind(cursor: string): number {
  return Number.parseInt(cursor.slice(0, DIGITS), 16) + 1
}

/** The cursor to go on from. */
export function cursorOf(position: number): string {
  if (position <= 0) return ''
  return (position - 1).toString(16).padStart(DIGITS, '0').padEnd(CURSOR_DIGITS, 'f')
}
