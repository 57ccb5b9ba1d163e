import type { Fault } from './fault.ts'
import type { Results, RoundResult } from './results.ts'

const HEAD = ['fault', 'rounds', 'bar', 'violations', 'acknowledged', 'failed', 'unknown', 'worst']

/** The results as a table for people, one line for each fault that was asked for. */
export function table(faults: readonly Fault[], { rounds, skipped }: Results): string {
  const rows = faults.map((fault) =>
    rowOf(
      fault,
      rounds.filter((round) => round.fault === fault.name),
      skipped[fault.name],
    ),
  )
  const widths = HEAD.map((_, at) => Math.max(...[HEAD, ...rows].map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [line(HEAD), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

function rowOf(fault: Fault, rounds: readonly RoundResult[], skipped: string | undefined): string[] {
  const sum = (value: (round: RoundResult) => number): string =>
    String(rounds.reduce((all, round) => all + value(round), 0))
  const worst = new Map<string, number>()
  for (const { measures } of rounds)
    for (const [name, value] of Object.entries(measures)) worst.set(name, Math.max(value, worst.get(name) ?? 0))
  return [
    fault.what,
    String(rounds.length),
    String(fault.rounds),
    skipped === undefined ? sum(({ violations }) => violations.length) : `skipped: ${skipped}`,
    sum(({ acknowledged }) => acknowledged),
    sum(({ failed }) => failed),
    sum(({ unknown }) => unknown),
    [...worst].map(([name, value]) => `${name} ${value}`).join(', '),
  ]
}
