import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import { type CheckOptions, type CheckResult, check } from './check.ts'
import { bytesOf, CHUNK, OneFile, PATH, WINDOW } from './one-file-fixture.ts'
import { type Why, why } from './why.ts'

describe('check and why', () => {
  let file: OneFile

  beforeEach(async () => {
    file = new OneFile('check')
    await file.add(bytesOf(4 * CHUNK + 1))
  })

  const look = (options: CheckOptions = {}): Promise<CheckResult> =>
    file.swarm.clock.drive(check(file.swarm.ports, PATH, options, WINDOW))
  const places = (): Promise<Why> => file.swarm.clock.drive(why(file.swarm.ports, PATH))

  it('why: every piece in order, with the workers that hold it', async () => {
    const { pieces, sizeBytes } = await places()
    assert.equal(sizeBytes, 4 * CHUNK + 1)
    assert.deepEqual(
      pieces.map(({ offset }) => offset),
      [0, 100, 200, 300, 400],
    )
    for (const { cid, workers } of pieces) {
      assert.deepEqual(
        workers.map(({ name }) => name),
        file.swarm.workers.holdersOf(cid).map(({ name }) => name),
      )
    }
  })

  it('a sound file: nothing bad, as many copies as asked for, and nothing read unless asked to', async () => {
    const { pieces, copies, lost, bad, unreachable } = await look()
    assert.deepEqual(
      { pieces, copies, lost, bad, unreachable },
      { pieces: 5, copies: 3, lost: 0, bad: [], unreachable: [] },
    )
    assert(file.swarm.workers.all.every(({ gets }) => gets.length === 0))
    const seen: number[] = []
    await look({ read: true, onProgress: ({ bytesDone }) => seen.push(bytesDone) })
    assert.equal(
      file.swarm.workers.all.reduce((sum, { gets }) => sum + gets.length, 0),
      15,
    )
    assert.equal(seen.at(-1), 4 * CHUNK + 1)
  })

  it('an empty file has no pieces and no copies', async () => {
    await file.add(new Uint8Array())
    const { pieces, copies, lost } = await look({ read: true })
    assert.deepEqual([pieces, copies, lost], [0, undefined, 0])
  })

  it('copies that are gone or of another size are found by asking, altered ones by reading', async () => {
    const [gone, cut, altered] = (await places()).pieces
    const [a, b] = [file.swarm.workers.at(1), file.swarm.workers.at(2)]
    assert(gone && cut && altered)
    for (const [worker, piece, spoil] of [
      [gone.workers[0], gone, undefined],
      [cut.workers[0], cut, (bytes: Uint8Array) => bytes.subarray(1)],
      [altered.workers[0], altered, (bytes: Uint8Array) => bytes.with(50, 1 ^ (bytes[50] ?? 0))],
    ] as const) {
      const holder = file.swarm.workers.all.find(({ id }) => id === worker?.id)
      assert(holder && a && b)
      const bytes = holder.pieces.get(piece.cid) ?? new Uint8Array()
      if (spoil) holder.pieces.set(piece.cid, spoil(bytes))
      else holder.pieces.delete(piece.cid)
    }
    const asked = await look()
    assert.deepEqual(
      asked.bad.map(({ cid, code }) => [cid, code]),
      [
        [gone.cid, 'not-found'],
        [cut.cid, 'integrity'],
      ],
    )
    assert.deepEqual([asked.copies, asked.lost], [2, 0])
    const read = await look({ read: true })
    assert.deepEqual(
      read.bad.map(({ cid }) => cid),
      [gone.cid, cut.cid, altered.cid],
    )
    assert.equal(file.swarm.coordinator.count('reportBad'), 5)
  })

  it('workers that are away are named, and their copies are neither good nor bad', async () => {
    for (const worker of file.swarm.workers.all.slice(0, 3)) worker.down = true
    const { bad, unreachable, lost } = await look()
    assert.deepEqual(bad, [])
    assert.deepEqual(unreachable.toSorted(), ['worker-1', 'worker-2', 'worker-3'])
    const lostThen = (await places()).pieces.filter(({ workers }) => !workers.some(({ alive }) => alive)).length
    assert.equal(lost, lostThen)
  })

  it('replaced meanwhile: changed, and no worker is blamed', async () => {
    for (const { pieces } of file.swarm.workers.all) pieces.clear()
    file.swarm.coordinator.before = ({ name }) => {
      if (name === 'readMap' && file.swarm.coordinator.count('readMap') > 1)
        throw new HiroError('changed', 'newer version')
    }
    await assert.rejects(look(), { code: 'changed' })
    assert.equal(file.swarm.coordinator.count('reportBad'), 0)
  })
})
