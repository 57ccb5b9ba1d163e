import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../shared/clock/system-clock.ts'
import { HiroError } from '../shared/errors.ts'
import { identityFromSeed } from '../shared/identity.ts'
import { callServing, serveCalls } from '../shared/protocol/calls/call-server.ts'
import type { HelloRequest } from '../shared/protocol/control/control.js'
import { CONTROL, type ControlHandlers } from '../shared/protocol/control/protocol.ts'
import { systemRandom } from '../shared/random/system-random.ts'
import { channelHandler } from '../shared/transport/channel.ts'
import { startLibp2pTransport } from '../shared/transport/libp2p-transport.ts'
import type { Transport } from '../shared/transport/transport.ts'
import { openClient, readClientConfig } from './open-client.ts'
import { createVault } from './seal/vault.ts'
import { writeVaultFile } from './seal/vault-file.ts'

const SECRET = 'a secret that is long enough'
const PASS = Buffer.from('a pass')

describe('openClient', () => {
  let folder: string
  let coordinator: Transport
  let hellos: HelloRequest[]

  before(async () => {
    const identity = identityFromSeed(systemRandom.bytes(32))
    coordinator = await startLibp2pTransport({ identity, listen: ['/ip4/127.0.0.1/tcp/0'], clock: systemClock })
    const hello = async (body: HelloRequest) => {
      hellos.push(body)
      if (body.secret.byteLength === 0 && !PASS.equals(body.pass)) throw new HiroError('refused', 'no such pass')
      return { pass: PASS, swarm: new Uint8Array(16), epoch: 1, copies: 3, copiesMin: 2 }
    }
    const handlers = { hello, lookup: async () => ({}) } as unknown as ControlHandlers
    coordinator.handle(
      CONTROL.id,
      channelHandler(
        async (channel) =>
          await serveCalls(
            channel,
            CONTROL,
            handlers,
            callServing(systemClock, () => {}),
            { admitted: () => true },
          ),
      ),
    )
  })
  after(async () => await coordinator.stop())

  beforeEach(async () => {
    hellos = []
    folder = await mkdtemp(join(tmpdir(), 'hiro-client-'))
    await writeVaultFile(join(folder, 'vault'), createVault(systemRandom))
    await configure({ coordinator: coordinator.addresses().map((address) => `${address}/p2p/${coordinator.self}`) })
  })
  afterEach(async () => await rm(folder, { recursive: true }))

  const configure = async (values: object): Promise<void> =>
    await writeFile(join(folder, 'config.json'), JSON.stringify(values))

  async function existsInSwarm(): Promise<boolean> {
    await using client = await openClient(folder, { env: {} })
    return await client.exists('/file')
  }

  it('shows the secret of the folder once and keeps the pass and its identity there, for the owner only', async () => {
    await writeFile(join(folder, 'swarm.secret'), `${SECRET}\n`, { mode: 0o600 })
    assert.equal(await existsInSwarm(), false)
    assert.deepEqual(await readFile(join(folder, 'pass')), PASS)
    assert.equal((await stat(join(folder, 'pass'))).mode & 0o777, 0o600)
    const identity = await readFile(join(folder, 'identity.key'))
    await rm(join(folder, 'swarm.secret'))
    assert.equal(await existsInSwarm(), false)
    assert.deepEqual(await readFile(join(folder, 'identity.key')), identity)
    assert.deepEqual(
      hellos.map(({ secret, pass }) => [String(Buffer.from(secret)), String(Buffer.from(pass))]),
      [
        [SECRET, ''],
        ['', 'a pass'],
      ],
    )
  })

  it('neither pass nor secret: usage', async () => {
    await assert.rejects(existsInSwarm(), { code: 'usage', message: /secret/ })
  })

  it('what is missing or wrong in the folder is said before anything is sent', async () => {
    await configure({})
    await assert.rejects(existsInSwarm(), { code: 'usage', message: /--coordinator or HIRO_COORDINATOR/ })
    await configure({ coordinator: ['/ip4/127.0.0.1/tcp/1'] })
    await assert.rejects(existsInSwarm(), { code: 'usage' })
    await configure({ coordinators: [] })
    await assert.rejects(existsInSwarm(), { code: 'usage', message: /did you mean "coordinator"/ })
    await configure({ coordinator: [`/ip4/127.0.0.1/tcp/1/p2p/${coordinator.self}`] })
    await rm(join(folder, 'vault'))
    await assert.rejects(existsInSwarm(), { code: 'not-found', message: /vault/ })
    assert.deepEqual(hellos, [])
  })

  it('flags win over the environment, and that over the file', async () => {
    await configure({ coordinator: [], copies: 2, minCopies: 1, patience: '7s' })
    const { values } = await readClientConfig(folder, {
      flags: { copies: 5 },
      env: { HIRO_COPIES: '4', HIRO_MIN_COPIES: '3' },
    })
    assert.deepEqual([values.copies, values.minCopies, values.patience], [5, 3, 7_000])
    assert.equal(values.vaultFile, join(folder, 'vault'))
  })
})
