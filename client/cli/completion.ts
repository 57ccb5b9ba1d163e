import { Argument, type Command } from 'commander'
import type { Cli } from './cli.ts'
import type { LoadedCommand } from './command.ts'
import { type CompletedCommand, scripts } from './completion-scripts.ts'
import { addExamples } from './options.ts'

type Shell = keyof typeof scripts

export function defineCompletion(command: Command, cli: Cli, everyCommand: () => Promise<LoadedCommand[]>): void {
  command
    .addArgument(new Argument('<shell>', 'the shell that shall complete').choices(Object.keys(scripts)))
    .action(async (shell: Shell) => cli.terminal.print(scripts[shell]((await everyCommand()).map(completed))))
  addExamples(command, [
    ['source <(hiro completion bash)', 'in ~/.bashrc'],
    ['hiro completion zsh > ~/.zfunc/_hiro', 'in a folder of fpath'],
    ['hiro completion fish > ~/.config/fish/completions/hiro.fish', ''],
  ])
}

function completed({ entry: { name, summary, words = [] }, command }: LoadedCommand): CompletedCommand {
  const shown = command?.options.filter(({ hidden }) => !hidden) ?? []
  const options = shown.flatMap(({ long, description, required }) =>
    long ? [{ name: long, description, takesValue: required }] : [],
  )
  return { name, summary, words, options }
}
