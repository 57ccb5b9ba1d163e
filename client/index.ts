/** The library. Everything else in this folder is its own business. */

export type { WatchedChange, Watching, WatchOptions } from './changes/watched-change.ts'
export type { ClientPorts, ClientSettings } from './client-settings.ts'
export type { BadCopy } from './download/bad-copies.ts'
export type { CheckMemo, CheckOptions, CheckResult } from './download/check.ts'
export type { ReadOptions } from './download/download.ts'
export type { ReadSmallOptions, SmallContent } from './download/read-small.ts'
export type { PiecePlace, Why } from './download/why.ts'
export type { FileHandle, FileStat, HandleOptions } from './files/file-handle.ts'
export type { OpenFileOptions } from './files/files.ts'
export type { OpenFlags } from './files/open-flags.ts'
export type { Tidied, TidyOptions } from './files/tidy.ts'
export { HiroClient } from './hiro-client.ts'
export type { Fence } from './locks/fence.ts'
export type { ByteRange, Lock, LockOptions, Owner } from './locks/lock-options.ts'
export type { LockHolder, Locks } from './locks/locks.ts'
export type { AttributesChange } from './namespace/change-attributes.ts'
export type { Entry, FileEntry, FolderEntry, LinkEntry } from './namespace/entry.ts'
export type { FileOptions, LinkOptions } from './namespace/make-file.ts'
export type { SetXattrOptions } from './namespace/names-client.ts'
export type { FoundPolicy, Policy } from './namespace/policies.ts'
export type {
  FolderOptions,
  MoveOptions,
  Page,
  PagedEntry,
  PageOptions,
  RemoveOptions,
  WorkOptions,
} from './namespace/tree.ts'
export { type ClientConfig, type ConfigOptions, type OpenOptions, openClient, readClientConfig } from './open-client.ts'
export type { OnProgress, Progress } from './progress.ts'
export type { Quota, QuotaUse } from './quotas/quotas.ts'
export type { Usage, UsageOptions } from './quotas/usage.ts'
export type { Snapshot } from './snapshots/snapshot-names.ts'
export type { Version } from './snapshots/versions.ts'
export type { BackupState, RestoredState, SwarmStatus, WorkerStatus } from './status.ts'
export type { Restored, RestoreOptions } from './trash/trash.ts'
export type { TrashItem } from './trash/trash-item.ts'
export type { AddOptions, AddResult } from './upload/add-options.ts'
export type { PackedOutcome, PackOptions, SmallFile } from './upload/pack.ts'
export type { ByteSource } from './upload/source.ts'
