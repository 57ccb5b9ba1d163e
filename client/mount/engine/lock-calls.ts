import type { LockCalls } from '../file-system.ts'
import type { Engine } from './engine.ts'

export function lockCalls({ locks, open }: Engine): LockCalls {
  return {
    async getLock(inode, handle, request) {
      open.get(handle)
      return locks.conflict(inode, request)
    },

    async setLock(inode, handle, request, { wait }, caller) {
      open.get(handle)
      await locks.set(inode, request, wait, wait ? caller.signal : undefined)
    },
  }
}
