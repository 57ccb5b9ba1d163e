import { fromHex, idFromBytes } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import type { ControlHandlers } from '../../shared/protocol/control/protocol.ts'
import type { Context } from '../context.ts'
import { readInode } from '../namespace/tree.ts'
import { list, lookup } from '../operations/list.ts'
import { dropSnapshot } from '../snapshots/drop-snapshot.ts'
import { listSnapshots, type Snapshot } from '../snapshots/list-snapshots.ts'
import { listVersions } from '../snapshots/list-versions.ts'
import { listAt, lookupAt, readInodeAt } from '../snapshots/read-snapshot.ts'
import { takeSnapshot } from '../snapshots/take-snapshot.ts'
import * as messages from './messages.ts'

type Calls = 'lookup' | 'list' | 'readEntry' | 'takeSnapshot' | 'listSnapshots' | 'dropSnapshot' | 'listVersions'

/** Calls of a client that look at the tree as it is or as it was, and about snapshots of it. */
export function readingHandlers(context: Context): Pick<ControlHandlers, Calls> {
  return {
    lookup: async ({ parent, tag, at = 0 }) => {
      const [id, name] = [idFromBytes(parent), messages.tagOf(tag)]
      const found = at > 0 ? await lookupAt(context, at, { parent: id, tag: name }) : await lookup(context, id, name)
      return found ? { entry: messages.encodeEntry(found.id, found.inode) } : {}
    },
    list: async ({ folder, after, limit, at = 0 }) => {
      const page = { after: after.byteLength > 0 ? messages.tagOf(after) : undefined, limit }
      if (at > 0) return messages.encodePageThen(await listAt(context, at, idFromBytes(folder), page))
      const { entries, more } = await list(context, idFromBytes(folder), page)
      return { entries: entries.map(({ id, inode }) => messages.encodeEntry(id, inode)), more }
    },
    readEntry: async ({ id, at = 0 }) => {
      const one = idFromBytes(id)
      const inode = at > 0 ? await readInodeAt(context, at, one) : await readInode(context.store, one)
      if (inode === undefined) return { parent: new Uint8Array() }
      return { entry: messages.encodeEntry(one, inode), parent: inode.parent }
    },
    takeSnapshot: async ({ folder, tag, id, sealedName }) => {
      context.reserve.requireRoom()
      const place = { folder: idFromBytes(folder), tag: messages.tagOf(tag), id: idFromBytes(id) }
      return { revision: await takeSnapshot(context, { ...place, sealedName: messages.sealedRecord(sealedName) }) }
    },
    listSnapshots: async ({ folder, tag }) => {
      const name = tag.byteLength > 0 ? messages.tagOf(tag) : undefined
      return { snapshots: (await listSnapshots(context, idFromBytes(folder), name)).map(encodeSnapshot) }
    },
    dropSnapshot: async ({ folder, tag, id }) => {
      const wanted = { folder: idFromBytes(folder), tag: messages.tagOf(tag), id: idFromBytes(id) }
      return { revision: await context.reserve.forRemoval(async () => await dropSnapshot(context, wanted)) }
    },
    listVersions: async ({ parent, tag, before }) => {
      const place = { parent: idFromBytes(parent), tag: messages.tagOf(tag), before }
      const { versions, snapshots, more } = await listVersions(context, place)
      const indexOf = (revision: number): number => snapshots.findIndex((snapshot) => snapshot.revision === revision)
      return {
        versions: versions.map(({ id, inode, current, trashUntilMs, snapshots: seers }) => ({
          entry: messages.encodeEntry(id, inode),
          current,
          trashUntilMs,
          snapshots: seers.map(({ revision }) => indexOf(revision)).filter((index) => index >= 0),
        })),
        snapshots: snapshots.map(encodeSnapshot),
        more,
      }
    },
  }
}

function encodeSnapshot({ folder, tag, revision, record: { id, sealedName, takenAtMs } }: Snapshot): wire.Snapshot {
  return { folder: fromHex(folder), tag: fromHex(tag), id, sealedName, revision, takenAtMs }
}
