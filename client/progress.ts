/** How far a transfer is. `bytesTotal` is absent where nobody knows, as of standard input. */
export interface Progress {
  readonly bytesDone: number
  readonly bytesTotal?: number
}

export type OnProgress = (progress: Progress) => void

/** Adds up what is done and tells of each step. */
export class ProgressCount {
  readonly #onProgress: OnProgress | undefined
  readonly #bytesTotal: number | undefined
  #bytesDone = 0

  constructor(onProgress: OnProgress | undefined, bytesTotal: number | undefined) {
    this.#onProgress = onProgress
    this.#bytesTotal = bytesTotal
  }

  add(bytes: number): void {
    this.#bytesDone += bytes
    const total = this.#bytesTotal === undefined ? {} : { bytesTotal: this.#bytesTotal }
    this.#onProgress?.({ bytesDone: this.#bytesDone, ...total })
  }
}
