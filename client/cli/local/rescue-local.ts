import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type BackupSecrets, backupSecrets } from '../../../shared/backup/backup-keys.ts'
import { bodiesOf, type FoundBackup, findBackup } from '../../../shared/backup/chain.ts'
import { Library } from '../../../shared/backup/library.ts'
import { formatDuration } from '../../../shared/config/for-people.ts'
import { FolderShelf, storeIn } from '../../../shared/files/backup-folder.ts'
import { fileError } from '../../../shared/files/file-error.ts'
import { throwIfAborted } from '../../../shared/work/signal.ts'
import { RescuedSwarm } from '../../rescue/rescued-swarm.ts'
import { FileRows } from '../../rescue/rows-file.ts'
import { WorkerFolder } from '../../rescue/worker-folder-file.ts'
import { openVault } from '../../seal/vault.ts'
import { readVaultFile } from '../../seal/vault-file.ts'
import { warnOfBadCopies } from '../bad-copy.ts'
import type { Cli, CommonOptions } from '../cli.ts'
import { counted } from '../terminal/for-people.ts'
import { Fetch } from './fetch.ts'
import { getTree } from './get-tree.ts'
import { requireNothingAt } from './place-file.ts'

export interface RescueOptions extends CommonOptions {
  readonly vault: string
  readonly out: string
}

/**
 * Gives the files of a swarm back that is not there any more, as its newest backup knows them, from workers' folders, which are only read. A file that lacks a piece is named and does not keep the others back. Throws
 * `not-found` (no backup for this vault), `exists` (the target), and in the end what was wrong with files.
 */
export async function rescueLocal(cli: Cli, folders: readonly string[], options: RescueOptions): Promise<void> {
  const { terminal, cwd } = cli
  const keys = openVault(await readVaultFile(resolve(cwd, options.vault)))
  const secrets = backupSecrets(keys.backup)
  const local = resolve(cwd, options.out)
  await requireNothingAt(local)
  const stores = await Promise.all(folders.map(async (folder) => await storeIn(resolve(cwd, folder))))
  await using cleanup = new AsyncDisposableStack()
  const scratch = await scratchFolder(dirname(local))
  cleanup.defer(async () => await rm(scratch, { recursive: true, force: true }))
  const library = await Library.open(stores.map((store) => new FolderShelf(store)))
  for (const { shelf, error } of library.unread) terminal.warn(`no backup in ${shelf}: ${error.message}`)
  const found = await findBackup(library, secrets)
  tellOf(cli, found)
  const rows = cleanup.use(new FileRows(join(scratch, 'rows')))
  await fill(cli, rows, { library, secrets, found })
  const pieces: WorkerFolder[] = []
  for (const [at, store] of stores.entries()) {
    const own = join(scratch, String(at))
    await mkdir(own)
    const folder = cleanup.use(new WorkerFolder(store, own))
    if (folder.damage) terminal.warn(`small pieces in ${store} cannot be read: ${folder.damage.message}`)
    pieces.push(folder)
  }
  const swarm = new RescuedSwarm(cli, { keys, rows, folders: pieces })
  const fetch = new Fetch(
    { swarm, random: cli.random },
    { replace: false, meter: terminal.meter('rescuing'), onBadCopy: warnOfBadCopies(cli) },
  )
  try {
    await getTree(cli, fetch, { swarm, path: '/', local, entry: await swarm.stat('/') })
  } finally {
    fetch.meter.end()
    if (swarm.unopened > 0) terminal.warn(`${counted(swarm.unopened, 'entry', 'entries')} are of another vault`)
  }
}

async function fill(
  { signal }: Cli,
  rows: FileRows,
  { library, secrets, found }: { library: Library; secrets: BackupSecrets; found: FoundBackup },
): Promise<void> {
  for await (const body of bodiesOf(library, secrets, found)) {
    throwIfAborted(signal)
    rows.apply(body.rows)
  }
}

function tellOf({ terminal, clock }: Cli, { madeAtMs, swarm, cutOff }: FoundBackup): void {
  const age = formatDuration(Math.max(1_000, clock.now() - madeAtMs))
  terminal.note(`the newest backup of swarm ${swarm} in these folders was made ${age} ago`)
  if (cutOff > 0) {
    terminal.warn(`${counted(cutOff, 'newer object')} of the backup cannot be used: what comes before is missing here`)
  }
}

/** Beside the target: there may be much of it, and there is room for the files. */
async function scratchFolder(beside: string): Promise<string> {
  try {
    return await mkdtemp(join(beside, '.hiro-rescue-'))
  } catch (error) {
    throw fileError(error, beside)
  }
}
