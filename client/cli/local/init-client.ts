import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { coordinatorAddress } from '../../../shared/config/coordinator-address.ts'
import { HiroError } from '../../../shared/errors.ts'
import { makeFolder, writeDurably } from '../../../shared/files/durable-file.ts'
import { loadOrMakeIdentitySeed } from '../../../shared/files/identity-file.ts'
import { readPrivateFile } from '../../../shared/files/private-file.ts'
import { readSecretFile } from '../../../shared/files/secret-file.ts'
import { clientFiles } from '../../client-folder.ts'
import { clientSchema } from '../../config.ts'
import { createVault, openVault } from '../../seal/vault.ts'
import { readVaultFile, writeVaultFile } from '../../seal/vault-file.ts'
import type { Cli, CommonOptions } from '../cli.ts'
import { inColumns } from '../terminal/columns.ts'
import { requireNothingAt } from './place-file.ts'

export interface InitOptions extends CommonOptions {
  readonly coordinator?: string
  readonly secretFile?: string
  readonly vault?: string
}

const SECRET_BYTES_MAX = 64 * 1024
const CONFIG_MODE = 0o644

/** Makes a client's folder: configuration, the swarm's secret, an identity, the vault. Throws `exists` rather than change anything that is there. */
export async function initClient(cli: Cli, options: InitOptions): Promise<void> {
  const folder = join(cli.home(options).path, 'client')
  const files = filesIn(folder)
  for (const path of Object.values(files)) await requireNothingAt(path)
  const coordinator = coordinatorGiven(cli, options)
  const vault =
    options.vault === undefined ? createVault(cli.random) : await readVaultFile(resolve(cli.cwd, options.vault))
  openVault(vault) // one that this Hiro cannot open is of no use here
  const secret = await secretGiven(cli, options)
  await makeFolder(folder)
  const made: string[] = []
  const make = async (path: string, write: () => Promise<unknown>): Promise<void> => {
    await write()
    made.push(path)
  }
  try {
    await make(files.secret, async () => await writeDurably(files.secret, secret, { exclusive: true }))
    await readSecretFile(files.secret) // as every role will: too short is said now
    await make(files.identity, async () => await loadOrMakeIdentitySeed(files.identity, cli.random))
    const config = `${JSON.stringify({ coordinator }, undefined, 2)}\n`
    await make(
      files.config,
      async () => await writeDurably(files.config, config, { exclusive: true, mode: CONFIG_MODE }),
    )
    await make(files.vault, async () => await writeVaultFile(files.vault, vault))
  } catch (error) {
    for (const path of made) await rm(path, { force: true }).catch(() => {})
    throw error
  }
  tell(cli, files, options)
}

const filesIn = (folder: string) => ({
  config: clientFiles(folder).config,
  secret: join(folder, clientSchema.secretFile.default),
  identity: clientFiles(folder).identity,
  vault: join(folder, clientSchema.vaultFile.default),
})

function coordinatorGiven({ env }: Cli, options: InitOptions): string[] {
  const given = options.coordinator ?? env[clientSchema.coordinator.env]
  if (!given) throw new HiroError('usage', 'where the coordinator is, is not given: --coordinator, or HIRO_COORDINATOR')
  const addresses = given.split(',').map((address) => address.trim())
  coordinatorAddress(addresses)
  return addresses
}

/** Never from an argument: those can be seen by everyone on the machine. */
async function secretGiven(cli: Cli, { secretFile }: InitOptions): Promise<Uint8Array | string> {
  if (secretFile === '-') return await secretFromStdin(cli)
  // Checked for its mode: a secret that others could read is none.
  if (secretFile !== undefined) return await readPrivateFile(resolve(cli.cwd, secretFile), SECRET_BYTES_MAX)
  const variable = cli.env['HIRO_SECRET']
  if (variable) return `${variable}\n`
  throw new HiroError(
    'usage',
    "the swarm's secret is not given: --secret-file FILE, --secret-file - (standard input), or HIRO_SECRET",
  )
}

async function secretFromStdin({ stdin }: Cli): Promise<Uint8Array> {
  const slices: Uint8Array[] = []
  let length = 0
  for await (const slice of stdin) {
    slices.push(slice)
    length += slice.byteLength
    if (length > SECRET_BYTES_MAX) throw new HiroError('usage', `a secret has at most ${SECRET_BYTES_MAX} bytes`)
  }
  return Buffer.concat(slices)
}

function tell({ terminal }: Cli, files: ReturnType<typeof filesIn>, { vault }: InitOptions): void {
  const rows = [
    [files.config, 'where the coordinator is'],
    [files.secret, "the swarm's secret"],
    [files.identity, 'who this client is to the swarm'],
    [files.vault, vault === undefined ? 'the key that everything is sealed under' : `the vault of ${vault}`],
  ]
  for (const line of inColumns([{}, {}], rows)) terminal.report(line)
  terminal.warn(
    'whoever loses the vault loses every file in the swarm, and whoever has it can read them: keep a copy elsewhere, in a safe place',
  )
  terminal.note('next: hiro status')
}
