import type { Testnet } from '../testnet.ts'
import { PROBE_PATHS } from './probe-paths.ts'
import { type Program, startProgram } from './program/process.ts'

/** A client that is there before something happens, and is asked afterwards. The same one through all rounds of a swarm, for beside clients at work its start takes longer than what it measures. */
export class Probe implements AsyncDisposable {
  readonly #program: Program
  readonly #lines: AsyncIterator<string>

  private constructor(program: Program) {
    this.#program = program
    this.#lines = program.lines[Symbol.asyncIterator]()
  }

  /** Resolves when it is connected. */
  static async start(net: Testnet, ledger: string): Promise<Probe> {
    const [read, add] = PROBE_PATHS
    const job = { job: 'probe', folder: net.clientFolder, ledger, read, add } as const
    const probe = new Probe(startProgram(job, { before: net.clientBefore }))
    await probe.#line()
    return probe
  }

  /** Resolves when a read and a small add of it went well. Throws when they did not, for long. */
  async served(): Promise<void> {
    this.#program.say('serve')
    await this.#line()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#program.kill()
    await this.#program.ended
  }

  async #line(): Promise<void> {
    const { done } = await this.#lines.next()
    if (done) throw new Error(`nobody is served: ${(await this.#program.ended).stderr.trim()}`)
  }
}
