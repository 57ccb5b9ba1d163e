import { Command, CommanderError } from 'commander'
import { HiroError } from '../../shared/errors.ts'
import { StartError } from '../process/role-process.ts'
import { defineDemo } from './demo.ts'
import { defineDown } from './down.ts'
import { defineStatus } from './status.ts'
import { defineUp } from './up.ts'
import { defineWhoCommands } from './who-commands.ts'

/** `hiro testnet …`, dispatched by the launcher. Rejects with what went wrong, for the launcher to tell and to exit with. */
export async function runTestnet(argv: readonly string[]): Promise<void> {
  const program = testnetProgram()
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof StartError && error.logTail !== '') {
      process.stderr.write(`${error.logTail.replaceAll(/^/gm, '  | ')}\n`)
    }
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return // help was asked for, and given
    throw new HiroError('usage', error.message.replace(/^error: /, '').replaceAll('\n', ' '), { cause: error })
  }
}

function testnetProgram(): Command {
  const program = new Command('hiro testnet')
  program
    .description(
      'A swarm of real processes on this machine, to try, to test, and to break: one coordinator, some workers, one client.',
    )
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .helpCommand(false)
    .addHelpText(
      'after',
      `
WHO is coordinator, or one of worker-1, worker-2 …

Examples:
  hiro testnet up                     five workers in ./.hiro, where the other commands find them
  hiro add ~/Pictures && hiro ls      takes a folder to them, and looks
  hiro testnet kill worker-2          everything stays readable
  hiro testnet start worker-2         back again
  hiro testnet down                   ends all, and removes ./.hiro with all that it holds`,
    )
  // In the order in which one meets them.
  for (const define of [defineUp, defineStatus, defineWhoCommands, defineDown, defineDemo]) define(program)
  return program
}
