import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'

export interface Home {
  /** Absolute. Need not exist. */
  readonly path: string
  readonly from: '--home' | 'HIRO_HOME' | './.hiro' | 'user configuration folder'
}

export interface HomeSources {
  readonly flag: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
}

/** Where this user's swarm is kept: `--home`, else HIRO_HOME, else `./.hiro` if there is such a folder, else the user's configuration folder. */
export function findHome({ flag, env, cwd }: HomeSources): Home {
  if (flag) return { path: resolve(cwd, flag), from: '--home' }
  const variable = env['HIRO_HOME']
  if (variable) return { path: resolve(cwd, variable), from: 'HIRO_HOME' }
  const here = join(cwd, '.hiro')
  if (statSync(here, { throwIfNoEntry: false })?.isDirectory()) return { path: here, from: './.hiro' }
  return { path: envPaths('hiro', { suffix: '' }).config, from: 'user configuration folder' }
}
