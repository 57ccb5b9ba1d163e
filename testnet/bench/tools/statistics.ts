/** Of several runs of the same. Three runs have no deviation worth the name: the range says more. */
export interface Summary {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** Throws for no values at all: a measure that measured nothing is a bug. */
export function summarize(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b)
  const [min, max] = [sorted[0], sorted.at(-1)]
  if (min === undefined || max === undefined) throw new RangeError('no runs')
  const upper = sorted[Math.floor(sorted.length / 2)] ?? max
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? min
  return { median: (lower + upper) / 2, min, max }
}
