import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { keepAlive } from '../shared/clock/keep-alive.ts'
import { sleep } from '../shared/clock/sleep.ts'
import { systemClock } from '../shared/clock/system-clock.ts'
import { need, resolveConfig } from '../shared/config/config.ts'
import { readConfigFile } from '../shared/config/config-file.ts'
import { coordinatorAddress } from '../shared/config/coordinator-address.ts'
import { findHome } from '../shared/config/home.ts'
import { makeFolder } from '../shared/files/durable-file.ts'
import { lockFolder } from '../shared/files/folder-lock.ts'
import { loadOrMakeIdentitySeed } from '../shared/files/identity-file.ts'
import { readSecretFile } from '../shared/files/secret-file.ts'
import { identityFromSeed } from '../shared/identity.ts'
import { jsonLog } from '../shared/log.ts'
import { systemRandom } from '../shared/random/system-random.ts'
import { startLibp2pTransport } from '../shared/transport/libp2p-transport.ts'
import { workerSchema } from './config.ts'
import { nodeDisk } from './store/disk/node-disk.ts'
import { openDiskPieceStore } from './store/disk-piece-store.ts'
import { SqlitePieceIndex } from './store/index/sqlite-piece-index.ts'
import { startWorker } from './worker.ts'

const HELP = `hiro worker: keeps pieces for a swarm, passes them on, confirms them; runs in the foreground

  hiro worker [--config FILE] [--home DIR]

Everything lies in the folder of FILE (default: worker/config.json in the home): its identity, the swarm's
secret, and the pieces in store/. The file says at least where the coordinator is:

  { "coordinator": "/ip4/192.0.2.10/tcp/4600/p2p/12D3Koo…", "capacity": "500GiB", "zone": "attic" }

All values and their defaults: see the README. Ctrl-C or SIGTERM ends it.
`

/** A stop is bounded by itself, unless the disk hangs. */
const STOP_TIMEOUT_MS = 4_000

/** The one place that builds the worker's engines and wires them. Resolves when it was told to stop and has; rejects when the coordinator refused it. */
export async function runWorker(argv: readonly string[]): Promise<void> {
  const { values: flags } = parseArgs({
    args: [...argv],
    options: { config: { type: 'string' }, home: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (flags.help) return void process.stdout.write(HELP)
  const file = configPath(flags)
  const folder = dirname(file)
  const sources = { flags: {}, env: process.env, file: await readConfigFile(file), cwd: process.cwd(), home: folder }
  const config = resolveConfig(workerSchema, sources)
  const { values } = config
  const coordinator = coordinatorAddress(need(config, 'coordinator'))
  const secret = await readSecretFile(values.secretFile)

  const lock = lockFolder(folder)
  const { seed } = await loadOrMakeIdentitySeed(join(folder, 'identity.key'), systemRandom)
  const identity = identityFromSeed(seed)
  const ports = { clock: systemClock, log: jsonLog(systemClock, process.stderr) }
  const storeFolder = join(folder, 'store')
  await makeFolder(storeFolder)
  const store = await openDiskPieceStore({
    disk: nodeDisk(storeFolder),
    index: await SqlitePieceIndex.open(join(storeFolder, 'index.db'), systemRandom),
    clock: systemClock,
    capacityBytes: values.capacity,
    reserveBytes: values.reserve,
  })
  const { listen, announce, zone, capacity: capacityBytes } = values
  const transport = await startLibp2pTransport({ ...ports, identity, listen, announce })
  const name = values.name || identity.peerId
  const worker = startWorker({ ...ports, store, transport }, { coordinator, secret, capacityBytes, zone, name })
  process.stdout.write(`worker ${name} ${identity.peerId} listening on ${transport.addresses().join(' ')}\n`)
  worker.joined.then(
    () => process.stdout.write(`worker ${name} joined\n`),
    () => {},
  )
  try {
    await keepAlive(Promise.race([stopAsked(), worker.failed]))
  } finally {
    await Promise.race([worker.stop(), sleep(systemClock, STOP_TIMEOUT_MS)])
    await transport.stop()
    await store.close()
    lock.release()
  }
}

function configPath({ config, home }: { config?: string; home?: string }): string {
  const cwd = process.cwd()
  if (config !== undefined) return resolve(cwd, config)
  return join(findHome({ flag: home, env: process.env, cwd }).path, 'worker', 'config.json')
}

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
