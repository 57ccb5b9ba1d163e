import { join } from 'node:path'
import { keepAlive } from '../shared/clock/keep-alive.ts'
import { sleep } from '../shared/clock/sleep.ts'
import { systemClock } from '../shared/clock/system-clock.ts'
import { need } from '../shared/config/config.ts'
import { coordinatorAddress } from '../shared/config/coordinator-address.ts'
import { startOfRole, stopAsked } from '../shared/config/role.ts'
import type { Values } from '../shared/config/schema.ts'
import { makeFolder } from '../shared/files/durable-file.ts'
import { lockFolder } from '../shared/files/folder-lock.ts'
import { loadOrMakeIdentitySeed } from '../shared/files/identity-file.ts'
import { readSecretFile } from '../shared/files/secret-file.ts'
import { INDEX_FILE } from '../shared/files/store-layout.ts'
import { identityFromSeed } from '../shared/identity.ts'
import { jsonLog } from '../shared/log.ts'
import { systemRandom } from '../shared/random/system-random.ts'
import { startLibp2pTransport } from '../shared/transport/libp2p-transport.ts'
import { BackupShelf } from './backup/backup-shelf.ts'
import { workerSchema } from './config.ts'
import type { LinkSettings } from './coordinator-link.ts'
import { DiskEpochMemory } from './epoch-memory.ts'
import { nodeDisk } from './store/disk/node-disk.ts'
import { openDiskPieceStore } from './store/disk-piece-store.ts'
import { SqlitePieceIndex } from './store/index/sqlite-piece-index.ts'
import type { PieceStore } from './store/piece-store.ts'
import { startWorker } from './worker.ts'

const HELP = `hiro worker: keeps pieces for a swarm, passes them on, confirms them; runs in the foreground

  hiro worker [--config FILE] [--home DIR]

Everything lies in the folder of FILE (default: worker/config.json in the home): its identity, the swarm's
secret, and the pieces in store/. The file says at least where the coordinator is:

  { "coordinator": "/ip4/192.0.2.10/tcp/4600/p2p/12D3Koo…", "capacity": "500GiB", "zone": "attic" }

All values and their defaults: see the README. Ctrl-C or SIGTERM ends it.
`

/** Ending the worker's work, and then its store, is bounded by itself unless the disk hangs. */
const END_TIMEOUT_MS = 4_000

/** The one place that builds the worker's engines and wires them. Resolves when it was told to stop and has; rejects when the coordinator refused it, or its store is gone. */
export async function runWorker(argv: readonly string[]): Promise<void> {
  const start = await startOfRole(argv, { role: 'worker', help: HELP, schema: workerSchema })
  if (start === undefined) return
  const { folder, config } = start
  const { values } = config
  const coordinator = coordinatorAddress(need(config, 'coordinator'))
  const secret = await readSecretFile(values.secretFile)
  await keepAlive(serve(folder, values, { coordinator, secret }))
}

async function serve(
  folder: string,
  values: Values<typeof workerSchema>,
  swarm: Pick<LinkSettings, 'coordinator' | 'secret'>,
): Promise<void> {
  // What was begun last is ended first, also when something in between cannot be begun.
  await using cleanup = new AsyncDisposableStack()
  const lock = lockFolder(folder)
  cleanup.defer(() => lock.release())
  const { seed } = await loadOrMakeIdentitySeed(join(folder, 'identity.key'), systemRandom)
  const identity = identityFromSeed(seed)
  const ports = { clock: systemClock, log: jsonLog(systemClock, process.stderr) }
  const store = await openStore(join(folder, 'store'), values)
  cleanup.defer(() => inTime(store.close()))
  const { listen, announce, zone, capacity: capacityBytes } = values
  const transport = await startLibp2pTransport({ ...ports, identity, listen, announce })
  cleanup.defer(() => transport.stop())
  const name = values.name || identity.peerId
  const scrub = { periodMs: 1_000 * values.scrubSeconds, bytesPerSecondMax: values.scrubRate }
  const disk = nodeDisk(join(folder, 'store'))
  const kept = { store, backups: new BackupShelf(disk), epochs: new DiskEpochMemory(disk) }
  const worker = startWorker({ ...ports, ...kept, transport }, { ...swarm, capacityBytes, zone, name, scrub })
  cleanup.defer(() => inTime(worker.stop()))
  process.stdout.write(`worker ${name} ${identity.peerId} listening on ${transport.addresses().join(' ')}\n`)
  worker.joined.then(
    () => process.stdout.write(`worker ${name} joined\n`),
    () => {},
  )
  await Promise.race([stopAsked(), worker.failed])
}

async function openStore(folder: string, limits: { capacity: number; reserve: number }): Promise<PieceStore> {
  await makeFolder(folder)
  const index = await SqlitePieceIndex.open(join(folder, INDEX_FILE), systemRandom)
  const { capacity: capacityBytes, reserve: reserveBytes } = limits
  try {
    return await openDiskPieceStore({ disk: nodeDisk(folder), index, clock: systemClock, capacityBytes, reserveBytes })
  } catch (error) {
    await index.close()
    throw error
  }
}

/** A disk that hangs, or fails once more, must not keep the process from its end: what has to be durable is. */
async function inTime(ending: Promise<void>): Promise<void> {
  await Promise.race([ending.catch(() => {}), sleep(systemClock, END_TIMEOUT_MS)])
}
