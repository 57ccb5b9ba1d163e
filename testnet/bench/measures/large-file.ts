import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { HiroError } from '../../../shared/errors.ts'
import type { Contender } from '../contender.ts'
import type { BenchContext } from '../context.ts'
import type { Line } from '../report.ts'
import type { Samples } from '../samples.ts'
import { hashOfOutput, run } from '../tools/command.ts'
import { runLine } from './line.ts'

const MIB = 1024 ** 2

/** One large file in, from a warm cache, and out again, from cold ones. */
export async function measureLargeFile(context: BenchContext, contender: Contender, samples: Samples): Promise<Line[]> {
  const { signal } = context
  const name = (run: number): string => `large-${run}`
  const value = ({ seconds }: { seconds: number }): number => samples.sizeBytes / MIB / seconds
  const hash = await hashOfFile(samples.file) // and with it the file is in the page cache
  const added = await runLine(context, contender, {
    measure: 'add-file',
    work: async (at) => await run(contender.addFile(samples.file, name(at)), signal),
    value,
  })
  const read = await runLine(context, contender, {
    measure: 'read-file',
    before: async () => await contender.cool(),
    work: async (at) => await run(contender.readFile(name(at)), signal),
    after: async (at) => {
      // The local one hashes by itself, as that is what it is there for.
      if (contender.system === 'local') return
      const found = await hashOfOutput(contender.readFile(name(at)), signal)
      if (found !== hash) throw new HiroError('integrity', `${contender.system} gave back something else`)
    },
    value,
  })
  return [added, read]
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
