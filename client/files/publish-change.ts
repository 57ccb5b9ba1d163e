import { HiroError } from '../../shared/errors.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import { mapOrdered } from '../../shared/work/ordered-window.ts'
import { type MappedExtent, VersionMap } from '../download/version-map.ts'
import type { Fence } from '../locks/fence.ts'
import { headOf } from '../namespace/entry.ts'
import { type Attributes, openAttributes, sealAttributes } from '../seal/attributes.ts'
import { sealGroup } from '../seal/extents.ts'
import { HEAD_PLACES_MAX, type Head, sealHead } from '../seal/head.ts'
import type { Range } from './dirty.ts'
import { type Edit, heldPut, type PutPiece } from './edit.ts'
import type { LooseExtent } from './extents-edit.ts'
import { packed } from './packed.ts'
import type { FilePorts, FileSettings } from './ports.ts'
import { regroup, type Slot, type Step } from './regroup.ts'

/** What is to be other than it is published. */
export interface FileChange {
  /** Of what is published, what lies behind it goes. */
  readonly cut: number
  /** What was written, in the order of the offsets. */
  readonly ranges: readonly Range[]
  readonly sizeBytes: number
  /** `undefined`: as they are. */
  readonly attributes: Attributes | undefined
  /** The bytes stay what they are, only in other pieces. */
  readonly sameContent?: boolean
  /** The edit is over with it. */
  readonly last: boolean
  /** Of a lock that has to be held still. */
  readonly fence: Fence | undefined
}

const PUTS_AT_ONCE = 4
/** Sealed extents that are kept of a file that is edited: each step needs those that it changes. */
const GROUPS_KEPT = 64

/**
 * Brings a change of a file to the workers, and publishes it: small writes share pieces, and each step seals the groups it changes, and the head. The result is the map of the new version. Throws `changed` when
 * `map` is not of the newest version any more, and as `Edit`; pieces that were put are given up then.
 */
export async function publishChange(
  ports: FilePorts,
  edit: Edit,
  map: VersionMap,
  change: FileChange,
  { chunkSizeBytes }: FileSettings,
  signal: AbortSignal,
): Promise<VersionMap> {
  const put: PutPiece[] = []
  try {
    const added = await putRanges(ports, edit, packed(change.ranges, chunkSizeBytes), put, signal)
    let newest = map
    const publish = async (step: Step): Promise<number> => {
      const { version, next } = await publishStep(ports, edit, { step, put, change }, signal)
      newest = next
      return version
    }
    const load = async ({ group }: Slot): Promise<readonly LooseExtent[]> => {
      const places = map.head.groupPlaces
      return await map.group(places ? places.findIndex((place) => place.group === group) : group, signal)
    }
    await regroup(
      { slots: await slotsOf(map, signal), sizeBytes: map.head.sizeBytes },
      { ...change, added },
      { load, publish },
    )
    return newest
  } catch (error) {
    edit.forget(put)
    throw error
  }
}

/** Of what the coordinator says of a file. It is read on when the file was removed, as long as the trash holds it. */
export function mapOf(ports: FilePorts, file: string, message: wire.Entry, older = false): VersionMap {
  const { keys } = ports.namespace
  const head = headOf(keys, file, message, openAttributes(keys, file, message.sealedAttributes))
  return new VersionMap({ ...ports, keys }, { ...message, file, head }, { removed: true, older })
}

/** In the order of the offsets. What failed on its way the edit itself knows. */
async function putRanges(
  ports: FilePorts,
  edit: Edit,
  pieces: ReturnType<typeof packed>,
  put: PutPiece[],
  signal: AbortSignal,
): Promise<LooseExtent[]> {
  const added: LooseExtent[] = []
  const work = async (piece: (typeof pieces)[number], signal: AbortSignal) => ({
    parts: piece.parts,
    piece: await edit.put(piece.plain(), signal),
  })
  for await (const { parts, piece } of mapOrdered(pieces, PUTS_AT_ONCE, work, signal)) {
    put.push(piece)
    const held = heldPut(ports, piece)
    for (const part of parts) added.push({ ...part, cid: piece.cid, key: piece.key, piece: held })
  }
  return added
}

async function publishStep(
  ports: FilePorts,
  edit: Edit,
  { step, put, change }: { readonly step: Step; readonly put: readonly PutPiece[]; readonly change: FileChange },
  signal: AbortSignal,
): Promise<{ version: number; next: VersionMap }> {
  const { random, namespace } = ports
  const { keys } = namespace
  const { file, next: version } = edit
  if (step.slots.length > HEAD_PLACES_MAX)
    throw new HiroError('no-room', 'the file is in too many parts; a copy of it is in as few as it needs')
  const changed = step.slots.filter((slot) => slot.version === 0)
  const head: Head = {
    sizeBytes: step.sizeBytes,
    groupVersions: step.slots.map((slot) => slot.version || version),
    groupPlaces: step.slots.map(({ group, offset }) => ({ group, offset })),
  }
  const groups = changed.map(({ group, extents = [] }) => ({
    group,
    sealed: sealGroup(keys, { file, group, version }, extents, random),
    pieces: [...new Set(extents.map(({ cid }) => cid))],
  }))
  const listed = new Set(groups.flatMap(({ pieces }) => pieces))
  await edit.amend(
    {
      added: put.filter(({ cid }) => listed.has(cid)),
      groups,
      dropped: step.dropped,
      sealedHead: sealHead(keys, { file, version }, head, random),
      sealedAttributes: change.attributes && sealAttributes(keys, file, withContent(change.attributes), random),
      sameContent: change.sameContent ?? false,
      sizeBytes: step.sizeBytes,
      last: change.last && step.last,
      fence: change.fence,
    },
    signal,
  )
  const known = new Map(step.slots.flatMap(({ extents }, at) => (extents ? [[at, mapped(extents, at)] as const] : [])))
  const options = { known, groupsKept: GROUPS_KEPT, removed: true }
  return { version, next: new VersionMap({ ...ports, keys }, { file, version, head, ...edit.published }, options) }
}

/** Of a file that has content. */
function withContent({ fresh: _, ...attributes }: Attributes): Attributes {
  return attributes
}

function mapped(extents: readonly LooseExtent[], group: number): MappedExtent[] {
  return extents.map((extent) => ({ ...extent, group }))
}

/** The groups of a version and where each begins: of a file that was never edited, only its groups themselves tell. */
async function slotsOf(map: VersionMap, signal: AbortSignal): Promise<Slot[]> {
  const { groupVersions, groupPlaces } = map.head
  const slots: Slot[] = []
  for (const [at, version] of groupVersions.entries()) {
    const extents = groupPlaces ? await map.known(at) : await map.group(at, signal)
    const { group, offset } = groupPlaces?.[at] ?? { group: at, offset: at === 0 ? 0 : (extents?.[0]?.offset ?? 0) }
    slots.push({ group, offset, version, extents })
  }
  return slots
}
