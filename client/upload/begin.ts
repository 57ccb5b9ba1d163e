import { HiroError, hasCode } from '../../shared/errors.ts'
import { newId, newInodeId } from '../../shared/ids.ts'
import { abortable } from '../../shared/work/signal.ts'
import type { Found, Spot } from '../namespace/namespace.ts'
import { openAttributes } from '../seal/attributes.ts'
import type { Keys } from '../seal/keys.ts'
import { quoted } from '../seal/name-rules.ts'
import { sealedSize } from '../seal/piece-format.ts'
import type { AddOptions } from './add-options.ts'
import { existsAlready, type OpenedIntent, openIntent } from './intent.ts'
import { chunksAtFirst } from './placements.ts'
import type { UploadPorts } from './ports.ts'
import type { Peeked } from './source.ts'

/** Where the content goes, and the id of the file that it is the content of. */
export interface UploadTarget {
  readonly spot: Spot
  /** A file that is there, to be replaced; `undefined`: there is none. */
  readonly replaced: string | undefined
}

/** How often a file may be removed or replaced under the eyes of someone who is about to replace it. */
const LOOKS_MAX = 5

/** Opens the intent once the first chunk is there, so that a small file asks for what it needs and no more. */
export async function begin(
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
    const opening = async (): Promise<OpenedIntent> => {
      for (let looks = 1; ; looks++) {
        // The second time the folder has another id, or the file.
        const to = target ?? (await findTarget(ports, path, options))
        target = undefined
        try {
          return await open(ports, to, { firstBytes: first?.byteLength ?? 0, chunkSizeBytes }, options, signal)
        } catch (error) {
          // The file to replace was removed or replaced since we looked.
          if (!hasCode(error, 'changed') || looks === LOOKS_MAX) throw error
        }
      }
    }
    return await ports.namespace.withFresh(opening, { fromBefore: true })
  } catch (error) {
    chunks.drop()
    throw hasCode(error, 'exists') ? existsAlready(path) : error
  }
}

async function open(
  ports: UploadPorts,
  { spot, replaced }: UploadTarget,
  { firstBytes, chunkSizeBytes }: { firstBytes: number; chunkSizeBytes: number },
  { sizeBytes, copies = 0, copiesMin = 0, replace = false, lock }: AddOptions,
  signal: AbortSignal,
): Promise<OpenedIntent> {
  const chunks = chunksAtFirst(firstBytes, chunkSizeBytes, sizeBytes)
  const request = {
    upload: newId(ports.random),
    spot,
    file: replaced ?? newInodeId(ports),
    replace,
    replaces: replaced !== undefined,
    copies,
    copiesMin,
    chunks,
    pieceBytesMax: sealedSize(chunks === 1 ? firstBytes : chunkSizeBytes),
    sizeHintBytes: sizeBytes ?? firstBytes,
    fence: lock?.fence,
  }
  return await openIntent(ports, request, signal)
}

/** Throws `exists`, `is-a-folder`, and what is wrong with the folders above. */
export async function findTarget(
  { namespace }: UploadPorts,
  path: string,
  { replace = false, signal }: AddOptions,
): Promise<UploadTarget> {
  const spot = await namespace.spot(path, signal)
  const found = await namespace.at(spot, signal)
  if (found?.message.folder) throw new HiroError('is-a-folder', `${quoted(path)} is a folder`)
  if (found !== undefined && !replace) throw existsAlready(path)
  // The id of a link gets no content: the link goes to the trash, for it can be restored from there alone.
  return { spot, replaced: found && isLink(namespace.keys, found) ? undefined : found?.id }
}

function isLink(keys: Keys, { id, message }: Found): boolean {
  return message.version === 0 && openAttributes(keys, id, message.sealedAttributes).link !== undefined
}
