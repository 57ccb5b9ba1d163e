import { HiroError } from '../../../shared/errors.ts'
import type { AttributesChange } from '../../namespace/change-attributes.ts'
import type { QuotaUse } from '../../quotas/quotas.ts'
import { ErrnoError } from '../errno.ts'
import type { FileSystemStat, NodeCalls } from '../file-system.ts'
import { type AttributeChanges, withoutSetId } from '../node.ts'
import { msOf } from './attributes.ts'
import type { Engine } from './engine.ts'
import { pathIn, pathOf } from './nodes.ts'

export function nodeCalls(engine: Engine): NodeCalls {
  const { client, nodes, open, trust } = engine
  return {
    async lookup(parent, name, { signal }) {
      const folder = nodes.get(parent)
      const mark = trust.mark()
      const entry = await client.stat(pathIn(folder, name), { signal })
      return engine.entry(nodes.seen(folder, name, entry), mark)
    },

    forget(inode, references) {
      nodes.forget(inode, references)
    },

    async getAttributes(inode, _handle, { signal }) {
      const node = nodes.get(inode)
      const mark = trust.mark()
      // What is open here may be other than it is published, and says itself what it is.
      if (!open.of(node) && !node.removed) await engine.look(node, signal)
      return engine.fresh(node, mark)
    },

    async setAttributes(inode, handle, changes, { signal }) {
      const node = nodes.get(inode)
      engine.requireWritable(node)
      const { sizeBytes } = changes
      if (sizeBytes !== undefined) {
        if (node.entry.kind === 'folder') throw new HiroError('is-a-folder', 'a folder has no size to set')
        if (node.entry.kind === 'link') throw new ErrnoError('EINVAL', 'a link has no size to set')
        await engine.withFile(node, handle, signal, (file) => file.truncate(sizeBytes))
      }
      if (changes.atimeNs !== undefined) node.atimeNs = changes.atimeNs
      const change = changeOf(open.of(node)?.stat().mode ?? node.entry.mode, changes)
      if (Object.keys(change).length > 0) await engine.changeAttributes(node, change, signal)
      return engine.fresh(node)
    },

    async readLink(inode, { signal }) {
      const node = nodes.get(inode)
      if (node.entry.kind !== 'link') await engine.look(node, signal)
      if (node.entry.kind !== 'link') throw new ErrnoError('EINVAL', 'no symlink')
      return node.entry.target
    },

    async statFileSystem(inode, { signal }) {
      const node = nodes.get(inode)
      const { workers } = await client.status({ signal })
      // What has lost its name is below no quota.
      const quota = node.removed ? undefined : await client.quota(pathOf(node), { signal }).catch(() => undefined)
      const freeBytes = workers.reduce((sum, worker) => sum + worker.freeBytes, 0)
      const usedBytes = workers.reduce((sum, worker) => sum + worker.usedBytes, 0)
      return withinQuota({ capacityBytes: freeBytes + usedBytes, freeBytes, files: 0, freeFiles: 0 }, quota)
    },
  }
}

/** What a quota leaves, by the size of files; where it limits only these or only their number, the other is as the disks are. */
function withinQuota(disks: FileSystemStat, quota: QuotaUse | undefined): FileSystemStat {
  const { bytesMax, filesMax, usedBytes, usedFiles } = quota ?? { usedBytes: 0, usedFiles: 0 }
  const left = (max: number, used: number): number => Math.max(0, max - used)
  return {
    ...disks,
    ...(bytesMax !== undefined && {
      capacityBytes: bytesMax,
      freeBytes: Math.min(disks.freeBytes, left(bytesMax, usedBytes)),
    }),
    ...(filesMax !== undefined && { files: filesMax, freeFiles: left(filesMax, usedFiles) }),
  }
}

/** Times of access are kept as long as the file is known here, and those of changes of attributes are those of publication. */
function changeOf(modeBefore: number, { mode, uid, gid, mtimeNs, killSetId }: AttributeChanges): AttributesChange {
  const modeAfter = killSetId ? withoutSetId(mode ?? modeBefore) : mode
  return {
    ...(modeAfter !== undefined && { mode: modeAfter }),
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
    ...(mtimeNs !== undefined && msOf(mtimeNs)),
  }
}
