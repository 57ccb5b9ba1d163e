import { writeFile } from 'node:fs/promises'
import type { Clock } from '../../../shared/clock/clock.ts'
import { withDeadline } from '../../../shared/clock/deadline.ts'
import { sleep } from '../../../shared/clock/sleep.ts'
import { HiroError } from '../../../shared/errors.ts'
import type { Log } from '../../../shared/log.ts'
import { Dispatcher } from '../dispatch/dispatcher.ts'
import type { FileSystem } from '../file-system.ts'
import { EXPIRING_MINOR, TRANSFER_BYTES_MAX } from '../fuse/constants.ts'
import type { Negotiated } from '../fuse/init.ts'
import { invalidateEntry, invalidateInode } from '../fuse/notifications.ts'
import { attach } from './attach.ts'
import { runUmount } from './commands.ts'
import { checkMountPoint, clearDeadMount, mountPointOf } from './dead-mount.ts'
import { Device } from './device.ts'
import { atProcessEnd } from './last-words.ts'
import { hiroMountAt } from './mount-table.ts'

const NEGOTIATION_PATIENCE_MS = 10_000
const BUSY_RETRY_MS = 100
/** For files that are open when the mount shall end. Longer: more of them are closed by then; shorter: who stops the program waits less. */
const GRACE_DEFAULT_MS = 5000
/** After it was cut off, the kernel says so at once, unless somebody else unmounted it and files of it are still open. */
const END_PATIENCE_MS = 5000

export interface MountPorts {
  readonly fileSystem: FileSystem
  readonly clock: Clock
  readonly log: Log
}

export interface MountOptions {
  /** The kernel gathers small writes: see `InitOptions`. No by default. */
  readonly writebackCache?: boolean
  /** For how long the kernel may say by itself that a name stands for nothing. 0 by default: others may make it. */
  readonly absentTimeoutMs?: number
  /** Whether other users may enter. Yes by default; permissions hold for them. */
  readonly allowOther?: boolean
}

export interface Mounted extends AsyncDisposable {
  /** Absolute, without symlinks. */
  readonly mountPoint: string
  /** Resolves when it is unmounted, by whomever, and the file system has nothing of it in its hands; its references and handles are void then. Rejects with `io` when the device failed. */
  readonly ended: Promise<void>
  /** The kernel asks for the inode's attributes anew, and for its content in a range; without one, for all of it. */
  invalidateInode(inode: number, range?: { readonly offset: number; readonly lengthBytes: number }): Promise<void>
  /** The kernel looks the name up anew. */
  invalidateEntry(parent: number, name: string): Promise<void>
  /** As that, but what stands for the same file or folder still stays in use. */
  expireEntry(parent: number, name: string): Promise<void>
  /** Whether the kernel knows that: Linux 6.2 does. */
  readonly expires: boolean
  /** Waits `graceMs` for open files to be closed, then cuts them off: whoever has them open is told that the transport endpoint is not connected. Idempotent. Throws `busy` where it could not be ended. */
  unmount(options?: { readonly graceMs?: number }): Promise<void>
}

/**
 * Mounts `fileSystem` at `path`, a folder, and serves it until it is unmounted; a dead mount of Hiro there is cleared first. Throws `not-found`, `not-a-folder`, `exists` (one that is alive), `refused` (not root), `version-unknown` (an old
 * kernel), `timeout`, `io`. A process must not look at what it
 * serves by a synchronous call, nor start another one with its working folder or program there: it would wait for itself forever.
 */
export async function mount(path: string, ports: MountPorts, options: MountOptions = {}): Promise<Mounted> {
  const { clock, log } = ports
  await clearDeadMount(path, clock)
  const mountPoint = await mountPointOf(path)
  await checkMountPoint(mountPoint)
  if (hiroMountAt(mountPoint) !== undefined)
    throw new HiroError('exists', `${mountPoint} is mounted already; hiro umount ${mountPoint} ends that`)
  const descriptor = await attach(mountPoint, { allowOther: options.allowOther ?? true })
  const device = new Device(descriptor, log)
  const { writebackCache = false, absentTimeoutMs = 0 } = options
  const dispatcher = new Dispatcher(
    { ...ports, send: (reply) => device.send(reply) },
    { writebackCache, absentTimeoutMs },
  )
  let expires = false
  const lastWords = atProcessEnd(mountPoint)
  const ended = serve(device, dispatcher).finally(() => lastWords[Symbol.dispose]())
  ended.catch(() => {})
  try {
    const agreed = async (): Promise<Negotiated> => await dispatcher.negotiated
    const { minor } = await withDeadline(clock, NEGOTIATION_PATIENCE_MS, undefined, agreed, 'mounting')
    expires = minor >= EXPIRING_MINOR
    await setReadAhead(mountPoint)
  } catch (error) {
    await runUmount(mountPoint, 'forced')
    await ended
    throw error
  }
  let unmounting: Promise<void> | undefined
  const unmount: Mounted['unmount'] = async ({ graceMs = GRACE_DEFAULT_MS } = {}) => {
    unmounting ??= unmountFully(mountPoint, ended, clock, graceMs)
    await unmounting
  }
  return {
    mountPoint,
    ended,
    unmount,
    [Symbol.asyncDispose]: unmount,
    invalidateInode: async (inode, range) => {
      const { offset = 0, lengthBytes = 0 } = range ?? {}
      await device.notify(invalidateInode(inode, BigInt(offset), BigInt(lengthBytes)))
    },
    invalidateEntry: async (parent, name) => await device.notify(invalidateEntry(parent, name)),
    expireEntry: async (parent, name) => await device.notify(invalidateEntry(parent, name, 'expire')),
    expires,
  }
}

async function serve(device: Device, dispatcher: Dispatcher): Promise<void> {
  try {
    await device.serve((request) => dispatcher.receive(request))
  } finally {
    await dispatcher.end()
    await device.close()
  }
}

/** Without it the kernel reads 128 KiB ahead at most, whatever was negotiated. */
async function setReadAhead(mountPoint: string): Promise<void> {
  const line = hiroMountAt(mountPoint)
  if (line === undefined) return
  const file = `/sys/class/bdi/${line.device}/read_ahead_kb`
  // A container may have it read-only: slower, and all there is to it.
  await writeFile(file, `${TRANSFER_BYTES_MAX / 1024}`).catch(() => {})
}

async function unmountFully(mountPoint: string, ended: Promise<void>, clock: Clock, graceMs: number): Promise<void> {
  let isOver = false
  const over = ended.finally(() => {
    isOver = true
  })
  over.catch(() => {})
  for (let waitedMs = 0; !isOver; waitedMs += BUSY_RETRY_MS) {
    const how = waitedMs < graceMs ? 'plain' : 'forced'
    // Somebody else may have unmounted it, and something else may be mounted there by now.
    if (hiroMountAt(mountPoint) === undefined || (await runUmount(mountPoint, how)) !== 'busy') break
    await sleep(clock, BUSY_RETRY_MS)
  }
  const what = `unmounting ${mountPoint}, of which files are still open`
  await withDeadline(clock, END_PATIENCE_MS, undefined, async () => await over, what).catch((error: unknown) => {
    if (error instanceof HiroError && error.code === 'timeout')
      throw new HiroError('busy', error.message, { cause: error })
    throw error
  })
}
