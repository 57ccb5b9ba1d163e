import { Command, CommanderError } from 'commander'
import { nearest } from '../../shared/config/nearest.ts'
import { HiroError } from '../../shared/errors.ts'
import { AdvisedError } from './advice.ts'
import type { Cli } from './cli.ts'
import type { CommandEntry, LoadedCommand } from './command.ts'
import { CommandEnded } from './command-ended.ts'
import { commandEntries, commandNamed } from './commands.ts'
import { asHiroError, failureLines } from './failure.ts'
import { exitCodeOf } from './interface.ts'
import { addCommonOptions, addSettings } from './options.ts'
import { overview } from './overview.ts'
import { NobodyReads } from './terminal/terminal.ts'
import { version } from './version.ts'

/** Runs one command line to its end, and tells what went wrong. Never throws; the result is the exit code. */
export async function run(argv: readonly string[], cli: Cli): Promise<number> {
  const style = { json: given(argv, '--json'), verbose: given(argv, '--verbose') }
  let word = ''
  try {
    const line = splitLine(argv)
    word = line.word
    await answer(line, cli)
    await cli.terminal.flush()
    return 0
  } catch (thrown) {
    if (thrown instanceof NobodyReads) return 0
    if (thrown instanceof CommandEnded) return thrown.exit
    const error = asHiroError(thrown)
    for (const text of failureLines(error, word, style)) cli.terminal.note(text)
    return exitCodeOf(error.code)
  }
}

interface Line {
  readonly word: string
  readonly rest: readonly string[]
}

/** Options that every command has may stand before it as well. */
function splitLine(argv: readonly string[]): Line {
  const before: string[] = []
  for (let at = 0; at < argv.length; at++) {
    const text = argv[at] ?? ''
    const isCommon = text === '--home' || text === '--verbose' || text.startsWith('--home=')
    if (!isCommon) return { word: text, rest: [...before, ...argv.slice(at + 1)] }
    before.push(text)
    if (text === '--home') before.push(argv[++at] ?? '')
  }
  return { word: '', rest: before }
}

async function answer({ word, rest }: Line, cli: Cli): Promise<void> {
  if (word === '' || word === 'help' || word === '--help' || word === '-h')
    return cli.terminal.print(overview(version()))
  if (word === '--version' || word === '-V') return cli.terminal.print(version())
  const entry = commandNamed(word)
  if (entry === undefined) throw unknownCommand(word)
  if (entry.load === undefined) {
    throw new AdvisedError('usage', `'${word}' has options of its own`, `give it first: hiro ${word} …`)
  }
  const command = await loadCommand(entry, cli)
  try {
    await command.parseAsync(rest, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return // help was asked for, and given
    throw new HiroError('usage', error.message.replace(/^error: /, '').replaceAll('\n', ' '), { cause: error })
  }
}

/** The command with all its options. It acts when it is given a line to parse. */
async function loadCommand({ name, summary, load, local }: CommandEntry, cli: Cli): Promise<Command> {
  const command = new Command(`hiro ${name}`)
  command.description(summary)
  command.exitOverride()
  command.configureOutput({
    writeOut: (text) => cli.terminal.print(text.trimEnd()),
    writeErr: () => {},
    getOutHelpWidth: () => cli.terminal.columns,
  })
  const define = await load?.()
  define?.(command, cli, async () => await Promise.all(commandEntries.map(async (entry) => await loaded(entry, cli))))
  addCommonOptions(command)
  if (!local) addSettings(command, { hidden: true })
  return command
}

async function loaded(entry: CommandEntry, cli: Cli): Promise<LoadedCommand> {
  return { entry, command: entry.load && (await loadCommand(entry, cli)) }
}

function unknownCommand(word: string): HiroError {
  if (word.startsWith('-')) return new HiroError('usage', `unknown option '${word}'`)
  const names = commandEntries.map(({ name }) => name)
  const meant = nearest(word, names)
  const advice = meant === undefined ? 'see: hiro help' : `did you mean: hiro ${meant}?`
  return new AdvisedError('usage', `there is no command '${word}'`, advice)
}

function given(argv: readonly string[], flag: string): boolean {
  const end = argv.indexOf('--')
  return argv.slice(0, end === -1 ? argv.length : end).includes(flag)
}
