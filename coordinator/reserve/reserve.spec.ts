import assert from 'node:assert/strict'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import { HiroError } from '../../shared/errors.ts'
import { silentLog } from '../../shared/log.ts'
import { systemRandom } from '../../shared/random/system-random.ts'
import { MemoryReserve } from './memory-reserve.ts'
import { Reserve } from './reserve.ts'
import { FileReserve } from './reserve-file.ts'

describe('the reserve of a coordinator', () => {
  let clock: SimulatedClock
  let space: MemoryReserve
  let reserve: Reserve
  let stopped: AbortController
  let keeping: Promise<void>

  beforeEach(async () => {
    clock = new SimulatedClock()
    space = new MemoryReserve()
    reserve = new Reserve(space, { clock, log: silentLog })
    stopped = new AbortController()
    keeping = reserve.keep(stopped.signal)
    await clock.advance(10)
  })
  afterEach(async () => {
    stopped.abort()
    await clock.drive(keeping)
  })

  /** Works only while the reserve is given back. */
  const removal = async (): Promise<string> => {
    if (space.held) throw new HiroError('no-room', 'the disk is full')
    return 'removed'
  }

  it('a full disk: the removal gets it, and what grows is refused until there is room for it again', async () => {
    reserve.requireRoom()
    space.roomBytes = 0
    assert.equal(await reserve.forRemoval(removal), 'removed')
    assert.throws(() => reserve.requireRoom(), { code: 'no-room' })
    await clock.advance(10_000)
    assert.throws(() => reserve.requireRoom(), { code: 'no-room' })
    space.roomBytes = 1_999
    await clock.advance(10_000)
    assert.equal(space.held, false)
    space.roomBytes = 2_000
    await clock.advance(10_000)
    assert.equal(space.held, true)
    reserve.requireRoom()
  })

  it('a removal that fails for another reason, or where nothing is left to give, says so', async () => {
    await assert.rejects(
      reserve.forRemoval(async () => await Promise.reject(new HiroError('not-found', 'nothing there'))),
      { code: 'not-found' },
    )
    assert.equal(space.held, true)
    const full = async (): Promise<never> => await Promise.reject(new HiroError('no-room', 'still full'))
    space.roomBytes = 0
    await assert.rejects(reserve.forRemoval(full), { code: 'no-room' })
    await assert.rejects(reserve.forRemoval(full), { code: 'no-room' })
  })

  it('as a file it takes its bytes, once, and gives them back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hiro-reserve-'))
    const file = new FileReserve(join(folder, 'reserve'), 2_500_000, systemRandom)
    assert.equal(await file.release(), false)
    await file.hold()
    const before = await stat(join(folder, 'reserve'))
    await file.hold()
    const after = await stat(join(folder, 'reserve'))
    assert.deepEqual([after.size, after.mtimeMs], [2_500_000, before.mtimeMs])
    assert.ok(after.blocks * 512 >= 2_500_000)
    assert.ok((await file.freeBytes()) > 0)
    assert.equal(await file.release(), true)
    await assert.rejects(stat(join(folder, 'reserve')), { code: 'ENOENT' })
    await rm(folder, { recursive: true })
  })
})
