import { HiroError } from '../../../shared/errors.ts'
import type { Caller } from '../file-system.ts'
import type { RequestHeader } from '../fuse/header.ts'

/** One that was read and is not answered yet. */
export class Request implements Caller {
  readonly opcode: number
  readonly unique: bigint
  readonly uid: number
  readonly gid: number
  readonly pid: number
  #interruption: HiroError | undefined
  #controller: AbortController | undefined

  constructor({ opcode, unique, uid, gid, pid }: RequestHeader) {
    this.opcode = opcode
    this.unique = unique
    this.uid = uid
    this.gid = gid
    this.pid = pid
  }

  /** Most requests are answered before anybody asks for it, and making one takes longer than answering them. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController()
    if (this.#interruption !== undefined) this.#controller.abort(this.#interruption)
    return this.#controller.signal
  }

  /** Idempotent. */
  interrupt(why: string): void {
    this.#interruption ??= new HiroError('aborted', why)
    this.#controller?.abort(this.#interruption)
  }
}
