import { cidOf } from '../../shared/cid.ts'
import { HiroError, toHiroError } from '../../shared/errors.ts'
import type { CommitResult } from '../../shared/protocol/control/control.js'
import type { Random } from '../../shared/random/random.ts'
import { step } from '../../shared/steps.ts'
import { mapOrdered } from '../../shared/work/ordered-window.ts'
import { LinkedController } from '../../shared/work/signal.ts'
import { free } from '../free.ts'
import { ProgressCount } from '../progress.ts'
import { FILE_MODE_DEFAULT, sealAttributes } from '../seal/attributes.ts'
import { cutChunks } from '../seal/chunker.ts'
import { sealHead } from '../seal/head.ts'
import { sealPiece } from '../seal/piece-cipher.ts'
import type { AddOptions, AddResult } from './add-options.ts'
import { begin, findTarget } from './begin.ts'
import { Groups } from './groups.ts'
import { abandon, type Intent, renewLease } from './intent.ts'
import type { GroupShard } from './open-group.ts'
import { Placements } from './placements.ts'
import type { UploadPorts } from './ports.ts'
import { Publisher } from './publish.ts'
import { pushPiece } from './push-piece.ts'
import { isSharded, pushShards } from './push-shards.ts'
import { type ByteSource, Peeked, slicesOf } from './source.ts'

export interface UploadSettings {
  /** Pieces at work, and so in memory, at once. */
  readonly window: number
  readonly chunkSizeBytes: number
}

/** An upload that is under way. */
interface Upload {
  readonly ports: UploadPorts
  readonly intent: Intent
  readonly options: AddOptions
  /** Of which it ends, whatever the reason. */
  readonly controller: AbortController
  readonly settings: UploadSettings
  sizeBytes: number
  pieces: number
  sharded: boolean
}

/**
 * Takes the content from `source` to the swarm: cut, sealed, pushed, published; nothing of it is visible before. Holds a window of pieces at once, whatever the size.
 * An upload that fails or is interrupted is given up at the coordinator, and nothing is changed, unless it throws `unknown`.
 */
export async function upload(
  ports: UploadPorts,
  path: string,
  source: ByteSource,
  options: AddOptions,
  settings: UploadSettings,
): Promise<AddResult> {
  // Told before the source is read: `exists`, or a folder that is not there.
  const target = await ports.namespace.withFresh(async () => await findTarget(ports, path, options))
  using controller = new LinkedController(options.signal, options.lock?.signal)
  const { signal } = controller
  const chunks = new Peeked(cutChunks(slicesOf(source), settings.chunkSizeBytes))
  const { intent, places } = await begin(ports, target, chunks, options, settings.chunkSizeBytes, signal)
  step('upload-begun')
  const running: Upload = { ports, intent, options, controller, settings, sizeBytes: 0, pieces: 0, sharded: false }
  using renewing = new LinkedController(signal)
  const kept = renewLease(ports, intent, renewing.signal).catch((error: unknown) => controller.abort(error))
  try {
    const wanted = {
      version: intent.version,
      first: places,
      sizeHintBytes: options.sizeBytes,
      aheadMin: settings.window,
      chunkSizeBytes: settings.chunkSizeBytes,
    }
    const placements = new Placements(ports, wanted, signal)
    return resultOf(running, path, await send(running, placements, chunks))
  } catch (cause) {
    renewing.abort()
    return resultOf(running, path, await giveUp(running, toHiroError(cause)))
  } finally {
    renewing.abort()
    await kept
  }
}

/** All chunks, group by group, then the commit. */
async function send(upload: Upload, placements: Placements, chunks: Peeked<Uint8Array>): Promise<CommitResult> {
  const { ports, intent, options, controller } = upload
  const { signal } = controller
  const progress = new ProgressCount(options.onProgress, options.sizeBytes)
  const publisher = new Publisher(ports, intent, signal)
  const groups = new Groups(ports, intent, async (group) => {
    await publisher.sealGroup(group).catch((error: unknown) => {
      controller.abort(error) // chunks under way would go on for nothing
      throw error
    })
  })
  const store = async (piece: SealedPiece, signal: AbortSignal): Promise<StoredPiece> => {
    const { bytes, cid, key, lengthBytes } = piece
    const [place, sizeBytes] = [await placements.take(), bytes.byteLength]
    const stored = { cid, key, lengthBytes, sizeBytes }
    if (isSharded(intent, sizeBytes)) {
      const shards = await pushShards(ports, intent, bytes, place, signal)
      if (shards.every(({ holders }) => holders.length > 0)) free(bytes)
      progress.add(lengthBytes)
      return { ...stored, holders: [], shards }
    }
    const copiesAt = { ...place, workers: place.workers.slice(0, intent.copies) }
    const toPush = { cid, sizeBytes, bytes: async () => bytes }
    step('piece-pushing')
    const holders = await pushPiece(ports, intent, toPush, { place: copiesAt }, signal)
    step('piece-pushed')
    // Whoever holds it has all of it, so no stream has any of it still to send.
    if (holders.length >= intent.copies) free(bytes)
    progress.add(lengthBytes)
    return { ...stored, holders }
  }
  // Sealed before anything is waited for, so that the chunk itself is gone while its piece travels.
  const sealAndStore = (chunk: Uint8Array, signal: AbortSignal) => store(seal(chunk, ports.random), signal)
  for await (const stored of mapOrdered(chunks.values(), upload.settings.window, sealAndStore, signal)) {
    const { cid, key, lengthBytes, sizeBytes, holders, shards } = stored
    const extent = { offset: upload.sizeBytes, lengthBytes, cid, pieceOffset: 0, key }
    await groups.add(extent, { cid, sizeBytes, holders, ...(shards && { shards }) })
    upload.sizeBytes += lengthBytes
    upload.pieces++
    upload.sharded ||= shards !== undefined
  }
  const last = await groups.finish()
  return await publisher.commit(groups, last, sealedEnd(upload, groups.count))
}

interface SealedPiece {
  readonly bytes: Uint8Array
  readonly cid: string
  readonly key: Uint8Array
  readonly lengthBytes: number
}

interface StoredPiece extends Omit<SealedPiece, 'bytes'> {
  readonly sizeBytes: number
  readonly holders: readonly string[]
  readonly shards?: readonly GroupShard[]
}

/** Uses the chunk up. */
function seal(chunk: Uint8Array, random: Random): SealedPiece {
  const lengthBytes = chunk.byteLength
  const { bytes, key } = sealPiece(chunk, random)
  free(chunk)
  return { bytes, key, cid: cidOf(bytes), lengthBytes }
}

function sealedEnd(
  { ports, intent, options, sizeBytes }: Upload,
  groups: number,
): { head: Uint8Array; attributes: Uint8Array; sizeBytes: number } {
  const { namespace, random, clock } = ports
  const { file, version } = intent
  const groupVersions = Array.from({ length: groups }, () => version)
  const attributes = { mode: options.mode ?? FILE_MODE_DEFAULT, mtimeMs: options.mtimeMs ?? clock.now() }
  return {
    head: sealHead(namespace.keys, { file, version }, { sizeBytes, groupVersions }, random),
    attributes: sealAttributes(namespace.keys, file, attributes, random),
    sizeBytes,
  }
}

/** What becomes of a failed upload: its result if it was published all the same, else it throws. */
async function giveUp({ ports, intent, controller }: Upload, error: HiroError): Promise<CommitResult> {
  controller.abort(error)
  step('giving-up')
  const abandoned = await abandon(ports, intent)
  if (abandoned?.committed) return abandoned.committed
  if (abandoned === undefined || error.code !== 'unknown') throw error
  // The coordinator says now that it did not happen, and that it will not.
  const cause = error.cause instanceof HiroError ? error.cause : error
  const code = cause.code === 'aborted' || cause.code === 'lease-lapsed' ? cause.code : 'unreachable'
  throw new HiroError(code, `the upload was given up; nothing was changed (${error.message})`, { cause: error })
}

function resultOf(
  { intent, sizeBytes, pieces, sharded }: Upload,
  path: string,
  { copies, version, revision }: CommitResult,
): AddResult {
  const code = sharded && intent.code ? { dataShards: intent.code.k, parityShards: intent.code.m } : undefined
  const degraded = copies < intent.copies
  return { path, file: intent.file, sizeBytes, pieces, copies, ...(code && { code }), degraded, version, revision }
}
