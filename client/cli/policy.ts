import { Argument, type Command } from 'commander'
import { HiroError } from '../../shared/errors.ts'
import { parsePolicy } from '../policy-text.ts'
import type { Cli, CommonOptions } from './cli.ts'
import { policyJson } from './interface.ts'
import { addExamples } from './options.ts'
import { policyLine } from './policy-line.ts'
import { swarmPath } from './swarm-path.ts'

export function definePolicy(command: Command, cli: Cli): void {
  command
    .addArgument(new Argument('<what>', 'set or show').choices(['set', 'show']))
    .argument('<path>', 'a folder in the swarm; for show also a file', swarmPath)
    .argument('[policy]', 'to set: copies:N, ec:K+M (any K of K+M shards give a piece back), or inherit')
    .option('--json', 'show: one JSON object')
    .action(async (what: string, path: string, policy: string | undefined, options: CommonOptions) => {
      if (what === 'show') await show(cli, path, policy, options)
      else await set(cli, path, policy, options)
    })
  addExamples(command, [
    ['hiro policy set /films ec:4+2', 'needs 6 workers, keeps 1.5 times the size, survives the loss of any 2'],
    ['hiro policy set /letters copies:4', ''],
    ['hiro policy set /films inherit', 'as the folder above, or the swarm'],
    ['hiro policy show /films', ''],
  ])
}

async function show(cli: Cli, path: string, policy: string | undefined, options: CommonOptions): Promise<void> {
  if (policy !== undefined) throw new HiroError('usage', 'policy show takes a path and nothing else')
  const swarm = await cli.open(options)
  const found = await swarm.policy(path, { signal: cli.signal })
  if (options.json) return cli.terminal.print(JSON.stringify(policyJson(path, found)))
  cli.terminal.print(policyLine(cli.terminal, found))
}

async function set(cli: Cli, path: string, policy: string | undefined, options: CommonOptions): Promise<void> {
  if (policy === undefined) throw new HiroError('usage', 'policy set needs a policy, like "ec:4+2" or "copies:3"')
  const wanted = policy === 'inherit' ? undefined : parsePolicy(policy)
  const swarm = await cli.open(options)
  await swarm.setPolicy(path, wanted, { signal: cli.signal })
}
