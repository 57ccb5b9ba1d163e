import { HiroError, toHiroError } from '../../../shared/errors.ts'
import type { FileHandle } from '../../files/file-handle.ts'
import { ErrnoError } from '../errno.ts'
import type { FileCalls, Opened, OpenOptions } from '../file-system.ts'
import { withoutSetId } from '../node.ts'
import type { Engine } from './engine.ts'
import { inheritedOwner } from './inherited.ts'
import { releaseLocks } from './lock-calls.ts'
import { type Node, pathIn, pathOf } from './nodes.ts'
import { publish } from './publish.ts'

const ZEROS_BYTES = 1024 * 1024
const SET_ID_BITS = 0o6000

export function fileCalls(engine: Engine): FileCalls {
  const { client, nodes, open, log } = engine
  const noteFailure = (error: unknown): void => {
    log.warn('a file was closed, and not all was done for it', { error: toHiroError(error) })
  }
  return {
    async open(inode, options, { signal }) {
      const node = nodes.get(inode)
      if (options.write || options.truncate) engine.requireWritable(node)
      if (node.entry.kind === 'folder') throw new HiroError('is-a-folder', 'that is a folder')
      return await openNode(engine, node, options, signal)
    },

    async create(parent, name, options, caller) {
      const folder = nodes.get(parent)
      engine.requireWritable(folder, name)
      const { mode, exclusive } = options
      const { signal } = caller
      const how = { mode, ...inheritedOwner(folder, caller), exclusive, signal }
      const made = await client.makeFile(pathIn(folder, name), how)
      const node = nodes.seen(folder, name, made)
      const opened = await openNode(engine, node, options, signal)
      return { entry: engine.entry(node), opened }
    },

    async read(_inode, handle, offset, into, { signal }) {
      const bytes = await open.file(handle, 'read').file.read(into.byteLength, offset, { signal })
      into.set(bytes)
      return bytes.byteLength
    },

    async write(_inode, handle, offset, bytes, { killSetId }) {
      const { file, options } = open.file(handle, 'write')
      await (options.append ? file.append(bytes) : file.write(bytes, offset))
      if (killSetId) dropSetId(file)
    },

    async flush(_inode, handle, owner, { signal }) {
      const { node, file } = open.file(handle)
      try {
        await publish(node, file, { last: open.countOf(node) === 1, signal })
      } finally {
        await releaseLocks(engine, node, 'range', owner)
      }
    },

    async release(_inode, handle, flockOwner) {
      const { node } = open.get(handle)
      if (flockOwner !== undefined) await releaseLocks(engine, node, 'whole', flockOwner).catch(noteFailure)
      for (const owner of engine.held.ownersThrough(node.id, handle))
        await releaseLocks(engine, node, 'range', owner).catch(noteFailure)
      const { file } = open.remove(handle)
      // Whoever closed the file was told already, or had no descriptor any more.
      await file?.close().catch(noteFailure)
      nodes.drop(node)
    },

    async sync(_inode, handle, _options, { signal }) {
      const { node, file } = open.file(handle)
      await publish(node, file, { signal })
    },

    async allocate(_inode, handle, { what, offset, lengthBytes, keepSize }) {
      const { file } = open.file(handle, 'write')
      // Room for writes to come cannot be kept free; programs write zeros then.
      if (what === 'reserve') throw new ErrnoError('EOPNOTSUPP')
      const { sizeBytes } = file.stat()
      const end = Math.min(offset + lengthBytes, sizeBytes)
      for (let at = offset; at < end; at += ZEROS_BYTES) {
        await file.write(new Uint8Array(Math.min(ZEROS_BYTES, end - at)), at)
      }
      if (!keepSize && offset + lengthBytes > sizeBytes) file.truncate(offset + lengthBytes)
    },

    async seek(_inode, handle, offset, what, { signal }) {
      const found = await open.file(handle).file.seek(offset, what, { signal })
      if (found === undefined) throw new ErrnoError('ENXIO')
      return found
    },
  }
}

async function openNode(engine: Engine, node: Node, options: OpenOptions, signal: AbortSignal): Promise<Opened> {
  const { read, write, truncate } = options
  // Cut only once it is known to be the file that was meant.
  const how = { read, write: write || truncate, append: false, create: false, exclusive: false, truncate: false }
  const file = await engine.client.open(pathOf(node), how, { signal })
  if (file.id !== node.entry.id) {
    await file.close()
    throw new HiroError('changed', 'something else has its name now')
  }
  if (truncate) file.truncate(0)
  if (truncate && options.killSetId) dropSetId(file)
  const handle = engine.open.add({ node, file, options })
  return { handle, cache: (await engine.told(node, file)) ? 'keep' : 'drop' }
}

function dropSetId(file: FileHandle): void {
  const { mode } = file.stat()
  if ((mode & SET_ID_BITS) !== 0) file.setAttributes({ mode: withoutSetId(mode) })
}
