import { HiroError } from '../shared/errors.ts'
import { toHex } from '../shared/ids.ts'
import type * as wire from '../shared/protocol/control/control.js'
import type { ScriptedWorker } from './scripted-workers-fixture.ts'

/** An upload, as the scripted coordinator knows it. */
export interface Intent {
  readonly request: wire.OpenIntentRequest
  readonly groups: Map<number, wire.SealGroupRequest>
  state: 'open' | 'committed' | 'ended'
  copies: number
  result: wire.CommitResult | undefined
}

export function keyOf(parent: Uint8Array, tag: Uint8Array): string {
  return `${toHex(parent)}/${toHex(tag)}`
}

export function infoOf({ id, addresses, name, zone, alive }: ScriptedWorker): wire.WorkerInfo {
  return { peer: id, addresses: [...addresses], name, zone, alive }
}

/** In turn, so that every worker gets its share. */
export function placesAt(
  open: readonly ScriptedWorker[],
  { chunks, copies, copiesMin }: { chunks: number; copies: number; copiesMin: number },
  firstTurn: number,
): wire.Places {
  if (open.length < copiesMin) throw new HiroError('too-few-workers', `${open.length} of ${copiesMin} workers`)
  const placements = Array.from({ length: chunks }, (_, chunk) => ({
    workers: Array.from({ length: Math.min(copies, open.length) }, (_, at) => (firstTurn + chunk + at) % open.length),
  }))
  return {
    workers: open.map((worker) => infoOf(worker)),
    placements,
    grant: Buffer.from(open.map(({ id }) => id).join(' ')),
  }
}

/** Answers that are always the same. */
export const plainHandlers = {
  // Open files, and watching, are tried with the real coordinator: see testnet/simulator/files.
  openEdit: unscripted,
  amend: unscripted,
  readEntry: unscripted,
  hello: () => ({
    pass: new Uint8Array([1]),
    swarm: new Uint8Array(16),
    epoch: 1,
    copies: 3,
    epochProof: new Uint8Array(),
    copiesMin: 2,
  }),
  setPolicy: () => ({}),
  readPolicy: () => ({ policy: { copies: 3, dataShards: 0, parityShards: 0 }, own: false, above: 0 }),
  status: () => ({
    swarm: new Uint8Array(16),
    epoch: 1,
    revision: 1,
    workers: [],
    pieces: 0,
    piecesUnder: 0,
    piecesLost: 0,
    intents: 0,
  }),
  reportBad: () => ({}),
  drain: () => ({}),
  rebalance: () => ({}),
  openSession: () => ({ leaseMs: 20_000 }),
  renewSession: () => ({ leaseMs: 20_000 }),
  closeSession: () => ({}),
  lock: () => ({ fence: 7 }),
  unlock: () => ({}),
  testLock: () => ({}),
  cancelLock: () => ({ fence: 0 }),
  changes: unscripted,
  setQuota: () => ({}),
  readQuota: () => ({ above: 0 }),
  listQuotas: () => ({ quotas: [], folders: [], next: '' }),
  takeSnapshot: () => ({ revision: 0 }),
  listSnapshots: () => ({ snapshots: [] }),
  dropSnapshot: () => ({ revision: 0 }),
  listVersions: () => ({ versions: [], snapshots: [], more: false }),
}

function unscripted(): never {
  throw new HiroError('internal', 'the scripted coordinator has neither open files nor changes to watch')
}
