import type { Random } from '../../../shared/random/random.ts'
import type { BadCopy, FileEntry } from '../../index.ts'
import type { Readable } from '../cli.ts'
import type { Meter } from '../terminal/progress-meter.ts'
import { placeFile } from './place-file.ts'
import { placeSmall } from './place-small.ts'

export interface FetchOptions {
  readonly replace: boolean
  readonly meter: Meter
  readonly onBadCopy: (bad: BadCopy) => void
}

/** What all files of a `get` have in common. */
export class Fetch {
  readonly replace: boolean
  readonly meter: Meter
  readonly #swarm: Readable
  readonly #random: Random
  readonly onBadCopy: (bad: BadCopy) => void

  constructor({ swarm, random }: { swarm: Readable; random: Random }, { replace, meter, onBadCopy }: FetchOptions) {
    this.replace = replace
    this.meter = meter
    this.#swarm = swarm
    this.#random = random
    this.onBadCopy = onBadCopy
  }

  /** What was read of it, whole. Throws as `placeSmall`. */
  place({ mode, mtimeMs, sizeBytes }: FileEntry, local: string, bytes: Uint8Array): void {
    placeSmall(local, bytes, { mode, mtimeMs, replace: this.replace }, this.#random)
    this.meter.transfer()({ bytesDone: sizeBytes })
  }

  /** Whole, with its mode and time, or nothing. Throws as `placeFile` and reading do. */
  async file(entry: FileEntry, local: string, signal: AbortSignal): Promise<void> {
    const { path, mode, mtimeMs } = entry
    const onProgress = this.meter.transfer()
    const bytes = this.#swarm.read(path, { entry, signal, onProgress, onBadCopy: this.onBadCopy })
    await placeFile(local, bytes, { mode, mtimeMs, replace: this.replace }, this.#random)
  }
}
