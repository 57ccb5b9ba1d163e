import { HiroError } from '../../shared/errors.ts'
import { ROOT_ID, toHex } from '../../shared/ids.ts'
import { PATH_DEPTH_MAX } from '../../shared/limits.ts'
import { keys, under } from '../metadata/keys.ts'
import type { Reader, Transaction } from '../metadata/metadata-store.ts'
import { DirentRecord, InodeRecord } from '../metadata/records.js'
import { deleteDirent, keepInode, putDirent } from './past.ts'

/** `undefined`: there is no such file or folder (any more). The root has no record. */
export async function readInode(reader: Reader, id: string): Promise<InodeRecord | undefined> {
  const value = await reader.get(keys.inode(id))
  return value && InodeRecord.decode(value)
}

/** The id of what `parent` holds under `tag`. */
export async function readChild(reader: Reader, parent: string, tag: string): Promise<string | undefined> {
  const value = await reader.get(keys.dirent(parent, tag))
  return value && toHex(DirentRecord.decode(value).child)
}

export async function readChildInode(
  reader: Reader,
  parent: string,
  tag: string,
): Promise<{ id: string; inode: InodeRecord } | undefined> {
  const id = await readChild(reader, parent, tag)
  const inode = id === undefined ? undefined : await readInode(reader, id)
  return id === undefined || inode === undefined ? undefined : { id, inode }
}

/**
 * Makes the transaction depend on `folder` being a folder that hangs on the root: what is put into a folder that was removed with its parents must
 * not vanish with them. Throws `not-found`, `not-a-folder`; `under-itself` when `moving` is `folder` or stands above it.
 */
export async function requireFolder(tx: Reader, folder: string, moving?: string): Promise<void> {
  let id = folder
  for (let depth = 0; id !== ROOT_ID; depth++) {
    if (id === moving) throw new HiroError('under-itself', 'a folder cannot move under itself')
    if (depth === PATH_DEPTH_MAX) throw new HiroError('name-invalid', `folders go at most ${PATH_DEPTH_MAX} deep`)
    const inode = await readInode(tx, id)
    if (inode === undefined) throw new HiroError('not-found', 'no such folder')
    if (!inode.folder) throw new HiroError('not-a-folder', 'that is a file, not a folder')
    id = toHex(inode.parent)
  }
}

/** Whether a folder holds nothing. */
export async function isEmpty(tx: Reader, folder: string): Promise<boolean> {
  return (await tx.scan(under(`dirent/${folder}/`, { limit: 1 }))).length === 0
}

/** Hangs `inode` where its own `parent` and `tag` say. Four writes at most; two where there is no snapshot. */
export async function link(tx: Transaction, id: string, inode: Omit<InodeRecord, 'revision'>): Promise<void> {
  await putDirent(tx, toHex(inode.parent), toHex(inode.tag), id)
  await putInode(tx, id, inode)
}

/** As `link`, of what hangs where it is to hang. */
export async function putInode(tx: Transaction, id: string, inode: Omit<InodeRecord, 'revision'>): Promise<void> {
  const before = await readInode(tx, id)
  if (before) await keepInode(tx, id, before)
  tx.put(keys.inode(id), (revision) => InodeRecord.encode({ ...inode, revision }))
}

/** Writes as `link`. */
export async function unlink(tx: Transaction, id: string, inode: InodeRecord): Promise<void> {
  await deleteDirent(tx, toHex(inode.parent), toHex(inode.tag))
  await keepInode(tx, id, inode)
  tx.delete(keys.inode(id))
}
