import { HiroError, hasCode } from '../../shared/errors.ts'
import { fromHex } from '../../shared/ids.ts'
import { parsePath } from '../paths.ts'
import { type Attributes, attributesFault, openAttributes, sealAttributes } from '../seal/attributes.ts'
import { quoted } from '../seal/name-rules.ts'
import type { Entry } from './entry.ts'
import { entryOf, type TreePorts } from './tree.ts'

/** What shall be otherwise; what is left out stays. */
export interface AttributesChange {
  readonly mode?: number | undefined
  /** The time of the last change of the contents, and the nanoseconds that it was later, 0 unless given. */
  readonly mtimeMs?: number | undefined
  readonly mtimeNanos?: number | undefined
  readonly uid?: number | undefined
  readonly gid?: number | undefined
  /** By name; `undefined`: it goes. */
  readonly xattrs?: ReadonlyMap<string, Uint8Array | undefined> | undefined
}

/** How often others may be faster. */
const TRIES_MAX = 20

/**
 * Gives a file, folder or link what `change` makes of its attributes, in one step: `change` sees what nobody changed since, so that of two who change different things neither undoes what the other did. It runs anew where somebody was
 * faster; what it throws is thrown. Throws `not-found`, `not-a-folder` (what is above), `usage` (it cannot be kept, or '/', which nobody made and which has none), `changed` (others were faster, again and again), `unknown`.
 */
export async function changeAttributes(
  ports: TreePorts,
  path: string,
  change: (attributes: Attributes) => Attributes,
  signal: AbortSignal | undefined,
): Promise<Entry> {
  if (parsePath(path).length === 0) throw new HiroError('usage', "'/' has no attributes of its own: nobody made it")
  for (let tries = 1; ; tries++) {
    try {
      return await ports.namespace.withFresh(async () => await changeOnce(ports, path, change, signal))
    } catch (error) {
      if (!hasCode(error, 'changed') || tries === TRIES_MAX) throw error
    }
  }
}

/** For `changeAttributes`. */
export function changed(attributes: Attributes, change: AttributesChange): Attributes {
  const { mtimeNanos: nanosBefore = 0, xattrs: xattrsBefore, ...before } = attributes
  const { mode = before.mode, mtimeMs = before.mtimeMs, uid = before.uid, gid = before.gid } = change
  const mtimeNanos = change.mtimeNanos ?? (change.mtimeMs === undefined ? nanosBefore : 0)
  const xattrs = new Map(xattrsBefore)
  for (const [name, value] of change.xattrs ?? []) {
    if (value === undefined) xattrs.delete(name)
    else xattrs.set(name, value)
  }
  const owner = { ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }) }
  return { ...before, ...owner, mode, mtimeMs, mtimeNanos, xattrs }
}

async function changeOnce(
  ports: TreePorts,
  path: string,
  change: (attributes: Attributes) => Attributes,
  signal: AbortSignal | undefined,
): Promise<Entry> {
  const { namespace, coordinator, random } = ports
  const { spot, id, message } = await namespace.require(path, signal)
  const attributes = change(openAttributes(namespace.keys, id, message.sealedAttributes))
  const fault = attributesFault(attributes)
  if (fault !== undefined) throw new HiroError('usage', `${quoted(path)}: ${fault}`)
  const sealedAttributes = sealAttributes(namespace.keys, id, attributes, random)
  const body = {
    parent: fromHex(spot.parent),
    tag: spot.tag,
    id: fromHex(id),
    sealedAttributes,
    seen: message.revision,
  }
  const { revision, committedAtMs } = await coordinator.call('setAttributes', body, {
    signal,
    mutating: true,
    afterLoss: (failure) => {
      if (!hasCode(failure, 'not-found', 'changed')) return undefined
      const what = `whether ${quoted(path)} was changed, and something else followed, cannot be told`
      throw new HiroError('unknown', what, { cause: failure })
    },
  })
  return entryOf(ports, { spot, message: { ...message, sealedAttributes, revision, committedAtMs } })
}
