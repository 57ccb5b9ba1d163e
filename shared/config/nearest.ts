/** The word that `given` was probably meant to be: the one with the fewest edits, if those are few enough. */
export function nearest(given: string, words: readonly string[]): string | undefined {
  const editsMax = Math.max(1, Math.floor(given.length / 3))
  let best: string | undefined
  let bestEdits = editsMax + 1
  for (const word of words) {
    const edits = editsBetween(given.toLowerCase(), word.toLowerCase())
    if (edits < bestEdits) {
      best = word
      bestEdits = edits
    }
  }
  return best
}

/** Levenshtein distance: how many letters must be put in, left out or replaced. Row by row of the usual table. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const replaced = cell(row, j) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(replaced, cell(row, j + 1) + 1, cell(next, j) + 1))
    }
    row = next
  }
  return cell(row, b.length)
}

function cell(row: readonly number[], at: number): number {
  return row[at] ?? Number.POSITIVE_INFINITY
}
