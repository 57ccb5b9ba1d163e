import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { SimulatedClock } from '../clock/simulated-clock.ts'
import { HiroError } from '../errors.ts'
import { SeededRandom } from '../random/seeded-random.ts'
import { retry } from './retry.ts'

const policy = { patienceMs: 10_000, firstDelayMs: 400, delayMsMax: 1000 }
const unreachable = (): Promise<never> => Promise.reject(new HiroError('unreachable', 'nobody there'))

function ports(seed: string | number = 'retry'): { clock: SimulatedClock; random: SeededRandom } {
  return { clock: new SimulatedClock(), random: new SeededRandom(seed) }
}

describe('retry', () => {
  it('tries again what may succeed later, and gives the result', async () => {
    const { clock, random } = ports()
    const told: string[] = []
    const work = async (attempt: number): Promise<number> => (attempt < 4 ? await unreachable() : attempt)
    const { signal } = new AbortController()
    const result = retry({ clock, random }, policy, work, signal, (error) => told.push(error.code))
    assert.equal(await clock.drive(result), 4)
    assert.equal(getEventListeners(signal, 'abort').length, 0)
    assert.deepEqual(told, ['unreachable', 'unreachable', 'unreachable'])
    assert.equal(clock.idle, true)
  })

  it('does not repeat what cannot succeed, nor what is a bug or has an unknown end', async () => {
    for (const error of [new HiroError('not-found', 'no'), new HiroError('unknown', 'lost'), new TypeError('bug')]) {
      let tries = 0
      const work = (): Promise<never> => {
        tries++
        return Promise.reject(error)
      }
      await assert.rejects(retry(ports(), policy, work), error)
      assert.equal(tries, 1)
    }
  })

  it('waits a quarter longer each time up to the most, every wait between its half and its whole', async () => {
    const { clock, random } = ports()
    const delaysMs: number[] = []
    const result = retry({ clock, random }, policy, unreachable, undefined, (_, delayMs) => delaysMs.push(delayMs))
    await assert.rejects(clock.drive(result), { code: 'unreachable' })
    const fullMs = [400, 500, 625, 782, 977, 1000, 1000]
    assert(delaysMs.length >= fullMs.length)
    fullMs.forEach((full, at) => {
      const delayMs = Number(delaysMs[at])
      assert(delayMs >= full / 2 && delayMs <= full, `wait ${at + 1}: ${delayMs} ms`)
    })
  })

  it('many who failed together do not come back together', async () => {
    const delaysMs = new Set<number>()
    for (let seed = 0; seed < 20; seed++) {
      const { clock, random } = ports(seed)
      const work = async (attempt: number): Promise<void> => (attempt === 1 ? await unreachable() : undefined)
      await clock.drive(retry({ clock, random }, policy, work, undefined, (_, delayMs) => delaysMs.add(delayMs)))
    }
    assert(delaysMs.size > 8, `${delaysMs.size} different waits of 20`)
  })

  it('tries a last time when patience ends, and then throws the last error', async () => {
    const { clock, random } = ports()
    const startMs = clock.now()
    const triesMs: number[] = []
    const work = (attempt: number): Promise<never> => {
      triesMs.push(clock.now() - startMs)
      return Promise.reject(new HiroError('busy', `try ${attempt}`))
    }
    const failure: unknown = await clock.drive(retry({ clock, random }, policy, work)).catch((error: unknown) => error)
    assert(failure instanceof HiroError && failure.message === `try ${triesMs.length}`)
    assert.equal(triesMs.at(-1), policy.patienceMs)
    assert.equal(clock.idle, true)
  })

  it('who was away for a while is found again after at most a third of that on top', async () => {
    for (const awayMs of [500, 1_500, 4_000]) {
      const { clock, random } = ports(awayMs)
      const backMs = clock.now() + awayMs
      const work = async (): Promise<number> => (clock.now() < backMs ? await unreachable() : clock.now())
      const lateMs = (await clock.drive(retry({ clock, random }, { ...policy, firstDelayMs: 50 }, work))) - backMs
      assert(lateMs <= awayMs / 3, `away for ${awayMs} ms, found ${lateMs} ms later`)
    }
  })

  it('aborted while waiting: ends at once with the reason and leaves nothing behind', async () => {
    const { clock, random } = ports()
    const controller = new AbortController()
    const startMs = clock.now()
    clock.after(20, () => controller.abort())
    await assert.rejects(clock.drive(retry({ clock, random }, policy, unreachable, controller.signal)), {
      code: 'aborted',
    })
    assert.equal(clock.now() - startMs, 20)
    assert.equal(clock.idle, true)
    assert.equal(getEventListeners(controller.signal, 'abort').length, 0)
  })
})
