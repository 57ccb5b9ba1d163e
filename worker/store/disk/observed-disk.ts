import type { Disk, DiskFile, NewFile } from './disk.ts'

export type DiskOperation =
  | 'create'
  | 'open'
  | 'rename'
  | 'remove'
  | 'list'
  | 'makeFolder'
  | 'syncFolder'
  | 'freeBytes'
  | 'append'
  | 'read'
  | 'sizeBytes'
  | 'sync'

/** A disk that tells `before` of each operation, with the path that it was called with (for a file: the one it was opened under). What `before` throws, the operation fails with. */
export function observedDisk(disk: Disk, before: (operation: DiskOperation, path: string) => void): Disk {
  const observe = <T>(operation: DiskOperation, path: string, run: () => Promise<T>): Promise<T> =>
    Promise.try(before, operation, path).then(run)
  const observedNewFile = (file: NewFile, path: string): NewFile => ({
    append: (buffers) => observe('append', path, () => file.append(buffers)),
    sync: () => observe('sync', path, () => file.sync()),
    close: () => file.close(),
  })
  const observedFile = (file: DiskFile, path: string): DiskFile => ({
    read: (offset, lengthBytes) => observe('read', path, () => file.read(offset, lengthBytes)),
    sizeBytes: () => observe('sizeBytes', path, () => file.sizeBytes()),
    close: () => file.close(),
  })
  return {
    create: (path) => observe('create', path, async () => observedNewFile(await disk.create(path), path)),
    open: (path) => observe('open', path, async () => observedFile(await disk.open(path), path)),
    rename: (from, to) => observe('rename', from, () => disk.rename(from, to)),
    remove: (path) => observe('remove', path, () => disk.remove(path)),
    list: (folder) => observe('list', folder, () => disk.list(folder)),
    makeFolder: (folder) => observe('makeFolder', folder, () => disk.makeFolder(folder)),
    syncFolder: (folder) => observe('syncFolder', folder, () => disk.syncFolder(folder)),
    freeBytes: () => observe('freeBytes', '', () => disk.freeBytes()),
  }
}
