import { existsSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { run } from '../tools/command.ts'

/** Asked by the packages' scripts before they start a service; 101 means no. */
const POLICY_FILE = '/usr/sbin/policy-rc.d'
const POLICY = '#!/bin/sh\nexit 101\n'

/** `undefined`: peers can be set up here; else why not. */
export function whyNoPeers(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can install packages, make network namespaces and mount'
  if (!existsSync('/dev/fuse')) return 'there is no /dev/fuse'
  return whyNoPackages()
}

/** `undefined`: `installPackages` can, for root; else why not. */
export function whyNoPackages(): string | undefined {
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
    ? undefined
    : 'packages are taken from Debian only'
}

/** Whether all are there; those that are not are installed, and none of their services is started. */
export async function installPackages(packages: readonly string[], tell: (line: string) => void): Promise<void> {
  try {
    await run({ argv: ['dpkg-query', '--status', ...packages] })
    return
  } catch {
    tell(`installing ${packages.join(' ')}`)
  }
  const ownPolicy = !existsSync(POLICY_FILE)
  if (ownPolicy) await writeFile(POLICY_FILE, POLICY, { mode: 0o755 })
  try {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const wait = ['-o', 'DPkg::Lock::Timeout=120', '-q', '-y']
    await run({ argv: ['apt-get', ...wait, 'update'], env })
    await run({ argv: ['apt-get', ...wait, 'install', '--no-install-recommends', ...packages], env })
  } finally {
    if (ownPolicy) await rm(POLICY_FILE)
  }
}
