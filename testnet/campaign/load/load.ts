import { waitFor } from '../../process/wait.ts'
import type { Testnet } from '../../testnet.ts'
import { readLedger } from '../ledger/ledger.ts'
import type { HandsJob } from '../program/job.ts'
import { type Program, type ProgramOptions, startProgram } from '../program/process.ts'
import { CommandHand } from './command-hand.ts'

/** All patience of a client, twice over, and a while for two slow cores. */
const END_TIMEOUT_MS = 150_000
/** Only what hangs takes so long, however busy the machine is. */
const UNDER_WAY_TIMEOUT_MS = 300_000

export interface LoadPlan {
  readonly seed: string
  readonly round: string
  /** Processes that use the library. */
  readonly programs: number
  /** Of each of them. */
  readonly hands: number
  /** Whether commands of the CLI run too, one after the other. */
  readonly commands: boolean
  /** See HandsJob. */
  readonly eachKind?: boolean
}

/** Clients at work on a swarm, in processes of their own, until they are told to end. */
export class Load {
  readonly #net: Testnet
  readonly #ledger: string
  readonly #plan: LoadPlan
  readonly #programs = new Set<Program>()
  readonly #commands: CommandHand | undefined
  /** What a client said when it ended otherwise than it should. */
  readonly violations: string[] = []
  readonly #killed = new WeakSet<Program>()

  constructor(net: Testnet, ledger: string, plan: LoadPlan) {
    this.#net = net
    this.#ledger = ledger
    this.#plan = plan
    if (plan.commands) this.#commands = new CommandHand(net, ledger, plan)
  }

  start(): void {
    for (let at = 1; at <= this.#plan.programs; at++) this.#start(`client-${at}`)
    this.#commands?.start()
  }

  /** One more program, which does one kind of work after the other and may be killed: that is no violation. */
  startMortal(name: string, env: ProgramOptions['env']): Program {
    const program = this.#start(name, { hands: 1, eachKind: true }, env)
    this.#killed.add(program)
    return program
  }

  /** Resolves when so many more operations have ended well since the call. Throws `timeout`. */
  async underWay(acknowledged: number): Promise<void> {
    const from = this.#acknowledged()
    await waitFor(() => this.#acknowledged() >= from + acknowledged, {
      otherwise: `the clients did not get ${acknowledged} operations done`,
      timeoutMs: UNDER_WAY_TIMEOUT_MS,
      pollMs: 50,
    })
  }

  /** Ends it in order. Resolves when nothing is under way; whoever does not end is killed, which is a violation. */
  async end(): Promise<void> {
    for (const program of this.#programs) program.tell()
    const ended = Promise.all([...[...this.#programs].map(({ ended }) => ended), this.#commands?.end()])
    let over = false
    void ended.finally(() => (over = true)).catch(() => {})
    try {
      await waitFor(() => over, { otherwise: 'the clients did not end', timeoutMs: END_TIMEOUT_MS, pollMs: 10 })
    } catch {
      this.violations.push(`a client hangs: it did not end within ${END_TIMEOUT_MS / 1000} s`)
      this.kill()
    }
    await ended
  }

  kill(): void {
    for (const program of this.#programs) program.kill()
    this.#commands?.kill()
  }

  #start(name: string, differs: Partial<HandsJob> = {}, env?: ProgramOptions['env']): Program {
    const { clientFolder: folder, clientBefore: before } = this.#net
    const { seed, round, hands, eachKind = false } = this.#plan
    const job = { job: 'hands', folder, ledger: this.#ledger, name, seed, round, hands, eachKind, ...differs } as const
    const program = startProgram(job, { env, before })
    this.#programs.add(program)
    void (async () => {
      for await (const _ of program.lines); // nobody needs them, and they must not stand in its way
    })()
    void program.ended.then(({ code, stderr }) => {
      const expected = code === 0 || (code === undefined && this.#killed.has(program))
      if (!expected) this.violations.push(`a client's process ended with ${code ?? 'a signal'}: ${stderr.trim()}`)
    })
    return program
  }

  #acknowledged(): number {
    let count = 0
    for (const { operations } of readLedger(this.#ledger).values())
      for (const { ending } of operations) if (ending?.outcome === 'acknowledged') count++
    return count
  }
}
