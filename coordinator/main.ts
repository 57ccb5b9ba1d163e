import { join } from 'node:path'
import { keepAlive } from '../shared/clock/keep-alive.ts'
import { systemClock } from '../shared/clock/system-clock.ts'
import { startOfRole, stopAsked } from '../shared/config/role.ts'
import type { Values } from '../shared/config/schema.ts'
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
import { FileReserve } from './reserve/reserve-file.ts'
import { restoreCoordinator } from './restore/restore.ts'
import { keepSwarmMark, readSwarmMark } from './swarm-mark-file.ts'

const HELP = `hiro coordinator: keeps the namespace and the piece maps of a swarm; runs in the foreground

  hiro coordinator [--config FILE] [--home DIR]
  hiro coordinator restore …      makes it anew from its backup on the workers; see hiro coordinator restore --help

Everything lies in the folder of FILE (default: coordinator/config.json in the home): its identity, the
swarm's secret, the metadata. All values and their defaults: see the README. Ctrl-C or SIGTERM ends it.
`

/** The one place that builds the coordinator's engines and wires them. Resolves when it was told to stop and has. */
export async function runCoordinator(argv: readonly string[]): Promise<void> {
  const start = await startOfRole(argv, { role: 'coordinator', help: HELP, schema: coordinatorSchema })
  if (start === undefined) return
  const { values } = start.config
  if (values.minCopies > values.copies) throw new HiroError('usage', 'minCopies is more than copies')
  const secret = await readSecretFile(values.secretFile)
  await keepAlive(serve(start.folder, values, secret))
}

/** `hiro coordinator restore`: `backupKeyOf` opens the vault, which this role cannot. */
export async function runRestore(
  argv: readonly string[],
  backupKeyOf: (vaultFile: string) => Promise<Uint8Array>,
): Promise<void> {
  const print = (line: string): void => void process.stdout.write(`${line}\n`)
  const ports = { clock: systemClock, random: systemRandom, backupKeyOf, print }
  await keepAlive(restoreCoordinator(argv, ports))
}

async function serve(folder: string, values: Values<typeof coordinatorSchema>, secret: Uint8Array): Promise<void> {
  // What was begun last is ended first, also when something in between cannot be begun.
  await using cleanup = new AsyncDisposableStack()
  const lock = lockFolder(folder)
  cleanup.defer(() => lock.release())
  const { seed } = await loadOrMakeIdentitySeed(join(folder, 'identity.key'), systemRandom)
  const ports = {
    clock: systemClock,
    random: systemRandom,
    identity: identityFromSeed(seed),
    log: jsonLog(systemClock, process.stderr),
  }
  const markFile = join(folder, 'swarm.id')
  const mark = await readSwarmMark(markFile)
  const options = { epoch: values.epoch, create: mark === undefined }
  const store = await openSqliteMetadataStore(join(folder, 'metadata.sqlite'), options)
  cleanup.defer(() => store.close())
  const transport = await startLibp2pTransport({ ...ports, listen: values.listen, announce: values.announce })
  cleanup.defer(() => transport.stop())
  const { copies, minCopies: copiesMin } = values
  const reserve = new FileReserve(join(folder, 'reserve'), values.reserve, systemRandom)
  const repair = {
    graceMs: 1_000 * values.graceSeconds,
    graceAnnouncedMs: 1_000 * values.graceAnnouncedSeconds,
    bytesPerSecondMax: values.repairRate,
  }
  const trash = { keepMs: 1_000 * values.trashSeconds }
  const backup = { intervalMs: 1_000 * values.backupSeconds, config: configToKeep(values) }
  const settings = { copies, copiesMin, secret, repair, trash, backup }
  const coordinator = await startCoordinator({ ...ports, store, transport, reserve }, settings)
  cleanup.defer(() => coordinator.stop())
  await keepSwarmMark(markFile, mark, coordinator.swarm.id)
  process.stdout.write(`coordinator ${transport.self} listening on ${transport.addresses().join(' ')}\n`)
  await stopAsked()
}

/** What a restored coordinator begins with. Where its secret lies, and in which epoch it is, the restore says. */
function configToKeep(values: Values<typeof coordinatorSchema>): string {
  const { secretFile: _, epoch: __, ...kept } = values
  return JSON.stringify(kept)
}
