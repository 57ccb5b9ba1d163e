import { basename, dirname } from 'node:path'

/** The launcher, and what it runs: of a checkout, or of a built package. */
const HIRO_MAIN = /\/(bin\/hiro(\.ts)?|dist\/hiro\.js)$/

/** What people call it: `worker-2`, `hiro cat`, `glusterfsd`. `undefined` for one that has no words: it is just ending. */
export function nameOfProcess(commandLine: readonly string[]): string | undefined {
  const at = commandLine.findIndex((word) => HIRO_MAIN.test(word))
  // A server may tell of itself where its arguments were: `name: what it does`.
  if (at < 0) return commandLine[0] && basename(commandLine[0].split(' ')[0] ?? '').replace(/:$/, '')
  const [command = '', ...rest] = commandLine.slice(at + 1)
  if (command === 'coordinator') return command
  const config = rest[rest.indexOf('--config') + 1]
  return command === 'worker' && config !== undefined ? basename(dirname(config)) : `hiro ${command}`
}
