import assert from 'node:assert/strict'
import { parseName } from '../../shared/backup/sealed-object.ts'
import { HiroError } from '../../shared/errors.ts'
import { ROOT_ID } from '../../shared/ids.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { armStep, type Step, type StepFacts, steps } from '../../shared/steps.ts'
import type { MetadataStore } from '../metadata/metadata-store.ts'
import { nextRemovals } from '../operations/removals.ts'
import { remove } from '../operations/remove.ts'
import { tagOf } from '../operations/test-swarm.ts'
import { BackupBench, rowsOf } from './backups-fixture.ts'

const labels = (Object.entries(steps) as [Step, StepFacts][]).flatMap(([label, { operations }]) =>
  operations.includes('backup') ? [label] : [],
)

describe('backups of the metadata', function () {
  this.timeout(20_000)
  let bench: BackupBench
  let random: SeededRandom

  beforeEach(() => {
    bench = new BackupBench()
    random = new SeededRandom('backups')
  })

  /** A few rows set and taken away, in one commit. */
  async function change(store: MetadataStore = bench.context.store, valueBytes = 400): Promise<void> {
    await store.transact(async (tx) => {
      for (let n = 1 + random.below(5); n > 0; n--) {
        const key = `inode/${random.below(300)}`
        if (random.below(4) === 0) tx.delete(key)
        else
          tx.put(key, (revision) =>
            Buffer.concat([Buffer.from(String(revision)), random.bytes(random.below(valueBytes))]),
          )
      }
    })
  }

  it('what was committed before a cut is in a restore, to the row, also what changed while the snapshot was taken', async () => {
    const log = await bench.begin()
    for (let n = 0; n < 300; n++) await change(undefined, 20_000)
    let parts = 0
    await bench.snapshot(log, async () => {
      parts++
      for (let n = 0; n < 20; n++) await change()
      if (parts % 2 === 0) await log.cut()
    })
    assert(parts > 1, `${parts} parts`)
    for (let n = 0; n < 50; n++) await change()
    await log.cut()
    const expected = await rowsOf(bench.context.store)
    assert.deepEqual(await rowsOf(await bench.restore()), expected)
    assert.deepEqual(await rowsOf(await bench.restore([...bench.shelves.values()].slice(2))), expected)
    await change()
    assert.deepEqual(await rowsOf(await bench.restore()), expected)
  })

  it('a commit that is larger than an object comes back whole or not at all', async () => {
    const log = await bench.begin()
    await bench.snapshot(log)
    await bench.context.store.transact(async (tx) => {
      for (let n = 0; n < 16; n++) tx.put(`inode/large-${n}`, random.bytes(60_000))
    })
    await log.cut()
    assert.deepEqual(await rowsOf(await bench.restore()), await rowsOf(bench.context.store))
    const newest = [...(bench.shelves.values().next().value?.objects.keys() ?? [])].filter((name) =>
      name.startsWith('log'),
    )
    assert(newest.length > 1)
    for (const { objects } of bench.shelves.values()) objects.delete(newest.toSorted().at(-1) ?? '')
    const rows = await rowsOf(await bench.restore())
    assert.deepEqual(
      rows.filter((row) => row.startsWith('inode/large')),
      [],
    )
  })

  it('killed before it noted an object: the one that takes its number does not break the chain', async () => {
    const log = await bench.begin()
    await bench.snapshot(log)
    const { store } = bench.context
    for (let life = 0; life < 4; life++) {
      await change()
      const dying = await bench.restart()
      armStep({ label: 'backup-confirmed', pass: 1 }, () => {
        throw new HiroError('aborted', 'killed')
      })
      await assert.rejects(dying.cut(), { message: 'killed' })
      armStep({ label: 'published', pass: 1 }, () => {})
      await change()
    }
    const again = await bench.restart()
    await again.cut()
    await change()
    await again.cut()
    assert.deepEqual(await rowsOf(await bench.restore()), await rowsOf(store))
  })

  for (const label of labels) {
    it(`killed at step ${label}: what follows goes on from there, and a restore has all of it`, async () => {
      const first = await bench.begin()
      await bench.snapshot(first)
      await change()
      await first.cut()
      await change()
      armStep({ label, pass: 1 }, () => {
        throw new HiroError('aborted', 'killed')
      })
      const dying = await bench.restart()
      await assert.rejects(bench.snapshot(dying), { message: 'killed' })
      armStep({ label: 'published', pass: 1 }, () => {})
      // What the dead one had confirmed is enough for a restore by itself.
      await bench.restore()
      await change()
      const log = await bench.restart()
      await log.cut()
      assert.deepEqual(await rowsOf(await bench.restore()), await rowsOf(bench.context.store), 'after the death')
      await bench.snapshot(log)
      await change()
      await log.cut()
      assert.deepEqual(await rowsOf(await bench.restore()), await rowsOf(bench.context.store), 'with a new snapshot')
    })
  }

  it('an object of the log that is missing everywhere: the restore ends before it, and nothing after it is taken', async () => {
    const log = await bench.begin()
    await bench.snapshot(log)
    const states: string[][] = []
    for (let n = 0; n < 4; n++) {
      await bench.context.store.transact(async (tx) => tx.put(`inode/step-${n}`, random.bytes(100)))
      await log.cut()
      states.push(await rowsOf(bench.context.store))
    }
    for (const { objects } of bench.shelves.values()) {
      for (const name of objects.keys()) {
        if (name.startsWith('log') && parseName(name)?.number === log.state.logNumber - 2) objects.delete(name)
      }
    }
    assert.deepEqual(await rowsOf(await bench.restore()), states[1], 'not the state before the gap')
  })

  it('confirmed by fewer workers than are asked for, it does not count, and nothing is lost by that', async () => {
    const log = await bench.begin()
    await bench.snapshot(log)
    await change()
    const [first] = bench.shelves.values()
    assert(first)
    first.fault = new HiroError('no-room', 'full')
    await assert.rejects(log.cut(), { code: 'too-few-workers' })
    first.fault = undefined
    await change()
    await log.cut()
    assert.deepEqual(await rowsOf(await bench.restore()), await rowsOf(bench.context.store))
  })

  it('a worker that lacks objects gets them from another, and older ones go when a newer whole backup is there', async () => {
    const log = await bench.begin()
    await bench.snapshot(log)
    await change()
    await log.cut()
    const [first, second] = bench.shelves.values()
    assert(first && second)
    const before = [...first.objects.keys()]
    first.objects.clear()
    const again = await bench.restart()
    await bench.places.heal(again.isNeeded)
    assert.deepEqual([...first.objects.keys()].toSorted(), before.toSorted())
    await bench.snapshot(again)
    for (const { objects } of bench.shelves.values()) {
      assert.deepEqual(
        [...objects.keys()].filter((name) => before.includes(name)),
        [],
      )
    }
    assert.deepEqual(await rowsOf(await bench.restore()), await rowsOf(bench.context.store))
  })

  it('changes that the log has are not kept twice', async () => {
    const log = await bench.begin()
    for (let n = 0; n < 200; n++) await change()
    await bench.snapshot(log)
    assert.deepEqual(await bench.context.store.scan({ start: 'change/', end: 'change0' }), [])
  })

  it('a worker is not told to remove what the newest backup may still show', async () => {
    const log = await bench.begin()
    const { swarm, context } = bench
    const workers = context.members.alive()
    const [one] = workers
    assert(one)
    const { cid, file } = await swarm.addFile('removed', workers)
    await bench.snapshot(log)
    await remove(context, { parent: ROOT_ID, tag: tagOf('removed'), id: file, recursive: false })
    await swarm.collect()
    const { signal } = new AbortController()
    const told = async () => await swarm.clock.drive(nextRemovals(context, one.store, 0, signal))
    assert.deepEqual(await told(), [], 'a removal was told before a backup knew of it')
    await log.cut()
    assert.deepEqual(
      (await told()).map((removal) => removal.cid),
      [cid],
    )
  })

  it('a removal waits until a backup knows of it', async () => {
    const log = await bench.begin()
    const { backups, store } = bench.context
    const { revision } = await store.transact(async (tx) => tx.put('inode/1', new Uint8Array(1)))
    assert.equal(backups.covers(revision), false)
    await bench.snapshot(log)
    assert.equal(backups.covers(revision), true)
    const { revision: later } = await store.transact(async (tx) => tx.put('inode/1', new Uint8Array(2)))
    assert.equal(backups.covers(later), false)
    assert(backups.urgent)
    await log.cut()
    assert.equal(backups.covers(later), true)
  })
})
