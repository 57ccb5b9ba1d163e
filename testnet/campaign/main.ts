import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemRandom } from '../../shared/random/system-random.ts'
import type { Fault } from './fault.ts'
import { faults } from './faults/index.ts'
import { type Results, type RoundResult, readResults, writeResults } from './results.ts'
import { runCampaign } from './run.ts'
import { table } from './table.ts'

const HELP = `npm run campaign [-- --only NAME --runs N --minutes M --seed S --resume]

Plays faults on swarms of real processes, and judges them by a ledger kept outside.

  --only NAME    this fault alone; may be given again. There are: ${faults.map(({ name }) => name).join(', ')}
  --runs N       so many rounds of each; as many as its bar unless given
  --minutes M    begin no round after so long
  --seed S       replays, as far as real processes do; the seed of one round replays that one
  --resume       goes on from the results that are there, with their seed
  --results DIR  where results.json and what failed rounds leave lie; campaign-results unless given
`

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
    resume: { type: 'boolean', default: false },
    results: { type: 'string', default: 'campaign-results' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

const file = join(values.results, 'results.json')
const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort())

if (values.help) process.stdout.write(HELP)
else process.exitCode = await campaign()

async function campaign(): Promise<number> {
  const before = values.resume ? await readResults(file) : undefined
  const [seed = '', only, round] = (values.seed ?? before?.seed ?? String(systemRandom.below(2 ** 32))).split('/')
  const names = only === undefined ? values.only : [only]
  const chosen = names.length === 0 ? faults : names.map(faultNamed)
  const wanted = (fault: Fault): number => (values.runs === undefined ? fault.rounds : Number(values.runs))
  const results = await runCampaign(chosen, {
    seed,
    rounds: (fault) => (round === undefined ? wanted(fault) : Number(round) + 1),
    first: Number(round ?? 0),
    minutesMost: values.minutes === undefined ? undefined : Number(values.minutes),
    before,
    folder: values.results,
    signal: interrupted.signal,
    told: async (results, played) => {
      await writeResults(file, results)
      process.stdout.write(`${told(played)}\n`)
    },
  })
  await writeResults(file, results)
  process.stdout.write(`\n${table(chosen, results)}\n\nseed ${seed}; all of it: ${file}\n`)
  if (interrupted.signal.aborted) process.stdout.write('interrupted; go on with --resume\n')
  return exitCodeOf(results)
}

function faultNamed(name: string): Fault {
  const fault = faults.find((fault) => fault.name === name)
  if (fault === undefined) throw new Error(`there is no fault "${name}"; see --help`)
  return fault
}

function told({ fault, round, seed, tookMs, measures, violations, folder }: RoundResult): string {
  const worst = Object.entries(measures).map(([name, value]) => `${name} ${value}`)
  const line = `${fault} ${round + 1}: ${[`${(tookMs / 1000).toFixed(1)} s`, ...worst].join(', ')}; seed ${seed}`
  if (violations.length === 0) return `ok    ${line}`
  return [
    `WRONG ${line}`,
    ...violations.map((what) => `        ${what}`),
    `        its logs and ledger: ${folder}`,
  ].join('\n')
}

/** A skip is a failure where everything has to be shown. */
function exitCodeOf({ rounds, skipped }: Results): number {
  if (rounds.some(({ violations }) => violations.length > 0)) return 1
  if (process.env['CI'] === 'true' && Object.keys(skipped).length > 0) return 1
  return interrupted.signal.aborted ? 130 : 0
}
