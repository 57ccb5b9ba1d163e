import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { runSeeds } from './many/run-seeds.ts'
import { Summary } from './many/summary.ts'
import { runSeed } from './run-seed.ts'

const HELP = `npm run simulate -- [--seeds N] [--from S] [--jobs J] [--seed S] [--everything] [--lying-disks]

Runs the whole swarm in one process on simulated clock, network and disks, once for each seed, and tells which promises were broken.

  --seeds N      how many seeds; 100 unless given
  --from S       the first of them; 1 unless given
  --jobs J       how many at once; as many as there are cores unless given
  --seed S       this one alone, with its story
  --everything   logs go into the story too
  --lying-disks  the disks of workers confirm what they did not write: promises must break, or the judge is blind
`

const EXIT_INTERRUPTED = 130

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    seed: { type: 'string' },
    everything: { type: 'boolean', default: false },
    'lying-disks': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

const options = { everything: values.everything, lyingDisks: values['lying-disks'] }

if (values.help) process.stdout.write(HELP)
else if (values.seed === undefined) process.exitCode = await runMany(count('seeds'), count('from'), count('jobs'))
else process.exitCode = await runOne(values.seed)

function count(name: 'seeds' | 'from' | 'jobs'): number {
  const value = Number(values[name])
  if (Number.isSafeInteger(value) && value > 0) return value
  process.stderr.write(`--${name} ${values[name]}: not a number from 1 on\n`)
  process.exit(2)
}

async function runOne(seed: string): Promise<number> {
  const { lines, violations, hash } = await runSeed(seed, options)
  process.stdout.write(`${lines.join('\n')}\n\nseed ${seed}: ${violations.length} violations, story ${hash}\n`)
  return violations.length === 0 ? 0 : 1
}

/** Stories of seeds that failed, in order, each with the line that replays it; then the sum. */
async function runMany(length: number, first: number, jobs: number): Promise<number> {
  const interrupted = new AbortController()
  process.once('SIGINT', () => interrupted.abort())
  const seeds = Array.from({ length }, (_, at) => String(first + at))
  const summary = new Summary()
  const flags = options.lyingDisks ? ' --lying-disks' : ''
  const { stderr, stdout } = process
  const onProgress = (played: number): void => {
    if (stderr.isTTY) stderr.write(`\r\u001B[K${played} of ${length} seeds, ${summary.failed.length} failed `)
  }
  for await (const story of runSeeds({ seeds, jobs, options, signal: interrupted.signal, onProgress })) {
    summary.add(story)
    if (story.violations.length === 0) continue
    if (stderr.isTTY) stderr.write('\r\u001B[K')
    stdout.write(`${story.lines.join('\n')}\n\nreplay it: npm run simulate -- --seed ${story.seed}${flags}\n\n`)
  }
  if (stderr.isTTY) stderr.write('\r\u001B[K')
  stdout.write(`${summary.text()}\n`)
  if (interrupted.signal.aborted) return EXIT_INTERRUPTED
  return summary.failed.length === 0 ? 0 : 1
}
