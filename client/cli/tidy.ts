import type { Command } from 'commander'
import { formatSize } from '../../shared/config/for-people.ts'
import { hasCode } from '../../shared/errors.ts'
import type { Entry, Tidied } from '../index.ts'
import type { Cli, CommonOptions, Swarm } from './cli.ts'
import { tidyJson } from './interface.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'
import { counted } from './terminal/for-people.ts'
import { walkSwarm } from './walk-swarm.ts'

export function defineTidy(command: Command, cli: Cli): void {
  command
    .argument('[path]', 'a file in the swarm, or a folder with all that it holds', swarmPath, '/')
    .option('--json', 'one JSON object a line for each file that was tidied')
    .action(async (path: string, options: CommonOptions) => await tidy(cli, path, options))
  addExamples(command, [
    ['hiro tidy /mail.db', 'what was written in many small places lies in few pieces again'],
    ['hiro tidy', 'every file; content and times stay what they are'],
  ])
}

async function tidy(cli: Cli, path: string, options: CommonOptions): Promise<void> {
  const { terminal, signal } = cli
  const swarm = await cli.open(options)
  const root = await swarm.stat(path, { signal })
  const meter = terminal.meter('tidying')
  try {
    for await (const file of filesOf(swarm, root, signal)) {
      const tidied = await tidyOne(cli, swarm, file, root, meter.transfer())
      if (tidied === undefined || tidied.bytes === 0) continue
      const text = `${terminal.name(file.path)}: ${formatSize(tidied.bytes)} that were in ${counted(tidied.parts, 'part')}`
      terminal.print(options.json ? JSON.stringify(tidyJson(file.path, tidied)) : text)
    }
  } finally {
    meter.end()
  }
}

/** `undefined`: somebody writes to it, or removed it: it is left, unless it alone was meant. */
async function tidyOne(
  { terminal, signal }: Cli,
  swarm: Swarm,
  file: Entry,
  root: Entry,
  onProgress: (progress: { readonly bytesDone: number }) => void,
): Promise<Tidied | undefined> {
  try {
    return await swarm.tidy(file.path, { signal, onProgress })
  } catch (error) {
    if (file.path === root.path || !hasCode(error, 'changed', 'not-found', 'intent-ended')) throw error
    terminal.warn(`${terminal.name(file.path)} is being changed, and was left as it is`)
    return undefined
  }
}

async function* filesOf(swarm: Swarm, root: Entry, signal: AbortSignal): AsyncGenerator<Entry> {
  if (root.kind !== 'folder') yield root
  else for await (const entry of walkSwarm(swarm, root.path, signal)) if (entry.kind === 'file') yield entry
}
