import { closeSync, openSync } from 'node:fs'
import { HiroError } from '../../../shared/errors.ts'
import { TRANSFER_BYTES_MAX } from '../fuse/constants.ts'
import { runMount } from './commands.ts'
import { FILE_SYSTEM_TYPE } from './mount-table.ts'

const DEVICE_FILE = '/dev/fuse'
/** What /proc/mounts and df(1) name it by. */
const SOURCE = 'hiro'

export interface AttachOptions {
  /** Whether others than root may enter; whether they may read what is there, the kernel decides by the attributes. */
  readonly allowOther: boolean
}

/**
 * Mounts at `mountPoint`, an absolute path without symlinks, and gives the descriptor over which the kernel then asks; the caller closes it. Nothing may look at the mount before its requests are read. Throws
 * `not-found` (no FUSE here), `refused`, `io`.
 *
 * The seam for mounts without root: there `fusermount3` opens the device and mounts, and hands over the descriptor by SCM_RIGHTS on a Unix socket, which Node cannot receive. What can will stand here beside
 * `attachAsRoot`, and nothing above has to know.
 */
export async function attach(mountPoint: string, options: AttachOptions): Promise<number> {
  if (process.getuid?.() !== 0) {
    throw new HiroError(
      'refused',
      'only root can mount as yet: run it with sudo, or in a container that is given /dev/fuse and CAP_SYS_ADMIN',
    )
  }
  return await attachAsRoot(mountPoint, options)
}

async function attachAsRoot(mountPoint: string, { allowOther }: AttachOptions): Promise<number> {
  const descriptor = openDevice()
  try {
    const options = [
      'fd=3',
      'rootmode=40000',
      'user_id=0',
      'group_id=0',
      `max_read=${TRANSFER_BYTES_MAX}`,
      'default_permissions',
      ...(allowOther ? ['allow_other'] : []),
      'nosuid',
      'nodev',
    ]
    await runMount(['-i', '-t', FILE_SYSTEM_TYPE, '-o', options.join(','), SOURCE, mountPoint], descriptor)
    return descriptor
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

function openDevice(): number {
  try {
    return openSync(DEVICE_FILE, 'r+')
  } catch (error) {
    throw deviceError(error)
  }
}

/** What to do, by what open(2) said. */
export function deviceError(error: unknown): HiroError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const options = { cause: error }
  switch (code) {
    case 'ENOENT':
    case 'ENODEV':
    case 'ENXIO':
      return new HiroError(
        'not-found',
        `${DEVICE_FILE} is not there: load the kernel's module (modprobe fuse), or give the container the device (--device ${DEVICE_FILE})`,
        options,
      )
    case 'EACCES':
    case 'EPERM':
      return new HiroError(
        'refused',
        `${DEVICE_FILE} may not be opened: give this user, or this container (--device ${DEVICE_FILE} --cap-add SYS_ADMIN), leave to use it`,
        options,
      )
    default:
      return new HiroError('io', `${DEVICE_FILE} cannot be opened: ${code || String(error)}`, options)
  }
}
