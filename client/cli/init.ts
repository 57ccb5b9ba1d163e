import type { Command } from 'commander'
import type { Cli } from './cli.ts'
import type { InitOptions } from './local/init-client.ts'
import { addExamples } from './options.ts'

export function defineInit(command: Command, cli: Cli): void {
  command
    .option('--coordinator <addr>', 'where it is: /ip4/…/tcp/…/p2p/ID (default: HIRO_COORDINATOR)')
    .option('--secret-file <file>', "the swarm's secret, - is standard input (default: HIRO_SECRET)")
    .option('--vault <file>', 'copy this vault, to share the files of another client of yours')
    .action(async (options: InitOptions) => {
      const { initClient } = await import('./local/init-client.ts')
      await initClient(cli, options)
    })
  addExamples(command, [
    ['hiro init --coordinator /ip4/192.0.2.10/tcp/4600/p2p/12D3Koo… --secret-file swarm.secret', ''],
    ['hiro init --home ~/second --vault ~/.config/hiro/client/vault …', 'the same files from another machine'],
  ])
}
