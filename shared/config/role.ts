import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { HiroError } from '../errors.ts'
import { type Config, resolveConfig } from './config.ts'
import { readConfigFile } from './config-file.ts'
import { findHome } from './home.ts'
import type { Schema } from './schema.ts'

/** What the main of a role is started with. */
export interface RoleStart<S extends Schema> {
  /** Where everything of this role lies: the folder of its configuration file. */
  readonly folder: string
  readonly config: Config<S>
}

/**
 * `hiro ROLE [--config FILE] [--home DIR]`; by default FILE is ROLE/config.json in the home. `undefined` when help was asked for, which is then given.
 * Throws `usage`, `io`.
 */
export async function startOfRole<const S extends Schema>(
  argv: readonly string[],
  { role, help, schema }: { readonly role: string; readonly help: string; readonly schema: S },
): Promise<RoleStart<S> | undefined> {
  const flags = parse(argv, role)
  if (flags.help) {
    process.stdout.write(help)
    return undefined
  }
  // What it says of itself may go to a full disk; without this the process would end there.
  process.stdout.on('error', () => {})
  const [cwd, env] = [process.cwd(), process.env]
  const home = findHome({ flag: flags.home, env, cwd }).path
  const path = flags.config === undefined ? join(home, role, 'config.json') : resolve(cwd, flags.config)
  const folder = dirname(path)
  const config = resolveConfig(schema, { flags: {}, env, file: await readConfigFile(path), cwd, home: folder })
  return { folder, config }
}

/** Resolves when the process is told to end, by Ctrl-C or SIGTERM. */
export function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

function parse(argv: readonly string[], role: string): { config?: string; home?: string; help?: boolean } {
  const options = {
    config: { type: 'string' },
    home: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const
  try {
    return parseArgs({ args: [...argv], options }).values
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new HiroError('usage', `${why}; see: hiro ${role} --help`, { cause })
  }
}
