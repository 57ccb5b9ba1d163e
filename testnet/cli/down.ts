import type { Command } from 'commander'
import { openTestnet } from '../start.ts'
import { type DirOption, dirOption, shortPath } from './options.ts'

interface DownOptions extends DirOption {
  readonly keep?: boolean
}

export function defineDown(program: Command): void {
  program
    .command('down')
    .summary('end all processes, and remove the folder')
    .description('Ends all processes, and removes the folder with all that the swarm holds, unless it is to be kept.')
    .option('--keep', 'keep the folder; "up" starts the same swarm again')
    .addOption(dirOption())
    .addHelpText('after', '\nExamples:\n  hiro testnet down --keep && hiro testnet up\n  hiro testnet down')
    .action(down)
}

async function down({ dir, keep = false }: DownOptions): Promise<void> {
  const testnet = await openTestnet(dir)
  await testnet.down({ keep })
  process.stdout.write(`the swarm is down; ${shortPath(testnet.folder)} is ${keep ? 'kept' : 'removed'}\n`)
}
