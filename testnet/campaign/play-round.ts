import { RECEIPTS_WAIT_MS } from '../../shared/limits.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { pause } from '../process/wait.ts'
import type { Fault } from './fault.ts'
import { compare, look, settle } from './judge.ts'
import { type PathHistory, readLedger } from './ledger/ledger.ts'
import { Load } from './load/load.ts'
import type { RoundResult } from './results.ts'
import { Round } from './round.ts'
import type { CampaignSwarm } from './swarm.ts'

const LOAD_USUAL = { programs: 2, hands: 2, commands: true }
/** So much goes well before the fault, so that it meets a swarm at work. */
const ACKNOWLEDGED_BEFORE = 6
/** What a client asked that is gone now may still be done: the coordinator waits so long for receipts. */
const LATE_MS = RECEIPTS_WAIT_MS + 1_000

/** Clients begin, the fault is played, everything is healed and judged. Never throws for what the swarm does. */
export async function playRound(
  fault: Fault,
  swarm: CampaignSwarm,
  { seed, number, timed }: { readonly seed: string; readonly number: number; readonly timed: boolean },
): Promise<RoundResult> {
  const { net, ledger, probe } = swarm
  const beganMs = performance.now()
  const load = new Load(net, ledger, { ...LOAD_USUAL, ...fault.load, seed, round: seed.replaceAll('/', '-') })
  const round = new Round({ net, ledger, load, probe, random: new SeededRandom(seed).fork('fault'), number, timed })
  let histories: ReadonlyMap<string, PathHistory> = new Map()
  try {
    load.start()
    await load.underWay(ACKNOWLEDGED_BEFORE)
    await fault.play(round)
    await load.end()
    await swarm.heal()
    histories = readLedger(ledger)
    if (ends(histories).some((outcome) => outcome === 'unknown')) await pause(LATE_MS)
    const [view] = await Promise.all([look(net, ledger, histories), lookByCommand(round, histories)])
    round.violations.push(...compare(histories, view, net.manifest))
    settle(ledger, histories, view)
  } catch (error) {
    round.violated(`the round broke off: ${error instanceof Error ? error.message : String(error)}`)
    load.kill()
    await load.end()
  }
  round.violations.push(...load.violations)
  measureReads(round, histories, fault.readP99MsMost)
  const outcomes = ends(histories)
  const count = (wanted: string): number => outcomes.filter((outcome) => outcome === wanted).length
  return {
    fault: fault.name,
    round: number,
    seed,
    tookMs: Math.round(performance.now() - beganMs),
    acknowledged: count('acknowledged'),
    failed: count('failed'),
    unknown: count('unknown'),
    measures: Object.fromEntries(round.measures),
    violations: round.violations,
  }
}

/** One path as a person at the command line reads it. */
async function lookByCommand(round: Round, histories: ReadonlyMap<string, PathHistory>): Promise<void> {
  const paths = [...histories.keys()]
  const path = paths[round.random.below(Math.max(1, paths.length))]
  if (path === undefined) return
  const { code, stderr } = await round.net.hiro(['cat', path])
  if (code !== 0 && code !== 3) round.violated(`hiro cat ${path} ended with ${code}: ${stderr.trim()}`)
}

function measureReads(round: Round, histories: ReadonlyMap<string, PathHistory>, mostMs: number | undefined): void {
  const reads = [...histories.values()]
    .flatMap(({ operations }) => operations)
    .flatMap(({ kind, ending }) => (kind === 'read' && ending ? [ending.tookMs] : []))
    .toSorted((a, b) => a - b)
  const p99 = reads[Math.ceil(reads.length * 0.99) - 1]
  if (p99 !== undefined) round.measure('readP99Ms', p99, mostMs)
}

function ends(histories: ReadonlyMap<string, PathHistory>): string[] {
  return [...histories.values()]
    .flatMap(({ operations }) => operations)
    .map(({ ending }) => ending?.outcome ?? 'unknown')
}
