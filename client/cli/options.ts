import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Setting } from '../../shared/config/schema.ts'
import { parseSize, SIZE_EXPECTED } from '../../shared/config/units.ts'
import { clientSchema } from '../config.ts'

/** The options that every command has. */
export function addCommonOptions(command: Command): void {
  command
    .option('--home <dir>', 'where the swarm is kept (default: HIRO_HOME, ./.hiro, user folder)')
    .option('--verbose', 'tell the causes of errors and what goes on')
    .helpOption('-h, --help', 'tell what this command does')
}

const argumentOf: Readonly<Record<Setting['kind'], string>> = {
  string: '<text>',
  int: '<n>',
  size: '<size>',
  duration: '<time>',
  path: '<file>',
  list: '<list>',
  bool: '<bool>',
}

/** Every setting of the client can be given as a flag to every command; `hiro config --help` shows them, the others keep their help short. */
export function addSettings(command: Command, { hidden }: { hidden: boolean }): void {
  for (const [name, { kind, doc }] of Object.entries<Setting>(clientSchema)) {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    if (command.options.some(({ long }) => long === flag)) continue
    command.addOption(new Option(`${flag} ${argumentOf[kind]}`, doc).hideHelp(hidden))
  }
}

/** For options that are a number of bytes. */
export function sizeArgument(text: string): number {
  try {
    return parseSize(text)
  } catch {
    throw new InvalidArgumentError(`Expected ${SIZE_EXPECTED}.`)
  }
}

/** Shown at the end of a command's help. */
export function addExamples(command: Command, examples: readonly (readonly [line: string, what: string])[]): void {
  const width = Math.max(...examples.map(([line]) => line.length))
  const lines = examples.map(([line, what]) => `  ${line.padEnd(width)}  ${what}`.trimEnd())
  command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
}

/** As `hiro trash` shows it, or in full as with `--json`. */
export function versionArgument(text: string): number {
  const version = Number(text.replaceAll(',', ''))
  if (!Number.isSafeInteger(version) || version < 1) throw new InvalidArgumentError('Expected a version, such as 41.')
  return version
}
