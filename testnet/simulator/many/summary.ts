import type { Story } from '../story.ts'

/** What came of many seeds. */
export class Summary {
  readonly failed: string[] = []
  #seeds = 0
  #simulatedMs = 0
  readonly #counts = new Map<string, number>()

  add({ seed, violations, simulatedMs, counts }: Story): void {
    this.#seeds++
    this.#simulatedMs += simulatedMs
    if (violations.length > 0) this.failed.push(seed)
    for (const [what, times] of Object.entries(counts)) {
      this.#counts.set(what, (this.#counts.get(what) ?? 0) + times)
    }
  }

  /** Counts of everything that happened, so that one sees that it did, and the verdict in the last line. */
  text(): string {
    const counts = [...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
    const width = Math.max(0, ...counts.map(([, times]) => String(times).length))
    const table = counts.map(([what, times]) => `${String(times).padStart(width + 2)}  ${what}`)
    const hours = (this.#simulatedMs / 3_600_000).toFixed(1)
    const verdict = this.failed.length === 0 ? '0 violations' : `violations in ${this.failed.join(', ')}`
    return [...table, `${this.#seeds} seeds, ${hours} simulated hours: ${verdict}`].join('\n')
  }
}
