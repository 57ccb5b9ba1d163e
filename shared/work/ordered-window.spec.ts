import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { SimulatedClock } from '../clock/simulated-clock.ts'
import { sleep } from '../clock/sleep.ts'
import { HiroError } from '../errors.ts'
import { SeededRandom } from '../random/seeded-random.ts'
import { mapOrdered } from './ordered-window.ts'

const numbers = (length: number): number[] => Array.from({ length }, (_, at) => at)

async function collect<R>(results: AsyncIterable<R>): Promise<R[]> {
  const all: R[] = []
  for await (const result of results) all.push(result)
  return all
}

/** A source that tells how far it was read and whether it was closed. */
class Source {
  read = 0
  closed = false
  readonly #length: number
  readonly #clock: SimulatedClock | undefined

  constructor(length: number, clock?: SimulatedClock) {
    this.#length = length
    this.#clock = clock
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<number> {
    try {
      while (this.read < this.#length) {
        if (this.#clock) await sleep(this.#clock, 3)
        yield this.read++
      }
    } finally {
      if (this.#clock) await sleep(this.#clock, 3)
      this.closed = true
    }
  }
}

describe('mapOrdered', () => {
  it('yields every result in the order of the source, whatever work ends first', async () => {
    for (let seed = 0; seed < 50; seed++) {
      const clock = new SimulatedClock()
      const random = new SeededRandom(seed)
      const length = random.below(20)
      const concurrency = 1 + random.below(6)
      let active = 0
      const work = async (n: number): Promise<number> => {
        assert(++active <= concurrency)
        await sleep(clock, random.below(50))
        active--
        return n * n
      }
      const source = random.below(2) === 0 ? new Source(length, clock) : numbers(length)
      const results = await clock.drive(collect(mapOrdered(source, concurrency, work)))
      assert.deepEqual(
        results,
        numbers(length).map((n) => n * n),
      )
    }
  })

  it('works on as many as allowed at once: eight of 10 ms, four at once, take 20 ms', async () => {
    const clock = new SimulatedClock()
    const startMs = clock.now()
    await clock.drive(collect(mapOrdered(numbers(8), 4, async () => await sleep(clock, 10))))
    assert.equal(clock.now() - startMs, 20)
  })

  it('goes on while the consumer is busy, but never reads further ahead than the window', async () => {
    const clock = new SimulatedClock()
    const source = new Source(100)
    let ended = 0
    const work = async (): Promise<void> => {
      await sleep(clock, 10)
      ended++
    }
    const results = mapOrdered(source, 3, work)
    await clock.drive(results.next())
    await clock.advance(1000)
    assert.equal(ended, 4)
    assert(source.read <= 4 + 1, `read ${source.read}`)
    await clock.drive(results.return())
  })

  it('the first failure aborts all other work, waits for it, closes the source and is what is thrown', async () => {
    const clock = new SimulatedClock()
    const source = new Source(100)
    let active = 0
    const work = async (n: number, signal: AbortSignal): Promise<number> => {
      active++
      try {
        if (n === 2) {
          await sleep(clock, 5)
          throw new HiroError('integrity', 'piece 2')
        }
        await sleep(clock, 50, signal).catch(() => assert.fail('stream reset'))
        return n
      } finally {
        await sleep(clock, 7)
        active--
      }
    }
    const startMs = clock.now()
    await assert.rejects(clock.drive(collect(mapOrdered(source, 4, work))), { code: 'integrity', message: 'piece 2' })
    assert.equal(active, 0)
    assert.equal(clock.now() - startMs, 5 + 7 + 7)
    assert.equal(source.closed, true)
    assert.equal(clock.idle, true)
  })

  it('work that throws at once and a source that fails end it the same way', async () => {
    const clock = new SimulatedClock()
    const bad = (): Promise<number> => {
      throw new Error('at once')
    }
    await assert.rejects(clock.drive(collect(mapOrdered(numbers(3), 2, bad))), /at once/)
    async function* failing(): AsyncGenerator<number> {
      yield 0
      throw new Error('of the source')
    }
    let aborted = 0
    const work = async (_: number, signal: AbortSignal): Promise<void> => {
      await sleep(clock, 50, signal).catch(() => aborted++)
    }
    await assert.rejects(clock.drive(collect(mapOrdered(failing(), 2, work))), /of the source/)
    assert.equal(aborted, 1)
  })

  it('a source that waits to be read on is closed, and that is waited for; one that is over or has failed is left alone', async () => {
    const clock = new SimulatedClock()
    const closes: string[] = []
    const sourceOf = (name: string, next: () => Promise<IteratorResult<number>>): AsyncIterable<number> => ({
      [Symbol.asyncIterator]: () => ({
        next,
        return: async () => {
          await sleep(clock, 10)
          closes.push(name)
          return { done: true, value: undefined }
        },
      }),
    })
    const consume = async (source: AsyncIterable<number>): Promise<void> => {
      for await (const _ of mapOrdered(source, 2, async (n) => n)) if (closes.length === 0) break
    }
    const endless = sourceOf('endless', async () => ({ done: false, value: 1 }))
    await clock.drive(consume(endless))
    assert.deepEqual(closes, ['endless'])
    await clock.drive(consume(sourceOf('over', async () => ({ done: true, value: undefined }))))
    const failed = sourceOf('failed', () => Promise.reject(new Error('of the source')))
    await assert.rejects(clock.drive(consume(failed)), /of the source/)
    await clock.advance(100)
    assert.deepEqual(closes, ['endless'])
  })

  it('a consumer that leaves early aborts the rest, waits for it and closes the source', async () => {
    const clock = new SimulatedClock()
    const source = new Source(100)
    const endings: string[] = []
    const work = async (n: number, signal: AbortSignal): Promise<number> => {
      await sleep(clock, n * 10, signal).catch(() => endings.push(`${n} aborted`))
      return n
    }
    const consume = async (): Promise<void> => {
      for await (const n of mapOrdered(source, 3, work)) if (n === 1) break
    }
    await clock.drive(consume())
    assert.deepEqual(endings, ['2 aborted', '3 aborted'])
    assert.equal(source.closed, true)
    assert.equal(clock.idle, true)
  })

  it('does not wait for a source that hangs, as a terminal does', async () => {
    const clock = new SimulatedClock()
    const controller = new AbortController()
    async function* hanging(): AsyncGenerator<number> {
      yield 0
      await new Promise(() => {})
    }
    clock.after(10, () => controller.abort())
    const results = collect(mapOrdered(hanging(), 2, async (n) => n, controller.signal))
    await assert.rejects(clock.drive(results), { code: 'aborted' })
  })

  it('the caller’s abort is thrown with its reason, aborted before or meanwhile, and leaves no listener', async () => {
    const clock = new SimulatedClock()
    const controller = new AbortController()
    const work = async (_: number, signal: AbortSignal): Promise<void> => await sleep(clock, 50, signal)
    clock.after(20, () => controller.abort(new HiroError('timeout', 'enough')))
    const results = collect(mapOrdered(numbers(9), 3, work, controller.signal))
    await assert.rejects(clock.drive(results), { code: 'timeout' })
    const late = collect(mapOrdered(numbers(9), 3, async () => assert.fail('began'), controller.signal))
    await assert.rejects(clock.drive(late), { code: 'timeout' })
    assert.equal(getEventListeners(controller.signal, 'abort').length, 0)
    assert.equal(clock.idle, true)
  })

  it('at a good end the signal that work was given is not aborted: what it handed out may still use it', async () => {
    const signals: AbortSignal[] = []
    const work = async (_: number, signal: AbortSignal): Promise<void> => void signals.push(signal)
    const { signal } = new AbortController()
    await collect(mapOrdered(numbers(5), 2, work, signal))
    assert.equal(getEventListeners(signal, 'abort').length, 0)
    assert.equal(signals.length, 5)
    assert(signals.every((signal) => !signal.aborted))
  })
})
