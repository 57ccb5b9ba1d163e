import { Writable } from 'node:stream'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import { findHome, type Home } from '../../shared/config/home.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { type ClientConfig, readClientConfig } from '../index.ts'
import type { Cli, CommonOptions, Stdin, Swarm } from './cli.ts'
import { run } from './run.ts'
import { Terminal } from './terminal/terminal.ts'
import { TestSwarm } from './test-swarm.ts'

/** A stream that keeps what was written. `breakNow` makes every later write fail, as of a pipe whose reader is gone. */
export class TestStream extends Writable {
  readonly isTTY: boolean
  columns = 80
  text = ''
  #broken: Error | undefined

  constructor({ isTTY = false } = {}) {
    super()
    this.isTTY = isTTY
  }

  breakNow(code: string): void {
    this.#broken = Object.assign(new Error(`write ${code}`), { code })
  }

  override _write(bytes: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    if (!this.#broken) this.text += bytes.toString()
    done(this.#broken)
  }
}

/** A command line in a folder of its own, on a swarm that is played. */
export class TestCli implements Cli {
  readonly cwd: string
  readonly env: Record<string, string>
  readonly clock = new SimulatedClock()
  readonly random = new SeededRandom('command line')
  readonly controller = new AbortController()
  readonly swarm = new TestSwarm()
  readonly stdout: TestStream
  readonly stderr: TestStream
  readonly terminal: Terminal
  readonly opened: CommonOptions[] = []
  /** Programs that were run, each with what it found in its environment beside the process's. */
  readonly ran: { readonly words: readonly string[]; readonly env: Readonly<Record<string, string>> }[] = []
  /** What each of them does. */
  program: (signal: AbortSignal) => Promise<number> | number = () => 0
  stdin: Stdin = async function* () {}.call(undefined)
  stdoutIsFile = false

  constructor(cwd: string, { isTTY = false, env = {} }: { isTTY?: boolean; env?: Record<string, string> } = {}) {
    this.cwd = cwd
    this.env = env
    this.stdout = new TestStream({ isTTY })
    this.stderr = new TestStream({ isTTY })
    this.terminal = new Terminal({ stdout: this.stdout, stderr: this.stderr, clock: this.clock })
  }

  get signal(): AbortSignal {
    return this.controller.signal
  }

  home({ home }: CommonOptions): Home {
    return findHome({ flag: home, env: this.env, cwd: this.cwd })
  }

  async config(options: CommonOptions): Promise<ClientConfig> {
    return await readClientConfig(`${this.home(options).path}/client`, { flags: { ...options }, env: this.env })
  }

  /** What was mounted, unmounted and started in the background. */
  readonly mounts: string[] = []

  async mount(
    _options: CommonOptions,
    folder: string,
    { readOnly }: { readonly readOnly: boolean; readonly cacheBytes: number },
  ): Promise<{ readonly ended: Promise<void> }> {
    this.mounts.push(`mount ${folder}${readOnly ? ' for reading' : ''}`)
    return { ended: Promise.resolve() }
  }

  async unmount(folder: string, { force }: { readonly force: boolean }): Promise<void> {
    this.mounts.push(`umount ${folder}${force ? ' by force' : ''}`)
  }

  async background(flag: string): Promise<void> {
    this.mounts.push(`background ${flag}`)
  }

  async open(options: CommonOptions): Promise<Swarm> {
    this.opened.push(options)
    return this.swarm
  }

  async run(words: readonly string[], env: Readonly<Record<string, string>>, signal: AbortSignal): Promise<number> {
    this.ran.push({ words, env })
    return await this.program(signal)
  }

  /** Runs `hiro` with these words. */
  async hiro(...argv: string[]): Promise<{ exit: number; stdout: string; stderr: string }> {
    const [out, err] = [this.stdout.text.length, this.stderr.text.length]
    const exit = await run(argv, this)
    return { exit, stdout: this.stdout.text.slice(out), stderr: this.stderr.text.slice(err) }
  }
}
