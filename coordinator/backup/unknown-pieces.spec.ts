import assert from 'node:assert/strict'
import { keys } from '../metadata/keys.ts'
import { GarbageRecord, RemovalRecord } from '../metadata/records.js'
import { confirmRemovals } from '../operations/removals.ts'
import { TestSwarm } from '../operations/test-swarm.ts'
import { EpochRecord } from './backup-records.js'
import { restoreStatus } from './backup-status.ts'
import { collectUnknown } from './unknown-pieces.ts'

const KEPT_MS = 30 * 24 * 3600_000

describe('after a restore', () => {
  let swarm: TestSwarm
  let keptUntilMs: number

  /** All revisions of the test swarm are then of an older life. */
  async function restored(): Promise<void> {
    keptUntilMs = swarm.clock.now() + KEPT_MS
    const record = { ...EpochRecord.decode(new Uint8Array()), number: 2, restoredAtMs: swarm.clock.now(), keptUntilMs }
    await swarm.context.store.transact(async (tx) => tx.put(keys.epoch, EpochRecord.encode(record)))
  }

  beforeEach(() => {
    swarm = new TestSwarm()
  })

  it('a piece that the metadata do not know is kept and reported, and collected when its time is over', async () => {
    const [one, two] = await swarm.joinWorkers(2)
    assert(one && two)
    await restored()
    const { cid } = swarm.piece('published after the last backup')
    await swarm.receipt(cid, 2 ** 40 + 77, one, two)
    assert.deepEqual(await swarm.keysUnder('removal/'), [], 'a piece that is not known was collected at once')
    const { restored: told } = await restoreStatus(swarm.context)
    assert.deepEqual([told?.unknown, told?.unknownBytes], [2, 2000])
    const { signal } = new AbortController()
    await collectUnknown(swarm.context, signal)
    assert.equal((await swarm.keysUnder('unknown/')).length, 2)
    await swarm.clock.advance(KEPT_MS + 1)
    await collectUnknown(swarm.context, signal)
    assert.deepEqual(await swarm.keysUnder('unknown/'), [])
    assert.equal((await swarm.keysUnder('removal/')).length, 2)
  })

  it('a removal of before that a worker refuses, for a newer put, is given up', async () => {
    const [one] = await swarm.joinWorkers(3)
    assert(one)
    const { cid } = swarm.piece('put again')
    await swarm.receipt(cid, 5, one)
    const [key] = await swarm.keysUnder('removal/')
    assert(key)
    await restored()
    await confirmRemovals(swarm.context, one.store, [{ cid, revision: await removalOf(key), kept: true }])
    assert.deepEqual(await swarm.keysUnder('removal/'), [])
    assert.equal((await swarm.keysUnder('unknown/')).length, 1)
  })

  it('an upload that was under way at the last backup may have been published since: what it pushed is kept as long', async () => {
    const workers = await swarm.joinWorkers(3)
    const { version } = await swarm.open({ name: 'under way' })
    const { cid } = swarm.piece('under way')
    await swarm.receipt(cid, version, ...workers)
    await restored()
    await swarm.collect()
    const [row] = await swarm.context.store.scan({ start: 'garbage/', end: 'garbage0' })
    assert(row)
    assert.equal(GarbageRecord.decode(row.value).notBeforeMs, keptUntilMs)
    assert.deepEqual(await swarm.keysUnder('removal/'), [])
  })

  async function removalOf(key: string): Promise<number> {
    return RemovalRecord.decode((await swarm.context.store.get(key)) ?? new Uint8Array()).revision
  }
})
