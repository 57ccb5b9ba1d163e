import type { Command } from 'commander'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { baseName, joinPath } from '../paths.ts'
import { quoted } from '../seal/name-rules.ts'
import type { Cli, CommonOptions, Swarm } from './cli.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'

interface MvOptions extends CommonOptions {
  readonly replace?: boolean
}

export function defineMv(command: Command, cli: Cli): void {
  command
    .argument('<from>', 'a file or folder in the swarm', swarmPath)
    .argument('<to>', 'its new path, or a folder that it goes into', swarmPath)
    .option('--replace', 'put it in the place of what is there, in one step; that goes to the trash')
    .action(async (from: string, to: string, { replace, ...options }: MvOptions) => {
      const swarm = await cli.open(options)
      const target = await exactTarget(swarm, from, to, cli.signal)
      await swarm.move(from, target, { replace, signal: cli.signal }).catch((error: unknown) => {
        if (!hasCode(error, 'exists')) throw error
        throw new HiroError('exists', `${quoted(target)} is already there`, { cause: error })
      })
    })
  addExamples(command, [
    ['hiro mv /notes.txt /old.txt', 'renames; fails if there is an /old.txt'],
    ['hiro mv /notes.txt /archive', 'into the folder /archive, if there is one'],
    [
      'hiro mv --replace /new.txt /notes.txt',
      'the old /notes.txt goes to the trash; a folder gives way if it is empty',
    ],
  ])
}

/** As everywhere, what is moved to a folder goes into it. */
async function exactTarget(swarm: Swarm, from: string, to: string, signal: AbortSignal): Promise<string> {
  // Into itself: the library says what is wrong with that.
  if (to === from) return to
  try {
    const { kind } = await swarm.stat(to, { signal })
    return kind === 'folder' ? joinPath(to, baseName(from)) : to
  } catch (error) {
    if (hasCode(error, 'not-found')) return to
    throw error
  }
}
