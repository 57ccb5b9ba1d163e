import { type Command, Option } from 'commander'
import { formatSize } from '../../shared/config/for-people.ts'
import type { QuotaUse, Usage } from '../index.ts'
import type { Cli, CommonOptions, Swarm } from './cli.ts'
import { usageJson } from './interface.ts'
import { addExamples } from './options.ts'
import { usedLine } from './quota-line.ts'
import { swarmPath } from './swarm-path.ts'
import { counted } from './terminal/for-people.ts'

interface DuOptions extends CommonOptions {
  readonly summarize?: boolean
  readonly bytes?: boolean
}

export function defineDu(command: Command, cli: Cli): void {
  command
    .argument('[paths...]', 'files and folders in the swarm (default: /)')
    .option('-s, --summarize', 'only what was asked for, not each folder below it')
    .option('-b, --bytes', 'bytes, and not 1.5 MiB')
    .addOption(new Option('-h', 'as it is anyway: 1.5 MiB, and not bytes'))
    .option('--json', 'one JSON object a line for each')
    .helpOption('--help', 'tell what this command does')
    .action(async (paths: string[], options: DuOptions) => await du(cli, paths.map(swarmPath), options))
  addExamples(command, [
    ['hiro du -s /pictures /films', 'how much each is, by the size of its files'],
    ['hiro du /pictures', 'and each folder below it'],
    ['hiro du -s --json / | jq .size', ''],
  ])
}

async function du(cli: Cli, paths: readonly string[], options: DuOptions): Promise<void> {
  const swarm = await cli.open(options)
  for (const path of paths.length > 0 ? paths : ['/']) await duOf(cli, swarm, path, options)
}

async function duOf(cli: Cli, swarm: Swarm, path: string, options: DuOptions): Promise<void> {
  const { terminal, signal } = cli
  const quotas = new Map<string, QuotaUse>()
  for await (const use of swarm.quotas({ signal })) quotas.set(use.path, use)
  const meter = terminal.meter('counting')
  try {
    for await (const usage of swarm.usage(path, { signal, onProgress: meter.transfer() })) {
      if (options.summarize && usage.path !== path) continue
      const quota = quotas.get(usage.path)
      terminal.print(options.json ? JSON.stringify(usageJson(usage, quota)) : line(cli, usage, quota, options))
    }
  } finally {
    meter.end()
  }
}

function line({ terminal }: Cli, usage: Usage, quota: QuotaUse | undefined, { bytes }: DuOptions): string {
  const size = bytes ? String(usage.bytes) : formatSize(usage.bytes)
  const files = usage.kind === 'folder' ? `  (${counted(usage.files, 'file')})` : ''
  const text = `${size.padStart(bytes ? 16 : 8)}  ${terminal.name(usage.path)}${files}`
  return quota ? `${text}  quota: ${usedLine(quota)}` : text
}
