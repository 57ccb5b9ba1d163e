import assert from 'node:assert/strict'
import { summarize } from './statistics.ts'

describe('the summary of runs', () => {
  it('is the middle one and the range, whatever their order', () => {
    assert.deepEqual(summarize([30, 1, 2]), { median: 2, min: 1, max: 30 })
  })

  it('lies between the two in the middle where the number of runs is even', () => {
    assert.deepEqual(summarize([4, 1, 3, 100]), { median: 3.5, min: 1, max: 100 })
  })

  it('of a single run is that run', () => {
    assert.deepEqual(summarize([7]), { median: 7, min: 7, max: 7 })
  })

  it('sorts numbers as numbers', () => {
    assert.equal(summarize([9, 10, 100]).median, 10)
  })

  it('of nothing is a bug', () => {
    assert.throws(() => summarize([]), RangeError)
  })
})
