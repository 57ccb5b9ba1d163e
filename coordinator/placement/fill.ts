import type { Member } from '../membership/members.ts'

/** How full a worker is: from 0, empty, to 1. */
export function fillOf({ space: { usedBytes, freeBytes } }: Pick<Member, 'space'>): number {
  return usedBytes + freeBytes === 0 ? 1 : usedBytes / (usedBytes + freeBytes)
}
