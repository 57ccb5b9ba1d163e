import { isCidOf } from '../../shared/cid.ts'
import { ErasureCode } from '../../shared/erasure/erasure-code.ts'
import { shardSizeBytes } from '../../shared/erasure/shard-layout.ts'
import { HiroError, hasCode, toHiroError } from '../../shared/errors.ts'
import { LinkedController, throwIfAborted } from '../../shared/work/signal.ts'
import { fetchCopy, type WantedPiece } from './fetch-copy.ts'
import type { HeldShard, HeldShards } from './held-piece.ts'
import type { DownloadPorts } from './ports.ts'

interface Attempt {
  readonly shard: HeldShard
  readonly settled: Promise<Uint8Array | HiroError>
  /** Resolves when this takes longer than is usual of its worker. */
  readonly slow: Promise<undefined>
  wasSlow: boolean
}

/**
 * A piece, opened, out of the k of its shards that are here first: those of the fastest workers are asked for, and for each that is slow or fails another one. Every shard is checked against its CID, and the piece against its own. Throws as
 * `fetchCopy`: `integrity` when fewer than k shards are good, `unreachable` when fewer can be reached.
 */
export async function fetchFromShards(
  ports: DownloadPorts,
  wanted: WantedPiece,
  held: HeldShards,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { cid, sizeBytes } = wanted.piece
  const shards = await gather(ports, wanted, held, signal)
  const code = new ErasureCode(held.dataShards, held.parityShards)
  const bytes = code.join(shards, sizeBytes)
  if (!isCidOf(cid, bytes)) throw new HiroError('integrity', `the shards of a piece do not give it back (${cid})`)
  const { offset, lengthBytes } = wanted.range ?? { offset: 0, lengthBytes: sizeBytes }
  return wanted.open(bytes.subarray(offset, offset + lengthBytes))
}

async function gather(
  ports: DownloadPorts,
  wanted: WantedPiece,
  held: HeldShards,
  signal: AbortSignal,
): Promise<Map<number, Uint8Array>> {
  const { dataShards: k } = held
  const sizeBytes = shardSizeBytes(wanted.piece.sizeBytes, k)
  const untried = bestFirst(ports, held, sizeBytes)
  const got = new Map<number, Uint8Array>()
  const failures: HiroError[] = []
  const running = new Set<Attempt>()
  using race = new LinkedController(signal)
  try {
    while (got.size < k) {
      const promising = got.size + [...running].filter(({ wasSlow }) => !wasSlow).length
      const next = promising < k ? untried.shift() : undefined
      if (next !== undefined) {
        running.add(begin(ports, wanted, next, sizeBytes, race.signal))
        continue
      }
      if (got.size + running.size < k) throw verdict(wanted, got.size, failures)
      const { attempt, settled } = await firstEvent(running)
      throwIfAborted(signal)
      if (settled === undefined) attempt.wasSlow = true
      else {
        running.delete(attempt)
        if (settled instanceof HiroError) failures.push(settled)
        else got.set(attempt.shard.shard, settled)
        if (hasCode(settled, 'changed', 'version-unknown', 'internal')) throw settled
      }
    }
    return got
  } finally {
    race.abort(new HiroError('aborted', 'other shards were faster'))
  }
}

/** As the workers that hold them, each shard by its best one; those that nobody holds are left out. */
function bestFirst({ choice }: DownloadPorts, { shards }: HeldShards, sizeBytes: number): HeldShard[] {
  const best = shards.flatMap((shard) => {
    const [peer] = choice.order(shard.holders, sizeBytes)
    return peer ? [{ shard, peer }] : []
  })
  const ids = choice
    .order([...new Map(best.map(({ peer }) => [peer.id, peer])).values()], sizeBytes)
    .map(({ id }) => id)
  return best.toSorted((a, b) => ids.indexOf(a.peer.id) - ids.indexOf(b.peer.id)).map(({ shard }) => shard)
}

function begin(
  ports: DownloadPorts,
  wanted: WantedPiece,
  shard: HeldShard,
  sizeBytes: number,
  signal: AbortSignal,
): Attempt {
  const { cid, holders } = shard
  const slow = Promise.withResolvers<undefined>()
  const [best] = ports.choice.order(holders, sizeBytes)
  const cancel = ports.clock.after(ports.choice.rivalDelayMs(best?.id ?? ''), () => slow.resolve(undefined))
  const open = (bytes: Uint8Array): Uint8Array => {
    if (!isCidOf(cid, bytes)) throw new HiroError('integrity', 'a shard is not what its CID names')
    return bytes.slice()
  }
  const { badCopies } = wanted
  const requireCurrent = async (signal: AbortSignal): Promise<void> => await wanted.requireCurrent(signal)
  const run = async (): Promise<Uint8Array | HiroError> => {
    try {
      return await fetchCopy(ports, { piece: { cid, sizeBytes, holders }, open, requireCurrent, badCopies }, signal)
    } catch (error) {
      return toHiroError(error)
    } finally {
      cancel()
    }
  }
  return { shard, settled: run(), slow: slow.promise, wasSlow: false }
}

async function firstEvent(
  running: ReadonlySet<Attempt>,
): Promise<{ attempt: Attempt; settled: Uint8Array | HiroError | undefined }> {
  return await Promise.race(
    [...running].map(async (attempt) => {
      const settled = await (attempt.wasSlow ? attempt.settled : Promise.race([attempt.settled, attempt.slow]))
      return { attempt, settled }
    }),
  )
}

function verdict({ piece: { cid, shards } }: WantedPiece, got: number, failures: readonly HiroError[]): HiroError {
  const found = failures.map(({ code, message }) => `${code}, ${message}`).join('; ')
  const what = `${got} good shards of a piece, and ${shards?.dataShards} are needed (${cid}: ${found})`
  const bad = failures.length > 0 && failures.every((failure) => hasCode(failure, 'integrity'))
  return new HiroError(bad ? 'integrity' : 'unreachable', what)
}
