import type { MeasureName, Report } from './report.ts'

const MIB_PER_GIB = 1024

export interface Share {
  readonly what: string
  /** CPU seconds for a GiB. */
  readonly cpuSeconds: number
}

/** Where the CPU of one measure goes, by the steps alone, and what is left when they are taken from what was measured. */
export interface Limits {
  readonly measure: MeasureName
  readonly measuredCpuSeconds: number
  readonly shares: readonly Share[]
}

/** How often a byte meets each step. A worker's hash is part of its store, and each line of the chain is a send with both its ends. */
const WAYS: readonly { measure: MeasureName; steps: (copies: number) => Readonly<Record<string, number>> }[] = [
  { measure: 'add-file', steps: (copies) => ({ seal: 1, hash: 1, send: copies, store: copies }) },
  { measure: 'read-file', steps: () => ({ send: 1, open: 1 }) },
]

/** None where steps or files were not measured. */
export function limitsOf({ lines, steps, options }: Report): Limits[] {
  return WAYS.flatMap(({ measure, steps: times }) => {
    const line = lines.find((line) => line.measure === measure && line.system === 'hiro')
    if (line === undefined || steps.length === 0) return []
    const measuredCpuSeconds = (line.cpuSeconds.median / options.sizeBytes) * 1024 ** 3
    const shares = Object.entries(times(options.copies)).map(([name, count]) => {
      const speed = steps.find(({ step }) => step === name)?.mibPerCpuSecond.median ?? Number.NaN
      return { what: count === 1 ? name : `${count} × ${name}`, cpuSeconds: (count * MIB_PER_GIB) / speed }
    })
    const known = shares.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0)
    return [
      {
        measure,
        measuredCpuSeconds,
        shares: [...shares, { what: 'all else', cpuSeconds: measuredCpuSeconds - known }],
      },
    ]
  })
}
