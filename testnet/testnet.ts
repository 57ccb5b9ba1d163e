import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { HiroError, hasCode } from '../shared/errors.ts'
import { ControlView, type SwarmView } from './control-view.ts'
import { stopMakingClientFolder } from './folder/client-folder.ts'
import type { Manifest } from './folder/manifest.ts'
import { allNames, CLIENT, roleFiles, type Who, workerNames } from './layout.ts'
import { unmountBelow } from './machine/mounts.ts'
import { type HiroOptions, type Outcome, type RunningHiro, runHiro, startHiro } from './process/hiro.ts'
import { RoleProcess } from './process/role-process.ts'
import { waitFor } from './process/wait.ts'
import type { Surroundings } from './surroundings.ts'

/** Only what hangs takes so long, however busy the machine is. */
const JOIN_TIMEOUT_MS = 120_000
const VIEW_TIMEOUT_MS = 20_000
const VIEW_POLL_MS = 100

interface StartOptions {
  readonly env?: Readonly<Record<string, string>> | undefined
  readonly signal?: AbortSignal | undefined
}

type Input = { readonly input?: string | Uint8Array }

/**
 * A swarm of real processes on this machine, in one folder. The processes live on when the program that started them ends; another can open the folder. Whatever
 * is started or ended here is so when the promise resolves.
 */
export class Testnet implements AsyncDisposable {
  /** Also the home of its client. */
  readonly folder: string
  readonly manifest: Manifest
  readonly names: readonly Who[]
  readonly workerNames: readonly Who[]
  readonly #roles: ReadonlyMap<Who, RoleProcess>
  readonly #view: ControlView
  readonly #around: Surroundings

  constructor(
    folder: string,
    manifest: Manifest,
    env: Readonly<Record<string, string>> = {},
    around: Surroundings = {},
  ) {
    this.folder = folder
    this.manifest = manifest
    this.names = allNames(manifest.workers)
    this.workerNames = workerNames(manifest.workers)
    this.#roles = new Map(this.names.map((who) => [who, new RoleProcess(folder, who, env, around)]))
    this.#around = around
    this.#view = new ControlView(this.address('coordinator'), this.files('coordinator').secret)
  }

  get clientFolder(): string {
    return join(this.folder, CLIENT)
  }

  /** Words before whatever its client runs; see Surroundings. */
  get clientBefore(): readonly string[] {
    return this.#around.before?.('client') ?? []
  }

  files(who: Who): ReturnType<typeof roleFiles> {
    return roleFiles(this.folder, who)
  }

  /** Where `who` listens, with its peer id. */
  address(who: Who): string {
    return this.manifest.addresses[who] ?? ''
  }

  peer(who: Who): string {
    return this.address(who).split('/').at(-1) ?? ''
  }

  pid(who: Who): number | undefined {
    return this.#role(who).pid
  }

  /** Whether its process is there; a paused one is. */
  alive(who: Who): boolean {
    return this.pid(who) !== undefined
  }

  get running(): Who[] {
    return this.names.filter((who) => this.alive(who))
  }

  /**
   * Resolves when it listens, and a worker when it has joined as well, if there is a coordinator that could take it. Throws `exists` when it runs already; StartError,
   * and then it does not run.
   */
  async start(...names: readonly Who[]): Promise<void> {
    await this.startAll(names)
  }

  /** As `start`; `env` is for this one run of them. */
  async startAll(names: readonly Who[], { env, signal }: StartOptions = {}): Promise<void> {
    const joins = this.alive('coordinator') || names.includes('coordinator')
    for (const who of names) this.#role(who).start(env)
    const starts = names.map(async (who) => {
      try {
        await this.#role(who).ready(who !== 'coordinator' && joins, signal)
      } catch (error) {
        await this.kill(who)
        throw error
      }
    })
    // All are waited for, so that none is still coming when the caller learns of another's failure.
    for (const start of await Promise.allSettled(starts)) if (start.status === 'rejected') throw start.reason
  }

  /** SIGTERM, and SIGKILL when that does not help. Says whether it ran, as do `kill`, `pause` and `resume`. */
  async stop(who: Who): Promise<boolean> {
    return await this.#role(who).stop()
  }

  async kill(who: Who): Promise<boolean> {
    return await this.#role(who).kill()
  }

  /** SIGSTOP: there, and silent. */
  pause(who: Who): boolean {
    return this.#role(who).signal('SIGSTOP')
  }

  resume(who: Who): boolean {
    return this.#role(who).signal('SIGCONT')
  }

  async restart(who: Who): Promise<void> {
    await this.stop(who)
    await this.start(who)
  }

  /** Stops it and empties its store: a worker's pieces, the coordinator's metadata. Its identity stays, and it is not started again. */
  async wipe(who: Who): Promise<void> {
    await this.stop(who)
    const { folder, store } = this.files(who)
    if (who === 'coordinator') {
      for (const end of ['', '-wal', '-shm', '-newest', '.lock'])
        await rm(join(folder, `metadata.sqlite${end}`), { force: true })
      return
    }
    await rm(store, { recursive: true, force: true })
    await mkdir(store, { mode: 0o700 })
  }

  /** All that it ever wrote. */
  async logs(who: Who): Promise<string> {
    return await this.#role(who).logs()
  }

  /** The swarm as the coordinator sees it. Throws `unreachable`, `timeout`. */
  async status(): Promise<SwarmView> {
    return await this.#view.look()
  }

  /** Resolves when the coordinator sees what `enough` wants to see. Throws `timeout`. */
  async waitForStatus(
    otherwise: string,
    enough: (view: SwarmView) => boolean,
    timeoutMs = VIEW_TIMEOUT_MS,
    pollMs = VIEW_POLL_MS,
  ): Promise<SwarmView> {
    let last: SwarmView | undefined
    const look = async (): Promise<SwarmView | undefined> => {
      last = await this.status().catch((error: unknown) => {
        // It may be about to start.
        if (hasCode(error, 'unreachable', 'timeout')) return undefined
        throw error
      })
      return last && enough(last) ? last : undefined
    }
    try {
      return await waitFor(look, { otherwise, timeoutMs, pollMs })
    } catch (cause) {
      if (!hasCode(cause, 'timeout')) throw cause
      throw new HiroError('timeout', `${cause.message}; last seen: ${JSON.stringify(last)}`, { cause })
    }
  }

  /** Resolves when so many workers are alive to the coordinator; all of them unless told otherwise. */
  async waitJoined(workers = this.workerNames.length): Promise<void> {
    const enough = (view: SwarmView) => view.workers.filter(({ alive }) => alive).length >= workers
    await this.waitForStatus(`${workers} workers had not joined`, enough, JOIN_TIMEOUT_MS)
  }

  /** Resolves when the coordinator knows that `who` is gone. */
  async waitLost(who: Who): Promise<void> {
    const gone = (view: SwarmView) => view.workers.some(({ name, alive }) => name === who && !alive)
    await this.waitForStatus(`${who} was not missed`, gone)
  }

  /** A command of the CLI, as this testnet's client. */
  async hiro(args: readonly string[], options: HiroOptions & Input = {}): Promise<Outcome> {
    return await runHiro(args, { ...this.#asClient(), ...options })
  }

  startHiro(args: readonly string[], options: HiroOptions = {}): RunningHiro {
    return startHiro(args, { ...this.#asClient(), ...options })
  }

  /** Ends all processes and removes the folder; with `keep` it stays as it is, to be started again. Idempotent. */
  async down({ keep = false }: { readonly keep?: boolean } = {}): Promise<void> {
    await this.close()
    await stopMakingClientFolder(this.folder)
    // What is thrown away needs no goodbye.
    await Promise.all(this.names.map(async (who) => await (keep ? this.stop(who) : this.kill(who))))
    if (keep) return
    // A role's folder may be a disk of its own.
    await unmountBelow(this.folder)
    await rm(this.folder, { recursive: true, force: true })
  }

  /** Ends what this object holds open; the processes go on. Idempotent. */
  async close(): Promise<void> {
    await this.#view.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.down()
  }

  #asClient(): HiroOptions {
    return { home: this.folder, before: this.clientBefore }
  }

  #role(who: Who): RoleProcess {
    const role = this.#roles.get(who)
    if (role === undefined) throw new HiroError('usage', `there is no ${who} in this testnet`)
    return role
  }
}
