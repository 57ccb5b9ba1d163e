import assert from 'node:assert/strict'
import { sleep } from '../../../shared/clock/sleep.ts'
import { systemClock } from '../../../shared/clock/system-clock.ts'
import { RingDrain, RingFiller, ringMemory } from './request-ring.ts'

describe('the ring of requests', () => {
  let filler: RingFiller
  let drain: RingDrain
  let received: string[]
  let running: Promise<void>
  let answer: () => Promise<void> | undefined

  beforeEach(() => {
    const memory = ringMemory()
    filler = new RingFiller(memory)
    drain = new RingDrain(memory)
    received = []
    answer = () => undefined
    running = drain.run((request) => {
      received.push(Buffer.from(request).toString())
      return answer()
    })
  })

  afterEach(async () => {
    drain.close()
    await running
  })

  const put = (text: string): number => {
    const { slot, memory } = filler.room()
    filler.put(slot, Buffer.from(text).copy(memory))
    return slot
  }
  const until = async (count: number): Promise<void> => {
    while (received.length < count) await sleep(systemClock, 1)
  }

  it('hands over each request once, in order, more of them than it has room for at once', async () => {
    const sent = Array.from({ length: 1000 }, (_, at) => `request ${at}`)
    for (const [at, text] of sent.entries()) {
      put(text)
      if (at % 50 === 49) await until(at + 1)
    }
    await until(1000)
    assert.deepEqual(received, sent)
  })

  it('uses the same memory again when it is free, and not before', async () => {
    const over = Promise.withResolvers<void>()
    answer = () => over.promise
    const first = put('kept')
    await until(1)
    answer = () => undefined
    const second = put('free at once')
    await until(2)
    const third = put('again')
    assert.notEqual(second, first)
    assert.equal(third, second)
    over.resolve()
    await until(3)
    await sleep(systemClock, 1)
    assert.equal(put('and the first'), first)
    await until(4)
  })

  it('ends behind what was put', async () => {
    put('last')
    drain.close()
    await running
    assert.deepEqual(received, ['last'])
  })
})
