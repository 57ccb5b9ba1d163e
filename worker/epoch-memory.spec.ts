import assert from 'node:assert/strict'
import { SimulatedClock } from '../shared/clock/simulated-clock.ts'
import { SeededRandom } from '../shared/random/seeded-random.ts'
import { DiskEpochMemory, newerEpoch } from './epoch-memory.ts'
import { SimulatedDisk } from './store/disk/simulated-disk.ts'

const SWARM = 'ab'.repeat(16)
const id = (n: number): string => n.toString(16).padStart(32, '0')

describe('the newest epoch that a worker has seen', () => {
  it('an older life of the swarm, or another of the same number, is refused; a newer one is remembered', () => {
    const seen = { swarm: SWARM, number: 3, id: id(3) }
    assert.deepEqual(newerEpoch(undefined, seen), seen)
    assert.deepEqual(newerEpoch(seen, seen), seen)
    const newer = { swarm: SWARM, number: 4, id: id(9) }
    assert.deepEqual(newerEpoch(seen, newer), newer)
    const refused = { code: 'refused' }
    assert.throws(() => newerEpoch(seen, { ...seen, number: 2, id: id(2) }), refused, 'an older epoch was taken')
    assert.throws(() => newerEpoch(seen, { ...seen, id: id(4) }), refused, 'another life of the same number was taken')
    assert.throws(() => newerEpoch(seen, { ...newer, swarm: 'cd'.repeat(16) }), refused)
    assert.deepEqual(newerEpoch({ ...seen, id: '' }, seen), seen)
  })

  it('outlives the process and the power', async () => {
    const clock = new SimulatedClock()
    const disk = new SimulatedDisk({ clock, random: new SeededRandom('epoch'), capacityBytes: 2 ** 20 })
    const memory = new DiskEpochMemory(disk)
    assert.equal(await clock.drive(memory.get()), undefined)
    const seen = { swarm: SWARM, number: 3, id: id(3) }
    await clock.drive(memory.set(seen))
    const after = disk.crash()
    assert.deepEqual(await clock.drive(new DiskEpochMemory(after).get()), seen)
  })
})
