import { writeFileSync } from 'node:fs'
import { peakMemoryBytes } from '../../process/proc.ts'
import type { Scope } from './scope.ts'

/** Memory only grows towards its peak, so looking now and then finds it, but for what a short-lived process takes in its last moment. */
const LOOK_INTERVAL_MS = 200
/** See proc_pid_clear_refs(5). */
const RESET_PEAK = '5'

export interface Peaks {
  /** By name; of several of that name the largest. */
  readonly peakBytes: Readonly<Record<string, number>>
  /** Of all that lived at the same time, added up. Pages that they share count for each. */
  readonly peakSumBytes: number
}

/** The most memory (VmHWM) that each process of a scope had from its making to `end`. */
export class MemoryWatch {
  readonly #scope: Scope
  readonly #peaks = new Map<string, number>()
  readonly #looking: NodeJS.Timeout
  #sumBytes = 0

  constructor(scope: Scope) {
    this.#scope = scope
    for (const { pid } of scope.processes()) resetPeak(pid)
    this.#looking = setInterval(() => this.#look(), LOOK_INTERVAL_MS)
  }

  end(): Peaks {
    clearInterval(this.#looking)
    this.#look()
    return { peakBytes: Object.fromEntries(this.#peaks), peakSumBytes: this.#sumBytes }
  }

  #look(): void {
    let sumBytes = 0
    for (const { pid, name } of this.#scope.processes()) {
      const bytes = peakMemoryBytes(pid) ?? 0
      sumBytes += bytes
      this.#peaks.set(name, Math.max(bytes, this.#peaks.get(name) ?? 0))
    }
    this.#sumBytes = Math.max(this.#sumBytes, sumBytes)
  }
}

function resetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, RESET_PEAK)
  } catch {
    // Ended meanwhile.
  }
}
