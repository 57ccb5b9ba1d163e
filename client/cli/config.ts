import type { Command } from 'commander'
import type { Cli, CommonOptions } from './cli.ts'
import { settingJson } from './interface.ts'
import { addExamples, addSettings } from './options.ts'
import { inColumns } from './terminal/columns.ts'

export function defineConfig(command: Command, cli: Cli): void {
  command
    .option('--json', 'one JSON object a line for each value')
    .action(async (options: CommonOptions) => await config(cli, options))
  command.optionsGroup('Settings, as flags of any command (HIRO_… in the environment, or in config.json):')
  addSettings(command, { hidden: false })
  command.optionsGroup('Options:')
  addExamples(command, [
    ['hiro config', ''],
    ['HIRO_COPIES=2 hiro config --json', ''],
  ])
}

async function config(cli: Cli, options: CommonOptions): Promise<void> {
  const { terminal } = cli
  const home = cli.home(options)
  const { settings } = await cli.config(options)
  const from = {
    '--home': 'flag',
    HIRO_HOME: 'environment',
    './.hiro': 'default',
    'user configuration folder': 'default',
  } as const
  const all = [{ name: 'home', text: home.path, from: from[home.from], where: home.from }, ...settings]
  if (options.json) {
    for (const setting of all) terminal.print(JSON.stringify(settingJson(setting)))
    return
  }
  const rows = all.map(({ name, text, from, where }) => [
    name,
    text ?? '(not set)',
    where === undefined ? from : `${from}: ${where}`,
  ])
  for (const line of inColumns([{ head: 'name' }, { head: 'value' }, { head: 'from' }], rows)) terminal.print(line)
}
