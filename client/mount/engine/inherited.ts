import type { Caller } from '../file-system.ts'
import type { Node } from './nodes.ts'

const SET_GROUP_ID = 0o2000

/** Whose something is that `caller` makes in `folder`: below a folder with set-group-id it is of that folder's group, see inode(7). */
export function inheritedOwner(folder: Node, { uid, gid }: Caller): { readonly uid: number; readonly gid: number } {
  const { mode, gid: group = gid } = folder.entry
  return { uid, gid: (mode & SET_GROUP_ID) === 0 ? gid : group }
}

/** The mode of a new folder in `folder`, so that this goes on below it. */
export function inheritedMode(folder: Node, mode: number): number {
  return mode | (folder.entry.mode & SET_GROUP_ID)
}
