import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { pipe } from 'it-pipe'
import { SimulatedClock } from '../clock/simulated-clock.ts'
import { hasCode } from '../errors.ts'
import { SeededRandom } from '../random/seeded-random.ts'
import { MemoryNetwork, type MemoryNetworkOptions } from './memory-network.ts'
import { collect, digest, endless, failureOf, MIB, never, randomSlices } from './suite-bytes.ts'
import type { ByteStream, PeerAddress, Transport } from './transport.ts'

const PROTOCOL = '/hiro/memory/1'
const address = (name: string): PeerAddress => ({ id: name, addresses: [`/memory/${name}`] })

describe('MemoryNetwork', () => {
  let clock: SimulatedClock

  beforeEach(() => {
    clock = new SimulatedClock()
  })

  function networkOf(options: Partial<MemoryNetworkOptions> & { seed?: number } = {}): MemoryNetwork {
    const { seed = 1, ...others } = options
    return new MemoryNetwork({ clock, random: new SeededRandom(seed), delayMs: [1, 20], ...others })
  }

  const join = (network: MemoryNetwork, name: string): Transport => network.join(name, `/memory/${name}`)

  /** Two peers; `b` sends back whatever comes. */
  function echoing(network: MemoryNetwork): [a: Transport, b: Transport] {
    const [a, b] = [join(network, 'a'), join(network, 'b')]
    b.handle(PROTOCOL, (stream) => pipe(stream, stream))
    return [a, b]
  }

  const open = (from: Transport, to: string, options = {}): Promise<ByteStream> =>
    from.open(address(to), PROTOCOL, options)

  /** How `work` settled within `ms` of simulated time. */
  async function outcomeWithin(ms: number, work: Promise<unknown>): Promise<string> {
    let outcome = 'pending'
    work.then(
      () => {
        outcome = 'resolved'
      },
      (error: unknown) => {
        outcome = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      },
    )
    await clock.advance(ms)
    return outcome
  }

  it('the same seed plays the same events at the same times, another seed others', async () => {
    const play = async (seed: number): Promise<string> => {
      clock = new SimulatedClock()
      const network = networkOf({ seed, breakOneIn: 40 })
      const events: string[] = []
      const names = ['a', 'b', 'c', 'd']
      const peers = names.map((name) => join(network, name))
      const note = (event: string): void => void events.push(`${clock.now()} ${event}`)
      for (const peer of peers) {
        peer.handle(PROTOCOL, async (stream) => {
          for await (const slice of stream.source) note(`${peer.self} got ${slice.byteLength} of ${stream.remotePeer}`)
        })
      }
      const send = async (from: Transport, to: string): Promise<void> => {
        const stream = await open(from, to)
        const failure = await failureOf(stream.sink(randomSlices(MIB, seed)))
        note(`${from.self} sent to ${to}: ${failure}`)
      }
      const others = (peer: Transport): string[] => names.filter((name) => name !== peer.self)
      await clock.drive(Promise.all(peers.flatMap((peer) => others(peer).map((to) => send(peer, to)))))
      assert.ok(events.some((event) => event.includes('broke')) && events.some((event) => event.includes('undefined')))
      return createHash('sha256').update(events.join('\n')).digest('hex')
    }
    assert.equal(await play(1), await play(1))
    assert.notEqual(await play(1), await play(2))
  })

  it('a break by the network is an error at both ends, whole slices before it', async () => {
    const network = networkOf({ breakOneIn: 20 })
    const [a, b] = [join(network, 'a'), join(network, 'b')]
    const received = Promise.withResolvers<unknown>()
    b.handle(PROTOCOL, async (stream) => received.resolve(await failureOf(digest(stream.source))))
    const stream = await clock.drive(open(a, 'b'))
    assert.equal(await outcomeWithin(5000, stream.sink(endless(0))), 'unreachable')
    assert.equal((await received.promise) instanceof Error, true)
  })

  it('calmed, it breaks no more streams', async () => {
    const network = networkOf({ breakOneIn: 20 })
    const [a, b] = [join(network, 'a'), join(network, 'b')]
    b.handle(PROTOCOL, async (stream) => void (await digest(stream.source)))
    const stream = await clock.drive(open(a, 'b'))
    network.calm()
    assert.equal(await outcomeWithin(300, stream.sink(endless(0))), 'pending')
  })

  it('parted in silence: nothing arrives or fails; healed, everything arrives in order', async () => {
    const network = networkOf()
    const [a] = echoing(network)
    const stream = await clock.drive(open(a, 'b'))
    network.partition('a', 'b')
    const sent = randomSlices(MIB / 2)
    const echoed = Promise.all([digest(stream.source), stream.sink(sent)])
    const opened = open(a, 'b', { timeoutMs: 3_600_000 })
    assert.equal(await outcomeWithin(1_000_000, echoed), 'pending')
    assert.equal(await outcomeWithin(1_000_000, opened), 'pending')
    network.heal('b', 'a')
    assert.deepEqual((await clock.drive(echoed))[0], await digest(sent))
    assert.ok(await clock.drive(opened))
  })

  it('parted in silence: opening ends by its deadline, and others are reached', async () => {
    const network = networkOf()
    const [a] = echoing(network)
    join(network, 'c').handle(PROTOCOL, (stream) => pipe(stream, stream))
    network.partition('a', 'b')
    assert.equal(await outcomeWithin(999, open(a, 'b', { timeoutMs: 1000 })), 'pending')
    assert.equal(await outcomeWithin(1000, open(a, 'b', { timeoutMs: 1000 })), 'unreachable')
    assert.ok(await clock.drive(open(a, 'c')))
  })

  it('parted by resets: streams break, opening fails at once, and works again once healed', async () => {
    const network = networkOf()
    const [a] = echoing(network)
    const stream = await clock.drive(open(a, 'b'))
    const pending = Promise.all([failureOf(stream.sink(never())), failureOf(collect(stream.source))])
    network.partition('a', 'b', 'reset')
    assert.equal(await outcomeWithin(50, pending), 'resolved')
    assert.ok((await pending).every((failure) => failure instanceof Error))
    assert.equal(await outcomeWithin(50, open(a, 'b')), 'unreachable')
    network.heal('a', 'b')
    assert.ok(await clock.drive(open(a, 'b')))
  })

  it('late messages: other streams overtake them, and none overtakes another of its own', async () => {
    let overtaken = 0
    const network = networkOf({ lateOneIn: 5, lateMsMax: 500, onOvertaken: () => overtaken++ })
    const [a] = echoing(network)
    const sent = [1, 2, 3].map((seed) => randomSlices(MIB / 4, seed))
    const streams = await clock.drive(Promise.all(sent.map(() => open(a, 'b'))))
    const echoed = streams.map((stream, at) => Promise.all([digest(stream.source), stream.sink(sent[at] ?? [])]))
    for (const [at, [got]] of (await clock.drive(Promise.all(echoed))).entries())
      assert.deepEqual(got, await digest(sent[at] ?? []))
    assert(overtaken > 0)
  })

  it('a paused peer: nothing of it happens, breaks included, until it goes on', async () => {
    const network = networkOf()
    const [a] = echoing(network)
    const stream = await clock.drive(open(a, 'b'))
    const heard = pipe(stream, collect)
    network.pause('a')
    const settled = outcomeWithin(60_000, heard)
    network.disconnect('a', 'b')
    assert.equal(await settled, 'pending')
    network.resume('a')
    assert.equal(await outcomeWithin(0, heard), 'unreachable')
  })

  it('a killed peer: what it sent arrives, then its streams break; it notices nothing itself', async () => {
    const network = networkOf()
    const [a, b] = [join(network, 'a'), join(network, 'b')]
    const atB = Promise.withResolvers<{ stream: ByteStream; sent: Promise<void> }>()
    b.handle(PROTOCOL, async (stream) => {
      const source = (async function* () {
        yield Buffer.from('last words')
        yield* never()
      })()
      atB.resolve({ stream, sent: stream.sink(source) })
      await new Promise(() => {})
    })
    const stream = await clock.drive(open(a, 'b'))
    const sending = failureOf(stream.sink(endless(1)))
    const { stream: streamAtB, sent } = await clock.drive(atB.promise)
    await clock.advance(100)
    const opening = open(b, 'a')
    network.kill('b')
    const read = streamAtB.source[Symbol.asyncIterator]().next()
    const received: string[] = []
    const reading = (async () => {
      for await (const slice of stream.source) received.push(Buffer.from(slice).toString())
    })()
    assert.equal(await outcomeWithin(100, reading), 'unreachable')
    assert.deepEqual(received, ['last words'])
    assert.ok(hasCode(await clock.drive(sending), 'unreachable'))
    for (const dead of [sent, read, opening, open(b, 'a')]) {
      assert.equal(await outcomeWithin(100_000, dead), 'pending')
    }
  })

  it('a killed peer is unreachable until it joins again, and its old streams stay broken', async () => {
    const network = networkOf()
    const [a] = echoing(network)
    const stream = await clock.drive(open(a, 'b'))
    network.kill('b')
    assert.equal(await outcomeWithin(50, open(a, 'b')), 'unreachable')
    assert.equal(await outcomeWithin(50, open(a, 'b')), 'unreachable')
    join(network, 'b').handle(PROTOCOL, (stream) => pipe(stream, stream))
    assert.equal(await outcomeWithin(50, digest(stream.source)), 'unreachable')
    const again = await clock.drive(open(a, 'b'))
    const sent = randomSlices(1000)
    const [received] = await clock.drive(Promise.all([digest(again.source), again.sink(sent)]))
    assert.deepEqual(received, await digest(sent))
  })

  it('killed while parted: word of it arrives only when healed', async () => {
    const network = networkOf()
    const [a] = echoing(network)
    const stream = await clock.drive(open(a, 'b'))
    network.partition('a', 'b')
    network.kill('b')
    const reading = digest(stream.source)
    assert.equal(await outcomeWithin(100_000, reading), 'pending')
    network.heal('a', 'b')
    assert.equal(await outcomeWithin(0, reading), 'unreachable')
  })

  it('a stream that nobody waits for any more when the answer comes is dropped', async () => {
    const network = networkOf({ delayMs: [100, 100] })
    const [a, b] = [join(network, 'a'), join(network, 'b')]
    const served = Promise.withResolvers<unknown>()
    b.handle(PROTOCOL, async (stream) => served.resolve(await failureOf(digest(stream.source))))
    assert.equal(await outcomeWithin(1000, open(a, 'b', { timeoutMs: 150 })), 'unreachable')
    assert.ok((await served.promise) instanceof Error)
  })

  it('what the reader does with its bytes does not touch those of the sender', async () => {
    const network = networkOf()
    const [a] = echoing(network)
    const stream = await clock.drive(open(a, 'b'))
    const sent = Buffer.from('mine')
    const [received] = await clock.drive(Promise.all([collect(stream.source), stream.sink([sent])]))
    received[0]?.fill(0)
    assert.equal(sent.toString(), 'mine')
  })
})
