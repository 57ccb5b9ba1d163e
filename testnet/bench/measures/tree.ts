import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { HiroError } from '../../../shared/errors.ts'
import { readTree } from '../../demo/files.ts'
import type { Contender } from '../contender.ts'
import type { BenchContext } from '../context.ts'
import type { Line } from '../report.ts'
import type { Samples } from '../samples.ts'
import { run } from '../tools/command.ts'
import { runLine } from './line.ts'

/** Many small files in, as a tree, and out again, from cold caches. */
export async function measureTree(context: BenchContext, contender: Contender, samples: Samples): Promise<Line[]> {
  const { signal } = context
  const name = (run: number): string => `tree-${run}`
  const value = ({ seconds }: { seconds: number }): number => samples.files / seconds
  const target = join(context.folder, 'back')
  const tree = await contentsOf(samples.tree)
  const added = await runLine(context, contender, {
    measure: 'add-tree',
    work: async (at) => await run(contender.addTree(samples.tree, name(at)), signal),
    value,
  })
  const got = await runLine(context, contender, {
    measure: 'get-tree',
    before: async () => await contender.cool(),
    work: async (at) => await run(contender.getTree(name(at), target), signal),
    after: async () => {
      if ((await contentsOf(target)) !== tree)
        throw new HiroError('integrity', `${contender.system} gave back another tree`)
      await rm(target, { recursive: true })
    },
    value,
  })
  return [added, got]
}

/** Paths and hashes; modes and times not everyone keeps. */
async function contentsOf(folder: string): Promise<string> {
  return [...(await readTree(folder))].map(([path, { sha256 }]) => `${path} ${sha256 ?? 'folder'}\n`).join('')
}
