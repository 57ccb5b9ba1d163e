import assert from 'node:assert/strict'
import { SimulatedClock } from '../../../shared/clock/simulated-clock.ts'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { MetadataHistory } from './metadata-history.ts'
import { RecordedEngine } from './recorded-engine.ts'

describe('the engine below simulated metadata', () => {
  let clock: SimulatedClock
  let history: MetadataHistory
  let engine: RecordedEngine

  beforeEach(async () => {
    clock = new SimulatedClock()
    history = new MetadataHistory()
    const told = { onCommit: () => {}, onLoss: () => {}, onFull: () => {} }
    engine = new RecordedEngine({ clock, random: new SeededRandom(1), commitMs: 0, ...told }, history)
    await put(1, { a: 'one', b: '' })
  })

  const put = (revision: number, rows: Record<string, string>): Promise<void> =>
    engine.commit(revision, new Map(Object.entries(rows).map(([key, value]) => [key, Buffer.from(value)])))

  it('full: no commit finds room, nothing of it shows or is remembered, and it goes on when there is room', async () => {
    engine.full = true
    await assert.rejects(put(2, { a: 'two' }), { code: 'no-room' })
    assert.deepEqual([engine.get('a'), history.newest], [new Uint8Array(Buffer.from('one')), 1])
    engine = engine.crash()
    await assert.rejects(put(2, { a: 'two' }), { code: 'no-room' })
    engine.full = false
    await put(3, { a: 'three' })
    assert.deepEqual(
      history.commits.map(({ revision }) => revision),
      [1, 3],
    )
  })

  it('a flipped bit, also of a row without a value: refused by get and scan, after a crash too, until restored or written', async () => {
    for (const key of ['a', 'b']) {
      engine.rot(key)
      assert.throws(() => engine.get(key), { code: 'metadata-damaged' })
    }
    engine = engine.crash()
    assert.throws(() => engine.scan('', 'z', 10), { code: 'metadata-damaged' })
    await put(2, { a: 'two' })
    assert.deepEqual(engine.get('a'), new Uint8Array(Buffer.from('two')))
    assert.throws(() => engine.get('b'), { code: 'metadata-damaged' })
    engine.restore()
    assert.equal(engine.scan('', 'z', 10).length, 2)
  })
})
