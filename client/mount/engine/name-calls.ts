import type { Entry as SwarmEntry } from '../../namespace/entry.ts'
import { ErrnoError } from '../errno.ts'
import type { Caller, NameCalls } from '../file-system.ts'
import type { Entry } from '../node.ts'
import type { Engine } from './engine.ts'
import { inheritedMode, inheritedOwner } from './inherited.ts'
import { type Node, pathIn } from './nodes.ts'

export function nameCalls(engine: Engine): NameCalls {
  const { client, nodes } = engine

  async function make(
    parent: number,
    name: string,
    caller: Caller,
    work: (path: string, options: { uid: number; gid: number; signal: AbortSignal }) => Promise<SwarmEntry>,
  ): Promise<Entry> {
    const folder = nodes.get(parent)
    engine.requireWritable(folder, name)
    const options = { ...inheritedOwner(folder, caller), signal: caller.signal }
    const mark = engine.trust.mark()
    return engine.entry(nodes.seen(folder, name, await work(pathIn(folder, name), options)), mark)
  }

  return {
    async makeFile(parent, name, mode, caller) {
      return await make(parent, name, caller, async (path, options) => {
        return await client.makeFile(path, { ...options, mode, exclusive: true })
      })
    },

    async makeFolder(parent, name, mode, caller) {
      return await make(parent, name, caller, async (path, options) => {
        await client.mkdir(path, { ...options, mode: inheritedMode(nodes.get(parent), mode) })
        return await client.stat(path, options)
      })
    },

    async makeSymlink(parent, name, target, caller) {
      return await make(parent, name, caller, async (path, options) => await client.symlink(target, path, options))
    },

    async link() {
      throw new ErrnoError('EPERM', 'a file has one name')
    },

    async removeFile(parent, name, { signal }) {
      const folder = nodes.get(parent)
      engine.requireWritable(folder, name)
      await client.remove(pathIn(folder, name), { signal })
      lost(engine, nodes.at(folder, name))
    },

    async removeFolder(parent, name, { signal }) {
      const folder = nodes.get(parent)
      engine.requireWritable(folder, name)
      await client.rmdir(pathIn(folder, name), { signal })
      lost(engine, nodes.at(folder, name))
    },

    async rename(from, to, { replace }, { signal }) {
      const [source, target] = [nodes.get(from.parent), nodes.get(to.parent)]
      engine.requireWritable(source, from.name)
      engine.requireWritable(target, to.name)
      await client.move(pathIn(source, from.name), pathIn(target, to.name), { replace, signal })
      const [moved, there] = [nodes.at(source, from.name), nodes.at(target, to.name)]
      if (moved === there) return
      lost(engine, there)
      if (moved) nodes.seen(target, to.name, moved.entry)
    },
  }
}

/** It has no name any more; who has it open goes on with it, and nothing of that is published. */
function lost(engine: Engine, node: Node | undefined): void {
  if (node === undefined) return
  engine.open.of(node)?.unlinked()
  engine.nodes.lost(node)
}
