import { hasCode } from '../../../shared/errors.ts'
import type { LockOptions, Owner } from '../../locks/lock-options.ts'
import { ErrnoError } from '../errno.ts'
import type { LockCalls } from '../file-system.ts'
import type { LockFamily, LockOwner, LockRequest } from '../locks/lock.ts'
import type { Engine } from './engine.ts'
import type { Node } from './nodes.ts'
import { publish } from './publish.ts'

const ALL = { start: 0, end: Number.POSITIVE_INFINITY }

/**
 * flock and fcntl, for all clients of the swarm. Who gets a lock sees what was published before; who gives one back has published what it wrote. What cannot be published by then is given up, and who gives the lock back is told: somebody else
 * may have it a moment later, or has it already.
 */
export function lockCalls(engine: Engine): LockCalls {
  const { client, nodes, open, held } = engine
  return {
    async getLock(inode, handle, request, { signal }) {
      open.get(handle)
      const options = { ...optionsOf(request), exclusive: request.kind === 'write', signal }
      const holder = await client.locks.test(nodes.get(inode).id, options)
      if (holder === undefined) return undefined
      const { exclusive, start, end, own, owner } = holder
      const pid = own ? held.pidOf(nodes.get(inode).id, ownerOf(owner)) : 0
      return { kind: exclusive ? 'write' : 'read', start, end: end + 1, pid }
    },

    async setLock(_inode, handle, request, { wait }, { signal }) {
      const { node, file } = open.file(handle)
      if (request.kind === 'unlock') return await unlock(engine, node, request)
      const waitMs = wait ? Number.POSITIVE_INFINITY : 0
      const options = { ...optionsOf(request), exclusive: request.kind === 'write', waitMs, ...(wait && { signal }) }
      const lock = await client.locks.lock(node.id, options).catch((error: unknown) => {
        if (hasCode(error, 'locked')) throw new ErrnoError('EAGAIN', error.message)
        throw error
      })
      held.add(node.id, { ...request, handle, fence: lock.fence })
      file.useFence(held.fenceOf(node.id))
      try {
        await file.refresh({ signal })
        await engine.told(node, file)
      } catch (error) {
        await unlock(engine, node, request)
        throw error
      }
    },
  }
}

/** All that an owner has of a file; asks nobody where that is nothing. */
export async function releaseLocks(engine: Engine, node: Node, family: LockFamily, owner: LockOwner): Promise<void> {
  if (engine.held.has(node.id, family, owner)) await unlock(engine, node, { family, owner, ...ALL })
}

async function unlock(
  { client, open, held }: Engine,
  node: Node,
  request: Pick<LockRequest, 'family' | 'owner' | 'start' | 'end'>,
): Promise<void> {
  const file = open.of(node)
  try {
    if (file) await publish(node, file)
  } catch (error) {
    file?.giveUp()
    throw error
  } finally {
    held.remove(node.id, request)
    file?.useFence(held.fenceOf(node.id))
    await client.locks.unlock(node.id, optionsOf(request))
  }
}

function ownerOf(owner: Uint8Array): LockOwner {
  return Buffer.from(owner).readBigUInt64BE()
}

function optionsOf({
  family,
  owner,
  start,
  end,
}: Pick<LockRequest, 'family' | 'owner' | 'start' | 'end'>): Pick<LockOptions, 'range'> & { owner: Owner } {
  if (family === 'whole') return { owner }
  return { owner, range: { start, end: Number.isFinite(end) ? end - 1 : undefined } }
}
