import type { Clock } from '../../shared/clock/clock.ts'
import { HiroError } from '../../shared/errors.ts'
import { runUmount } from './device/commands.ts'
import { isDeadMount, mountPointOf } from './device/dead-mount.ts'
import { hiroMountAt } from './device/mount-table.ts'

/** Ends the mount at `path`, whoever serves it. `force`: also while files are open there, which are cut off; nothing is left of one whose process is gone in any case. Throws `not-found` (none is there), `busy`, `io`. */
export async function unmountSwarm(path: string, { force, clock }: { force: boolean; clock: Clock }): Promise<void> {
  const mountPoint = await mountPointOf(path)
  if (hiroMountAt(mountPoint) === undefined) throw new HiroError('not-found', `no swarm is mounted at ${path}`)
  const how = force || (await isDeadMount(mountPoint, clock)) ? 'forced' : 'plain'
  if ((await runUmount(mountPoint, how)) !== 'busy') return
  throw new HiroError(
    'busy',
    `programs have files open below ${path}, or are in it; hiro umount --force ${path} cuts them off`,
  )
}
