import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import { GRANT_TTL_MS, PLACEMENT_CHUNKS_MAX } from '../../shared/limits.ts'
import { type Scripted, scripted } from '../client-fixture.ts'
import { chunksAtFirst, Placements } from './placements.ts'

const CHUNK = 1_000

describe('Placements', () => {
  let swarm: Scripted
  let asked: number[]

  beforeEach(() => {
    swarm = scripted('placements')
    asked = []
    swarm.coordinator.intents.set(1, {
      request: {} as never,
      groups: new Map(),
      state: 'open',
      copies: 3,
      result: undefined,
    })
    swarm.coordinator.before = ({ name, body }) => {
      if (name === 'place') asked.push((body as { chunks: number }).chunks)
    }
  })

  const placements = (sizeHintBytes?: number): Placements =>
    new Placements(
      swarm.ports,
      { version: 1, first: [], sizeHintBytes, aheadMin: 2, chunkSizeBytes: CHUNK },
      new AbortController().signal,
    )

  async function take(from: Placements, count: number): Promise<void> {
    for (let at = 0; at < count; at++) assert.equal((await from.take()).workers.length, 3)
    await swarm.clock.advance(0) // what was asked ahead is answered
  }

  it('of a size that is known, exactly as many, in the largest batches there are', async () => {
    const places = placements(150 * CHUNK - 1)
    await take(places, 150)
    assert.deepEqual(asked, [PLACEMENT_CHUNKS_MAX, PLACEMENT_CHUNKS_MAX, 22])
  })

  it('of a size that is not known, a few at first and then ever more', async () => {
    const places = placements()
    await take(places, 140)
    assert.deepEqual(asked, [4, 8, 16, 32, 64, 64])
  })

  it('more chunks than the size said: as if it were not known', async () => {
    await take(placements(2 * CHUNK), 7)
    assert.deepEqual(asked, [2, 4, 8].slice(0, asked.length))
    assert(asked.length >= 2)
  })

  it('the next ones are asked for before the last ones are used', async () => {
    const places = placements()
    await take(places, 2)
    assert.deepEqual(asked, [4])
    await take(places, 1)
    assert.deepEqual(asked, [4, 8])
  })

  it('many who wait are served by one call', async () => {
    const places = placements(4 * CHUNK)
    await Promise.all([places.take(), places.take(), places.take(), places.take()])
    assert.deepEqual(asked, [4])
  })

  it('a failure of what was asked ahead is met only by who needs it, after asking again', async () => {
    const places = placements()
    await take(places, 2)
    let failing = true
    swarm.coordinator.before = () => {
      if (failing) throw new HiroError('too-few-workers', 'none')
    }
    await take(places, 2)
    await assert.rejects(places.take(), { code: 'too-few-workers' })
    failing = false
    await take(places, 1)
  })

  it('places that waited for long are dropped, for their grant may run out on the way', async () => {
    const places = placements(10 * CHUNK)
    await take(places, 1)
    await swarm.clock.advance(GRANT_TTL_MS / 2 + 1)
    await take(places, 1)
    assert.equal(asked.length, 2)
  })

  it('with the intent: none for an empty file, one for a small one, a few where the size is not known', () => {
    assert.equal(chunksAtFirst(0, CHUNK, undefined), 0)
    assert.equal(chunksAtFirst(0, CHUNK, 5 * CHUNK), 0)
    assert.equal(chunksAtFirst(CHUNK - 1, CHUNK, undefined), 1)
    assert.equal(chunksAtFirst(CHUNK, CHUNK, undefined), 4)
    assert.equal(chunksAtFirst(CHUNK, CHUNK, CHUNK), 1)
    assert.equal(chunksAtFirst(CHUNK, CHUNK, 0), 1)
    assert.equal(chunksAtFirst(CHUNK, CHUNK, 1_000 * CHUNK), PLACEMENT_CHUNKS_MAX)
  })
})
