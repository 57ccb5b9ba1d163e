import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type BackupSecrets, backupSecrets } from '../../shared/backup/backup-keys.ts'
import { type FoundBackup, findBackup } from '../../shared/backup/chain.ts'
import { Library, type Shelf } from '../../shared/backup/library.ts'
import type { Clock } from '../../shared/clock/clock.ts'
import { coordinatorAddress } from '../../shared/config/coordinator-address.ts'
import { formatDuration } from '../../shared/config/for-people.ts'
import { findHome } from '../../shared/config/home.ts'
import { HiroError } from '../../shared/errors.ts'
import { FolderShelf, storeIn } from '../../shared/files/backup-folder.ts'
import { lockFolder } from '../../shared/files/folder-lock.ts'
import { identityFromSeed } from '../../shared/identity.ts'
import type { Random } from '../../shared/random/random.ts'
import { step } from '../../shared/steps.ts'
import { startLibp2pTransport } from '../../shared/transport/libp2p-transport.ts'
import { WorkerShelf } from '../backup/worker-shelf.ts'
import { openSqliteMetadataStore } from '../metadata/sqlite-metadata-store.ts'
import { fillStore } from './fill-store.ts'
import { NewFolder } from './new-folder-file.ts'

const DAY_MS = 24 * 3600_000
const KEEP_UNKNOWN_DAYS_DEFAULT = 30

const RESTORE_HELP = `hiro coordinator restore: makes a coordinator anew from its backup on the workers, when its disk is lost

  hiro coordinator restore --vault FILE [--config FILE] [--home DIR] WORKER…

WORKER is the address of a worker that runs (/ip4/…/tcp/…/p2p/ID, as it says when it starts) or the folder of one on
this machine. Name as many as can be reached: the newest backup of all is taken, and damaged copies are made good
by others. The folder of the new coordinator (default: coordinator/ in the home) must have no metadata. It has the
old one's identity and secret, so workers and clients find it where they looked for the old one; what its
configuration says is taken over, unless there is a config.json already.

Nothing but what followed the last backup is lost. What that was is kept on the workers for 30 days
(keepUnknownDays), and reported by hiro status. Never start the old coordinator again: workers refuse it.

  hiro coordinator restore --vault ~/vault-copy /ip4/192.0.2.11/tcp/4601/p2p/12D3Koo…
  hiro coordinator restore --vault ~/vault-copy /mnt/attic/worker /mnt/cellar/worker
`

export interface RestorePorts {
  readonly clock: Clock
  readonly random: Random
  /** What the vault derives for backups. Throws as reading a vault does. */
  backupKeyOf(vaultFile: string): Promise<Uint8Array>
  readonly print: (line: string) => void
}

/** `hiro coordinator restore`. Throws `usage`, `not-found` (no backup for this vault), `exists`, `integrity`, `io` … */
export async function restoreCoordinator(argv: readonly string[], ports: RestorePorts): Promise<void> {
  const { clock, random, print } = ports
  const asked = parse(argv)
  if (asked.help) return print(RESTORE_HELP.trimEnd())
  if (asked.vault === undefined) throw new HiroError('usage', 'which vault is not said: --vault FILE')
  if (asked.workers.length === 0) throw new HiroError('usage', 'no worker is named: give addresses or folders of some')
  const secrets = backupSecrets(await ports.backupKeyOf(resolve(asked.vault)))
  const target = new NewFolder(asked.folder)
  await target.begin()
  const lock = lockFolder(asked.folder)
  try {
    await using sources = await open(asked.workers, secrets, clock)
    const library = await Library.open(sources.shelves)
    for (const { shelf, error } of library.unread) print(`left out: ${shelf}: ${error.message}`)
    const found = await findBackup(library, secrets)
    const epoch = library.epochSeen + 1
    const life = { epoch, nowMs: clock.now(), keepUnknownMs: keepMs(found) }
    const store = await openSqliteMetadataStore(target.metadata, { epoch })
    try {
      await fillStore(store, { library, secrets, found }, life, random)
    } finally {
      await store.close()
    }
    step('restore-filled')
    await target.finish(found.coordinator, found.swarm, epoch)
    for (const line of told(found, epoch, clock.now())) print(line)
  } finally {
    lock.release()
  }
}

interface Asked {
  readonly vault: string | undefined
  readonly folder: string
  readonly workers: readonly string[]
  readonly help: boolean
}

function parse(argv: readonly string[]): Asked {
  const options = {
    vault: { type: 'string' },
    worker: { type: 'string', multiple: true },
    config: { type: 'string' },
    home: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    const [cwd, env] = [process.cwd(), process.env]
    const home = findHome({ flag: values.home, env, cwd }).path
    const folder = values.config === undefined ? join(home, 'coordinator') : dirname(resolve(cwd, values.config))
    const workers = [...(values.worker ?? []), ...positionals]
    return { vault: values.vault, folder, workers, help: values.help ?? false }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new HiroError('usage', `${why}; see: hiro coordinator restore --help`, { cause })
  }
}

/** As the reader that the vault makes: the workers know it by its peer id, and let it read, and nobody else. */
async function open(
  workers: readonly string[],
  { reader }: BackupSecrets,
  clock: Clock,
): Promise<AsyncDisposable & { readonly shelves: readonly Shelf[] }> {
  const addresses = workers.filter((text) => text.includes('/p2p/'))
  const folders = workers.filter((text) => !text.includes('/p2p/'))
  const transport =
    addresses.length > 0 ? await startLibp2pTransport({ identity: reader, listen: [], clock }) : undefined
  try {
    const asked = addresses.map((text) => {
      if (transport === undefined) throw new HiroError('internal', 'no network')
      return new WorkerShelf({ transport, clock }, coordinatorAddress([text]), text)
    })
    const read = await Promise.all(folders.map(async (folder) => new FolderShelf(await storeIn(resolve(folder)))))
    return {
      shelves: [...asked, ...read],
      [Symbol.asyncDispose]: async () => {
        for (const shelf of asked) shelf.close()
        await transport?.stop()
      },
    }
  } catch (error) {
    await transport?.stop()
    throw error
  }
}

function keepMs({ coordinator }: FoundBackup): number {
  const { keepUnknownDays } = JSON.parse(coordinator.config) as { keepUnknownDays?: number }
  return (keepUnknownDays ?? KEEP_UNKNOWN_DAYS_DEFAULT) * DAY_MS
}

function told(found: FoundBackup, epoch: number, nowMs: number): string[] {
  const { swarm, madeAtMs, cutOff, coordinator } = found
  const age = formatDuration(Math.max(1_000, nowMs - madeAtMs))
  const lines = [
    `restored swarm ${swarm} as it was ${age} ago, as its epoch ${epoch}`,
    `its coordinator is ${identityFromSeed(coordinator.identity).peerId}, as before`,
  ]
  if (cutOff > 0) {
    lines.push(
      `${cutOff} newer objects of the backup follow one that no named worker has: with more workers more may be found`,
    )
  }
  return [...lines, 'never start the old coordinator again; next: hiro coordinator']
}
