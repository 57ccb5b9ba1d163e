import type { DownloadPorts } from '../download/ports.ts'
import type { UploadPorts } from '../upload/ports.ts'

/** What open files work with. */
export type FilePorts = UploadPorts & DownloadPorts

export interface FileSettings {
  readonly chunkSizeBytes: number
  /** How much all open files together may hold that is not published; 64 MiB unless given. */
  readonly dirtyBytesMax?: number | undefined
  /** What is open is a version that need not be the newest, and never becomes another one; `changed` once nothing keeps it. */
  readonly older?: boolean | undefined
}

export interface SyncOptions {
  /** Nobody is going to write soon: what an edit keeps at the coordinator is given back. */
  readonly last?: boolean
  readonly signal?: AbortSignal | undefined
}

/** Of a step. */
export interface PublishOptions {
  /** The edit is over with it. */
  readonly last: boolean
  /** There is more that was written. */
  readonly more: boolean
  readonly signal?: AbortSignal | undefined
}
