import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { waitFor } from '../process/wait.ts'
import { isOrphan } from './owner.ts'
import { tool } from './tool.ts'

const UNMOUNT_TIMEOUT_MS = 10_000

interface Mount {
  readonly folder: string
  /** A device, or whatever name it was given. */
  readonly source: string
}

/** Unmounts what is mounted at or below `folder`. Whoever used it must have been ended; the last threads of a killed process may still be on their way. */
export async function unmountBelow(folder: string): Promise<void> {
  const isBelow = (mount: Mount): boolean => mount.folder === folder || mount.folder.startsWith(`${folder}/`)
  // The newest first: it may lie on an older one.
  for (const mount of mounts().filter(isBelow).toReversed()) await unmount(mount.folder)
}

export async function unmount(folder: string): Promise<void> {
  let last: unknown
  const attempt = async (): Promise<boolean> => {
    try {
      await tool('umount', [folder])
      return true
    } catch (error) {
      last = error
      return false
    }
  }
  await waitFor(attempt, {
    otherwise: `${folder} could not be unmounted`,
    timeoutMs: UNMOUNT_TIMEOUT_MS,
    pollMs: 50,
  }).catch(() => {
    throw last
  })
}

/** Takes away what a killed run, whose leash was killed too, has left mounted. */
export async function unmountOrphans(): Promise<void> {
  for (const { folder, source } of mounts().toReversed()) {
    if (isOrphan(backingFile(source) ?? source)) await tool('umount', ['--lazy', folder]).catch(() => {}) // another run may be at it too
  }
}

/** In the order in which they were made. */
function mounts(): Mount[] {
  const lines = readFileSync('/proc/self/mountinfo', 'utf8').trimEnd().split('\n')
  return lines.map((line) => {
    // See proc_pid_mountinfo(5): optional fields end with a dash.
    const [head = '', tail = ''] = line.split(' - ')
    return { folder: unescaped(head.split(' ')[4] ?? ''), source: unescaped(tail.split(' ')[1] ?? '') }
  })
}

/** Of a loop device. */
function backingFile(device: string): string | undefined {
  const name = device.split('/').at(-1) ?? ''
  const path = join('/sys/block', name, 'loop', 'backing_file')
  return name !== '' && existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
}

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
}
