import type { DownloadPorts } from '../download/ports.ts'
import type { UploadPorts } from '../upload/ports.ts'

/** What open files work with. */
export type FilePorts = UploadPorts & DownloadPorts

export interface FileSettings {
  readonly chunkSizeBytes: number
  /** How much all open files together may hold that is not published; 64 MiB unless given. */
  readonly dirtyBytesMax?: number | undefined
}
