import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Two folders up in a checkout; three in an installed package, where this file is compiled into `dist`. */
const candidates = ['../..', '../../..'].map((root) => join(import.meta.dirname, root, 'bin', 'hiro'))

/** The launcher, which starts every process with the node and the flags that people get. It gives way to the node it starts, so the pid is that one's. */
export const HIRO = candidates.find((path) => existsSync(path)) ?? 'hiro'

/** The caller's environment without what configures Hiro: a testnet is what its folder says. */
export function cleanEnv(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('HIRO_'))
  return { ...Object.fromEntries(inherited), ...extra }
}
