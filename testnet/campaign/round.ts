import type { Random } from '../../shared/random/random.ts'
import type { SwarmView } from '../control-view.ts'
import type { Who } from '../layout.ts'
import { pause } from '../process/wait.ts'
import type { Testnet } from '../testnet.ts'
import { judgeCopies } from './every-copy.ts'
import { compare, look } from './judge.ts'
import { readLedger } from './ledger/ledger.ts'
import type { Load } from './load/load.ts'
import type { Probe } from './probe.ts'

/** The copies of a wiped worker, on two cores that others use. */
const [WHOLE_TIMEOUT_MS, WHOLE_POLL_MS] = [120_000, 500]

export interface RoundParts {
  readonly net: Testnet
  readonly ledger: string
  readonly load: Load
  readonly probe: Probe
  /** Of the fault alone. */
  readonly random: Random
  /** Counted from 0. */
  readonly number: number
  /** Whether what took too long is a violation. */
  readonly timed: boolean
}

/** One time that a fault is played: what it is played on, and what is seen of it. */
export class Round {
  readonly net: Testnet
  readonly load: Load
  readonly random: Random
  readonly number: number
  readonly violations: string[] = []
  /** Worst values, by name; milliseconds where the name says so. */
  readonly measures = new Map<string, number>()
  readonly ledger: string
  readonly #probe: Probe
  /** Whether what took too long is a violation; where it is not, less is enough. */
  readonly timed: boolean

  constructor({ net, ledger, load, probe, random, number, timed }: RoundParts) {
    this.net = net
    this.load = load
    this.random = random
    this.number = number
    this.ledger = ledger
    this.#probe = probe
    this.timed = timed
  }

  violated(what: string): void {
    this.violations.push(what)
  }

  /** `most`: more than that is a violation, where time is judged. */
  measure(name: string, value: number, most = Number.POSITIVE_INFINITY): void {
    this.measures.set(name, Math.max(value, this.measures.get(name) ?? 0))
    if (this.timed && value > most) this.violated(`${name} is ${value}, more than ${most}`)
  }

  /** A moment of chance. */
  async moment(mostMs: number): Promise<void> {
    await pause(this.random.below(mostMs))
  }

  /** Ends the clients, and reads everything while these workers are dead: what has more copies than that must be there. */
  async readWithout(dead: readonly Who[]): Promise<void> {
    await this.load.end()
    const histories = readLedger(this.ledger)
    const violations = compare(histories, await look(this.net, this.ledger, histories), {
      ...this.net.manifest,
      dead: dead.length,
    })
    for (const what of violations) this.violated(`while ${dead.join(', ')} dead: ${what}`)
  }

  /** Ends the clients, and has every copy of everything read once repair has made those that were missing; everyone is alive. */
  async everyCopy(): Promise<void> {
    await this.load.end()
    const isWhole = ({ pieces }: SwarmView): boolean => pieces.under + pieces.lost === 0
    await this.net.waitForStatus('copies are still missing', isWhole, WHOLE_TIMEOUT_MS, WHOLE_POLL_MS)
    for (const what of await judgeCopies(this.net, this.ledger)) this.violated(what)
  }

  /**
   * From just before `happen`, which kills and starts again, to when a client's read and its small add have gone well: measured as `servingMs`, and more than `mostMs` is a violation. The
   * client runs before, so that its own start does not count.
   */
  async servingAgain(happen: () => Promise<void>, mostMs?: number): Promise<void> {
    const beganMs = performance.now()
    const measured = async (): Promise<void> => {
      await this.#probe.served()
      this.measure('servingMs', Math.round(performance.now() - beganMs), mostMs)
    }
    await Promise.all([happen(), measured()])
  }
}
