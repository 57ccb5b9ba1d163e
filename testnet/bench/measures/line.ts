import type { Contender } from '../contender.ts'
import type { BenchContext } from '../context.ts'
import { type Line, MEASURES, type MeasureName, type Run } from '../report.ts'
import { type Cost, measured } from '../tools/measured.ts'
import { summarize } from '../tools/statistics.ts'

export interface Measuring {
  readonly measure: MeasureName
  /** Before each run, not measured. */
  before?(run: number): Promise<void>
  work(run: number): Promise<void>
  /** After each run, not measured: looks whether it was done right. */
  after?(run: number): Promise<void>
  /** Of the run that just ended, in the measure's unit. */
  value(cost: Cost): number
  /** How many of the measure's `cpuOf` that run did; absent: one. */
  amount?(): number
}

/** All runs of one measure of one contender. */
export async function runLine(context: BenchContext, { system }: Contender, measuring: Measuring): Promise<Line> {
  const { measure } = measuring
  const costs: Cost[] = []
  const runs: Run[] = []
  for (let run = 1; run <= context.runs; run++) {
    await measuring.before?.(run)
    const cost = await measured(context.scope, async () => await measuring.work(run))
    costs.push(cost)
    runs.push({
      value: measuring.value(cost),
      seconds: cost.seconds,
      cpuSeconds: cost.cpuSeconds / (measuring.amount?.() ?? 1),
      peakSumBytes: cost.peakSumBytes,
    })
    await measuring.after?.(run)
  }
  const { unit } = MEASURES[measure]
  const value = summarize(runs.map(({ value }) => value))
  context.tell(`${system} ${measure}: ${value.median.toFixed(1)} ${unit}`)
  return {
    measure,
    system,
    unit,
    runs,
    value,
    cpuSeconds: summarize(runs.map(({ cpuSeconds }) => cpuSeconds)),
    peakBytes: largest(costs.map(({ peakBytes }) => peakBytes)),
    peakSumBytes: Math.max(...runs.map(({ peakSumBytes }) => peakSumBytes)),
  }
}

function largest(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const most = new Map<string, number>()
  for (const one of all) {
    for (const [name, bytes] of Object.entries(one)) most.set(name, Math.max(bytes, most.get(name) ?? 0))
  }
  return Object.fromEntries(most)
}
