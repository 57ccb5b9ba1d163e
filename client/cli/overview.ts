import { commandGroups } from './commands.ts'

/** What `hiro` alone says. */
export function overview(version: string): string {
  const width = Math.max(...commandGroups.flatMap(({ commands }) => commands.map(({ syntax }) => syntax.length)))
  const groups = commandGroups.map(({ title, commands }) =>
    [title, ...commands.map(({ syntax, summary }) => `  ${syntax.padEnd(width)}  ${summary}`)].join('\n'),
  )
  return `Hiro ${version}: files on machines you own, sealed end to end, kept in copies

  hiro COMMAND …            hiro COMMAND --help tells more, with examples

${groups.join('\n\n')}

For every command
  ${'--home DIR'.padEnd(width)}  where the swarm is kept; else HIRO_HOME, ./.hiro, the user's folder
  ${'--verbose'.padEnd(width)}  tell the causes of errors and what goes on
  ${'--version'.padEnd(width)}  print the version

First steps
  hiro testnet up           five workers, a coordinator and a client in ./.hiro
  hiro add ~/Pictures       takes the folder to /Pictures
  hiro ls -l /Pictures`
}
