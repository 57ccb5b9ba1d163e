import { HiroError, hasCode } from '../../shared/errors.ts'
import { fromHex, newInodeId } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import { type Attributes, attributesFault, FILE_MODE_DEFAULT, sealAttributes } from '../seal/attributes.ts'
import { quoted } from '../seal/name-rules.ts'
import { sealName } from '../seal/names.ts'
import type { Entry, FileEntry, LinkEntry } from './entry.ts'
import { entryOf, type OwnedOptions, ownerOf, type TreePorts } from './tree.ts'

export interface FileOptions extends OwnedOptions {
  /** Permission bits, 0644 by default. */
  readonly mode?: number | undefined
  /** Now by default. */
  readonly mtimeMs?: number | undefined
  /** A file that is there is `exists`; else it is left as it is. */
  readonly exclusive?: boolean | undefined
}

export interface LinkOptions extends OwnedOptions {
  /** Now by default. */
  readonly mtimeMs?: number | undefined
}

const LINK_MODE = 0o777
/** How often what was in the way may be gone when it is looked at. */
const TRIES_MAX = 5

/**
 * An empty file, in one call. Throws `exists` (with `exclusive`), `is-a-folder` and `is-a-link` (without), `not-found` and `not-a-folder` (what is above), `name-invalid`,
 * `usage`, `unknown`.
 */
export async function makeFile(
  ports: TreePorts,
  path: string,
  { mode = FILE_MODE_DEFAULT, mtimeMs = ports.clock.now(), exclusive = false, signal, ...owner }: FileOptions = {},
): Promise<FileEntry> {
  for (let tries = 1; ; tries++) {
    try {
      return asFile(await make(ports, path, { mode, mtimeMs, ...ownerOf(owner), fresh: true }, signal))
    } catch (error) {
      if (exclusive || path === '/' || !hasCode(error, 'exists')) throw error
      const found = await ports.namespace.find(path, signal)
      if (found !== undefined) return asFile(entryOf(ports, found))
      if (tries === TRIES_MAX) throw error
    }
  }
}

/** A symbolic link to whatever `target` says: it need not be there, nor be in the swarm. Throws `exists`, `not-found` and `not-a-folder` (what is above), `name-invalid`, `usage` (the target), `unknown`. */
export async function makeLink(
  ports: TreePorts,
  target: string,
  path: string,
  { mtimeMs = ports.clock.now(), signal, ...owner }: LinkOptions = {},
): Promise<LinkEntry> {
  const entry = await make(ports, path, { mode: LINK_MODE, mtimeMs, ...ownerOf(owner), link: target }, signal)
  if (entry.kind !== 'link') throw new HiroError('integrity', 'the coordinator answered with another entry')
  return entry
}

/** What has attributes and no content. */
async function make(
  ports: TreePorts,
  path: string,
  attributes: Attributes,
  signal: AbortSignal | undefined,
): Promise<Entry> {
  const { namespace, coordinator, clock, random } = ports
  const fault = attributesFault(attributes)
  if (fault !== undefined) throw new HiroError('usage', `${quoted(path)}: ${fault}`)
  if (path === '/') throw new HiroError('exists', "'/' is always there")
  return await namespace.withFresh(async () => {
    const spot = await namespace.spot(path, signal)
    const { parent, name, tag } = spot
    const id = newInodeId({ random, clock })
    const body = {
      parent: fromHex(parent),
      tag,
      id: fromHex(id),
      sealedName: sealName(namespace.keys, { parent, child: id, name }, random),
      sealedAttributes: sealAttributes(namespace.keys, id, attributes, random),
    }
    try {
      const { entry } = await coordinator.call('makeFile', body, {
        signal,
        mutating: true,
        // The try whose answer was lost made it, and someone moved or removed it since.
        afterLoss: (failure) => (hasCode(failure, 'changed') ? {} : undefined),
      })
      const made: wire.Entry = {
        ...body,
        folder: false,
        version: 0,
        sealedHead: new Uint8Array(),
        revision: 0,
        committedAtMs: clock.now(),
      }
      return entryOf(ports, { spot, message: entry ?? made })
    } catch (error) {
      if (hasCode(error, 'exists')) throw new HiroError('exists', `${quoted(path)} is already there`, { cause: error })
      throw error
    }
  })
}

function asFile(entry: Entry): FileEntry {
  if (entry.kind === 'folder') throw new HiroError('is-a-folder', `${quoted(entry.path)} is a folder`)
  if (entry.kind === 'link') throw new HiroError('is-a-link', `${quoted(entry.path)} is a symbolic link`)
  return entry
}
