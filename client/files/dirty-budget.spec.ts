import assert from 'node:assert/strict'
import { DirtyBudget, type DirtyFile } from './dirty-budget.ts'

class Writer implements DirtyFile {
  dirtyBytes = 0
  writes = 0
  broken = false

  async writeBack(): Promise<void> {
    this.writes++
    await Promise.resolve()
    if (this.broken) throw new Error('broken')
    this.dirtyBytes = Math.max(0, this.dirtyBytes - 40)
  }
}

describe('DirtyBudget', () => {
  it('is kept by the largest files, whoever writes', async () => {
    const budget = new DirtyBudget(100)
    const [large, small] = [new Writer(), new Writer()]
    for (const file of [large, small]) budget.add(file)
    large.dirtyBytes = 150
    small.dirtyBytes = 30
    await budget.room()
    assert.deepEqual([large.dirtyBytes, small.dirtyBytes], [30, 30])
    small.dirtyBytes = 60
    await budget.room()
    assert.deepEqual([large.writes, small.writes], [3, 0])
  })

  it('whoever cannot be published stops those that write on, and does not hold them for ever', async () => {
    const budget = new DirtyBudget(100)
    const file = new Writer()
    budget.add(file)
    file.dirtyBytes = 100
    file.broken = true
    await assert.rejects(budget.room(), /broken/)
    budget.delete(file)
    await budget.room()
  })
})
