import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'

/** The folder of the package that this file belongs to, as sources or built. */
export const packageRoot = dirname(findPackageJSON(import.meta.url) ?? import.meta.dirname)

/**
 * The launcher, which starts every process with the node and the flags that people get. It gives way to the node it starts, so the pid is that one's. HIRO_LAUNCHER: that of
 * a built package, which starts twice as fast as sources do.
 */
export function launcher(): string {
  return process.env['HIRO_LAUNCHER'] ?? join(packageRoot, 'bin', 'hiro')
}

/** The caller's environment without what configures Hiro: a testnet is what its folder says. */
export function cleanEnv(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('HIRO_'))
  return { ...Object.fromEntries(inherited), ...extra }
}
