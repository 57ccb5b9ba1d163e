import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { cidFromBytes } from '../../shared/cid.ts'
import { HiroError } from '../../shared/errors.ts'
import { GROUP_EXTENTS_MAX, SEGMENT_SIZE_BYTES } from '../../shared/limits.ts'
import type { Scripted } from '../client-fixture.ts'
import type { ScriptedWorker } from '../scripted-workers-fixture.ts'
import { SEALED_SEGMENT_SIZE_BYTES } from '../seal/piece-format.ts'
import type { BadCopy } from './bad-copies.ts'
import { read } from './download.ts'
import { bytesOf, CHUNK, OneFile, PATH, WINDOW } from './one-file-fixture.ts'

describe('read', () => {
  let reader: OneFile
  let swarm: Scripted

  beforeEach(() => {
    reader = new OneFile('download')
    swarm = reader.swarm
  })

  const getsOf = (): number => swarm.workers.all.reduce((sum, { gets }) => sum + gets.length, 0)

  it('any range of any file gives exactly its bytes', async () => {
    const property = fc.asyncProperty(
      fc.nat(1000),
      fc.integer({ min: 1, max: 300 }),
      fc.nat(1100),
      fc.nat(1100),
      async (size, chunk, offset, lengthBytes) => {
        const content = bytesOf(size, chunk)
        await reader.add(content, chunk)
        assert.deepEqual(await reader.get({ offset, lengthBytes }), content.subarray(offset, offset + lengthBytes))
        assert.deepEqual(await reader.get({ offset }), content.subarray(offset))
      },
    )
    await fc.assert(property, { numRuns: 50 })
    await assert.rejects(reader.get({ offset: -1 }), { code: 'usage' })
    await assert.rejects(reader.get({ lengthBytes: Number.NaN }), { code: 'usage' })
  })

  it('a range fetches only the segments that hold it', async () => {
    const content = bytesOf(5 * SEGMENT_SIZE_BYTES + 3)
    await reader.add(content, content.byteLength)
    for (const [offset, lengthBytes, segments] of [
      [0, 1, 1],
      [SEGMENT_SIZE_BYTES - 1, 2, 2],
      [SEGMENT_SIZE_BYTES, SEGMENT_SIZE_BYTES, 1],
      [2 * SEGMENT_SIZE_BYTES + 7, 2 * SEGMENT_SIZE_BYTES, 3],
    ] as const) {
      for (const worker of swarm.workers.all) worker.bytesGiven = 0
      assert.deepEqual(await reader.get({ offset, lengthBytes }), content.subarray(offset, offset + lengthBytes))
      const given = swarm.workers.all.reduce((sum, { bytesGiven }) => sum + bytesGiven, 0)
      assert.equal(given, segments * SEALED_SEGMENT_SIZE_BYTES)
    }
  })

  it('a range far into a large file asks for its group of the map alone', async () => {
    const content = bytesOf((2 * GROUP_EXTENTS_MAX + 9) * 10)
    await reader.add(content, 10)
    const before = swarm.coordinator.count('readMap')
    const offset = content.byteLength - 5
    assert.deepEqual(await reader.get({ offset }), content.subarray(offset))
    // Guessed by chunks of 8 MiB, so with these tiny ones it has to walk.
    assert(swarm.coordinator.count('readMap') - before <= 3)
    assert.equal(getsOf(), 1)
    assert.deepEqual(await reader.get(), content)
  })

  it('pieces come from all holders, a window of them at once, and progress adds up', async () => {
    await reader.add(bytesOf(20 * CHUNK))
    let [under, most] = [0, 0]
    const original = swarm.workers.get.bind(swarm.workers)
    swarm.workers.get = async (...parameters) => {
      most = Math.max(most, ++under)
      try {
        return await original(...parameters)
      } finally {
        under--
      }
    }
    for (const worker of swarm.workers.all) worker.delayMs = 20
    const seen: number[] = []
    await reader.get({ onProgress: ({ bytesDone, bytesTotal }) => seen.push(bytesDone / (bytesTotal ?? 0)) })
    assert.equal(most, WINDOW)
    assert.equal(seen.at(-1), 1)
    for (const { gets } of swarm.workers.all) assert(gets.length > 0)
  })

  const spoils: Record<string, (bytes: Uint8Array) => Uint8Array> = {
    'a flipped bit': (bytes) => bytes.with(bytes.byteLength >> 1, (bytes[bytes.byteLength >> 1] ?? 0) ^ 1),
    'a flipped bit in the header': (bytes) => bytes.with(6, (bytes[6] ?? 0) ^ 1),
    'a cut end': (bytes) => bytes.subarray(0, -1),
    'a byte too many': (bytes) => Buffer.concat([bytes, bytes.subarray(0, 1)]),
    'nothing but zeros': (bytes) => bytes.fill(0),
  }

  for (const [what, spoil] of Object.entries(spoils)) {
    it(`copies with ${what}: another one is read, and the worker is named to the caller and the coordinator`, async () => {
      const content = bytesOf(10 * CHUNK)
      await reader.add(content)
      const bad = swarm.workers.at(2)
      bad.spoil = spoil
      const told: BadCopy[] = []
      assert.deepEqual(await reader.get({ onBadCopy: (copy) => told.push(copy) }), content)
      assert(told.length > 0)
      for (const { worker, peer, code } of told) assert.deepEqual([worker, peer, code], [bad.name, bad.id, 'integrity'])
      assert.equal(new Set(told.map(({ cid }) => cid)).size, told.length)
      assert.equal(swarm.coordinator.count('reportBad'), told.length)
    })

    it(`copies with ${what} everywhere: integrity, and no wrong byte is given out`, async () => {
      const content = bytesOf(10 * CHUNK)
      await reader.add(content)
      const fifth = swarm.coordinator.bodies('commit').at(-1)?.lastGroup?.pieces[4]
      assert(fifth)
      const cid = cidFromBytes(fifth.cid)
      for (const worker of swarm.workers.all) worker.spoil = (bytes, of) => (of === cid ? spoil(bytes) : bytes)
      const { bytes, error } = await reader.failed()
      assert(error instanceof HiroError && error.code === 'integrity', String(error))
      assert.deepEqual(bytes, content.subarray(0, bytes.byteLength))
      assert(bytes.byteLength <= 4 * CHUNK)
    })
  }

  it('two pieces of one worker swapped: both are bad there', async () => {
    const content = bytesOf(2 * CHUNK)
    await reader.add(content)
    const [a, b] = [...new Set(swarm.workers.all.flatMap(({ pieces }) => [...pieces.keys()]))]
    assert(a && b)
    for (const worker of swarm.workers.all) {
      const [bytesA, bytesB] = [worker.pieces.get(a), worker.pieces.get(b)]
      if (!bytesA || !bytesB) continue
      worker.pieces.set(a, bytesB).set(b, bytesA)
      assert.deepEqual(await reader.get(), content)
      worker.pieces.set(a, bytesA).set(b, bytesB)
    }
  })

  it('a copy that is not there: another one is read, and it is told', async () => {
    const content = bytesOf(5 * CHUNK)
    await reader.add(content)
    swarm.workers.at(3).pieces.clear()
    const told: BadCopy[] = []
    assert.deepEqual(await reader.get({ onBadCopy: (copy) => told.push(copy) }), content)
    for (const { worker, code } of told) assert.deepEqual([worker, code], ['worker-3', 'not-found'])
  })

  it('workers that are down are passed over; with none left it is unreachable, soon', async () => {
    const content = bytesOf(5 * CHUNK)
    await reader.add(content)
    for (const worker of swarm.workers.all.slice(0, 2)) worker.down = true
    assert.deepEqual(await reader.get(), content)
    for (const worker of swarm.workers.all) worker.down = true
    const startMs = swarm.clock.now()
    await assert.rejects(reader.get(), { code: 'unreachable' })
    assert(swarm.clock.now() - startMs < 5_000)
  })

  it('a worker that comes back at once is found by a second look', async () => {
    const content = bytesOf(CHUNK)
    await reader.add(content)
    for (const worker of swarm.workers.all) worker.down = true
    swarm.clock.after(500, () => {
      for (const worker of swarm.workers.all) worker.down = false
    })
    assert.deepEqual(await reader.get(), content)
  })

  it('some copies bad and the others out of reach: unreachable, as those may be good', async () => {
    await reader.add(bytesOf(CHUNK))
    const holders = swarm.workers.all.filter(({ pieces }) => pieces.size > 0)
    holders.slice(0, 1).forEach((worker) => worker.pieces.clear())
    for (const worker of holders.slice(1)) worker.down = true
    const told: BadCopy[] = []
    await assert.rejects(reader.get({ onBadCopy: (copy) => told.push(copy) }), { code: 'unreachable' })
    assert.equal(told.length, 1, 'looked at twice, told once')
  })

  it('a worker that falls silent: another one is asked as well, and the silent one is cut off', async () => {
    const content = bytesOf(10 * CHUNK)
    await reader.add(content)
    swarm.workers.at(1).frozen = true
    const startMs = swarm.clock.now()
    assert.deepEqual(await reader.get(), content)
    assert(swarm.clock.now() - startMs < 3_000, `${swarm.clock.now() - startMs} ms`)
    assert.equal(swarm.workers.at(1).cutOff, swarm.workers.at(1).gets.length)
    // The next file does not wait for it again.
    const againMs = swarm.clock.now()
    assert.deepEqual(await reader.get(), content)
    assert(swarm.clock.now() - againMs < 1_500, `${swarm.clock.now() - againMs} ms`)
  })

  it('all but one holder silent: still as fast as asking one after the other', async () => {
    await reader.add(bytesOf(CHUNK))
    const [, ...others] = swarm.workers.all.filter(({ pieces }) => pieces.size > 0)
    for (const worker of others) worker.frozen = true
    const startMs = swarm.clock.now()
    await reader.get()
    assert(swarm.clock.now() - startMs < 2_000)
  })

  it('a good copy that is slow still wins when the rival is bad', async () => {
    const content = bytesOf(CHUNK)
    await reader.add(content)
    const [slow, ...others] = swarm.workers.all.filter(({ pieces }) => pieces.size > 0)
    assert(slow)
    slow.delayMs = 3_000
    for (const worker of others) worker.spoil = (bytes: Uint8Array) => bytes.fill(0)
    assert.deepEqual(await reader.get(), content)
  })

  it('interrupted, or left early: transfers under way are cut off', async () => {
    await reader.add(bytesOf(20 * CHUNK))
    for (const worker of swarm.workers.all) worker.delayMs = 1_000
    const controller = new AbortController()
    swarm.clock.after(1_500, () => controller.abort())
    const startMs = swarm.clock.now()
    await assert.rejects(reader.get({ signal: controller.signal }), { code: 'aborted' })
    assert.equal(swarm.clock.now() - startMs, 1_500)
    const leave = async (): Promise<void> => {
      for await (const _ of read(swarm.ports, PATH, {}, WINDOW)) break
    }
    await swarm.clock.drive(leave())
    const gets = getsOf()
    await swarm.clock.advance(10_000)
    assert.equal(getsOf(), gets)
  })

  it('a bug of ours is not taken for a bad copy', async () => {
    await reader.add(bytesOf(CHUNK))
    const bug = (worker: ScriptedWorker): void => {
      worker.spoil = () => {
        throw new Error('a bug')
      }
    }
    swarm.workers.all.forEach(bug)
    await assert.rejects(reader.get(), { code: 'internal' })
    assert.equal(swarm.coordinator.count('reportBad'), 0)
  })
})
