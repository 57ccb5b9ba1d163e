import { systemClock } from '../shared/clock/system-clock.ts'
import { type Config, need, resolveConfig } from '../shared/config/config.ts'
import { readConfigFile } from '../shared/config/config-file.ts'
import { coordinatorAddress } from '../shared/config/coordinator-address.ts'
import { loadOrMakeIdentitySeed } from '../shared/files/identity-file.ts'
import { identityFromSeed } from '../shared/identity.ts'
import { type Log, silentLog } from '../shared/log.ts'
import { systemRandom } from '../shared/random/system-random.ts'
import type { Transport } from '../shared/transport/transport.ts'
import { allEnded } from '../shared/work/all-ended.ts'
import { clientFiles, readPass, readSecretIfThere, writePass } from './client-folder.ts'
import { clientSchema } from './config.ts'
import { HiroClient } from './hiro-client.ts'
import { openVault } from './seal/vault.ts'
import { readVaultFile } from './seal/vault-file.ts'
import { FileVersionMemory } from './seal/version-memory/file.ts'

export type ClientConfig = Config<typeof clientSchema>

export interface ConfigOptions {
  /** By name of setting, as the command line gives them. */
  readonly flags?: Readonly<Record<string, unknown>> | undefined
  /** `process.env` by default. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
}

/** What is configured for the client in `folder`, and where each value came from. Throws `usage`, `io`. */
export async function readClientConfig(folder: string, options: ConfigOptions = {}): Promise<ClientConfig> {
  const { flags = {}, env = process.env } = options
  const file = await readConfigFile(clientFiles(folder).config)
  return resolveConfig(clientSchema, { flags, env, file, cwd: process.cwd(), home: folder })
}

export interface OpenOptions extends ConfigOptions {
  /** In place of what flags, environment and the folder say. */
  readonly config?: ClientConfig | undefined
  readonly log?: Log | undefined
  /** See `ClientSettings`. */
  readonly cacheBytes?: number | undefined
}

/**
 * The client that lives in `folder` (see `client-folder.ts`), on the real network, clock and disk. Nothing is sent before the first call. Close it, or the process
 * stays. Throws `usage` (what is missing or malformed, and how to give it), `not-found` (the vault), `integrity`, `io`.
 */
export async function openClient(folder: string, options: OpenOptions = {}): Promise<HiroClient> {
  const config = options.config ?? (await readClientConfig(folder, options))
  const { values } = config
  const coordinator = coordinatorAddress(need(config, 'coordinator'))
  const files = clientFiles(folder)
  // libp2p takes longest to load; the small files are read meanwhile.
  const [vault, { seed }, secret, pass, { startLibp2pTransport }] = await allEnded([
    readVaultFile(values.vaultFile),
    loadOrMakeIdentitySeed(files.identity, systemRandom),
    readSecretIfThere(values.secretFile),
    readPass(files.pass),
    import('../shared/transport/libp2p-transport.ts'),
  ])
  const keys = openVault(vault)
  const transport = await startLibp2pTransport({ identity: identityFromSeed(seed), listen: [], clock: systemClock })
  return new OpenedClient(transport, options.log ?? silentLog, {
    coordinator,
    keys,
    versions: new FileVersionMemory(files.versions),
    secret,
    pass,
    onPass: async (given) => await writePass(files.pass, given),
    copies: values.copies,
    copiesMin: values.minCopies,
    patienceMs: values.patience,
    cacheBytes: options.cacheBytes,
  })
}

/** One that has a transport of its own. */
class OpenedClient extends HiroClient {
  readonly #transport: Transport

  constructor(transport: Transport, log: Log, settings: ConstructorParameters<typeof HiroClient>[1]) {
    super({ transport, clock: systemClock, random: systemRandom, log }, settings)
    this.#transport = transport
  }

  override async close(): Promise<void> {
    await super.close()
    await this.#transport.stop()
  }
}
