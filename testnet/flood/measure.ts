import type { Who } from '../layout.ts'
import { peakMemoryBytes } from '../process/proc.ts'
import type { Testnet } from '../testnet.ts'
import { besideBurner, besideFlood, type FloodCost } from './beside.ts'
import { honestSpeeds, type Speeds, type Work } from './honest.ts'

export interface FloodPlan {
  readonly kind: string
  readonly target: Who
  readonly pairs: number
  readonly work: Work
  readonly timeoutMs: number
}

export interface FloodResult {
  readonly kind: string
  readonly target: Who
  /** Of the flooder, on average. */
  readonly cores: number
  readonly stepsPerS: number
  /** Speed beside the flood / beside the burner, the median of the pairs. */
  readonly ratios: Speeds
  readonly beside: { readonly flood: Speeds[]; readonly burner: Speeds[] }
  readonly peakBytes: number
}

/** Pairs in alternation, so that what else the machine does meets both. The first flood, which tells how much the burner has to burn, counts too. */
export async function measureFlood(net: Testnet, plan: FloodPlan): Promise<FloodResult> {
  const { kind, target, pairs, work, timeoutMs } = plan
  const flood: Speeds[] = []
  const burner: Speeds[] = []
  const costs: FloodCost[] = []
  const speeds = async (): Promise<Speeds> => await honestSpeeds(net, work, timeoutMs)
  for (let pair = 0; pair < pairs; pair++) {
    const { result, cost } = await besideFlood(net, { kind, target, secondsMax: timeoutMs / 1_000 }, speeds)
    flood.push(result)
    costs.push(cost)
    burner.push(await besideBurner(cost.cpuSeconds / cost.seconds, speeds))
  }
  const sum = (of: (cost: FloodCost) => number): number => costs.reduce((total, cost) => total + of(cost), 0)
  const seconds = sum((cost) => cost.seconds)
  const ratioOf = (name: keyof Speeds): number => median(flood.map((one, at) => one[name] / (burner[at]?.[name] ?? 1)))
  return {
    kind,
    target,
    cores: sum((cost) => cost.cpuSeconds) / seconds,
    stepsPerS: sum((cost) => cost.steps) / seconds,
    ratios: { addMibPerS: ratioOf('addMibPerS'), catMibPerS: ratioOf('catMibPerS'), callsPerS: ratioOf('callsPerS') },
    beside: { flood, burner },
    peakBytes: peakMemoryBytes(net.pid(target) ?? 0) ?? 0,
  }
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
