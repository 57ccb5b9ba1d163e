import module from 'node:module'
import { join } from 'node:path'

// Before anything else is imported: compiled code is kept for the next start, which then takes half the time. Not in the shared temporary folder, where
// another user could leave code for us.
const { XDG_CACHE_HOME, HOME } = process.env
const cache = [XDG_CACHE_HOME, HOME && join(HOME, '.cache')].find((folder) => folder !== undefined && folder !== '')
if (cache !== undefined) module.enableCompileCache(join(cache, 'hiro', 'compiled'))

// Whoever imports `node:process`, as some packages do, would open standard input, and so make it non-blocking for whoever shares it with us, such as the shell
// script that started us. Hidden from that import, it is opened by who reads it.
Object.defineProperty(process, 'stdin', { enumerable: false })

const given = process.argv.slice(2)
// `hiro help worker` is `hiro worker --help`, whoever answers it.
const argv = given[0] === 'help' && given[1] !== undefined ? [given[1], '--help'] : given
const [word = '', ...rest] = argv

/** Loads only what the first word asks for. */
async function dispatch(): Promise<void> {
  switch (word) {
    case 'coordinator':
      return rest[0] === 'restore' ? await restore(rest.slice(1)) : await coordinator(rest)
    case 'worker':
      if (rest[0] === 'drain') return await (await import('../client/cli/index.ts')).runClient(rest)
      return await (await import('../worker/main.ts')).runWorker(rest)
    case 'testnet':
      return await (await import('../testnet/cli/index.ts')).runTestnet(rest)
    default:
      return await (await import('../client/cli/index.ts')).runClient(argv)
  }
}

async function coordinator(args: string[]): Promise<void> {
  await (await import('../coordinator/main.ts')).runCoordinator(args)
}

/** The vault is the client's to open. */
async function restore(args: string[]): Promise<void> {
  const { backupKeyOfVault } = await import('../client/cli/vault-backup-key.ts')
  await (await import('../coordinator/main.ts')).runRestore(args, backupKeyOfVault)
}

try {
  // For tests that kill processes where it hurts; said aloud, lest it is on by accident.
  const killAt = process.env['HIRO_KILL_AT']
  if (killAt !== undefined) (await import('../shared/kill-at.ts')).killThisProcessAt(killAt)
  await dispatch()
} catch (error) {
  const { endWithFailure } = await import('../client/cli/failure.ts')
  endWithFailure(error, word)
}
