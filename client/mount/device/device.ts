import { closeSync, write, writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { HiroError } from '../../../shared/errors.ts'
import type { Log } from '../../../shared/log.ts'
import { Limiter } from '../../../shared/work/limiter.ts'
import type { ReaderData, ReaderEnd } from './fuse-reader-thread.ts'
import { RingDrain, ringMemory } from './request-ring.ts'

/** Nobody waits for this answer any more; or the mount is gone. */
const NOT_TAKEN = new Set(['ENOENT', 'ENODEV', 'ENOTCONN', 'ECONNABORTED'])

/** A mount's connection to the kernel, from its descriptor of /dev/fuse on. */
export class Device {
  readonly #descriptor: number
  readonly #log: Log
  readonly #ring: RingDrain
  readonly #thread: Worker
  readonly #threadEnd: Promise<string>
  /** One at a time: each may wait for what the event loop has to answer, in one of libuv's few threads. */
  readonly #notifications = new Limiter(1)
  #closed = false

  /** Takes over `descriptor`. */
  constructor(descriptor: number, log: Log) {
    const memory = ringMemory()
    this.#descriptor = descriptor
    this.#log = log
    this.#ring = new RingDrain(memory)
    const workerData: ReaderData = { descriptor, memory }
    // Run from source, the neighbour is .ts; in a bundle that has it as a file of its own, it is .js.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    const thread = new URL(`./fuse-reader-thread.${extension}`, import.meta.url)
    this.#thread = new Worker(thread, { workerData, execArgv: [], name: 'fuse-reader' })
    this.#threadEnd = this.#endOfThread()
  }

  /** Hands over each request, until the kernel has no more, as it is when the mount is gone. Throws `io` when reading failed otherwise. */
  async serve(receive: (request: Uint8Array) => Promise<void> | undefined): Promise<void> {
    const ended = this.#threadEnd.finally(() => this.#ring.close())
    ended.catch(() => {})
    await this.#ring.run(receive)
    const code = await ended
    if (code !== 'ENODEV') throw new HiroError('io', `reading /dev/fuse failed: ${code}`)
  }

  /** Whether the kernel took the answer. The kernel copies it, and does not keep the thread waiting. */
  send(reply: Uint8Array): boolean {
    if (this.#closed) return false
    try {
      writeSync(this.#descriptor, reply)
      return true
    } catch (error) {
      const code = codeOf(error)
      if (!NOT_TAKEN.has(code)) this.#log.error('the kernel refused an answer', { code, bytes: reply.byteLength })
      return false
    }
  }

  /**
   * Tells what the kernel did not ask for. It may take locks for it that it holds while it waits for an answer, so that it must not be waited for by who answers. What the kernel does not have needs no forgetting.
   */
  async notify(notification: Uint8Array): Promise<void> {
    await this.#notifications.run(async () => {
      if (this.#closed) return
      const told = Promise.withResolvers<string>()
      write(this.#descriptor, notification, (error) => told.resolve(error === null ? '' : codeOf(error)))
      const code = await told.promise
      if (code !== '' && !NOT_TAKEN.has(code)) this.#log.warn('the kernel refused a notification', { code })
    })
  }

  /** For when `serve` has ended. Idempotent. */
  async close(): Promise<void> {
    await this.#notifications.run(async () => {
      if (this.#closed) return
      this.#closed = true
      closeSync(this.#descriptor)
    })
  }

  async #endOfThread(): Promise<string> {
    const ended = Promise.withResolvers<string>()
    let end: ReaderEnd | undefined
    this.#thread.on('message', (message: ReaderEnd) => {
      end = message
    })
    this.#thread.on('error', (error: unknown) => {
      ended.reject(new HiroError('internal', 'the thread that reads /dev/fuse failed', { cause: error }))
    })
    this.#thread.on('exit', () => ended.resolve(end?.code ?? 'EIO'))
    return await ended.promise
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'EIO'
}
