import type { Clock } from '../shared/clock/clock.ts'
import { HiroError } from '../shared/errors.ts'
import type { Log, LogFields, LogLevel } from '../shared/log.ts'

/** Lines of one kind that may come at once. More: a short trouble is told in full; fewer: less noise from a trouble that comes and goes. */
const LINES_MAX = 5
/** After those, one line in this time: a coordinator that is away for a week must not fill the disk. */
const LINE_INTERVAL_MS = 10 * 60_000

interface Budget {
  lines: number
  atMs: number
  leftOut: number
}

/** Tells each kind of trouble at once when it begins or changes, and rarely while it lasts. Of one kind are lines of one level and message, about errors of one code; `leftOut` counts those not told. */
export function sparingLog(log: Log, clock: Clock): Log {
  const budgets = new Map<string, Budget>()
  const one = (level: LogLevel) => {
    return (message: string, fields: LogFields = {}): void => {
      const { error } = fields
      const code = error instanceof HiroError ? error.code : ''
      const leftOut = take(budgets, `${level} ${code} ${message}`, clock.now())
      if (leftOut !== undefined) log[level](message, leftOut > 0 ? { ...fields, leftOut } : fields)
    }
  }
  return { debug: one('debug'), info: one('info'), warn: one('warn'), error: one('error') }
}

/** How many lines of this kind were left out before this one; `undefined`: this one is left out, too. */
function take(budgets: Map<string, Budget>, kind: string, nowMs: number): number | undefined {
  const budget = budgets.get(kind) ?? { lines: LINES_MAX, atMs: nowMs, leftOut: 0 }
  budgets.set(kind, budget)
  const earned = Math.max(0, nowMs - budget.atMs) / LINE_INTERVAL_MS
  budget.lines = Math.min(LINES_MAX, budget.lines + earned)
  budget.atMs = nowMs
  if (budget.lines < 1) {
    budget.leftOut++
    return undefined
  }
  const { leftOut } = budget
  budget.lines--
  budget.leftOut = 0
  return leftOut
}
