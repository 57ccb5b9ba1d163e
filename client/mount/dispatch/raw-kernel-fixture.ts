import { SimulatedClock } from '../../../shared/clock/simulated-clock.ts'
import { memoryLog } from '../../../shared/log.ts'
import type { FileSystem } from '../file-system.ts'
import { Opcode } from '../fuse/constants.ts'
import { parseReply, type RawHeader, type RawReply, rawRequest, u32, zeros } from '../fuse/raw-request-fixture.ts'
import { Dispatcher } from './dispatcher.ts'

/** A kernel that sends what it is told to, and keeps what it is answered. */
export class RawKernel {
  readonly log = memoryLog()
  readonly dispatcher: Dispatcher
  /** In the order in which they came. */
  readonly replies: RawReply[] = []
  /** What it does not take: for requests that nobody waits for any more. */
  readonly gone = new Set<bigint>()
  readonly #asked = new Map<bigint, (reply: RawReply) => void>()
  #unique = 0n

  constructor(fileSystem: FileSystem, settings: { writebackCache?: boolean; absentTimeoutMs?: number } = {}) {
    const send = (bytes: Uint8Array): boolean => this.#take(parseReply(bytes))
    const ports = { fileSystem, clock: new SimulatedClock(), log: this.log, send }
    this.dispatcher = new Dispatcher(ports, { writebackCache: false, absentTimeoutMs: 0, ...settings })
  }

  /** Of the request that is sent next. */
  get nextUnique(): bigint {
    return this.#unique + 2n
  }

  /** As a kernel of today, 7.45, that offers everything. */
  async init(): Promise<RawReply> {
    return await this.ask({ opcode: Opcode.init }, u32(7), u32(45), u32(2 ** 20), u32(0xffffffff), zeros(48))
  }

  async ask(header: RawHeader, ...fields: readonly Uint8Array[]): Promise<RawReply> {
    const unique = this.nextUnique
    const answered = Promise.withResolvers<RawReply>()
    this.#asked.set(unique, answered.resolve)
    void this.tell(header, ...fields)
    return await answered.promise
  }

  /** Without waiting for an answer, which may never come. */
  tell(header: RawHeader, ...fields: readonly Uint8Array[]): Promise<void> | undefined {
    this.#unique = this.nextUnique
    return this.dispatcher.receive(rawRequest({ unique: this.#unique, ...header }, ...fields))
  }

  #take(reply: RawReply): boolean {
    if (this.gone.has(reply.unique)) return false
    this.replies.push(reply)
    this.#asked.get(reply.unique)?.(reply)
    this.#asked.delete(reply.unique)
    return true
  }
}
