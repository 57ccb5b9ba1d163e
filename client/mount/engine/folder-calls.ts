import { HiroError } from '../../../shared/errors.ts'
import type { Entry } from '../../namespace/entry.ts'
import type { FolderCalls } from '../file-system.ts'
import { kindOf } from './attributes.ts'
import type { Engine } from './engine.ts'
import { nodeIdOf, pathOf } from './nodes.ts'
import { cursorOf, positionBehind } from './positions.ts'

interface Listed {
  readonly entry: Entry
  readonly next: number
}

/** What was read of a folder last: the kernel takes a page in several calls. */
interface Page {
  readonly listed: readonly Listed[]
  readonly more: boolean
  /** Of before it was read. */
  readonly mark: number
}

export function folderCalls(engine: Engine): FolderCalls {
  const { client, nodes, open, trust } = engine
  const pages = new Map<number, Page>()

  async function pageFrom(handle: number, from: number, signal: AbortSignal): Promise<Page> {
    // Only to go on in the midst of it: who begins again wants to see what there is by then.
    const known = pages.get(handle)
    const at = known ? known.listed.findIndex(({ next }) => next === from) + 1 : 0
    if (known && at > 0 && at < known.listed.length) return { ...known, listed: known.listed.slice(at) }
    const path = pathOf(open.get(handle).node)
    const mark = trust.mark()
    const { entries, more } = await client.readdir(path, { after: cursorOf(from), signal })
    const listed = entries.map(({ entry, cursor }) => ({ entry, next: positionBehind(cursor) }))
    const page = { listed, more, mark }
    pages.set(handle, page)
    return page
  }

  async function list(
    handle: number,
    from: number,
    signal: AbortSignal,
    take: (listed: Listed, mark: number) => boolean,
  ): Promise<void> {
    for (let at = from; ; ) {
      const { listed, more, mark } = await pageFrom(handle, at, signal)
      for (const one of listed) {
        if (!take(one, mark)) return
        at = one.next
      }
      if (!more || listed.length === 0) return
    }
  }

  return {
    async openFolder(inode) {
      const node = nodes.get(inode)
      if (node.entry.kind !== 'folder') throw new HiroError('not-a-folder', 'that is no folder')
      return { handle: open.add({ node }) }
    },

    async readFolder(_inode, handle, from, take, { signal }) {
      await list(handle, from, signal, ({ entry, next }) =>
        take({ name: entry.name, next, inode: nodes.inodeOf(nodeIdOf(entry)), kind: kindOf(entry) }),
      )
    },

    async readFolderEntries(_inode, handle, from, take, { signal }) {
      const { node: folder } = open.get(handle)
      await list(handle, from, signal, ({ entry, next }, mark) => {
        const node = nodes.seen(folder, entry.name, entry)
        const taken = take({ name: entry.name, next, entry: engine.unreferredEntry(node, mark) })
        if (taken) nodes.refer(node)
        else nodes.drop(node)
        return taken
      })
    },

    async releaseFolder(_inode, handle) {
      pages.delete(handle)
      nodes.drop(open.remove(handle).node)
    },

    // Each change of a folder is durable when it is answered.
    async syncFolder() {},
  }
}
