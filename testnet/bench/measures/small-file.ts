import type { Contender } from '../contender.ts'
import type { BenchContext } from '../context.ts'
import type { Line } from '../report.ts'
import type { Samples } from '../samples.ts'
import { run } from '../tools/command.ts'
import { runLine } from './line.ts'

/** One run is as many processes, one after the other: a single one is too short for the clock of /proc. */
const PROCESSES = 5

/** From nothing to the end of the process that read one small file, everything warm. None where the contender has no such thing. */
export async function measureSmallFile(context: BenchContext, contender: Contender, samples: Samples): Promise<Line[]> {
  const command = contender.readSmall?.('small')
  if (command === undefined) return []
  await run(contender.addFile(samples.small, 'small'), context.signal)
  await run(command, context.signal)
  const line = await runLine(context, contender, {
    measure: 'read-small',
    work: async () => {
      for (let at = 0; at < PROCESSES; at++) await run(command, context.signal)
    },
    value: ({ seconds }) => (seconds * 1000) / PROCESSES,
  })
  return [perProcess(line)]
}

function perProcess(line: Line): Line {
  const { median, min, max } = line.cpuSeconds
  const runs = line.runs.map((run) => ({
    ...run,
    seconds: run.seconds / PROCESSES,
    cpuSeconds: run.cpuSeconds / PROCESSES,
  }))
  return { ...line, runs, cpuSeconds: { median: median / PROCESSES, min: min / PROCESSES, max: max / PROCESSES } }
}
