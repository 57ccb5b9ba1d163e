import assert from 'node:assert/strict'
import { SimulatedClock } from '../../clock/simulated-clock.ts'
import { sleep } from '../../clock/sleep.ts'
import { hasCode } from '../../errors.ts'
import {
  ANSWER_STALL_MS,
  CALL_BYTES_MAX,
  CALL_BYTES_PER_PEER_MAX,
  CALL_TIMEOUT_MS,
  CONTROL_FRAME_BYTES_MAX,
  FRAME_MS,
  HELLO_FRAME_BYTES_MAX,
  HELLO_MS,
} from '../../limits.ts'
import { SeededRandom } from '../../random/seeded-random.ts'
import { encodeFrame } from '../../transport/byte-reader.ts'
import { Channel, channelHandler } from '../../transport/channel.ts'
import { MemoryNetwork } from '../../transport/memory-network.ts'
import { failureOf } from '../../transport/suite-bytes.ts'
import type { Transport } from '../../transport/transport.ts'
import { CONTROL, type ControlHandlers } from '../control/protocol.ts'
import type { CallBytes } from './call-bytes.ts'
import { CallClient } from './call-client.ts'
import { callServing, serveCalls } from './call-server.ts'

const SERVER = { id: 'server', addresses: ['/memory/server'] }
const LIST = { folder: new Uint8Array(16), after: new Uint8Array(), limit: 1 }

describe('the answering end of a call protocol', () => {
  let clock: SimulatedClock
  let network: MemoryNetwork
  let client: Transport
  let admitted: boolean
  let badFrames: number
  let handlers: { -readonly [Name in keyof ControlHandlers]?: ControlHandlers[Name] }
  let serving: ReturnType<typeof callServing>

  beforeEach(() => {
    clock = new SimulatedClock()
    network = new MemoryNetwork({ clock, random: new SeededRandom('call server'), bufferBytesMax: 4096 })
    client = network.join('client')
    admitted = true
    badFrames = 0
    handlers = { list: async () => ({ entries: [], more: false }) }
    serving = callServing(clock, () => {})
    network.join(SERVER.id, SERVER.addresses[0]).handle(
      CONTROL.id,
      channelHandler(async (channel) => {
        const caller = { admitted: () => admitted, onBadFrame: () => void badFrames++ }
        await serveCalls(channel, CONTROL, handlers as ControlHandlers, serving, caller)
      }),
    )
  })

  const open = async (from = client): Promise<Channel> =>
    new Channel(await clock.drive(from.open(SERVER, CONTROL.id, {})))

  it('a peer that has not shown that it belongs here has a while for it', async () => {
    admitted = false
    const channel = await open()
    await clock.advance(0.9 * HELLO_MS)
    assert.equal(channel.broken, false)
    await clock.advance(0.2 * HELLO_MS)
    assert.equal(channel.broken, true)
    admitted = true
    const member = await open()
    await clock.advance(100 * HELLO_MS)
    assert.equal(member.broken, false)
  })

  it('it may send little until then, and is told apart when it sends what is no call', async () => {
    admitted = false
    const channel = await open()
    const length = Buffer.alloc(4)
    length.writeUInt32BE(HELLO_FRAME_BYTES_MAX + 1)
    await clock.drive(channel.send(length))
    await clock.advance(100)
    assert.deepEqual([channel.broken, badFrames], [true, 1])
    admitted = true
    const member = await open()
    await clock.drive(member.send(length))
    await clock.advance(100)
    assert.equal(member.broken, false)
  })

  it('a frame that comes one byte a second is not waited for', async () => {
    const channel = await open()
    const frame = encodeFrame(CONTROL.request.encode({ id: 1, list: LIST }))
    const dribble = async (): Promise<void> => {
      for (let at = 0; at < frame.byteLength; at++) {
        await channel.send(frame.subarray(at, at + 1))
        await sleep(clock, 1_000)
      }
    }
    const startMs = clock.now()
    assert.ok(hasCode(await failureOf(clock.drive(dribble())), 'unreachable'))
    assert.ok(clock.now() - startMs < 2 * FRAME_MS)
  })

  it('a peer that does not read its answers loses its stream, and what they held is free', async () => {
    const sealedName = new Uint8Array(60_000)
    handlers.list = async () => ({ entries: [{ ...ENTRY, sealedName }], more: false })
    const channel = await open()
    for (let id = 1; id <= 3; id++) {
      await clock.drive(channel.send(encodeFrame(CONTROL.request.encode({ id, list: LIST }))))
    }
    await clock.advance(0.9 * ANSWER_STALL_MS)
    assert.equal(channel.broken, false)
    await clock.advance(ANSWER_STALL_MS)
    assert.equal(channel.broken, true)
    await clock.advance(100)
    assert.equal(serving.bytes.isFull('client'), false)
    assert.equal(held(serving.bytes), 0)
  })

  it('a peer with much open is not read on; when all hold too much, calls are refused as busy', async () => {
    let begun = 0
    const release = Promise.withResolvers<void>()
    handlers.list = async () => {
      begun++
      await release.promise
      return { entries: [], more: false }
    }
    const channel = await open()
    const large = encodeFrame(
      CONTROL.request.encode({ id: 1, list: { ...LIST, after: new Uint8Array(CONTROL_FRAME_BYTES_MAX - 100) } }),
    )
    const sending = Promise.all(Array.from({ length: 20 }, async () => await channel.send(large)))
    sending.catch(() => {})
    await clock.advance(2_000)
    const most = CALL_BYTES_PER_PEER_MAX / CONTROL_FRAME_BYTES_MAX + 1
    assert.ok(begun >= most - 1 && begun <= most + 1, `${begun} calls of 1 MiB are open`)

    using _ = serving.bytes.hold('others', CALL_BYTES_MAX)
    const calls = new CallClient(await open(network.join('other')), CONTROL, clock)
    assert.ok(hasCode(await failureOf(clock.drive(calls.call('list', LIST))), 'busy'))
    release.resolve()
  })

  it('a thousand calls of one peer: another one is answered before they are', async () => {
    const done: string[] = []
    handlers.list = async () => {
      await sleep(clock, 10)
      return { entries: [], more: false }
    }
    const flood = new CallClient(await open(), CONTROL, clock)
    const honest = new CallClient(await open(network.join('other')), CONTROL, clock)
    const options = { timeoutMs: 20 * CALL_TIMEOUT_MS }
    const flooding = Array.from({ length: 1_000 }, async () => {
      await flood.call('list', LIST, options)
      done.push('flood')
    })
    await clock.advance(50)
    const asking = async (): Promise<void> => {
      for (let at = 0; at < 10; at++) {
        await honest.call('list', LIST, options)
        done.push('honest')
      }
    }
    await clock.drive(Promise.all([...flooding, asking()]))
    const last = done.lastIndexOf('honest')
    assert.ok(last < 500, `the tenth answer came after ${last} others`)
  })
})

const ENTRY = {
  id: new Uint8Array(16),
  tag: new Uint8Array(32),
  folder: false,
  sealedName: new Uint8Array(),
  sealedAttributes: new Uint8Array(),
  version: 0,
  sealedHead: new Uint8Array(),
  revision: 0,
  committedAtMs: 0,
}

/** By how much more they become full. */
function held(bytes: CallBytes): number {
  using _ = bytes.hold('probe', CALL_BYTES_MAX)
  return bytes.full ? 1 : 0
}
