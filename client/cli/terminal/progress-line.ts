import { formatDuration, formatSize } from '../../../shared/config/for-people.ts'

export interface ProgressState {
  /** What is done: `adding`. */
  readonly what: string
  readonly bytesDone: number
  /** `undefined`: nobody knows, as of standard input. */
  readonly bytesTotal: number | undefined
  readonly bytesPerSecond: number
  /** What fits on a line. */
  readonly columns: number
}

const BAR_WIDTH_MAX = 30
/** A shorter one tells nothing. */
const BAR_WIDTH_MIN = 8
/** Nobody waits for it. */
const LEFT_SECONDS_MAX = 100 * 86_400

/** `adding  45% ███████░░░░░░  1.2 GiB of 2.6 GiB  85 MiB/s  17 s left`, with a bar of the width that is left. */
export function progressLine({ what, bytesDone, bytesTotal, bytesPerSecond, columns }: ProgressState): string {
  const speed = `${formatSize(bytesPerSecond)}/s`
  if (bytesTotal === undefined) return `${what}  ${formatSize(bytesDone)}  ${speed}`.slice(0, columns)
  // A source may grow while it is read.
  const part = bytesTotal === 0 ? 1 : Math.min(1, bytesDone / bytesTotal)
  const percent = `${Math.floor(part * 100)}%`.padStart(4)
  const amounts = `${formatSize(bytesDone)} of ${formatSize(bytesTotal)}`
  const left = timeLeft(bytesTotal - bytesDone, bytesPerSecond)
  const facts = [amounts, speed, ...(left === undefined ? [] : [left])].join('  ')
  const width = Math.min(BAR_WIDTH_MAX, columns - `${what} ${percent}   ${facts}`.length)
  return width < BAR_WIDTH_MIN
    ? `${what} ${percent}  ${facts}`.slice(0, columns)
    : `${what} ${percent} ${bar(part, width)}  ${facts}`
}

/** `part` in 0 … 1, filled from the left. */
export function bar(part: number, width: number): string {
  const filled = Math.min(width, Math.max(0, Math.round(part * width)))
  return '█'.repeat(filled) + '░'.repeat(width - filled)
}

function timeLeft(bytes: number, bytesPerSecond: number): string | undefined {
  if (bytes <= 0 || bytesPerSecond <= 0) return undefined
  const seconds = Math.ceil(bytes / bytesPerSecond)
  return seconds > LEFT_SECONDS_MAX ? undefined : `${formatDuration(seconds * 1000)} left`
}
