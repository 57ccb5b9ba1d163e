import { setTimeout as wait } from 'node:timers/promises'

/** A process that has nothing to do with anybody, and uses a given share of a core until its standard input ends. */
const share = Number(process.argv[2])
const PERIOD_MS = 20

const startCpu = process.cpuUsage()
const startMs = performance.now()
const usedMs = (): number => {
  const { user, system } = process.cpuUsage(startCpu)
  return (user + system) / 1_000
}

process.stdin.resume().once('end', () => process.exit())
process.stdout.write('burning\n')
for (;;) {
  // Measured, not assumed: on a busy machine it gets less, and takes it later.
  const dueMs = (performance.now() - startMs) * share
  const untilMs = performance.now() + PERIOD_MS
  while (usedMs() < dueMs && performance.now() < untilMs);
  await wait(share >= 1 ? 0 : PERIOD_MS * (1 - share))
}
