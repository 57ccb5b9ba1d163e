import type { Command } from 'commander'
import { formatSize } from '../../shared/config/for-people.ts'
import { HiroError } from '../../shared/errors.ts'
import type { CheckMemo, CheckResult, Entry } from '../index.ts'
import { badCopyText } from './bad-copy.ts'
import type { Cli, CommonOptions, Swarm } from './cli.ts'
import { checkJson } from './interface.ts'
import { addExamples } from './options.ts'
import { swarmPath } from './swarm-path.ts'
import { counted } from './terminal/for-people.ts'
import type { Terminal } from './terminal/terminal.ts'
import { walkSwarm } from './walk-swarm.ts'

interface CheckCommandOptions extends CommonOptions {
  readonly read?: boolean
}

export function defineCheck(command: Command, cli: Cli): void {
  command
    .argument('<path>', 'a file in the swarm, or a folder with all that it holds', swarmPath)
    .option('--read', 'fetch and open every copy (default: ask each worker for it)')
    .option('--json', 'one JSON object a line for each file')
    .action(async (path: string, options: CheckCommandOptions) => await check(cli, path, options))
  addExamples(command, [
    ['hiro check /pictures', 'is every copy of every piece there?'],
    ['hiro check --read /notes.txt', 'and does every one open?'],
  ])
}

async function check(cli: Cli, path: string, options: CheckCommandOptions): Promise<void> {
  const { terminal, signal } = cli
  const swarm = await cli.open(options)
  const root = await swarm.stat(path, { signal })
  const meter = terminal.meter('checking')
  if (root.kind === 'file') meter.expect(root.sizeBytes)
  const memo: CheckMemo = new Map()
  const results: Pick<CheckResult, 'lost' | 'bad' | 'unreachable'>[] = []
  try {
    for await (const file of filesOf(swarm, root, signal)) {
      const onProgress = meter.transfer()
      const result = await swarm.check(file.path, { read: options.read, memo, signal, onProgress })
      const lines = options.json ? [JSON.stringify(checkJson(result))] : resultLines(terminal, result)
      for (const line of lines) terminal.print(line)
      results.push({ lost: result.lost, bad: result.bad, unreachable: result.unreachable })
    }
  } finally {
    meter.end()
  }
  const verdict = verdictOn(results)
  if (verdict) throw verdict
}

async function* filesOf(swarm: Swarm, root: Entry, signal: AbortSignal): AsyncGenerator<Entry> {
  if (root.kind !== 'folder') yield root
  else for await (const entry of walkSwarm(swarm, root.path, signal)) if (entry.kind === 'file') yield entry
}

function resultLines(terminal: Terminal, result: CheckResult): string[] {
  const { path, sizeBytes, pieces, copies, lost, bad, unreachable } = result
  const good = copies === undefined ? '' : `, at least ${counted(copies, 'good copy', 'good copies')}`
  const state = bad.length === 0 && lost === 0 ? terminal.style('green', 'ok') : terminal.style('red', 'DAMAGED')
  const word = bad.length === 0 && lost > 0 ? terminal.style('red', 'OUT OF REACH') : state
  return [
    `${terminal.name(path)}: ${word}, ${formatSize(sizeBytes)}, ${counted(pieces, 'piece')}${good}`,
    ...(lost > 0 ? [`  ${counted(lost, 'piece')} without a good copy that can be reached`] : []),
    ...bad.map((copy) => `  ${badCopyText(copy)}`),
    ...(unreachable.length > 0 ? [`  could not be asked: ${unreachable.join(' ')}`] : []),
  ]
}

/** Damage is `integrity`, also where another copy is good: somebody should look. Copies that only cannot be reached are a failure where a piece has no other. */
export function verdictOn(
  results: readonly Pick<CheckResult, 'lost' | 'bad' | 'unreachable'>[],
): HiroError | undefined {
  const bad = results.reduce((sum, result) => sum + result.bad.length, 0)
  const lost = results.reduce((sum, result) => sum + result.lost, 0)
  const outOfReach = `${counted(lost, 'piece')} without a good copy that can be reached`
  if (bad > 0) {
    const copies = `${counted(bad, 'copy is', 'copies are')} bad or missing`
    return new HiroError('integrity', lost > 0 ? `${copies}; ${outOfReach}` : `${copies}; each piece has a good one`)
  }
  return lost > 0 ? new HiroError('unreachable', outOfReach) : undefined
}
