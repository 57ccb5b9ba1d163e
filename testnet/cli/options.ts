import { relative, resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { findHome } from '../../shared/config/home.ts'
import { parseSize, SIZE_EXPECTED } from '../../shared/config/units.ts'

export interface DirOption {
  readonly dir: string
}

/** A new one for each command: commander keeps what was given in it. */
export function dirOption(): Option {
  return new Option('--dir <dir>', 'the folder of the testnet').default('.hiro', './.hiro')
}

export function countArgument(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Expected a whole number, such as 5.')
  return Number(text)
}

export function sizeArgument(text: string): number {
  try {
    return parseSize(text)
  } catch {
    throw new InvalidArgumentError(`Expected ${SIZE_EXPECTED}.`)
  }
}

/** As one would type it here. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path)
  if (short === '') return '.'
  return short.startsWith('..') ? path : `./${short}`
}

/** What the other commands of `hiro` must be told to find the testnet in `dir`: nothing, where they find it themselves. */
export function homeFlag(dir: string): string {
  const home = findHome({ flag: undefined, env: process.env, cwd: process.cwd() })
  return resolve(home.path) === resolve(dir) ? '' : ` --home ${shortPath(resolve(dir))}`
}

/** What the commands of `hiro testnet` must be told. */
export function dirFlag(dir: string): string {
  return resolve(dir) === resolve('.hiro') ? '' : ` --dir ${shortPath(resolve(dir))}`
}

/** Aborted by Ctrl-C and SIGTERM, so that what was begun is taken back. A second one ends the process at once. */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller.signal
}
