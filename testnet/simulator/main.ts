import { parseArgs } from 'node:util'
import { runSeed } from './run-seed.ts'

const HELP = `npm run simulate -- [--seeds N] [--seed S] [--everything]

Runs the whole swarm in one process on simulated clock, network and disks, once for each seed, and tells which promises were broken.

  --seeds N      how many seeds, 1 … N; 100 unless given
  --seed S       this one alone, with its story
  --everything   logs go into the story too
`

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    seed: { type: 'string' },
    everything: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) process.stdout.write(HELP)
else if (values.seed === undefined) process.exitCode = await runMany(Number(values.seeds))
else process.exitCode = await runOne(values.seed, values.everything)

async function runOne(seed: string, everything: boolean): Promise<number> {
  const { lines, violations, hash } = await runSeed(seed, { everything })
  process.stdout.write(`${lines.join('\n')}\n\nseed ${seed}: ${violations.length} violations, story ${hash}\n`)
  return violations.length === 0 ? 0 : 1
}

async function runMany(seeds: number): Promise<number> {
  const failed: string[] = []
  let [operations, crashes, simulatedMs] = [0, 0, 0]
  for (let seed = 1; seed <= seeds; seed++) {
    const story = await runSeed(String(seed))
    operations += story.operations
    crashes += story.crashes
    simulatedMs += story.simulatedMs
    if (story.violations.length === 0) continue
    failed.push(String(seed))
    process.stdout.write(`${story.lines.join('\n')}\n\nreplay it: npm run simulate -- --seed ${seed}\n\n`)
  }
  const hours = (simulatedMs / 3_600_000).toFixed(1)
  process.stdout.write(`${seeds} seeds, ${operations} operations, ${crashes} crashes, ${hours} simulated hours: `)
  process.stdout.write(failed.length === 0 ? 'no violation\n' : `violations in ${failed.join(', ')}\n`)
  return failed.length === 0 ? 0 : 1
}
