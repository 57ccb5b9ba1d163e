import { readFileSync } from 'node:fs'

/** Those before the first optional one. */
const FIELDS_BEFORE = 6
const MOUNT_INFO_FILE = '/proc/self/mountinfo'
export const FILE_SYSTEM_TYPE = 'fuse.hiro'

export interface MountLine {
  readonly mountPoint: string
  /** `major:minor`, which no two mounted file systems share. */
  readonly device: string
  readonly type: string
}

/** What is mounted where, the later ones above the earlier ones. Reads nothing of what is mounted. */
export function mountTable(): readonly MountLine[] {
  return parseMountInfo(readFileSync(MOUNT_INFO_FILE, 'utf8'))
}

/** Format: proc_pid_mountinfo(5). Fields of their own for ids, device, root, mount point and options; then as many more as there are, '-', the type. */
export function parseMountInfo(text: string): readonly MountLine[] {
  return text.split('\n').flatMap((line) => {
    const fields = line.split(' ')
    const [, , device, , mountPoint] = fields
    const dash = fields.indexOf('-', FIELDS_BEFORE)
    const type = fields[dash + 1]
    if (device === undefined || mountPoint === undefined || type === undefined || dash < 0) return []
    return [{ mountPoint: unescaped(mountPoint), device, type }]
  })
}

/** The mount of Hiro that is seen at `mountPoint`; `undefined` where none is, or something else lies above it. */
export function hiroMountAt(mountPoint: string): MountLine | undefined {
  const top = mountTable().findLast((line) => line.mountPoint === mountPoint)
  return top?.type === FILE_SYSTEM_TYPE ? top : undefined
}

/** Blanks, line ends and backslashes are written in octal. */
function unescaped(field: string): string {
  return field.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCodePoint(Number.parseInt(octal, 8)))
}
