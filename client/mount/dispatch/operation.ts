import type { Clock } from '../../../shared/clock/clock.ts'
import type { Caller, FileSystem } from '../file-system.ts'
import type { RequestReader } from '../fuse/request-reader.ts'
import type { ReplyBuffers } from './reply-buffers.ts'

/** What all requests of a mount share. */
export interface Session {
  readonly fileSystem: FileSystem
  readonly clock: Clock
  readonly buffers: ReplyBuffers
  /** For how long the kernel may say by itself that a name stands for nothing. */
  readonly absentTimeoutMs: number
  /** As negotiated. */
  readonly writebackCache: boolean
}

export interface Reply {
  /** With room for the header in front. */
  readonly bytes: Uint8Array
  /** After it was sent, or not: the bytes are not needed any more. */
  readonly release?: () => void
  /** The kernel did not take it, as nobody waits for it any more: gives back the references and handles in it. */
  readonly refused?: () => void
}

/** A request that was read and understood. */
export type Work = (caller: Caller) => Promise<Reply>

export interface Operation {
  /** Takes what it needs from the request, whose memory is used again for the next one. Throws ErrnoError. */
  readonly decode: (request: RequestReader, inode: number, session: Session) => Work
  /** The work reads from the request's memory until it is over. */
  readonly keepsRequest?: true
  /** The work may wait for that of others, and so must not take a place from it. */
  readonly waits?: true
  /** It gives something back, and so is done also when nobody waits for its answer any more. */
  readonly mustRun?: true
}
