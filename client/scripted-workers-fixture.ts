import assert from 'node:assert/strict'
import { cidOf } from '../shared/cid.ts'
import type { Clock } from '../shared/clock/clock.ts'
import { sleep } from '../shared/clock/sleep.ts'
import { HiroError } from '../shared/errors.ts'
import type { Peer } from '../shared/piece-map.ts'
import type { PeerAddress } from '../shared/transport/transport.ts'
import { onAbort } from '../shared/work/signal.ts'
import type { GetOptions, PieceGet, PiecePut, PutOutcome, Workers } from './workers/workers.ts'

const STALL_MS = 4_000

/** One worker of a test, and what is wrong with it. */
export class ScriptedWorker implements Peer {
  readonly id: string
  readonly name: string
  readonly addresses: readonly string[]
  readonly zone = ''
  readonly pieces = new Map<string, Uint8Array>()
  /** Nobody there. */
  down = false
  /** There, and silent. */
  frozen = false
  full = false
  /** How long each request takes. */
  delayMs = 0
  /** Bytes of each copy as it is given out. */
  spoil: ((bytes: Uint8Array, cid: string) => Uint8Array) | undefined
  /** The coordinator does not have its receipts. */
  unheard = false
  puts = 0
  gets: string[] = []
  bytesGiven = 0
  /** Gets that their caller gave up. */
  cutOff = 0

  constructor(name: string) {
    this.name = name
    this.id = `peer-of-${name}`
    this.addresses = [`/memory/${name}`]
  }

  get alive(): boolean {
    return !this.down
  }
}

export class ScriptedWorkers implements Workers {
  readonly all: readonly ScriptedWorker[]
  /** Runs when a worker of a chain is about to take a piece; `position` is its place in the chain, `put` counts all pieces that were ever taken. */
  onPut: ((worker: ScriptedWorker, position: number, put: number) => void) | undefined
  readonly chains: string[][] = []
  /** Bytes of puts under way, and the most there ever were. */
  bytesHeld = 0
  bytesHeldMax = 0
  readonly #clock: Clock
  #taken = 0

  constructor(clock: Clock, count: number) {
    this.#clock = clock
    this.all = Array.from({ length: count }, (_, at) => new ScriptedWorker(`worker-${at + 1}`))
  }

  /** `worker-<n>`. */
  at(n: number): ScriptedWorker {
    const worker = this.all[n - 1]
    assert(worker, `worker-${n}`)
    return worker
  }

  get alive(): ScriptedWorker[] {
    return this.all.filter(({ down }) => !down)
  }

  holdersOf(cid: string): ScriptedWorker[] {
    return this.all.filter(({ pieces }) => pieces.has(cid))
  }

  async put(chain: readonly PeerAddress[], piece: PiecePut, signal?: AbortSignal): Promise<PutOutcome[]> {
    this.chains.push(chain.map(({ id }) => this.#find(id).name))
    assert.equal(cidOf(piece.bytes), piece.cid)
    const granted = Buffer.from(piece.grant).toString().split(' ')
    for (const { id } of chain) assert(granted.includes(id), `${id} is not in the grant: ${granted}`)
    this.bytesHeld += piece.bytes.byteLength
    this.bytesHeldMax = Math.max(this.bytesHeldMax, this.bytesHeld)
    try {
      return await this.#pass(chain, 0, piece, signal)
    } finally {
      this.bytesHeld -= piece.bytes.byteLength
    }
  }

  async get(address: PeerAddress, piece: PieceGet, { signal, onProgress }: GetOptions = {}): Promise<Uint8Array> {
    const worker = this.#find(address.id)
    worker.gets.push(piece.cid)
    using _ = onAbort(signal, () => worker.cutOff++)
    await this.#reach(worker, signal)
    const bytes = worker.pieces.get(piece.cid)
    if (bytes === undefined) throw new HiroError('not-found', 'no such piece')
    const given = worker.spoil?.(bytes.slice(), piece.cid) ?? bytes
    if (given.byteLength !== piece.sizeBytes) throw new HiroError('integrity', 'the copy has another size')
    onProgress?.()
    const { offset, lengthBytes } = piece.range ?? { offset: 0, lengthBytes: given.byteLength }
    worker.bytesGiven += lengthBytes
    return given.slice(offset, offset + lengthBytes)
  }

  async stat(address: PeerAddress, cids: readonly string[], signal?: AbortSignal): Promise<(number | undefined)[]> {
    const worker = this.#find(address.id)
    await this.#reach(worker, signal)
    return cids.map((cid) => worker.pieces.get(cid)?.byteLength)
  }

  /** Stores at the worker in position `at`, then at those behind it. Throws only for the first: of the others the one before them tells. */
  async #pass(chain: readonly PeerAddress[], at: number, piece: PiecePut, signal?: AbortSignal): Promise<PutOutcome[]> {
    const address = chain[at]
    if (address === undefined) return []
    const worker = this.#find(address.id)
    this.onPut?.(worker, at, ++this.#taken)
    await this.#reach(worker, signal)
    worker.puts++
    if (worker.full)
      return [{ peer: worker.id, code: 'no-room', message: 'full' }, ...(await this.#behind(chain, at, piece, signal))]
    worker.pieces.set(piece.cid, piece.bytes.slice())
    const behind = await this.#behind(chain, at, piece, signal)
    // It may have died while it waited for those behind it.
    await this.#reach(worker, signal)
    return [{ peer: worker.id, code: undefined, message: '' }, ...behind]
  }

  async #behind(
    chain: readonly PeerAddress[],
    at: number,
    piece: PiecePut,
    signal?: AbortSignal,
  ): Promise<PutOutcome[]> {
    try {
      return await this.#pass(chain, at + 1, piece, signal)
    } catch (error) {
      if (!(error instanceof HiroError) || signal?.aborted) throw error
      const failed = { peer: chain[at + 1]?.id ?? '', code: error.code, message: error.message }
      // The pieces of those behind it stopped with it.
      const rest = chain
        .slice(at + 2)
        .map(({ id }) => ({ peer: id, code: 'unknown', message: 'behind the one that failed' }))
      return [failed, ...rest]
    }
  }

  async #reach(worker: ScriptedWorker, signal?: AbortSignal): Promise<void> {
    if (worker.down) throw new HiroError('unreachable', `${worker.name} is down`)
    if (worker.frozen) {
      await sleep(this.#clock, STALL_MS, signal)
      throw new HiroError('timeout', `${worker.name} does not answer`)
    }
    await sleep(this.#clock, worker.delayMs, signal)
    if (worker.down) throw new HiroError('unreachable', `${worker.name} went down`)
  }

  #find(id: string): ScriptedWorker {
    const worker = this.all.find((worker) => worker.id === id)
    if (worker === undefined) throw new HiroError('unreachable', `no worker ${id}`)
    return worker
  }
}
