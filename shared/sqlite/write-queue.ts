import { Worker } from 'node:worker_threads'
import { HiroError } from '../errors.ts'
import type { SqliteFailure } from './sqlite-errors.ts'
import type { FromThread, SqliteOptions, SqlValue, Statement, ThreadData, ToThread } from './sqlite-messages.ts'
import type { Writes } from './writes.ts'

/** What may wait, or be under way, at once. Larger: more memory when the disk is slow. Smaller: `busy` for bursts that the disk would have taken. */
const QUEUE_SIZE_BYTES_MAX = 32 * 1024 * 1024
/** One group. Larger: fewer fsyncs per write under load, but the first of a group waits for the last. */
const GROUP_SIZE_BYTES_MAX = 4 * 1024 * 1024
const GROUP_WRITES_MAX = 1024
/** What a statement costs in memory besides its values, about. */
const STATEMENT_OVERHEAD_BYTES = 256

interface Waiting {
  readonly statements: readonly Statement[]
  /** What all buffers among their parameters lie in: handing over one costs as much as handing over a hundred bytes, and there may be dozens in a write. */
  readonly memory: ArrayBuffer
  readonly sizeBytes: number
  readonly settle: (failure: SqliteFailure | undefined) => void
}

/** Hands writes to the thread, one group at a time: while one is being synced, the next one gathers. */
export class WriteQueue implements Writes {
  readonly #path: string
  readonly #thread: Worker
  readonly #ended: Promise<void>
  #waiting: Waiting[] = []
  #underWay: readonly Waiting[] = []
  #sizeBytes = 0
  #flushDue = false
  #closed: Promise<void> | undefined
  #idle: (() => void) | undefined
  #settling = (): void => {}
  /** Why the thread is gone, if it ended by itself. */
  #death: SqliteFailure | undefined

  private constructor(path: string, thread: Worker) {
    this.#path = path
    this.#thread = thread
    this.#ended = new Promise((resolve) => {
      thread.once('exit', () => {
        this.#die('ended by itself')
        resolve()
      })
    })
    thread.on('error', (error: unknown) => this.#die(error instanceof Error ? error.message : String(error)))
    thread.on('message', (message: FromThread) => {
      if ('settled' in message) this.#settled(message.settled)
    })
  }

  static async open(path: string, options: SqliteOptions): Promise<WriteQueue> {
    const workerData: ThreadData = { path, options }
    // Run from source, the neighbour is .ts; in the bundle, which has it as a file of its own for this, it is .js.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    // No flags of the process: some (`--input-type`) are not for threads, and none is needed.
    const thread = new Worker(new URL(`./sqlite-thread.${extension}`, import.meta.url), {
      workerData,
      execArgv: [],
      name: 'sqlite',
    })
    await opened(thread, path)
    thread.unref()
    return new WriteQueue(path, thread)
  }

  get closed(): boolean {
    return this.#closed !== undefined
  }

  onSettling(settling: () => void): void {
    this.#settling = settling
  }

  /** Copies the buffers among the parameters, so that a small view of a large buffer costs what it holds, and goes to the thread without another copy. */
  write(statements: readonly Statement[]): Promise<void> {
    if (this.#closed !== undefined) return Promise.reject(new HiroError('aborted', `${this.#path} is closed`))
    if (this.#death !== undefined) return Promise.reject(new HiroError(this.#death.code, this.#death.message))
    if (this.#sizeBytes >= QUEUE_SIZE_BYTES_MAX) {
      return Promise.reject(new HiroError('busy', `${this.#path}: the disk is slow and too many writes wait for it`))
    }
    const { statements: owned, memory } = ownedBy(statements)
    const sizeBytes = owned.reduce(
      (sum, { params }) => sum + params.reduce<number>((size, value) => size + sizeOf(value), STATEMENT_OVERHEAD_BYTES),
      0,
    )
    this.#sizeBytes += sizeBytes
    return new Promise((resolve, reject) => {
      const settle = (failure: SqliteFailure | undefined): void => {
        this.#sizeBytes -= sizeBytes
        if (failure === undefined) resolve()
        else reject(new HiroError(failure.code, failure.message))
      }
      this.#waiting.push({ statements: owned, memory, sizeBytes, settle })
      this.#flushSoon()
    })
  }

  /** Waits for all writes, then calls `beforeEnd` (the reader lets go first, so that the writer can clean up), then ends the thread. Idempotent. */
  close(beforeEnd?: () => void): Promise<void> {
    this.#closed ??= this.#close(beforeEnd)
    return this.#closed
  }

  async #close(beforeEnd?: () => void): Promise<void> {
    if (this.#underWay.length + this.#waiting.length > 0) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#idle = resolve
      await promise
    }
    beforeEnd?.()
    if (this.#death === undefined) {
      this.#thread.ref()
      this.#thread.postMessage({ close: true } satisfies ToThread, [])
    }
    await this.#ended
  }

  /** A microtask later, so that writes asked for in the same turn share the first group already. */
  #flushSoon(): void {
    if (this.#flushDue || this.#underWay.length > 0) return
    this.#flushDue = true
    queueMicrotask(() => {
      this.#flushDue = false
      this.#flush()
    })
  }

  #flush(): void {
    if (this.#waiting.length === 0 || this.#death !== undefined) return
    let sizeBytes = 0
    let count = 0
    for (const write of this.#waiting) {
      sizeBytes += write.sizeBytes
      if (count > 0 && (sizeBytes > GROUP_SIZE_BYTES_MAX || count >= GROUP_WRITES_MAX)) break
      count += 1
    }
    this.#underWay = this.#waiting.splice(0, count)
    const writes = this.#underWay.map((write) => write.statements)
    // A process waits for its writes, but an idle thread does not keep it alive.
    this.#thread.ref()
    const memory = this.#underWay.map((write) => write.memory)
    this.#thread.postMessage({ writes } satisfies ToThread, memory)
  }

  #settled(results: readonly (SqliteFailure | undefined)[]): void {
    const settled = this.#underWay
    this.#underWay = []
    this.#flush()
    if (this.#underWay.length === 0) this.#thread.unref()
    this.#settling()
    for (const [index, write] of settled.entries()) write.settle(results[index])
    this.#idleIfEmpty()
  }

  #die(reason: string): void {
    if (this.#death !== undefined) return
    const message = `${this.#path}: the thread that writes is gone (${reason})`
    this.#death = { code: 'internal', message }
    const underWay = this.#underWay
    const waiting = this.#waiting
    this.#underWay = []
    this.#waiting = []
    this.#settling()
    for (const write of underWay) write.settle({ code: 'unknown', message })
    for (const write of waiting) write.settle(this.#death)
    this.#idleIfEmpty()
  }

  #idleIfEmpty(): void {
    if (this.#underWay.length + this.#waiting.length === 0) this.#idle?.()
  }
}

function opened(thread: Worker, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.once('message', (message: FromThread) => {
      if ('failed' in message) reject(new HiroError(message.failed.code, message.failed.message))
      else resolve()
    })
    thread.once('error', (cause) =>
      reject(new HiroError('internal', `${path}: the thread that writes failed`, { cause })),
    )
    thread.once('exit', () => reject(new HiroError('internal', `${path}: the thread that writes ended by itself`)))
  })
}

/** The same, with their buffers copied into one. */
function ownedBy(statements: readonly Statement[]): { statements: Statement[]; memory: ArrayBuffer } {
  const values = statements.flatMap(({ params }) => params)
  const memory = new ArrayBuffer(values.reduce<number>((sum, value) => sum + lengthOf(value), 0))
  let at = 0
  const moved = (value: SqlValue): SqlValue => {
    if (!(value instanceof Uint8Array)) return value
    const copy = new Uint8Array(memory, at, value.byteLength)
    copy.set(value)
    at += value.byteLength
    return copy
  }
  return { statements: statements.map(({ sql, params }) => ({ sql, params: params.map(moved) })), memory }
}

function lengthOf(value: SqlValue): number {
  return value instanceof Uint8Array ? value.byteLength : 0
}

function sizeOf(value: SqlValue): number {
  if (value instanceof Uint8Array) return value.byteLength
  return typeof value === 'string' ? value.length * 2 : 8
}
