import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { cidOf } from '../shared/cid.ts'
import { sleep } from '../shared/clock/sleep.ts'
import { systemClock } from '../shared/clock/system-clock.ts'
import { newIdentity } from '../shared/identity.ts'
import { get, greet, put, stat } from '../shared/protocol/piece/piece-client.ts'
import { PIECE_PROTOCOL_ID } from '../shared/protocol/piece/protocol.ts'
import { systemRandom } from '../shared/random/system-random.ts'
import { Channel } from '../shared/transport/channel.ts'
import { startLibp2pTransport } from '../shared/transport/libp2p-transport.ts'
import type { PeerAddress, Transport } from '../shared/transport/transport.ts'
import { FakeCoordinator } from './coordinator-fixture.ts'

const HIRO = join(import.meta.dirname, '..', 'bin', 'hiro.ts')

/** One worker as a process. */
class WorkerProcess {
  readonly process: ChildProcess
  readonly exited: Promise<number | null>
  stderr = ''
  readonly #lines: AsyncIterator<string>

  constructor(folder: string) {
    const args = ['--disable-warning=ExperimentalWarning', HIRO, 'worker', '--config', join(folder, 'config.json')]
    this.process = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    this.exited = once(this.process, 'close').then(([code]: (number | null)[]) => code ?? null)
    this.process.stderr?.on('data', (bytes: Buffer) => {
      this.stderr += bytes.toString()
    })
    assert.ok(this.process.stdout)
    this.#lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]()
  }

  /** Reads its lines until it has joined. */
  async joined(): Promise<PeerAddress> {
    const [, id, address] = /^worker cellar (\S+) listening on (\S+)$/.exec(await this.#line()) ?? []
    assert.ok(id && address, this.stderr)
    assert.equal(await this.#line(), 'worker cellar joined')
    return { id, addresses: [address] }
  }

  async #line(): Promise<string> {
    const next = await this.#lines.next()
    return next.done ? '' : next.value
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.process.kill(signal)
    return await this.exited
  }
}

describe('hiro worker', function () {
  this.timeout(180_000)
  const clock = systemClock
  const coordinator = new FakeCoordinator({ clock, random: systemRandom, identity: newIdentity(systemRandom) })
  let home: string
  let hub: Transport
  let client: Transport
  const started: WorkerProcess[] = []

  before(async () => {
    Object.assign(coordinator, { secret: Buffer.from('a secret of more than sixteen bytes') })
    home = await mkdtemp(join(tmpdir(), 'hiro-worker-'))
    const listen = ['/ip4/127.0.0.1/tcp/0']
    hub = await startLibp2pTransport({ identity: coordinator.identity, listen, clock })
    coordinator.serve(hub)
    client = await startLibp2pTransport({ identity: newIdentity(systemRandom), listen: [], clock })
  })

  after(async () => {
    for (const one of started) one.process.kill('SIGKILL')
    await Promise.all(started.map(({ exited }) => exited))
    await Promise.all([hub.stop(), client.stop()])
    await rm(home, { recursive: true })
  })

  async function folderFor(name: string, secret = Buffer.from(coordinator.secret).toString()): Promise<string> {
    const folder = join(home, name)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'swarm.secret'), `${secret}\n`, { mode: 0o600 })
    const address = `${hub.addresses()[0]}/p2p/${hub.self}`
    await writeFile(
      join(folder, 'config.json'),
      JSON.stringify({ coordinator: [address], name: 'cellar', capacity: '1GiB', reserve: 0 }),
    )
    return folder
  }

  function start(folder: string): WorkerProcess {
    const one = new WorkerProcess(folder)
    started.push(one)
    return one
  }

  async function channelTo(worker: PeerAddress): Promise<Channel> {
    const channel = new Channel(await client.open(worker, PIECE_PROTOCOL_ID, {}))
    await greet(channel, coordinator.pass(client.self, 'client'))
    return channel
  }

  it('keeps what a chain of real processes was given, through a stop, a kill and a start', async () => {
    const folders = [await folderFor('one'), await folderFor('two')]
    const processes = folders.map(start)
    const chain = await Promise.all(processes.map((one) => one.joined()))
    const pieces = [100, 100_000, 4 * 2 ** 20].map((size) => systemRandom.bytes(size))
    const channel = await channelTo(chain[0] as PeerAddress)
    const forward = chain.slice(1).map(({ id }) => id)
    for (const bytes of pieces) {
      const order = {
        cid: cidOf(bytes),
        sizeBytes: bytes.byteLength,
        grant: coordinator.grant(client.self, chain),
        forward,
      }
      const outcomes = await put(channel, order, bytes, { clock })
      assert.deepEqual(
        outcomes,
        chain.map(({ id }) => ({ peer: id, code: '', message: '' })),
      )
    }
    channel.abort(new Error('done'))

    assert.equal(await processes[0]?.end('SIGTERM'), 0, processes[0]?.stderr)
    assert.equal(await processes[1]?.end('SIGKILL'), null)
    assert.deepEqual(coordinator.left, [chain[0]?.id])
    for (const bytes of pieces)
      assert.deepEqual(coordinator.receiptsOf(cidOf(bytes)), chain.map(({ id }) => id).toSorted())

    const stores = new Set(coordinator.joins.map(({ store }) => Buffer.from(store).toString('hex')))
    const again = await Promise.all(folders.map((folder) => start(folder).joined()))
    assert.deepEqual(
      again.map(({ id }) => id),
      chain.map(({ id }) => id),
    )
    assert.deepEqual(new Set(coordinator.joins.map(({ store }) => Buffer.from(store).toString('hex'))), stores)
    for (const worker of again) {
      const channel = await channelTo(worker)
      assert.deepEqual(
        await stat(channel, pieces.map(cidOf), { clock }),
        pieces.map(({ byteLength }) => byteLength),
      )
      for (const bytes of pieces) {
        const found = await get(channel, { cid: cidOf(bytes), offset: 0, lengthBytes: 0 }, { clock })
        assert.ok(Buffer.concat(await Array.fromAsync(found.body)).equals(bytes))
      }
      channel.abort(new Error('done'))
    }
    assert.deepEqual(
      (await readdir(folders[0] ?? '')).toSorted().filter((name) => !name.startsWith('lock')),
      ['config.json', 'identity.key', 'store', 'swarm.secret'],
    )
  })

  it('a removal that is told late takes nothing away that was put again since, on the disk as in the index', async () => {
    const folder = await folderFor('late')
    const pieces = [100, 100_000].map((size) => systemRandom.bytes(size))
    const process = start(folder)
    const worker = await process.joined()
    const channel = await channelTo(worker)
    for (const bytes of pieces) {
      for (const revision of [7, 12]) {
        const grant = coordinator.grant(client.self, [worker], { revision })
        const order = { cid: cidOf(bytes), sizeBytes: bytes.byteLength, grant, forward: [] }
        assert.deepEqual(await put(channel, order, bytes, { clock }), [{ peer: worker.id, code: '', message: '' }])
      }
    }
    channel.abort(new Error('done'))
    for (const bytes of pieces) coordinator.removals.push({ peer: worker.id, cid: cidOf(bytes), revision: 9 })
    while (coordinator.outcomes.length < pieces.length) await sleep(clock, 20)
    assert.deepEqual(
      coordinator.outcomes.map(({ kept }) => kept),
      pieces.map(() => true),
    )
    await process.end('SIGKILL')
    const again = await channelTo(await start(folder).joined())
    for (const bytes of pieces) {
      const found = await get(again, { cid: cidOf(bytes), offset: 0, lengthBytes: 0 }, { clock })
      assert.ok(Buffer.concat(await Array.fromAsync(found.body)).equals(bytes))
    }
    again.abort(new Error('done'))
  })

  it('refused by the coordinator, or started twice on one folder, it says so and ends with its exit code', async () => {
    const refused = start(await folderFor('refused', 'another secret of enough bytes'))
    assert.equal(await refused.exited, 8, refused.stderr)
    assert.match(refused.stderr, /not the secret/)
    const twice = start(join(home, 'one'))
    assert.equal(await twice.exited, 5, twice.stderr)
    assert.match(twice.stderr, /open in another process/)
  })
})
