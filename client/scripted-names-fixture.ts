import { HiroError } from '../shared/errors.ts'
import { toHex } from '../shared/ids.ts'
import type * as wire from '../shared/protocol/control/control.js'
import { keyOf } from './scripted-parts-fixture.ts'
import type { ScriptedTrash } from './trash/scripted-trash-fixture.ts'

/** What of a scripted coordinator changes of names and attributes need. */
interface Coordinator {
  readonly entries: Map<string, wire.Entry>
  readonly trash: ScriptedTrash
  entry(parts: Pick<wire.Entry, 'id' | 'tag' | 'folder' | 'sealedName' | 'sealedAttributes'>): wire.Entry
  nextRevision(): number
}

/** What a scripted coordinator makes of names and attributes. */
export function namesHandlers(coordinator: Coordinator) {
  const { entries, trash } = coordinator
  /** Files that were made, for as long as there is this coordinator. */
  const made = new Set<string>()
  const holdsSomething = ({ id }: wire.Entry): boolean =>
    [...entries.keys()].some((key) => key.startsWith(`${toHex(id)}/`))
  const require = (parent: Uint8Array, tag: Uint8Array, id: Uint8Array): wire.Entry => {
    const there = entries.get(keyOf(parent, tag))
    if (there === undefined) throw new HiroError('not-found', 'nothing there')
    if (toHex(there.id) !== toHex(id)) throw new HiroError('changed', 'something else is there')
    return there
  }
  return {
    makeFile: (body: wire.MakeFileRequest): wire.MakeFileResponse => {
      const { parent, tag, id, sealedName, sealedAttributes } = body
      const there = entries.get(keyOf(parent, tag))
      if (there && toHex(there.id) === toHex(id)) return { entry: there }
      if (made.has(toHex(id))) throw new HiroError('changed', 'it was made, and removed since')
      if (there) throw new HiroError('exists', 'already there')
      made.add(toHex(id))
      const entry = coordinator.entry({ id, tag, folder: false, sealedName, sealedAttributes })
      entries.set(keyOf(parent, tag), entry)
      return { entry }
    },
    setAttributes: (body: wire.SetAttributesRequest): wire.SetAttributesResponse => {
      const { parent, tag, id, sealedAttributes, seen } = body
      const there = require(parent, tag, id)
      if (toHex(there.sealedAttributes) === toHex(sealedAttributes)) return there
      if (there.revision !== seen) throw new HiroError('changed', 'it was changed since')
      const revision = coordinator.nextRevision()
      entries.set(keyOf(parent, tag), { ...there, sealedAttributes, revision })
      return { revision, committedAtMs: 0 }
    },
    remove: ({ parent, tag, id, recursive, now }: wire.RemoveRequest): wire.RemoveResponse => {
      const there = require(parent, tag, id)
      if (holdsSomething(there) && !recursive) throw new HiroError('not-empty', 'not empty')
      entries.delete(keyOf(parent, tag))
      if (!now) trash.put(parent, there, false)
      return { revision: coordinator.nextRevision() }
    },
    move: (body: wire.MoveRequest): wire.MoveResponse => {
      const { parent, tag, id, newParent, newTag, sealedName, replace } = body
      const target = entries.get(keyOf(newParent, newTag))
      if (target && toHex(target.id) === toHex(id)) return { revision: target.revision }
      const there = require(parent, tag, id)
      if (target && !replace) throw new HiroError('exists', 'already there')
      if (target && there.folder && !target.folder) throw new HiroError('not-a-folder', 'a file is there')
      if (target?.folder && !there.folder) throw new HiroError('is-a-folder', 'a folder is there')
      if (target && holdsSomething(target)) throw new HiroError('not-empty', 'not empty')
      if (target) trash.put(newParent, target, false)
      entries.delete(keyOf(parent, tag))
      const revision = coordinator.nextRevision()
      entries.set(keyOf(newParent, newTag), { ...there, tag: newTag, sealedName, revision })
      return { revision }
    },
  }
}
