import { revisionKey } from '../revision.ts'

/** Where the tree and its files lie among the rows of a backup; the coordinator's keys, as far as a rescue needs them. A spec holds the two together. */
export const treeKeys = {
  inode: (id: string) => `inode/${id}`,
  dirent: (parent: string, tag: string) => `dirent/${parent}/${tag}`,
  piece: (cid: string) => `piece/${cid}`,
  dirents: (parent: string) => `dirent/${parent}/`,
  extents: (file: string, version: number, group: number) =>
    `extents/${file}/${revisionKey(version)}/${group.toString(16).padStart(8, '0')}`,
} as const

/** Whether a rescue needs the row at all. */
export function isOfTree(key: string): boolean {
  return ['inode/', 'dirent/', 'extents/', 'piece/'].some((prefix) => key.startsWith(prefix))
}
