import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { keepAlive } from '../shared/clock/keep-alive.ts'
import { systemClock } from '../shared/clock/system-clock.ts'
import { resolveConfig } from '../shared/config/config.ts'
import { readConfigFile } from '../shared/config/config-file.ts'
import { findHome } from '../shared/config/home.ts'
import { HiroError } from '../shared/errors.ts'
import { lockFolder } from '../shared/files/folder-lock.ts'
import { loadOrMakeIdentitySeed } from '../shared/files/identity-file.ts'
import { readSecretFile } from '../shared/files/secret-file.ts'
import { identityFromSeed } from '../shared/identity.ts'
import { jsonLog } from '../shared/log.ts'
import { systemRandom } from '../shared/random/system-random.ts'
import { startLibp2pTransport } from '../shared/transport/libp2p-transport.ts'
import { coordinatorSchema } from './config.ts'
import { startCoordinator } from './coordinator.ts'
import { openSqliteMetadataStore } from './metadata/sqlite-metadata-store.ts'
import { keepSwarmMark, readSwarmMark } from './swarm-mark-file.ts'

const HELP = `hiro coordinator: keeps the namespace and the piece maps of a swarm; runs in the foreground

  hiro coordinator [--config FILE] [--home DIR]

Everything lies in the folder of FILE (default: coordinator/config.json in the home): its identity, the
swarm's secret, the metadata. All values and their defaults: see the README. Ctrl-C or SIGTERM ends it.
`

/** The one place that builds the coordinator's engines and wires them. Resolves when it was told to stop and has. */
export async function runCoordinator(argv: readonly string[]): Promise<void> {
  const { values: flags } = parseArgs({
    args: [...argv],
    options: { config: { type: 'string' }, home: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (flags.help) return void process.stdout.write(HELP)
  const file = configPath(flags)
  const folder = dirname(file)
  const config = await readConfigFile(file)
  const sources = { flags: {}, env: process.env, file: config, cwd: process.cwd(), home: folder }
  const { values } = resolveConfig(coordinatorSchema, sources)
  if (values.minCopies > values.copies) throw new HiroError('usage', 'minCopies is more than copies')

  const lock = lockFolder(folder)
  const { seed } = await loadOrMakeIdentitySeed(join(folder, 'identity.key'), systemRandom)
  const ports = {
    clock: systemClock,
    random: systemRandom,
    identity: identityFromSeed(seed),
    log: jsonLog(systemClock, process.stderr),
  }
  const secret = await readSecretFile(values.secretFile)
  const mark = await readSwarmMark(join(folder, 'swarm.id'))
  const options = { epoch: values.epoch, create: mark === undefined }
  const store = await openSqliteMetadataStore(join(folder, 'metadata.sqlite'), options)
  const transport = await startLibp2pTransport({ ...ports, listen: values.listen, announce: values.announce })
  const { copies, minCopies: copiesMin } = values
  const coordinator = await startCoordinator({ ...ports, store, transport }, { copies, copiesMin, secret })
  await keepSwarmMark(join(folder, 'swarm.id'), mark, coordinator.swarm.id)
  process.stdout.write(`coordinator ${transport.self} listening on ${transport.addresses().join(' ')}\n`)

  await keepAlive(stopAsked())
  await transport.stop()
  await coordinator.stop()
  await store.close()
  lock.release()
}

function configPath({ config, home }: { config?: string; home?: string }): string {
  const cwd = process.cwd()
  if (config !== undefined) return resolve(cwd, config)
  return join(findHome({ flag: home, env: process.env, cwd }).path, 'coordinator', 'config.json')
}

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
