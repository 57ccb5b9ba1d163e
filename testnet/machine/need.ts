import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { HiroError } from '../../shared/errors.ts'
import { tool, withSbin } from './tool.ts'

/** Commands, and the packages of Debian that have each. */
const packagesOf = {
  cc: ['gcc', 'libc6-dev'],
  git: ['git'],
  ip: ['iproute2'],
  mount: ['mount'],
  'mkfs.ext4': ['e2fsprogs'],
  nsenter: ['util-linux'],
  python3: ['python3-minimal'],
  rsync: ['rsync'],
  tar: ['tar'],
  unshare: ['util-linux'],
} as const

export type Tool = keyof typeof packagesOf

/**
 * Why this machine cannot do what takes these commands and root; `undefined` when it can. As root on Debian what is missing is installed first, and a line says so. `attempt`
 * then shows that the commands do what they should: a container may have them and not be allowed to. With CI=true a lack is thrown: nothing is left out unseen.
 */
export async function need(tools: readonly Tool[], attempt: () => Promise<void>): Promise<string | undefined> {
  return strict(process.getuid?.() === 0 ? await lackOf(tools, attempt) : 'it takes root')
}

/** As `need`, where anybody may use the commands; only root can install those that are missing. */
export async function needTools(tools: readonly Tool[]): Promise<string | undefined> {
  return strict(await lackOf(tools, async () => {}))
}

function strict(lack: string | undefined): string | undefined {
  if (lack !== undefined && process.env['CI'] === 'true') throw new HiroError('usage', lack)
  return lack
}

async function lackOf(tools: readonly Tool[], attempt: () => Promise<void>): Promise<string | undefined> {
  const missing = tools.filter((name) => !isThere(name))
  const canInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (missing.length > 0 && !canInstall) return `${missing.join(', ')} not found`
  try {
    if (missing.length > 0) await install(missing.flatMap((name) => packagesOf[name]))
    await attempt()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function isThere(name: Tool): boolean {
  return withSbin()
    .split(':')
    .some((folder) => {
      try {
        accessSync(join(folder, name), constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

async function install(packages: readonly string[]): Promise<void> {
  process.stderr.write(`installing ${packages.join(', ')} with apt-get\n`)
  const args = ['-q', '-y', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold', 'install', ...packages]
  // The list of packages may be old, or never have been fetched.
  await tool('apt-get', args).catch(async () => {
    await tool('apt-get', ['-q', 'update'])
    await tool('apt-get', args)
  })
}
