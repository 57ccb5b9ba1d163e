import { appendFileSync, readFileSync } from 'node:fs'
import type { Beginning, Content, Ending, Line } from './operation.ts'

/**
 * Adds a line. Several processes write to one ledger: a short append is whole, and the order of the lines is the order of what happened, so that no clock is needed. It outlives
 * the death of whoever writes it, though not that of the machine, which no campaign plays.
 */
export function write(ledger: string, line: Line): void {
  appendFileSync(ledger, `${JSON.stringify(line)}\n`)
}

/** An operation with the places of its two lines in the ledger: what ended before another began happened before it. */
export interface Operation extends Beginning {
  readonly beganAt: number
  /** None: whoever asked was killed. */
  readonly endedAt?: number
  readonly ending?: Ending
}

/** All that is known of a path since everything was settled. */
export interface PathHistory {
  readonly path: string
  /** When it was settled. */
  readonly before: Content
  /** Of that content; none when it is not known. */
  readonly copiesBefore: number | undefined
  readonly operations: readonly Operation[]
}

/** Every path that anyone ever asked for. A last line that is not whole was never written: its writer died. */
export function readLedger(ledger: string): Map<string, PathHistory> {
  const paths = new Map<string, { before: Content; copiesBefore: number | undefined; operations: Operation[] }>()
  const open = new Map<string, { path: string; at: number; place: number }>()
  for (const [at, text] of readFileSync(ledger, 'utf8').split('\n').entries()) {
    const line = parse(text)
    if (line === undefined) continue
    if ('settled' in line) {
      paths.set(line.settled, { before: line.sha256, copiesBefore: line.copies, operations: [] })
    } else if ('begin' in line) {
      const { path, operation } = line.begin
      const history = paths.get(path) ?? { before: undefined, copiesBefore: undefined, operations: [] }
      paths.set(path, history)
      open.set(operation, { path, at, place: history.operations.length })
      history.operations.push({ ...line.begin, beganAt: at })
    } else {
      const begun = open.get(line.end.operation)
      const operations = begun && paths.get(begun.path)?.operations
      const operation = begun && operations?.[begun.place]
      // It may have been settled meanwhile: then its end comes too late to count.
      if (operation?.operation !== line.end.operation) continue
      operations?.splice(begun?.place ?? 0, 1, { ...operation, endedAt: at, ending: line.end })
    }
  }
  return new Map([...paths].map(([path, history]) => [path, { path, ...history }]))
}

function parse(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line
  } catch {
    return undefined
  }
}
