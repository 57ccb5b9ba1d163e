import type { Ground } from './ground.ts'
import type { LoadPlan } from './load/load.ts'
import type { Round } from './round.ts'

/** Something that goes wrong on purpose, and how often it has to before it counts as survived. One file of `faults/` for each. */
export interface Fault {
  /** As `--only` takes it. */
  readonly name: string
  /** As the table of results names it. */
  readonly what: string
  /** The bar. */
  readonly rounds: number
  /** Rounds of its short form. */
  readonly roundsShort: number
  /** Why it cannot be played on this machine; `undefined`: it can. May set up what it needs. */
  missing?(): Promise<string | undefined>
  /** The swarm that it is played on; five workers on this machine unless given. Called for every swarm that is begun. */
  surround?(): Promise<Ground>
  /** What differs from the usual load. */
  readonly load?: Partial<Pick<LoadPlan, 'programs' | 'hands' | 'commands' | 'eachKind'>>
  /** What 99 in 100 reads under load may take at most. */
  readonly readP99MsMost?: number
  /**
   * One time. Clients are at work when it is called and go on while it is played; it draws what chance decides from `round.random` alone. It may leave processes dead or paused: what comes after
   * it heals them. Throws only when it could not be played.
   */
  play(round: Round): Promise<void>
}
