import { cidFromBytes, cidOf, cidToBytes, isCidOf } from '../../shared/cid.ts'
import { ErasureCode } from '../../shared/erasure/erasure-code.ts'
import { DATA_SHARDS_MAX, PARITY_SHARDS_MAX } from '../../shared/erasure/limits.ts'
import { HiroError, toHiroError } from '../../shared/errors.ts'
import { PIECE_SIZE_BYTES_MAX, STALL_MS } from '../../shared/limits.ts'
import type { ShardOutput, ShardsTask, Task, TaskOutcome } from '../../shared/protocol/membership/membership.js'
import { greet, put } from '../../shared/protocol/piece/piece-client.ts'
import { reach } from '../../shared/protocol/piece/reach.ts'
import { step } from '../../shared/steps.ts'
import { Limiter } from '../../shared/work/limiter.ts'
import { LocalPut, type LocalPutPorts } from '../local-put.ts'
import type { FetchPorts } from './fetch-piece.ts'
import { BadShard, gatherPiece, pieceOf } from './gather-piece.ts'

const DESCRIBE = 1
const MAKE = 2
const VERIFY = 3

/** Pieces in memory at once, each with its shards: some 10 MiB. More: faster repair. */
const PIECES_AT_ONCE = 3

export interface ShardsPorts extends FetchPorts, LocalPutPorts {}

/** Does what the coordinator wants done with the shards of a piece. None of it needs a key. Failure is a result. */
export class ShardsWorker {
  readonly #ports: ShardsPorts
  readonly #limiter = new Limiter(PIECES_AT_ONCE)

  constructor(ports: ShardsPorts) {
    this.#ports = ports
  }

  async run(task: Task, work: ShardsTask, signal: AbortSignal): Promise<TaskOutcome> {
    try {
      const shards = await this.#limiter.run(async () => await this.#do(task, work, signal), signal)
      return { cid: task.cid, code: '', peer: '', shards: shards.map(cidToBytes) }
    } catch (cause) {
      const { code } = toHiroError(cause)
      return { cid: task.cid, code, peer: cause instanceof BadShard ? cause.peer : '', shards: [] }
    }
  }

  /** The CIDs of all shards, where that is asked for. */
  async #do(task: Task, work: ShardsTask, signal: AbortSignal): Promise<string[]> {
    const code = codeOf(work)
    const piece = { cid: cidFromBytes(task.cid), sizeBytes: task.sizeBytes }
    if (piece.sizeBytes > PIECE_SIZE_BYTES_MAX)
      throw new HiroError('bad-frame', 'a task with a piece that is too large')
    switch (work.work) {
      case DESCRIBE: {
        step('shards-describing')
        return code.encode(await gatherPiece(this.#ports, code, piece, [], signal)).map(cidOf)
      }
      case MAKE: {
        const bytes = await gatherPiece(this.#ports, code, piece, work.sources, signal)
        await this.#make(task, work, [...code.encode(bytes), bytes], signal)
        return []
      }
      case VERIFY: {
        await pieceOf(this.#ports, code, piece, work.sources, signal)
        step('shards-verified')
        return []
      }
      default:
        throw new HiroError('version-unknown', `work ${work.work} with shards is not known here`)
    }
  }

  /** Brings every output to whom it is for, as far as it goes: those that got theirs confirm it themselves. */
  async #make(task: Task, work: ShardsTask, made: readonly Uint8Array[], signal: AbortSignal): Promise<void> {
    step('shards-encoded')
    const bring = async (output: ShardOutput): Promise<void> => {
      const bytes = made[output.shard]
      const cid = cidFromBytes(output.cid)
      if (bytes === undefined || !isCidOf(cid, bytes))
        throw new HiroError('integrity', `shard ${output.shard} of a piece is not what it was said to be`)
      if (output.target?.peer === this.#ports.self) await this.#keep(cid, bytes, work.revision)
      else await this.#push(task.grant, output, bytes, signal)
      step('shard-made')
    }
    const results = await Promise.allSettled(work.outputs.map(bring))
    for (const result of results) if (result.status === 'rejected') throw result.reason
  }

  async #keep(cid: string, bytes: Uint8Array, revision: number): Promise<void> {
    using local = new LocalPut(this.#ports, { cid, sizeBytes: bytes.byteLength, revision })
    await local.begin()
    await local.write(bytes)
    const failure = await local.finish()
    if (failure) throw failure
  }

  async #push(grant: Uint8Array, output: ShardOutput, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    const { pool, clock } = this.#ports
    const { peer = '', addresses = [] } = output.target ?? {}
    const order = { cid: cidFromBytes(output.cid), sizeBytes: bytes.byteLength, grant, forward: [] }
    const outcomes = await reach(
      pool,
      { id: peer, addresses },
      { clock, reachMs: STALL_MS, signal },
      async (channel, signal) => {
        await greet(channel, this.#ports.pass())
        return await put(channel, order, bytes, { clock, signal })
      },
    )
    const failed = outcomes.find(({ code }) => code !== '')
    if (failed) throw new HiroError('unreachable', `a worker did not take a shard: ${failed.code}, ${failed.message}`)
  }
}

function codeOf({ dataShards: k, parityShards: m }: ShardsTask): ErasureCode {
  if (k < 1 || k > DATA_SHARDS_MAX || m < 1 || m > PARITY_SHARDS_MAX)
    throw new HiroError('version-unknown', `${k} + ${m} shards are not known here`)
  return new ErasureCode(k, m)
}
