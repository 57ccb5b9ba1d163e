import type { Writable } from 'node:stream'
import type { Clock } from '../../../shared/clock/clock.ts'
import type { OnProgress, Progress } from '../../index.ts'
import { progressLine } from './progress-line.ts'

/** How far some work is, on one line that is drawn again and again. */
export interface Meter {
  /** What all of it will be, once that is known. */
  expect(bytes: number): void
  /** For one transfer of the work. */
  transfer(): OnProgress
  /** Takes the line away, until it is drawn again. */
  hide(): void
  /** Takes it away for good. Idempotent. */
  end(): void
}

export const NO_METER: Meter = { expect() {}, transfer: () => () => {}, hide() {}, end() {} }

const DRAW_INTERVAL_MS = 200
/** Work that is over sooner needs no bar. */
const FIRST_DRAW_MS = 500
/** Of the speed that is shown: longer is calmer, shorter is nearer to now. */
const SPEED_WINDOW_MS = 5_000
const CLEAR_LINE = '\r\u001B[K'
const COLUMNS_DEFAULT = 80

export class ProgressMeter implements Meter {
  readonly #what: string
  readonly #stream: Writable & { readonly columns?: number }
  readonly #clock: Clock
  readonly #samples: { atMs: number; bytes: number }[] = []
  #bytesDone = 0
  #bytesTotal: number | undefined
  #drawn = false
  #cancel: () => void

  constructor(what: string, { stream, clock }: { stream: Writable; clock: Clock }) {
    this.#what = what
    this.#stream = stream
    this.#clock = clock
    this.#sample()
    this.#cancel = clock.after(FIRST_DRAW_MS, () => this.#draw())
  }

  expect(bytes: number): void {
    this.#bytesTotal = bytes
  }

  transfer(): OnProgress {
    let before = 0
    return ({ bytesDone }: Progress) => {
      this.#bytesDone += bytesDone - before
      before = bytesDone
    }
  }

  hide(): void {
    if (this.#drawn) this.#stream.write(CLEAR_LINE)
    this.#drawn = false
  }

  end(): void {
    this.#cancel()
    this.hide()
  }

  #draw(): void {
    this.#sample()
    const { columns } = this.#stream
    const line = progressLine({
      what: this.#what,
      bytesDone: this.#bytesDone,
      bytesTotal: this.#bytesTotal,
      bytesPerSecond: this.#bytesPerSecond(),
      // In the last column some terminals would begin a new line. Some say 0 where they do not know.
      columns: (columns === undefined || columns === 0 ? COLUMNS_DEFAULT : columns) - 1,
    })
    this.#stream.write(`${CLEAR_LINE}${line}`)
    this.#drawn = true
    this.#cancel = this.#clock.after(DRAW_INTERVAL_MS, () => this.#draw())
  }

  #sample(): void {
    const atMs = this.#clock.now()
    this.#samples.push({ atMs, bytes: this.#bytesDone })
    while (this.#samples.length > 2 && (this.#samples[0]?.atMs ?? 0) < atMs - SPEED_WINDOW_MS) this.#samples.shift()
  }

  #bytesPerSecond(): number {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)]
    if (first === undefined || last === undefined || last.atMs <= first.atMs) return 0
    return ((last.bytes - first.bytes) / (last.atMs - first.atMs)) * 1000
  }
}
