import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { HiroError } from '../shared/errors.ts'
import type { HiroOptions, Outcome } from './process/hiro.ts'
import { waitFor } from './process/wait.ts'
import type { Testnet } from './testnet.ts'

const CONFIRMED_TIMEOUT_MS = 90_000

interface BackupTold {
  readonly backup: { readonly condition: string; readonly ageMs?: number }
}

/** Resolves when a backup is confirmed that knows everything up to now. Throws `timeout`. */
export async function backedUp(net: Testnet): Promise<void> {
  const sinceMs = performance.now()
  const confirmed = async (): Promise<boolean> => {
    const askedMs = performance.now()
    const { stdout, code } = await net.hiro(['status', '--json'])
    if (code !== 0) return false
    const { condition, ageMs = 0 } = (JSON.parse(stdout) as BackupTold).backup
    // Younger than the time from the call to the question: it was made in between, whatever the answer took.
    return condition === 'ok' && ageMs < askedMs - sinceMs
  }
  await waitFor(confirmed, { otherwise: 'no backup was confirmed', timeoutMs: CONFIRMED_TIMEOUT_MS })
}

/** The coordinator's machine burns down. What was on its disk lies where the result says, for who wants to know what an old one does when it comes back. */
export async function loseCoordinator(net: Testnet): Promise<string> {
  await net.kill('coordinator')
  const old = join(net.folder, 'old-coordinator')
  await rm(old, { recursive: true, force: true })
  await rename(net.files('coordinator').folder, old)
  return old
}

/** From workers' addresses or folders. */
export async function restoreFrom(
  net: Testnet,
  workers: readonly string[],
  options: HiroOptions = {},
): Promise<Outcome> {
  const vault = join(net.clientFolder, 'vault')
  return await net.hiro(['coordinator', 'restore', '--vault', vault, ...workers], options)
}

/** On an empty folder, from those workers that run. Throws `internal` when it does not go well. */
export async function restoreCoordinator(net: Testnet): Promise<void> {
  const workers = net.workerNames.filter((who) => net.alive(who)).map((who) => net.address(who))
  const { code, stderr } = await restoreFrom(net, workers)
  if (code !== 0) throw new HiroError('internal', `the restore ended with ${code ?? 'a signal'}: ${stderr.trim()}`)
  await mkdir(net.files('coordinator').folder, { recursive: true })
}
