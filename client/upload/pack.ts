import { cidOf } from '../../shared/cid.ts'
import { HiroError, hasCode, isErrorCode, toHiroError } from '../../shared/errors.ts'
import { fromHex, newId, newInodeId } from '../../shared/ids.ts'
import { CHUNK_SIZE_BYTES, PACK_FILES_MAX, PACKED_FILES_PER_CALL_MAX } from '../../shared/limits.ts'
import type { PackedFile } from '../../shared/protocol/control/control.js'
import { step } from '../../shared/steps.ts'
import { LinkedController } from '../../shared/work/signal.ts'
import type { Spot } from '../namespace/namespace.ts'
import { FILE_MODE_DEFAULT, sealAttributes } from '../seal/attributes.ts'
import { sealGroup } from '../seal/extents.ts'
import { sealHead } from '../seal/head.ts'
import { quoted } from '../seal/name-rules.ts'
import { sealName } from '../seal/names.ts'
import { sealPiece } from '../seal/piece-cipher.ts'
import { sealedSize } from '../seal/piece-format.ts'
import type { AddResult } from './add-options.ts'
import { abandon, type Intent, type OpenedIntent, opened, renewLease } from './intent.ts'
import { type GroupPiece, OpenGroup } from './open-group.ts'
import type { UploadPorts } from './ports.ts'
import { pushPiece } from './push-piece.ts'
import { isSharded, pushShards } from './push-shards.ts'
import { refillGroup } from './refill.ts'
import { DOUBTS_MAX, untilDone } from './until-done.ts'

/** A file that is in memory, whole. */
export interface SmallFile {
  readonly path: string
  readonly bytes: Uint8Array
  /** Permission bits, 0644 by default. */
  readonly mode?: number | undefined
  /** Now by default. */
  readonly mtimeMs?: number | undefined
}

export interface PackOptions {
  /** W; the swarm's by default. */
  readonly copiesMin?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** Of each file: as it was added, or why it was not. */
export type PackedOutcome = AddResult | HiroError

/** One of them, on its way. */
interface Packed {
  readonly file: SmallFile
  readonly spot: Spot
  /** In the pack. */
  readonly offset: number
  readonly id: string
}

interface Pack {
  readonly ports: UploadPorts
  readonly intent: Intent
  readonly signal: AbortSignal
  readonly key: Uint8Array
  readonly piece: GroupPiece
}

/**
 * Takes small files to the swarm in one piece: each is there whole or not at all, and its result says which; none takes the place of what is there. Those that a pack cannot take for a reason of their own (`changed`, `not-found`, `exists`, …) may be added by
 * themselves. Throws, with nothing changed, what concerns all of them; `usage` for more than PACK_FILES_MAX, or more bytes than a chunk has.
 */
export async function addPack(
  ports: UploadPorts,
  files: readonly SmallFile[],
  { copiesMin = 0, signal: given }: PackOptions,
): Promise<PackedOutcome[]> {
  const sizeBytes = files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  if (files.length > PACK_FILES_MAX || sizeBytes > CHUNK_SIZE_BYTES)
    throw new HiroError('usage', `${files.length} files of ${sizeBytes} bytes are too much for a pack`)
  using controller = new LinkedController(given)
  const { signal } = controller
  const begun = await ports.namespace.withFresh(async () => await begin(ports, files, copiesMin, signal))
  const { packed, refused, pack } = begun
  const outcomes = new Map<SmallFile, PackedOutcome>(refused)
  if (pack) {
    const { intent } = pack
    using renewing = new LinkedController(signal)
    const kept = renewLease(ports, intent, renewing.signal).catch((error: unknown) => controller.abort(error))
    try {
      const { bytes, key } = sealPiece(together(packed), ports.random)
      const piece = await push({ ports, intent, signal }, bytes, pack.places[0])
      await publishAll({ ports, intent, signal, key, piece }, packed, outcomes)
    } finally {
      renewing.abort()
      await kept
      // Its files have the piece now, or nobody needs it.
      await abandon(ports, intent)
    }
  }
  return files.map((file) => outcomes.get(file) ?? new HiroError('internal', 'nobody says how it fared'))
}

interface Begun {
  readonly packed: readonly Packed[]
  readonly refused: readonly (readonly [SmallFile, HiroError])[]
  /** `undefined`: there is nothing to pack. */
  readonly pack: OpenedIntent | undefined
}

async function begin(
  ports: UploadPorts,
  files: readonly SmallFile[],
  copiesMin: number,
  signal: AbortSignal,
): Promise<Begun> {
  const packed: Packed[] = []
  const refused: [SmallFile, HiroError][] = []
  let sizeBytes = 0
  for (const file of files) {
    const spot = await spotOf(ports, file, signal)
    if (spot instanceof HiroError) refused.push([file, spot])
    else {
      packed.push({ file, spot, offset: sizeBytes, id: newInodeId(ports) })
      sizeBytes += file.bytes.byteLength
    }
  }
  const [first] = packed
  if (first === undefined || sizeBytes === 0) {
    const none = packed.map(({ file }) => [file, new HiroError('changed', 'of nothing no piece can be made')] as const)
    return { packed: [], refused: [...refused, ...none], pack: undefined }
  }
  const file = newInodeId(ports)
  const [upload, pack, folder] = [fromHex(newId(ports.random)), fromHex(file), fromHex(first.spot.parent)]
  const body = { upload, pack, folder, copiesMin, pieceBytes: sealedSize(sizeBytes) }
  const answer = await ports.coordinator.call('openPack', body, { signal })
  step('pack-begun')
  return { packed, refused, pack: opened(answer, { file, chunks: 1 }) }
}

/** The folder's id is mostly that of the file before, and known then. */
async function spotOf({ namespace }: UploadPorts, { path }: SmallFile, signal: AbortSignal): Promise<Spot | HiroError> {
  try {
    return await namespace.withFresh(async () => await namespace.spot(path, signal))
  } catch (error) {
    if (signal.aborted || !hasCode(error, 'not-found', 'not-a-folder', 'name-invalid')) throw error
    return error
  }
}

function together(packed: readonly Packed[]): Uint8Array {
  const chunk = new Uint8Array(packed.reduce((sum, { file: { bytes } }) => sum + bytes.byteLength, 0))
  for (const { file, offset } of packed) chunk.set(file.bytes, offset)
  return chunk
}

async function push(
  { ports, intent, signal }: Pick<Pack, 'ports' | 'intent' | 'signal'>,
  bytes: Uint8Array,
  place: Parameters<typeof pushShards>[3] | undefined,
): Promise<GroupPiece> {
  const [cid, sizeBytes] = [cidOf(bytes), bytes.byteLength]
  if (place && isSharded(intent, sizeBytes)) {
    return { cid, sizeBytes, holders: [], shards: await pushShards(ports, intent, bytes, place, signal) }
  }
  const copiesAt = place && { ...place, workers: place.workers.slice(0, intent.copies) }
  const toPush = { cid, sizeBytes, bytes: async () => bytes }
  const holders = await pushPiece(ports, intent, toPush, { ...(copiesAt && { place: copiesAt }) }, signal)
  step('pack-pushed')
  return { cid, sizeBytes, holders }
}

/** A few at a time. What fails for some ends it for the rest, which then have not been touched. */
async function publishAll(
  pack: Pack,
  packed: readonly Packed[],
  outcomes: Map<SmallFile, PackedOutcome>,
): Promise<void> {
  let failure: HiroError | undefined
  for (let at = 0; at < packed.length; at += PACKED_FILES_PER_CALL_MAX) {
    const some = packed.slice(at, at + PACKED_FILES_PER_CALL_MAX)
    try {
      if (failure === undefined) await publishSome(pack, some, outcomes)
      else for (const { file } of some) outcomes.set(file, failure)
    } catch (cause) {
      const error = toHiroError(cause)
      for (const { file } of some) outcomes.set(file, error)
      failure = error.code === 'unknown' ? new HiroError('unreachable', 'nothing was changed', { cause }) : error
    }
  }
}

async function publishSome(
  { ports, intent, signal, key, piece }: Pack,
  packed: readonly Packed[],
  outcomes: Map<SmallFile, PackedOutcome>,
): Promise<void> {
  const { version } = intent
  const files = packed.map((file) => sealedFile(ports, intent, file, { cid: piece.cid, key }))
  const group = new OpenGroup(0, new Uint8Array(), [piece])
  const { results, copies, revision } = await untilDone(ports, signal, async () => {
    const degraded = await refillGroup(ports, intent, group, signal)
    const [reference] = group.request(version, degraded).pieces
    const body = { version, degraded, files, ...(reference && { piece: reference }) }
    step('pack-publishing')
    const answer = await ports.coordinator.call('publishPacked', body, { signal, mutating: true })
    step('pack-published')
    group.note(answer.short, DOUBTS_MAX)
    return answer.short.length === 0 ? answer : undefined
  })
  const { k: dataShards, m: parityShards } = intent.code ?? { k: 0, m: 0 }
  const code = piece.shards ? { dataShards, parityShards } : undefined
  for (const [at, { id, file }] of packed.entries()) {
    const { code: refusal, message } = results[at] ?? { code: 'internal', message: 'nobody says how it fared' }
    if (refusal !== '') {
      outcomes.set(file, new HiroError(isErrorCode(refusal) ? refusal : 'internal', `${quoted(file.path)}: ${message}`))
      continue
    }
    const [sizeBytes, degraded] = [file.bytes.byteLength, copies < intent.copies]
    const pieces = sizeBytes > 0 ? 1 : 0
    const common = { path: file.path, file: id, sizeBytes, copies, degraded, version, revision }
    outcomes.set(file, { ...common, pieces, ...(code && { code }) })
  }
}

function sealedFile(
  { namespace: { keys }, random, clock }: UploadPorts,
  { version }: Intent,
  { id: file, spot, offset: pieceOffset, file: { bytes, mode = FILE_MODE_DEFAULT, mtimeMs = clock.now() } }: Packed,
  { cid, key }: { readonly cid: string; readonly key: Uint8Array },
): PackedFile {
  const sizeBytes = bytes.byteLength
  const extents = sizeBytes > 0 ? [{ offset: 0, lengthBytes: sizeBytes, cid, pieceOffset, key }] : []
  return {
    parent: fromHex(spot.parent),
    tag: spot.tag,
    file: fromHex(file),
    sealedName: sealName(keys, { parent: spot.parent, child: file, name: spot.name }, random),
    sealedAttributes: sealAttributes(keys, file, { mode, mtimeMs }, random),
    sealedHead: sealHead(keys, { file, version }, { sizeBytes, groupVersions: extents.map(() => version) }, random),
    sealedGroup: extents.length > 0 ? sealGroup(keys, { file, version, group: 0 }, extents, random) : new Uint8Array(),
    sizeBytes,
  }
}
