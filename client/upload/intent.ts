import { withDeadline } from '../../shared/clock/deadline.ts'
import { every } from '../../shared/clock/every.ts'
import { ErasureCode } from '../../shared/erasure/erasure-code.ts'
import { DATA_SHARDS_MAX, PARITY_SHARDS_MAX } from '../../shared/erasure/limits.ts'
import { HiroError } from '../../shared/errors.ts'
import { fromHex } from '../../shared/ids.ts'
import { INTENT_RENEW_INTERVAL_MS } from '../../shared/limits.ts'
import type { CommitResult, OpenIntentResponse } from '../../shared/protocol/control/control.js'
import { encodeFence, type Fence } from '../locks/fence.ts'
import type { Spot } from '../namespace/namespace.ts'
import { quoted } from '../seal/name-rules.ts'
import { sealName } from '../seal/names.ts'
import { type Place, placesOf } from '../workers/places.ts'
import type { UploadPorts } from './ports.ts'

/** How long an upload that failed waits to give back its space; the coordinator does it by itself when the lease runs out. */
const ABANDON_MS = 2_000

export interface IntentRequest {
  /** 32 hex digits, one for all tries of an upload. */
  readonly upload: string
  readonly spot: Spot
  /** Id of the file that is replaced, else a fresh one. */
  readonly file: string
  readonly replace: boolean
  /** The file was there when we looked. If it is not any more: `changed`. */
  readonly replaces: boolean
  /** 0: the swarm's. */
  readonly copies: number
  readonly copiesMin: number
  readonly chunks: number
  readonly pieceBytesMax: number
  /** 0: not known. */
  readonly sizeHintBytes: number
  /** Of the lock that it is made under. */
  readonly fence?: Fence | undefined
}

/** An upload as the coordinator knows it. */
export interface Intent {
  /** Names it, and will name the version that it publishes. */
  readonly version: number
  readonly file: string
  readonly copies: number
  readonly copiesMin: number
  /** Large pieces are put as shards; `undefined`: all as copies. */
  readonly code: ErasureCode | undefined
}

export interface OpenedIntent {
  readonly intent: Intent
  readonly places: Place[]
  /** This upload is through already. */
  readonly committed: CommitResult | undefined
}

/** Throws `exists`, `is-a-folder`, `changed`, `not-found` (the folder), `too-few-workers`, `no-room`, `lease-lapsed`, `usage`, `unreachable`. */
export async function openIntent(
  { coordinator, namespace, random }: UploadPorts,
  { spot, fence, ...wanted }: IntentRequest,
  signal: AbortSignal,
): Promise<OpenedIntent> {
  const body = {
    ...wanted,
    upload: fromHex(wanted.upload),
    parent: fromHex(spot.parent),
    tag: spot.tag,
    file: fromHex(wanted.file),
    sealedName: sealName(namespace.keys, { parent: spot.parent, child: wanted.file, name: spot.name }, random),
    ...encodeFence(fence),
  }
  return opened(await coordinator.call('openIntent', body, { signal }), wanted)
}

/** What the coordinator answers to one that opens an upload. Throws `bad-frame`. */
export function opened(
  answer: OpenIntentResponse,
  { file, chunks }: { readonly file: string; readonly chunks: number },
): OpenedIntent {
  const { version, copies, copiesMin, committed, dataShards, parityShards } = answer
  const code = dataShards > 0 ? codeOf(dataShards, parityShards) : undefined
  const places = committed ? [] : placesOf(answer.places, chunks)
  return { intent: { version, copies, copiesMin, code, file }, places, committed }
}

/** Throws `bad-frame` when these are no numbers of shards. */
function codeOf(k: number, m: number): ErasureCode {
  if (k > DATA_SHARDS_MAX || m < 1 || m > PARITY_SHARDS_MAX)
    throw new HiroError('bad-frame', `no piece has ${k} + ${m} shards`)
  return new ErasureCode(k, m)
}

/** Keeps the intent alive until `signal` is aborted, also while the source is slow. Rejects when it cannot be kept. */
export async function renewLease(
  { coordinator, clock }: UploadPorts,
  intent: Intent,
  signal: AbortSignal,
): Promise<void> {
  await every(
    clock,
    INTENT_RENEW_INTERVAL_MS,
    async () => void (await coordinator.call('renew', { version: intent.version }, { signal })),
    signal,
  )
}

export type Abandoned = { readonly committed: CommitResult | undefined } | undefined

/** Gives the upload up, in a moment or not at all. `committed` is there when it was published already; `undefined`: the coordinator did not answer. */
export async function abandon({ coordinator, clock, log }: UploadPorts, { version }: Intent): Promise<Abandoned> {
  const ask = async (signal: AbortSignal): Promise<Abandoned> => {
    const { committed } = await coordinator.call('abortIntent', { version }, { signal })
    return { committed }
  }
  try {
    return await withDeadline(clock, ABANDON_MS, undefined, ask, 'giving up the upload')
  } catch (error) {
    if (error instanceof HiroError && error.code === 'intent-ended') return { committed: undefined }
    log.info('an upload was not given up in order; its lease will run out', { version })
    return undefined
  }
}

export function existsAlready(path: string): HiroError {
  return new HiroError('exists', `${quoted(path)} is already there`)
}
