import assert from 'node:assert/strict'
import { sleep } from '../shared/clock/sleep.ts'
import { HiroError } from '../shared/errors.ts'
import { HOP_STALL_MS, PIECE_SIZE_BYTES_MAX, STALL_MS } from '../shared/limits.ts'
import { failureOf } from '../shared/transport/suite-bytes.ts'
import { PEER_STALL_MS } from './patience.ts'
import { codes, holders, SLICE_BYTES, slices, TestSwarm, type TestWorker, usedBytes } from './swarm-fixture.ts'

describe('a chain of workers', () => {
  it('stores a piece of any size at each of three, and each tells the coordinator', async () => {
    const swarm = new TestSwarm('chain')
    const workers = await swarm.startAll(3)
    for (const sizeBytes of [0, 1, 65_536, 65_537, 1_000_000, PIECE_SIZE_BYTES_MAX]) {
      const piece = swarm.piece(sizeBytes, String(sizeBytes))
      const outcomes = await swarm.drive(swarm.put(workers, piece))
      assert.deepEqual(
        outcomes,
        workers.map(({ id }) => ({ peer: id, code: '', message: '' })),
      )
      assert.deepEqual(await holders(workers, piece), [true, true, true])
      await swarm.clock.advance(100)
      assert.deepEqual(swarm.coordinator.receiptsOf(piece.cid), workers.map(({ id }) => id).toSorted())
    }
  })

  it('stores forty pieces at once', async () => {
    const swarm = new TestSwarm('forty')
    const workers = await swarm.startAll(3)
    const pieces = Array.from({ length: 40 }, (_, n) => swarm.piece(150_000 + n, String(n)))
    const all = await swarm.drive(Promise.all(pieces.map((piece) => swarm.put(workers, piece))))
    for (const outcomes of all) assert.deepEqual(codes(outcomes), ['', '', ''])
    for (const piece of pieces) assert.deepEqual(await holders(workers, piece), [true, true, true])
  })

  it('passes slices on before the piece is whole', async () => {
    const swarm = new TestSwarm('at once')
    let last = 0
    const first = swarm.startHooked({})
    const second = swarm.startHooked({
      write: async (bytes) => {
        last += bytes.byteLength
      },
    })
    await swarm.joined(first, second)
    const piece = swarm.piece(10 * SLICE_BYTES)
    const body = slices(piece, async (index) => {
      if (index === 0) return
      await sleep(swarm.clock, 50)
      assert.equal(last, index * SLICE_BYTES)
    })
    assert.deepEqual(codes(await swarm.drive(swarm.put([first, second], piece, { body }))), ['', ''])
  })

  for (const n of [1, 2, 3]) {
    for (let k = 1; k <= n; k++) {
      it(`worker ${k} of ${n} is killed before the put`, async () => {
        const swarm = new TestSwarm('before')
        const workers = await swarm.startAll(n)
        swarm.kill(workers[k - 1] as TestWorker)
        await judge(swarm, workers, k, swarm.put(workers, swarm.piece(300_000)))
      })

      it(`worker ${k} of ${n} is killed within the piece`, async () => {
        const swarm = new TestSwarm('within')
        const workers = await swarm.startAll(n)
        const piece = swarm.piece(10 * SLICE_BYTES)
        const body = slices(piece, async (index) => {
          if (index === 5) await sleep(swarm.clock, 50)
          if (index === 5) swarm.kill(workers[k - 1] as TestWorker)
        })
        await judge(swarm, workers, k, swarm.put(workers, piece, { body }))
        await swarm.clock.advance(100)
        assert.equal((await usedBytes(workers.toSpliced(k - 1, 1))).filter((bytes) => bytes > 0).length, k - 1)
      })

      it(`worker ${k} of ${n} is killed after it stored the piece, before it answered`, async () => {
        const swarm = new TestSwarm('after')
        const workers: TestWorker[] = []
        for (let i = 1; i <= n; i++) {
          const finished = async (): Promise<void> => {
            swarm.kill(workers[k - 1] as TestWorker)
            await new Promise(() => {})
          }
          workers.push(swarm.startHooked(i === k ? { finished } : {}))
        }
        await swarm.joined(...workers)
        const piece = swarm.piece(300_000)
        await judge(swarm, workers, k, swarm.put(workers, piece))
        await swarm.clock.advance(1_000)
        assert.deepEqual(await holders(workers, piece), Array(n).fill(true), 'the others have it all the same')
      })

      if (k > 1) {
        it(`worker ${k} of ${n} is silent: the one before it notices first, and says who`, async () => {
          const swarm = new TestSwarm('silent')
          const workers = await swarm.startAll(n)
          await swarm.drive(swarm.put(workers, swarm.piece(300_000, 'before')))
          swarm.network.partition(workers[k - 2]?.id ?? '', workers[k - 1]?.id ?? '', 'silent')
          const outcomes = await swarm.drive(swarm.put(workers, swarm.piece(1_000_000)))
          const expected = workers.map((_, at) => (at < k - 1 ? '' : at === k - 1 ? 'timeout' : 'unknown'))
          assert.deepEqual(codes(outcomes), expected)
        })
      }
    }
  }

  /** What a client gets to know when worker k died: nothing when it was the first; else who it was, and that those before it are well. */
  async function judge(
    swarm: TestSwarm,
    workers: TestWorker[],
    k: number,
    put: ReturnType<TestSwarm['put']>,
  ): Promise<void> {
    const startMs = swarm.clock.now()
    if (k === 1) {
      const failure = await failureOf(swarm.drive(put))
      assert.ok(failure instanceof HiroError && failure.code === 'unreachable', String(failure))
    } else {
      const outcomes = await swarm.drive(put)
      assert.deepEqual(
        outcomes.map(({ peer }) => peer),
        workers.map(({ id }) => id),
      )
      assert.deepEqual(
        codes(outcomes),
        workers.map((_, at) => (at < k - 1 ? '' : at === k - 1 ? 'unreachable' : 'unknown')),
      )
    }
    assert.ok(swarm.clock.now() - startMs < STALL_MS, 'a death is noticed without waiting for a time-out')
  }

  it('a worker that is silent from the start costs the others no more than its share of patience', async () => {
    const swarm = new TestSwarm('dial')
    const workers = await swarm.startAll(3)
    const [first, second] = workers
    swarm.network.partition(first?.id ?? '', second?.id ?? '', 'silent')
    const startMs = swarm.clock.now()
    const outcomes = await swarm.drive(swarm.put(workers, swarm.piece(1_000_000)))
    assert.deepEqual(codes(outcomes), ['', 'timeout', 'unknown'])
    assert.ok(swarm.clock.now() - startMs <= 1.3 * (STALL_MS + HOP_STALL_MS))
  })

  it('a worker that came back is reached again over a new stream', async () => {
    const swarm = new TestSwarm('back')
    const workers = await swarm.startAll(2)
    await swarm.drive(swarm.put(workers, swarm.piece(1000, 'one')))
    const [first, second] = workers as [TestWorker, TestWorker]
    swarm.kill(second)
    await swarm.clock.advance(100)
    const again = swarm.start({ id: second.id, store: second.store })
    await swarm.drive(again.worker.joined)
    assert.deepEqual(codes(await swarm.drive(swarm.put([first, again], swarm.piece(1000, 'two')))), ['', ''])
  })

  it('wrong bytes are refused at each hop, and nothing of them is kept', async () => {
    const swarm = new TestSwarm('wrong')
    const workers = await swarm.startAll(3)
    const piece = swarm.piece(200_000)
    const body = piece.bytes.slice()
    body[150_000] = (body[150_000] ?? 0) ^ 1
    assert.deepEqual(codes(await swarm.drive(swarm.put(workers, piece, { body }))), Array(3).fill('integrity'))
    assert.deepEqual(await usedBytes(workers), [0, 0, 0])
    await swarm.clock.advance(1_000)
    assert.deepEqual(swarm.coordinator.receipts, [])
  })

  it('a full worker passes on what it cannot keep', async () => {
    const swarm = new TestSwarm('full')
    const full = swarm.start({ capacityBytes: 1000 })
    const workers = [full, ...(await swarm.startAll(2))]
    await swarm.joined(...workers)
    const piece = swarm.piece(200_000)
    const outcomes = await swarm.drive(swarm.put(workers, piece))
    assert.deepEqual(codes(outcomes), ['no-room', '', ''])
    assert.match(outcomes[0]?.message ?? '', /no room/)
    assert.deepEqual(await holders(workers, piece), [false, true, true])
  })

  it('a disk that fails within the piece costs that copy and no other', async () => {
    for (const hook of ['begin', 'write', 'finish'] as const) {
      const swarm = new TestSwarm('disk')
      const fail = async (): Promise<void> => {
        throw new HiroError('io', 'the disk is gone')
      }
      const broken = swarm.startHooked({ [hook]: fail })
      const workers = [broken, ...(await swarm.startAll(1))]
      await swarm.joined(...workers)
      const piece = swarm.piece(200_000)
      assert.deepEqual(codes(await swarm.drive(swarm.put(workers, piece))), ['io', ''], hook)
      assert.deepEqual(await usedBytes([broken]), [0], hook)
    }
  })

  it('a piece that is here already travels on to where it is not, and its receipt is due again', async () => {
    const swarm = new TestSwarm('already')
    const workers = await swarm.startAll(3)
    const piece = swarm.piece(200_000)
    await swarm.drive(swarm.put(workers.slice(0, 1), piece))
    await swarm.clock.advance(100)
    const grant = swarm.coordinator.grant(swarm.client.self, workers, { revision: 9 })
    assert.deepEqual(codes(await swarm.drive(swarm.put(workers, piece, { grant }))), ['', '', ''])
    assert.deepEqual(await holders(workers, piece), [true, true, true])
    await swarm.clock.advance(100)
    const heard = swarm.coordinator.receipts.filter(({ peer }) => peer === workers[0]?.id)
    assert.deepEqual(
      heard.map(({ revision }) => revision),
      [7, 9],
    )
  })

  it('a client that breaks off leaves nothing behind, at any hop', async () => {
    const swarm = new TestSwarm('breaks off')
    const workers = await swarm.startAll(3)
    const channel = await swarm.drive(swarm.channel(workers[0] as TestWorker))
    const body = slices(swarm.piece(600_000), async (index) => {
      if (index === 5) throw new Error('had enough')
    })
    const failure = await failureOf(swarm.drive(swarm.putOn(channel, workers, swarm.piece(600_000), { body })))
    assert.match(String(failure), /had enough/)
    assert.ok((await usedBytes(workers)).some((bytes) => bytes > 0))
    channel.abort(new Error('had enough'))
    await swarm.clock.advance(100)
    assert.deepEqual(await usedBytes(workers), [0, 0, 0])
  })

  it('a client that is silent within a piece is given up, in the end, and nobody else is blamed before', async () => {
    const swarm = new TestSwarm('silent client')
    const workers = await swarm.startAll(3)
    const piece = swarm.piece(600_000)
    const pausing = (ms: number): AsyncGenerator<Uint8Array> =>
      slices(piece, async (index) => {
        if (index === 5) await sleep(swarm.clock, ms)
      })
    const late = failureOf(swarm.drive(swarm.put(workers, piece, { body: pausing(1.5 * PEER_STALL_MS) })))
    assert.ok(((await late) as HiroError).code === 'unreachable', String(await late))
    assert.deepEqual(await usedBytes(workers), [0, 0, 0])
    assert.deepEqual(codes(await swarm.drive(swarm.put(workers, piece, { body: pausing(0.9 * PEER_STALL_MS) }))), [
      '',
      '',
      '',
    ])
  })
})
