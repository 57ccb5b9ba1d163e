import { cidOf } from '../../shared/cid.ts'
import { HiroError, hasCode, toHiroError } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import type { CommitResult } from '../../shared/protocol/control/control.js'
import type { Random } from '../../shared/random/random.ts'
import { mapOrdered } from '../../shared/work/ordered-window.ts'
import { abortable, LinkedController } from '../../shared/work/signal.ts'
import { free } from '../free.ts'
import type { Spot } from '../namespace/namespace.ts'
import { type OnProgress, ProgressCount } from '../progress.ts'
import { sealAttributes } from '../seal/attributes.ts'
import { cutChunks } from '../seal/chunker.ts'
import { sealHead } from '../seal/head.ts'
import { quoted } from '../seal/name-rules.ts'
import { sealPiece } from '../seal/piece-cipher.ts'
import { sealedSize } from '../seal/piece-format.ts'
import { Groups } from './groups.ts'
import { abandon, existsAlready, type Intent, keepAlive, type OpenedIntent, openIntent } from './intent.ts'
import { chunksAtFirst, Placements } from './placements.ts'
import type { UploadPorts } from './ports.ts'
import { Publisher } from './publish.ts'
import { pushPiece } from './push-piece.ts'
import { type ByteSource, Peeked, slicesOf } from './source.ts'

export interface AddOptions {
  /** A hint, where it is known: room is then looked for before the first byte is sent, and progress has a total. The source decides. */
  readonly sizeBytes?: number | undefined
  /** R; the swarm's by default. */
  readonly copies?: number | undefined
  /** W; the swarm's by default. */
  readonly copiesMin?: number | undefined
  /** Permission bits, 0644 by default. */
  readonly mode?: number | undefined
  /** Now by default. */
  readonly mtimeMs?: number | undefined
  /** A file that is there gives way to the new content in one step, and keeps its id. */
  readonly replace?: boolean | undefined
  /** Folders above that are missing are made. */
  readonly parents?: boolean | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: OnProgress | undefined
}

export interface AddResult {
  readonly path: string
  /** Its id. */
  readonly file: string
  readonly sizeBytes: number
  readonly pieces: number
  /** The fewest that a piece of the file has. */
  readonly copies: number
  /** `copies` is fewer than asked for: no other worker could be reached. */
  readonly degraded: boolean
  readonly version: number
  readonly revision: number
}

export interface UploadSettings {
  /** Pieces at work, and so in memory, at once. */
  readonly window: number
  readonly chunkSizeBytes: number
}

/** Where the content goes, and the id of the file that it is the content of. */
interface UploadTarget {
  readonly spot: Spot
  /** A file that is there, to be replaced; `undefined`: there is none. */
  readonly replaced: string | undefined
}

const FILE_MODE_DEFAULT = 0o644

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
  using controller = new LinkedController(options.signal)
  const { signal } = controller
  const chunks = new Peeked(cutChunks(slicesOf(source), settings.chunkSizeBytes))
  const { intent, places } = await begin(ports, target, chunks, options, settings.chunkSizeBytes, signal)
  const running: Upload = { ports, intent, options, controller, settings, sizeBytes: 0, pieces: 0 }
  using renewing = new LinkedController(signal)
  const kept = keepAlive(ports, intent, renewing.signal).catch((error: unknown) => controller.abort(error))
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

/** Opens the intent once the first chunk is there, so that a small file asks for what it needs and no more. */
async function begin(
  ports: UploadPorts,
  found: UploadTarget,
  chunks: Peeked<Uint8Array>,
  options: AddOptions,
  chunkSizeBytes: number,
  signal: AbortSignal,
): Promise<OpenedIntent> {
  const { path } = found.spot
  let target: UploadTarget | undefined = found
  try {
    const first = await abortable(chunks.peek(), signal)
    return await ports.namespace.withFresh(async () => {
      // The second time the folder has another id.
      const to = target ?? (await findTarget(ports, path, options))
      target = undefined
      return await open(ports, to, { firstBytes: first?.byteLength ?? 0, chunkSizeBytes }, options, signal)
    })
  } catch (error) {
    chunks.drop()
    throw hasCode(error, 'exists') ? existsAlready(path) : error
  }
}

async function open(
  ports: UploadPorts,
  { spot, replaced }: UploadTarget,
  { firstBytes, chunkSizeBytes }: { firstBytes: number; chunkSizeBytes: number },
  { sizeBytes, copies = 0, copiesMin = 0, replace = false }: AddOptions,
  signal: AbortSignal,
): Promise<OpenedIntent> {
  const chunks = chunksAtFirst(firstBytes, chunkSizeBytes, sizeBytes)
  const request = {
    upload: newId(ports.random),
    spot,
    file: replaced ?? newId(ports.random),
    replace,
    copies,
    copiesMin,
    chunks,
    pieceBytesMax: sealedSize(chunks === 1 ? firstBytes : chunkSizeBytes),
    sizeHintBytes: sizeBytes ?? firstBytes,
  }
  return await openIntent(ports, request, signal)
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
    const toPush = { cid, sizeBytes, bytes: async () => bytes }
    const holders = await pushPiece(ports, intent, toPush, { place }, signal)
    progress.add(lengthBytes)
    return { cid, key, lengthBytes, sizeBytes, holders }
  }
  // Sealed before anything is waited for, so that the chunk itself is gone while its piece travels.
  const sealAndStore = (chunk: Uint8Array, signal: AbortSignal) => store(seal(chunk, ports.random), signal)
  for await (const stored of mapOrdered(chunks.values(), upload.settings.window, sealAndStore, signal)) {
    const { cid, key, lengthBytes, sizeBytes, holders } = stored
    const extent = { offset: upload.sizeBytes, lengthBytes, cid, pieceOffset: 0, key }
    await groups.add(extent, { cid, sizeBytes, holders })
    upload.sizeBytes += lengthBytes
    upload.pieces++
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
): { head: Uint8Array; attributes: Uint8Array } {
  const { namespace, random, clock } = ports
  const { file, version } = intent
  const groupVersions = Array.from({ length: groups }, () => version)
  const attributes = { mode: options.mode ?? FILE_MODE_DEFAULT, mtimeMs: options.mtimeMs ?? clock.now() }
  return {
    head: sealHead(namespace.keys, { file, version }, { sizeBytes, groupVersions }, random),
    attributes: sealAttributes(namespace.keys, file, attributes, random),
  }
}

/** What becomes of a failed upload: its result if it was published all the same, else it throws. */
async function giveUp({ ports, intent, controller }: Upload, error: HiroError): Promise<CommitResult> {
  controller.abort(error)
  const abandoned = await abandon(ports, intent)
  if (abandoned?.committed) return abandoned.committed
  if (abandoned === undefined || error.code !== 'unknown') throw error
  // The coordinator says now that it did not happen, and that it will not.
  const cause = error.cause instanceof HiroError ? error.cause : error
  const code = cause.code === 'aborted' ? 'aborted' : 'unreachable'
  throw new HiroError(code, `the upload was given up; nothing was changed (${error.message})`, { cause: error })
}

function resultOf({ intent, sizeBytes, pieces }: Upload, path: string, committed: CommitResult): AddResult {
  const { copies, version, revision } = committed
  return { path, file: intent.file, sizeBytes, pieces, copies, degraded: copies < intent.copies, version, revision }
}

/** Throws `exists`, `is-a-folder`, and what is wrong with the folders above. */
async function findTarget(
  { namespace }: UploadPorts,
  path: string,
  { replace = false, signal }: AddOptions,
): Promise<UploadTarget> {
  const spot = await namespace.spot(path, signal)
  const found = await namespace.at(spot, signal)
  if (found?.message.folder) throw new HiroError('is-a-folder', `${quoted(path)} is a folder`)
  if (found !== undefined && !replace) throw existsAlready(path)
  return { spot, replaced: found?.id }
}
