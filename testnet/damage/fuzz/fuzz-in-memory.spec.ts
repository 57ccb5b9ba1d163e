import assert from 'node:assert/strict'
import { chance } from '../../specs/seed-fixture.ts'
import { fuzzInMemory } from './fuzz-in-memory.ts'
import { fuzzSuite } from './fuzz-suite.ts'

describe('hostile frames', function () {
  this.timeout(600_000)
  const random = chance('hostile frames')
  fuzzSuite(random, 3_000)

  it('a leak of 1 KiB a frame would be seen', async () => {
    const leaked: object[] = []
    const onFrames = (frames: number): void => {
      for (let frame = 0; frame < frames; frame++) leaked.push(Array.from({ length: 128 }, () => leaked.length))
    }
    const { violations } = await fuzzInMemory({ protocol: 'control', frames: 3_000, random, onFrames })
    assert.match(violations.join('\n'), /^memory grew by \d+ bytes/)
  })
})
