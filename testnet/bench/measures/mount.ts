import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { HiroError } from '../../../shared/errors.ts'
import type { Contender } from '../contender.ts'
import type { BenchContext } from '../context.ts'
import { installPackages, whyNoPackages } from '../peers/packages.ts'
import type { Line, MeasureName } from '../report.ts'
import { hashOfOutput, outputOf } from '../tools/command.ts'
import { type FioLoad, type FioResult, fio, readFio } from '../tools/fio.ts'
import { runLine } from './line.ts'

const MIB = 1024 ** 2
const GIB = 1024 ** 3
const PAGE_BYTES = 4096
const THOUSAND = 1000
/** With `apt-get`, where it is missing. */
const PACKAGES = ['fio']

/** `undefined`: this machine can mount, and has what works on mounts; else why not. */
export function whyNoMount(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can mount'
  if (!existsSync('/dev/fuse')) return 'there is no /dev/fuse'
  if (existsSync('/usr/bin/fio')) return undefined
  const why = whyNoPackages()
  return why && `fio is missing, and ${why}`
}

/** fio on one file of each run: written in order, then read from cold caches, in order and at random, and then written at random. */
export async function measureMount(context: BenchContext, contender: Contender): Promise<Line[]> {
  if (whyNoMount() !== undefined) return []
  await installPackages(PACKAGES, context.tell)
  const { mountSeconds, mountSizeBytes, signal } = context
  const folder = await contender.mounted()
  const file = (run: number): string => join(folder, `mount-${run}`)
  const limit = `--runtime=${mountSeconds}`

  const measure = async (measure: MeasureName, load: FioLoad, more: Partial<Parameters<typeof runLine>[2]> = {}) => {
    let result: FioResult
    const inOrder = load.blockBytes === MIB
    return await runLine(context, contender, {
      measure,
      work: async (at) => {
        result = readFio(await outputOf(fio(file(at), mountSizeBytes, load), signal), load)
      },
      value: () => (inOrder ? result.bytes / MIB : result.operations) / result.seconds,
      amount: () => (inOrder ? result.bytes / GIB : result.operations / THOUSAND),
      ...more,
    })
  }
  const cold = { before: async () => await contender.cool() }
  // To its end, however long it takes: the others need the whole file.
  const write = { direction: 'write', order: 'write', blockBytes: MIB, more: ['--end_fsync=1'] } as const
  // No longer than until each block was read once: then they would come from the page cache.
  const read = { direction: 'read', order: 'read', blockBytes: MIB, more: [limit] } as const
  const readRandom = { direction: 'read', order: 'randread', blockBytes: PAGE_BYTES, more: [limit] } as const
  const syncEach = ['--fsync=1', limit, '--time_based']
  const writeRandom = { direction: 'write', order: 'randwrite', blockBytes: PAGE_BYTES, more: syncEach } as const
  return [
    await measure('mount-write', write),
    await measure('mount-read', read, cold),
    await measure('mount-read-random', readRandom, cold),
    await measure('mount-write-random', writeRandom, {
      ...cold,
      after: async (at) => {
        if (contender.system === 'local') return
        const command = { argv: ['cat', file(at)] }
        const written = await hashOfOutput(command, signal)
        await contender.cool()
        if ((await hashOfOutput(command, signal)) !== written)
          throw new HiroError('integrity', `${contender.system} lost what was written through its mount`)
      },
    }),
  ]
}
