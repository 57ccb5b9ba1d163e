import { fstatSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sleep } from '../../shared/clock/sleep.ts'
import { systemClock } from '../../shared/clock/system-clock.ts'
import { findHome, type Home } from '../../shared/config/home.ts'
import { HiroError, toHiroError } from '../../shared/errors.ts'
import { jsonLog } from '../../shared/log.ts'
import { systemRandom } from '../../shared/random/system-random.ts'
import { onAbort } from '../../shared/work/signal.ts'
import type { ClientConfig, HiroClient } from '../index.ts'
import { AdvisedError } from './advice.ts'
import { startInBackground, untilReady } from './background.ts'
import type { Cli, CommonOptions, Stdin, Swarm } from './cli.ts'
import { exitCodeOf } from './interface.ts'
import { type RunningCommand, startCommand } from './run-command.ts'
import { Terminal } from './terminal/terminal.ts'

/** Closing is for what others still hold; who types a command does not wait for it. */
const CLOSE_TIMEOUT_MS = 2_000

const STDOUT = 1

/** The process itself as what commands work with. Make one per process: it takes the signals over. */
export class SystemCli implements Cli {
  readonly cwd = process.cwd()
  readonly env = process.env
  readonly clock = systemClock
  readonly random = systemRandom
  readonly terminal = new Terminal({ stdout: process.stdout, stderr: process.stderr, clock: systemClock })
  readonly #interrupted = new AbortController()
  readonly #clients: HiroClient[] = []
  #stdinOpened = false
  #running: RunningCommand | undefined

  constructor() {
    process.once('exit', () => this.terminal.hideMeter())
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => this.#interrupt(name))
  }

  get signal(): AbortSignal {
    return this.#interrupted.signal
  }

  /** Opened when it is asked for: who does not read it must not wait for it. */
  get stdin(): Stdin {
    this.#stdinOpened = true
    return process.stdin
  }

  get stdoutIsFile(): boolean {
    return fstatSync(STDOUT).isFile()
  }

  home({ home }: CommonOptions): Home {
    return findHome({ flag: home, env: this.env, cwd: this.cwd })
  }

  async config(options: CommonOptions): Promise<ClientConfig> {
    const folder = this.#clientFolder(options)
    const { readClientConfig } = await import('../index.ts')
    return await readClientConfig(folder, { flags: { ...options }, env: this.env })
  }

  async open(options: CommonOptions): Promise<Swarm> {
    return await this.#openClient(options)
  }

  async mount(
    options: CommonOptions,
    folder: string,
    { readOnly, cacheBytes }: { readonly readOnly: boolean; readonly cacheBytes: number },
  ): Promise<{ readonly ended: Promise<void> }> {
    const waited = untilReady(() => this.#interrupt('SIGTERM'))
    const client = await this.#openClient(options, { cacheBytes })
    const { mountSwarm } = await import('../mount/mount-swarm.ts')
    const log = jsonLog(this.clock, process.stderr)
    const { clock, signal } = this
    const mounted = await mountSwarm(client, folder, { readOnly, clock, log, signal })
    onAbort(this.signal, () => {
      mounted.unmount().catch((error: unknown) => log.error('not unmounted', { error: toHiroError(error) }))
    })
    waited.ready()
    return mounted
  }

  async unmount(folder: string, { force }: { readonly force: boolean }): Promise<void> {
    const { unmountSwarm } = await import('../mount/unmount-swarm.ts')
    await unmountSwarm(folder, { force, clock: this.clock })
  }

  async background(flag: string): Promise<void> {
    const ended = await startInBackground(flag, this.signal)
    if (ended === undefined) return
    process.stderr.write(ended.stderr)
    process.exit(ended.exitCode)
  }

  async #openClient(options: CommonOptions, settings: { readonly cacheBytes?: number } = {}): Promise<HiroClient> {
    const folder = this.#clientFolder(options)
    const { openClient } = await import('../index.ts')
    const log = options.verbose ? jsonLog(this.clock, process.stderr) : undefined
    const client = await openClient(folder, { ...settings, flags: { ...options }, env: this.env, log })
    this.#clients.push(client)
    return client
  }

  async run(words: readonly string[], env: Readonly<Record<string, string>>, signal: AbortSignal): Promise<number> {
    this.#running = startCommand(words, { ...this.env, ...env }, signal)
    try {
      return await this.#running.exit
    } finally {
      this.#running = undefined
    }
  }

  async close(): Promise<void> {
    // A read that hangs would hold the process.
    if (this.#stdinOpened) process.stdin.destroy()
    const closing = Promise.allSettled(this.#clients.map(async (client) => await client.close()))
    await Promise.race([closing, sleep(this.clock, CLOSE_TIMEOUT_MS)])
  }

  #clientFolder(options: CommonOptions): string {
    const { path, from } = this.home(options)
    const folder = join(path, 'client')
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder
    throw new AdvisedError(
      'usage',
      `there is no client of a swarm in ${path} (from: ${from})`,
      'hiro testnet up starts a swarm on this machine; hiro init makes a client of another; --home DIR says where one is',
    )
  }

  #interrupt(by: NodeJS.Signals): void {
    if (this.#running) return this.#running.interrupted(by)
    // Whoever asks twice does not want to wait for good manners.
    if (this.signal.aborted) process.exit(exitCodeOf('aborted'))
    this.#interrupted.abort(new HiroError('aborted', 'interrupted'))
  }
}
