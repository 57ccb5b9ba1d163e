import type { Command } from 'commander'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { baseName, joinPath } from '../paths.ts'
import { quoted } from '../seal/name-rules.ts'
import type { Cli, CommonOptions, Swarm } from './cli.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'

export function defineMv(command: Command, cli: Cli): void {
  command
    .argument('<from>', 'a file or folder in the swarm', swarmPath)
    .argument('<to>', 'its new path, or a folder that it goes into', swarmPath)
    .action(async (from: string, to: string, options: CommonOptions) => {
      const swarm = await cli.open(options)
      const target = await exactTarget(swarm, from, to, cli.signal)
      await swarm.move(from, target, { signal: cli.signal }).catch((error: unknown) => {
        if (!hasCode(error, 'exists')) throw error
        throw new HiroError('exists', `${quoted(target)} is already there`, { cause: error })
      })
    })
  addExamples(command, [
    ['hiro mv /notes.txt /old.txt', 'renames; fails if there is an /old.txt'],
    ['hiro mv /notes.txt /archive', 'into the folder /archive, if there is one'],
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
