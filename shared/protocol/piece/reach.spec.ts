import assert from 'node:assert/strict'
import { SimulatedClock } from '../../clock/simulated-clock.ts'
import { sleep } from '../../clock/sleep.ts'
import { hasCode } from '../../errors.ts'
import { SeededRandom } from '../../random/seeded-random.ts'
import { encodeFrame } from '../../transport/byte-reader.ts'
import { channelHandler } from '../../transport/channel.ts'
import { MemoryNetwork } from '../../transport/memory-network.ts'
import { ChannelPool } from '../../transport/stream-pool.ts'
import { failureOf } from '../../transport/suite-bytes.ts'
import { reach } from './reach.ts'

const PROTOCOL = '/hiro/echo/1'
const SERVER = { id: 'server', addresses: ['/memory/server'] }
const REACH_MS = 4_000
/** A stall is noticed a quarter late at most. */
const NOTICED_MS = 1.3 * REACH_MS

describe('reaching a peer', () => {
  let clock: SimulatedClock
  let network: MemoryNetwork
  let pool: ChannelPool

  beforeEach(() => {
    clock = new SimulatedClock()
    network = new MemoryNetwork({ clock, random: new SeededRandom('reach') })
    const echo = channelHandler(async (channel) => {
      for (let frame = await channel.reader.readFrame(10); frame; frame = await channel.reader.readFrame(10))
        await channel.send(encodeFrame(frame))
    })
    network.join(SERVER.id, SERVER.addresses[0]).handle(PROTOCOL, echo)
    pool = new ChannelPool(network.join('client'), PROTOCOL, { clock, idleMs: 1e6, streamsPerPeerMax: 1 })
  })

  const ask = async (waitMs = 0, signal?: AbortSignal): Promise<number> =>
    await reach(pool, SERVER, { clock, reachMs: REACH_MS, signal }, async (channel) => {
      await channel.send(encodeFrame(new Uint8Array(3)))
      await sleep(clock, waitMs)
      return (await channel.reader.expectFrame(10)).byteLength
    })

  it('what happens once it is reached may take as long as it likes', async () => {
    assert.equal(await clock.drive(ask(10 * REACH_MS)), 3)
    assert.equal(await clock.drive(ask(10 * REACH_MS)), 3)
  })

  it('one that does not answer the dial, or lets wait for a turn, is given up in time', async () => {
    const first = ask(10 * REACH_MS)
    let startMs = clock.now()
    assert.ok(hasCode(await failureOf(clock.drive(ask())), 'timeout'))
    assert.ok(clock.now() - startMs <= NOTICED_MS)
    await clock.drive(first)
    await clock.advance(1e6)

    network.partition('client', SERVER.id, 'silent')
    startMs = clock.now()
    assert.ok(hasCode(await failureOf(clock.drive(ask())), 'timeout'))
    assert.ok(clock.now() - startMs <= NOTICED_MS)
    network.heal('client', SERVER.id)
    assert.equal(await clock.drive(ask()), 3)
  })

  it('where a kept stream turns out to be dead, the dial that follows has as long again, and no longer', async () => {
    await clock.drive(ask())
    network.partition('client', SERVER.id, 'silent')
    clock.after(2 * REACH_MS, () => network.disconnect('client', SERVER.id))
    const startMs = clock.now()
    assert.ok(hasCode(await failureOf(clock.drive(ask())), 'timeout'))
    assert.ok(clock.now() - startMs <= 2 * REACH_MS + NOTICED_MS)
  })

  it('is interrupted by its signal', async () => {
    network.partition('client', SERVER.id, 'silent')
    const controller = new AbortController()
    clock.after(500, () => controller.abort())
    assert.ok(hasCode(await failureOf(clock.drive(ask(0, controller.signal))), 'aborted'))
    await clock.advance(60_000)
    assert.ok(clock.idle, 'no timer is left')
  })
})
