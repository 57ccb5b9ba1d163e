import type { Clock } from '../../../shared/clock/clock.ts'
import { HiroError, toHiroError } from '../../../shared/errors.ts'
import type { Log } from '../../../shared/log.ts'
import { ErrnoError, errnoOf, errnos, isFault } from '../errno.ts'
import type { FileSystem } from '../file-system.ts'
import { Opcode } from '../fuse/constants.ts'
import { type RequestHeader, readHeader, writeHeader } from '../fuse/header.ts'
import { type InitOptions, type Negotiated, negotiate, otherMajorReply } from '../fuse/init.ts'
import { emptyReply } from '../fuse/replies.ts'
import { malformed, RequestReader } from '../fuse/request-reader.ts'
import type { Operation, Reply, Session, Work } from './operation.ts'
import { operationOf } from './operations.ts'
import { Places } from './places.ts'
import { ReplyBuffers } from './reply-buffers.ts'
import { Request } from './request.ts'

const ENOSYS = 38

export interface DispatcherPorts {
  readonly fileSystem: FileSystem
  readonly clock: Clock
  readonly log: Log
  /** Gives an answer to the kernel, which has copied it when this returns. False: nobody waits for it any more. */
  readonly send: (reply: Uint8Array) => boolean
}

export interface DispatcherSettings extends InitOptions {
  /** See `Session`. */
  readonly absentTimeoutMs: number
}

/** Takes the kernel's requests as they come from the device, has the file system do them, many at once, and answers each once. Whatever the bytes are, it throws nothing. */
export class Dispatcher {
  readonly #ports: DispatcherPorts
  readonly #settings: DispatcherSettings
  readonly #places = new Places()
  readonly #requests = new Map<bigint, Request>()
  readonly #negotiated = Promise.withResolvers<Negotiated>()
  #session: Session | undefined

  constructor(ports: DispatcherPorts, settings: DispatcherSettings) {
    this.#ports = ports
    this.#settings = settings
    this.#negotiated.promise.catch(() => {})
  }

  /** Resolves when the kernel and this agree how to speak. Throws `version-unknown`, `aborted` (the mount ended before). */
  get negotiated(): Promise<Negotiated> {
    return this.#negotiated.promise
  }

  /** Read and not answered. */
  get size(): number {
    return this.#requests.size
  }

  /** The memory of `bytes` is the caller's again when this has returned, or when what it returned resolves. */
  receive(bytes: Uint8Array): Promise<void> | undefined {
    const header = readHeader(bytes)
    if (header === undefined) {
      this.#ports.log.warn('the kernel sent what is no request', { bytes: bytes.byteLength })
      return undefined
    }
    try {
      if (!header.whole) throw malformed('cut')
      return this.#take(header, new RequestReader(bytes))
    } catch (error) {
      // These two are not waited for.
      if (header.opcode !== Opcode.forget && header.opcode !== Opcode.batchForget) this.#fail(header, error)
      return undefined
    }
  }

  /** The connection is gone: whatever is under way is interrupted, and what waits is dropped. Resolves when the file system has nothing in its hands any more. Idempotent. */
  async end(): Promise<void> {
    const why = 'the mount has ended'
    this.#negotiated.reject(new HiroError('aborted', why))
    for (const { unique } of this.#places.clear()) this.#requests.delete(unique)
    for (const request of this.#requests.values()) request.interrupt(why)
    await this.#places.idle()
  }

  #take(header: RequestHeader, body: RequestReader): Promise<void> | undefined {
    switch (header.opcode) {
      case Opcode.init:
        this.#init(header, body)
        return undefined
      case Opcode.destroy:
        this.#answer(header, { bytes: emptyReply() })
        return undefined
      case Opcode.interrupt:
        this.#interrupt(body.big())
        return undefined
      default:
    }
    const session = this.#session
    if (session === undefined) throw malformed('before INIT')
    const operation = operationOf(header.opcode)
    if (operation !== undefined) {
      const { inode } = header
      if (inode === undefined) throw new ErrnoError('ESTALE', 'an inode that was not given out')
      return this.#start(header, operation, operation.decode(body, inode, session))
    }
    if (header.opcode === Opcode.forget) forgetOne(session, header.inode, body)
    else if (header.opcode === Opcode.batchForget) forgetMany(session, body)
    else this.#refuse(header.unique, ENOSYS)
    return undefined
  }

  #init(header: RequestHeader, body: RequestReader): void {
    if (this.#session !== undefined) throw malformed('a second INIT')
    try {
      const negotiated = negotiate(body, this.#settings)
      if (negotiated === undefined) {
        this.#answer(header, { bytes: otherMajorReply() })
        return
      }
      const { fileSystem, clock } = this.#ports
      const { absentTimeoutMs } = this.#settings
      const { writebackCache, reply } = negotiated
      this.#session = { fileSystem, clock, absentTimeoutMs, writebackCache, buffers: new ReplyBuffers() }
      this.#answer(header, { bytes: reply })
      this.#negotiated.resolve(negotiated)
    } catch (error) {
      this.#negotiated.reject(toHiroError(error, 'bad-frame'))
      throw error
    }
  }

  /** The kernel asks for what it sent before, so that what is not known here has been answered. */
  #interrupt(unique: bigint): void {
    const request = this.#requests.get(unique)
    if (request === undefined) return
    request.interrupt('interrupted')
    if (this.#places.drop(request)) this.#fail(request, new HiroError('aborted', 'interrupted'))
  }

  #start(header: RequestHeader, operation: Operation, work: Work): Promise<void> | undefined {
    // Two of one name could not be answered each; no kernel does it.
    if (this.#requests.has(header.unique)) {
      this.#ports.log.warn('the kernel sent a request twice', { opcode: header.opcode })
      return undefined
    }
    const request = new Request(header)
    this.#requests.set(request.unique, request)
    const run = async (): Promise<void> => await this.#run(request, work)
    const over = this.#places.enter(request, operation, run)
    if (over === undefined) {
      this.#fail(request, new ErrnoError(operation.waits ? 'ENOLCK' : 'EBUSY', 'too many requests'))
      return undefined
    }
    return operation.keepsRequest ? over : undefined
  }

  async #run(request: Request, work: Work): Promise<void> {
    let reply: Reply
    try {
      reply = await work(request)
    } catch (error) {
      this.#fail(request, error)
      return
    }
    this.#answer(request, reply)
  }

  #answer({ unique }: { readonly unique: bigint }, { bytes, release, refused }: Reply): void {
    this.#requests.delete(unique)
    writeHeader(bytes, unique, 0)
    if (!this.#ports.send(bytes)) refused?.()
    release?.()
  }

  #fail({ unique, opcode }: { readonly unique: bigint; readonly opcode: number }, error: unknown): void {
    const errno = errnoOf(error)
    if (isFault(error)) this.#ports.log.warn('a request of the kernel failed', { opcode, errno, error: asError(error) })
    this.#refuse(unique, errnos[errno])
  }

  #refuse(unique: bigint, errno: number): void {
    this.#requests.delete(unique)
    const bytes = emptyReply()
    writeHeader(bytes, unique, -errno)
    this.#ports.send(bytes)
  }
}

/** struct fuse_forget_in: nlookup u64. */
function forgetOne({ fileSystem }: Session, inode: number | undefined, body: RequestReader): void {
  const references = Number(body.big())
  if (inode !== undefined) fileSystem.forget(inode, references)
}

/** struct fuse_batch_forget_in: count u32, dummy u32; fuse_forget_one: nodeid u64, nlookup u64. */
function forgetMany({ fileSystem }: Session, body: RequestReader): void {
  const count = body.u32()
  body.skip(4)
  if (count * 16 > body.leftBytes) throw malformed(`${count} inodes to forget`)
  for (let each = 0; each < count; each++) fileSystem.forget(body.id(), Number(body.big()))
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : toHiroError(error)
}
