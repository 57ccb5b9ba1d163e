import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cidOf } from '../shared/cid.ts'
import { sleep } from '../shared/clock/sleep.ts'
import { systemClock } from '../shared/clock/system-clock.ts'
import { newIdentity } from '../shared/identity.ts'
import { PIECE_SIZE_BYTES_MAX } from '../shared/limits.ts'
import { silentLog } from '../shared/log.ts'
import { get, greet, put } from '../shared/protocol/piece/piece-client.ts'
import { PIECE_PROTOCOL_ID } from '../shared/protocol/piece/protocol.ts'
import { systemRandom } from '../shared/random/system-random.ts'
import { Channel } from '../shared/transport/channel.ts'
import { startLibp2pTransport } from '../shared/transport/libp2p-transport.ts'
import { addressOf } from '../shared/transport/suite-bytes.ts'
import type { PeerAddress, Transport } from '../shared/transport/transport.ts'
import { FakeCoordinator } from './coordinator-fixture.ts'
import { nodeDisk } from './store/disk/node-disk.ts'
import { openDiskPieceStore } from './store/disk-piece-store.ts'
import { SqlitePieceIndex } from './store/index/sqlite-piece-index.ts'
import { sample } from './store/test-pieces.ts'
import { startWorker, type Worker } from './worker.ts'

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(systemClock, 20)
}

const LISTEN = ['/ip4/127.0.0.1/tcp/0']

describe('a chain of workers over libp2p, on a real disk', function () {
  this.timeout(60_000)
  const endings: (() => Promise<void>)[] = []
  const ports = { clock: systemClock, log: silentLog }
  let folder: string
  let coordinator: FakeCoordinator
  let coordinatorAt: PeerAddress

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hiro-chain-'))
    endings.push(async () => await rm(folder, { recursive: true }))
    const identity = newIdentity(systemRandom)
    coordinator = new FakeCoordinator({ clock: systemClock, random: systemRandom, identity })
    const transport = await start(LISTEN, identity)
    coordinator.serve(transport)
    coordinatorAt = addressOf(transport)
  })

  afterEach(async () => {
    for (const end of endings.splice(0).toReversed()) await end()
  })

  async function start(listen: string[], identity = newIdentity(systemRandom)): Promise<Transport> {
    const transport = await startLibp2pTransport({ identity, listen, clock: systemClock })
    endings.push(async () => await transport.stop())
    return transport
  }

  async function startOne(name: string): Promise<PeerAddress & { worker: Worker; transport: Transport }> {
    const disk = nodeDisk(join(folder, name))
    await disk.makeFolder('pieces')
    const index = await SqlitePieceIndex.open(join(folder, name, 'index.db'), systemRandom)
    const limits = { capacityBytes: 2 ** 30, reserveBytes: 0 }
    const store = await openDiskPieceStore({ disk, index, clock: systemClock, ...limits })
    endings.push(async () => await store.close())
    const transport = await start(LISTEN)
    const settings = { coordinator: coordinatorAt, secret: coordinator.secret, zone: '', name, ...limits }
    const worker = startWorker({ ...ports, store, transport }, settings)
    endings.push(async () => await worker.stop())
    await worker.joined
    return { ...addressOf(transport), worker, transport }
  }

  it('pieces of 4 MiB travel through three workers at once, can be read from each, and outlive the death of one within', async () => {
    const workers = await Promise.all(['one', 'two', 'three'].map(startOne))
    const client = await start([])
    const channelTo = async (worker: PeerAddress): Promise<Channel> => {
      const channel = new Channel(await client.open(worker, PIECE_PROTOCOL_ID, {}))
      await greet(channel, coordinator.pass(client.self, 'client'))
      return channel
    }
    const putAlong = async (chain: readonly PeerAddress[], piece: { cid: string; bytes: Uint8Array }) => {
      const [first, ...rest] = chain
      assert(first)
      const grant = coordinator.grant(client.self, chain)
      const order = { ...piece, grant, sizeBytes: piece.bytes.byteLength, forward: rest.map(({ id }) => id) }
      const outcomes = await put(await channelTo(first), order, piece.bytes, ports)
      return outcomes.map(({ code, message }) => (code === '' ? '' : `${code}: ${message}`))
    }
    const pieces = Array.from({ length: 6 }, (_, n) => sample(PIECE_SIZE_BYTES_MAX, n))
    const orders = [workers, workers.toReversed()]
    const outcomes = await Promise.all(pieces.map((piece, n) => putAlong(orders[n % 2] ?? [], piece)))
    for (const codes of outcomes) assert.deepEqual(codes, ['', '', ''])
    await until(() => pieces.every(({ cid }) => coordinator.receiptsOf(cid).length === 3))
    for (const worker of workers) {
      const channel = await channelTo(worker)
      for (const { cid } of pieces) {
        const found = await get(channel, { cid, offset: 0, lengthBytes: 0 }, ports)
        assert.equal(cidOf(Buffer.concat(await Array.fromAsync(found.body))), cid)
      }
    }

    const [first, second, third] = workers
    assert(first && second && third)
    const more = sample(PIECE_SIZE_BYTES_MAX, 'more')
    const putting = putAlong(workers, more)
    await second.transport.stop()
    assert.deepEqual((await putting)[0], '')
    assert.deepEqual(await putAlong([third, first], more), ['', ''])
    await until(async () => (await readdir(folder, { recursive: true })).every((name) => !name.endsWith('.tmp')))
  })
})
