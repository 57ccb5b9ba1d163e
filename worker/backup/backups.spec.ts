import assert from 'node:assert/strict'
import { backupSecrets } from '../../shared/backup/backup-keys.ts'
import { LOG, sealObject } from '../../shared/backup/sealed-object.ts'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import { toHiroError } from '../../shared/errors.ts'
import { newIdentity } from '../../shared/identity.ts'
import { silentLog } from '../../shared/log.ts'
import { BACKUP } from '../../shared/protocol/backup/protocol.ts'
import { CallClient } from '../../shared/protocol/calls/call-client.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { Channel, channelHandler } from '../../shared/transport/channel.ts'
import { MemoryNetwork } from '../../shared/transport/memory-network.ts'
import { MemoryEpochMemory } from '../epoch-memory.ts'
import { SimulatedDisk } from '../store/disk/simulated-disk.ts'
import { BackupShelf } from './backup-shelf.ts'
import { backupServing, serveBackups } from './serve-backups.ts'

const NONE = new Uint8Array()

describe('backups on a worker', () => {
  const random = new SeededRandom('backups on a worker')
  const coordinator = newIdentity(random)
  const vault = backupSecrets(random.bytes(32))
  let clock: SimulatedClock
  let disk: SimulatedDisk
  let number = 0

  beforeEach(() => {
    clock = new SimulatedClock()
    disk = new SimulatedDisk({ clock, random: random.fork('disk'), capacityBytes: 2 ** 24 })
  })

  function object(signer = coordinator) {
    const place = { logSeries: NONE, logNumber: 0, logPrevious: NONE, madeAtMs: 1 }
    const log = { kind: LOG, series: new Uint8Array(8), number: number++, previous: NONE, from: 1, to: 2, whole: true }
    const header = { swarm: random.bytes(16), epoch: 1, ...log, ...place }
    return sealObject({ key: vault.key, coordinator: signer, random }, header, { rows: [] })
  }

  it('an object that was confirmed is whole after a power cut, and half a one is not there', async () => {
    const shelf = new BackupShelf(disk)
    const kept = object()
    await clock.drive(shelf.put(kept.name, kept.bytes))
    await clock.drive(disk.create('backup/log-0001-0000000000000000-00000009-0000000000000000.tmp'))
    const after = new BackupShelf(disk.crash())
    assert.deepEqual(await clock.drive(after.names()), [kept.name])
    assert.deepEqual(Buffer.from(await clock.drive(after.get(kept.name))), Buffer.from(kept.bytes))
    await clock.drive(after.drop([kept.name, 'log-none']))
    assert.deepEqual(await clock.drive(after.names()), [])
  })

  it('the coordinator puts and drops, whoever has the vault reads, and nobody else gets anything', async () => {
    const network = new MemoryNetwork({ clock, random: random.fork('network') })
    const worker = network.join(newIdentity(random).peerId, '/memory/worker')
    const kept = { shelf: new BackupShelf(disk), epochs: new MemoryEpochMemory() }
    const serving = backupServing({ clock, log: silentLog, transport: worker }, kept, coordinator.peerId)
    worker.handle(
      BACKUP.id,
      channelHandler(async (channel) => await serveBackups(serving, channel)),
    )
    const as = async (peer: string) => {
      const stream = await clock.drive(
        network.join(peer, `/memory/${peer}`).open({ id: worker.self, addresses: ['/memory/worker'] }, BACKUP.id, {}),
      )
      return new CallClient(new Channel(stream), BACKUP, clock)
    }
    const fails = async (call: Promise<unknown>): Promise<string> =>
      await clock.drive(
        call.then(
          () => 'went well',
          (error: unknown) => toHiroError(error).code,
        ),
      )
    const owner = await as(coordinator.peerId)
    const made = object()
    await clock.drive(owner.call('put', { object: made.bytes }))
    assert.equal(await fails(owner.call('put', { object: object(newIdentity(random)).bytes })), 'refused')
    const reader = await as(vault.reader.peerId)
    assert.deepEqual((await clock.drive(reader.call('list', { after: '' }))).names, [made.name])
    assert.deepEqual(
      Buffer.from((await clock.drive(reader.call('get', { name: made.name }))).object),
      Buffer.from(made.bytes),
    )
    assert.equal(await fails(reader.call('put', { object: object().bytes })), 'refused')
    assert.equal(await fails(reader.call('drop', { names: [made.name] })), 'refused')
    const stranger = await as(newIdentity(random).peerId)
    assert.equal(await fails(stranger.call('list', { after: '' })), 'refused')
    assert.equal(await fails(stranger.call('get', { name: made.name })), 'refused')
    assert.equal(await fails(owner.call('get', { name: '../store' })), 'usage')
  })
})
