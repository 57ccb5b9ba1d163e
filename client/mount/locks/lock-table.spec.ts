import assert from 'node:assert/strict'
import type { LockRequest } from './lock.ts'
import { LockTable } from './lock-table.ts'

const INODE = 7
const request = (owner: number, kind: LockRequest['kind'], start = 0, end = Infinity): LockRequest => ({
  family: 'range',
  owner: BigInt(owner),
  kind,
  start,
  end,
  pid: owner,
})

describe('locks', () => {
  let table: LockTable
  beforeEach(() => {
    table = new LockTable()
  })

  const set = async (...args: Parameters<typeof request>): Promise<void> =>
    await table.set(INODE, request(...args), false)
  const wait = async (...args: Parameters<typeof request>): Promise<void> =>
    await table.set(INODE, request(...args), true)
  const inTheWayOf = (...args: Parameters<typeof request>): number | undefined =>
    table.conflict(INODE, request(...args))?.pid

  it('splits a lock whose middle is given up', async () => {
    await set(1, 'write', 0, 100)
    await set(1, 'unlock', 40, 60)
    await set(2, 'write', 40, 60)
    assert.equal(inTheWayOf(2, 'write', 39, 40), 1)
    assert.equal(inTheWayOf(2, 'write', 60, 61), 1)
    await assert.rejects(set(2, 'write', 0, 1), { errno: 'EAGAIN' })
  })

  it('lets an owner change what he has, to less and to more', async () => {
    await set(1, 'write', 0, 100)
    await set(1, 'read', 50, 150)
    await set(2, 'read', 60, 200)
    assert.equal(inTheWayOf(2, 'read', 49, 50), 1)
    await assert.rejects(set(1, 'write', 60, 70), { errno: 'EAGAIN' })
    assert.equal(inTheWayOf(3, 'write', 199), 2)
    assert.equal(inTheWayOf(3, 'write', 200), undefined)
  })

  it('lets in who waits, in the order of waiting, as soon as nothing is in the way', async () => {
    await set(1, 'write')
    const order: number[] = []
    const waits = [2, 3, 4].map(async (owner) => {
      await wait(owner, owner === 4 ? 'write' : 'read')
      order.push(owner)
    })
    await set(1, 'unlock')
    await Promise.all(waits.slice(0, 2))
    assert.deepEqual(order, [2, 3])
    table.release(INODE, 'range', 2n)
    assert.equal(inTheWayOf(9, 'write'), 3)
    table.release(INODE, 'range', 3n)
    await waits[2]
    assert.equal(inTheWayOf(9, 'read'), 4)
  })

  it('lets in who waited for a write lock that became a read lock', async () => {
    await set(1, 'write')
    const waits = wait(2, 'read')
    await set(1, 'read')
    await waits
    assert.equal(inTheWayOf(3, 'write'), 1)
  })

  it('forgets who waited and was interrupted, also before it began', async () => {
    await set(1, 'write')
    const killed = new AbortController()
    const waits = table.set(INODE, request(2, 'write'), true, killed.signal)
    killed.abort()
    await assert.rejects(waits, { code: 'aborted' })
    await assert.rejects(table.set(INODE, request(2, 'write'), true, killed.signal), { code: 'aborted' })
    await set(1, 'unlock')
    assert.equal(inTheWayOf(3, 'write'), undefined)
  })

  it('keeps nothing of files without locks', async () => {
    await set(1, 'read', 0, 10)
    await set(1, 'unlock')
    await set(2, 'unlock')
    table.release(INODE, 'range', 5n)
    await table.set(INODE, { ...request(1, 'write'), family: 'whole' }, false)
    assert.equal(table.size, 1)
    table.release(INODE, 'whole', 1n)
    assert.equal(table.size, 0)
  })
})
