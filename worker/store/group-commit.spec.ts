import assert from 'node:assert/strict'
import { GroupCommit } from './group-commit.ts'

describe('GroupCommit', () => {
  it('commits one alone at once, and those that gather meanwhile together, in order', async () => {
    const groups: number[][] = []
    let release: PromiseWithResolvers<void> = Promise.withResolvers()
    const group = new GroupCommit<number>(async (items) => {
      groups.push([...items])
      await release.promise
    })
    const first = group.add(1)
    const others = [2, 3, 4].map((item) => group.add(item))
    assert.deepEqual(groups, [[1]])
    const before = release
    release = Promise.withResolvers()
    before.resolve()
    await first
    assert.deepEqual(groups, [[1], [2, 3, 4]])
    release.resolve()
    await Promise.all(others)
  })

  it('fails a group for each of its items and goes on with the next', async () => {
    const group = new GroupCommit<number>(async (items) => {
      await Promise.resolve()
      if (items.includes(2)) throw new Error(`cannot do ${items.join()}`)
    })
    const results = await Promise.allSettled([group.add(1), group.add(2), group.add(3)])
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected'],
    )
    await group.add(4)
  })
})
