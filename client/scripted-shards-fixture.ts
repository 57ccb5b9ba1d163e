import { cidFromBytes } from '../shared/cid.ts'
import type * as wire from '../shared/protocol/control/control.js'
import type { ScriptedWorker, ScriptedWorkers } from './scripted-workers-fixture.ts'

/** k and m; 0: none. */
export interface Code {
  readonly dataShards: number
  readonly parityShards: number
}

/** Who holds each shard, one worker for one of them. */
export function shardStatesOf(workers: ScriptedWorkers, shards: readonly Uint8Array[]): wire.ShardState[] {
  const counted = new Set<ScriptedWorker>()
  return shards.map((cid) => {
    const holders = workers.holdersOf(cidFromBytes(cid)).filter(({ down, unheard }) => !down && !unheard)
    const holder = holders.find((worker) => !counted.has(worker))
    if (holder) counted.add(holder)
    return { cid, holders: holder ? [holder.id] : [] }
  })
}

/** As many as survive as many losses. */
export function copiesOf(states: readonly wire.ShardState[], { dataShards, parityShards }: Code): number {
  const there = states.filter(({ holders }) => holders.length > 0).length
  return Math.max(0, Math.min(parityShards + 1, there - dataShards + 1))
}

export function shardMapOf(
  workers: ScriptedWorkers,
  shards: readonly Uint8Array[] | undefined,
  code: Code,
): Pick<wire.PieceHolders, 'shards'> {
  if (shards === undefined) return {}
  const holders = (cid: Uint8Array): number[] =>
    workers.holdersOf(cidFromBytes(cid)).map((worker) => workers.all.indexOf(worker))
  return { shards: { ...code, shards: shards.map((cid) => ({ cid, holders: holders(cid) })) } }
}
