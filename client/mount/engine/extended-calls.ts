import { HiroError, hasCode } from '../../../shared/errors.ts'
import { ErrnoError } from '../errno.ts'
import type { ExtendedCalls } from '../file-system.ts'
import { ROOT_INODE } from '../node.ts'
import type { Engine } from './engine.ts'
import { pathOf } from './nodes.ts'

const NAMESPACES = ['user.', 'trusted.', 'security.']

export function extendedCalls(engine: Engine): ExtendedCalls {
  const { client, nodes } = engine

  /** The root has none: nobody made it. */
  function pathWithAttributes(inode: number): string {
    if (inode === ROOT_INODE) throw new ErrnoError('EOPNOTSUPP', 'the root has no attributes of its own')
    return pathOf(nodes.get(inode))
  }

  return {
    async getExtended(inode, name, { signal }) {
      if (inode === ROOT_INODE) throw new ErrnoError('ENODATA')
      const value = await client.getXattr(pathOf(nodes.get(inode)), name, { signal })
      if (value === undefined) throw new ErrnoError('ENODATA')
      return value
    },

    async setExtended(inode, name, value, only, { signal }) {
      engine.requireWritable(nodes.get(inode))
      requireNamespace(name)
      const options = { only: only === 'existing' ? ('there' as const) : only, signal }
      await client.setXattr(pathWithAttributes(inode), name, value, options).catch(withoutSuch)
      await engine.open.of(nodes.get(inode))?.refresh({ signal })
    },

    async listExtended(inode, { signal }) {
      return inode === ROOT_INODE ? [] : await client.listXattrs(pathOf(nodes.get(inode)), { signal })
    },

    async removeExtended(inode, name, { signal }) {
      engine.requireWritable(nodes.get(inode))
      await client.removeXattr(pathWithAttributes(inode), name, { signal }).catch(withoutSuch)
      await engine.open.of(nodes.get(inode))?.refresh({ signal })
    },
  }
}

/** Those that programs and the kernel agree on, xattr(7), but for ACLs, which nobody would obey. Throws EOPNOTSUPP, EINVAL (nothing behind it). */
function requireNamespace(name: string): void {
  const namespace = NAMESPACES.find((prefix) => name.startsWith(prefix))
  if (namespace === undefined) throw new ErrnoError('EOPNOTSUPP', 'not a namespace of extended attributes')
  if (name === namespace) throw new ErrnoError('EINVAL', 'an extended attribute without a name')
}

function withoutSuch(error: unknown): never {
  if (hasCode(error, 'not-found')) throw new ErrnoError('ENODATA')
  if (hasCode(error, 'usage')) throw new HiroError('no-room', error.message, { cause: error })
  throw error
}
