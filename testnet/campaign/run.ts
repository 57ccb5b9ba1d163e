import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault } from './fault.ts'
import { playRound } from './play-round.ts'
import type { Results, RoundResult } from './results.ts'
import { CampaignSwarm } from './swarm.ts'

export interface RunOptions {
  readonly seed: string
  /** Of a fault. */
  readonly rounds: (fault: Fault) => number
  /** The first of them, counted from 0. */
  readonly first?: number
  /** Whether what took longer than its bar is a violation; it is unless told otherwise. */
  readonly timed?: boolean
  /** No round is begun after so long. */
  readonly minutesMost?: number | undefined
  /** What is there already is not played again. */
  readonly before?: Results | undefined
  /** Where failed rounds leave their logs and ledgers. */
  readonly folder: string
  readonly signal?: AbortSignal | undefined
  /** After each round. */
  told(results: Results, round: RoundResult): void | Promise<void>
}

/** Plays each fault as often as asked, on one swarm as long as all goes well. A round that was interrupted does not count. */
export async function runCampaign(faults: readonly Fault[], options: RunOptions): Promise<Results> {
  const { seed, first = 0, timed = true, minutesMost = Number.POSITIVE_INFINITY, before, folder, signal } = options
  const endMs = performance.now() + minutesMost * 60_000
  let results: Results = { seed, rounds: before?.rounds ?? [], skipped: before?.skipped ?? {} }
  for (const fault of faults) {
    const wanted = Array.from({ length: options.rounds(fault) }, (_, number) => number)
    const todo = wanted
      .slice(first)
      .filter((number) => !results.rounds.some((done) => done.fault === fault.name && done.round === number))
    if (todo.length === 0) continue
    const missing = await fault.missing?.()
    if (missing !== undefined) {
      results = { ...results, skipped: { ...results.skipped, [fault.name]: missing } }
      continue
    }
    await using rounds = new Rounds(fault, timed, signal)
    for (const number of todo) {
      if (signal?.aborted || performance.now() > endMs) return results
      const played = await rounds.play(`${seed}/${fault.name}/${number}`, number, folder)
      if (played === undefined) return results
      results = { ...results, rounds: [...results.rounds, played] }
      await options.told(results, played)
    }
  }
  return results
}

/** What a swarm holds grows with each round, and all of it is read after each. */
const ROUNDS_PER_SWARM = 10

/** Rounds of one fault: a swarm that came through is used again, for a while, and one that did not is left behind. */
class Rounds implements AsyncDisposable {
  readonly #fault: Fault
  readonly #timed: boolean
  readonly #signal: AbortSignal | undefined
  #swarm: CampaignSwarm | undefined
  #played = 0

  constructor(fault: Fault, timed: boolean, signal: AbortSignal | undefined) {
    this.#fault = fault
    this.#timed = timed
    this.#signal = signal
  }

  /** `undefined`: interrupted. */
  async play(seed: string, number: number, folder: string): Promise<RoundResult | undefined> {
    const swarm = (this.#swarm ??= await this.#begin())
    if (swarm === undefined) return undefined
    const result = await playRound(this.#fault, swarm, { seed, number, timed: this.#timed })
    if (this.#signal?.aborted) return undefined
    if (result.violations.length === 0) {
      if (++this.#played % ROUNDS_PER_SWARM === 0) await this[Symbol.asyncDispose]()
      return result
    }
    const kept = join(folder, 'failed', seed.replaceAll('/', '-'))
    await keep(swarm, kept)
    await this[Symbol.asyncDispose]()
    return { ...result, folder: kept }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const swarm = this.#swarm
    this.#swarm = undefined
    await swarm?.[Symbol.asyncDispose]()
  }

  async #begin(): Promise<CampaignSwarm | undefined> {
    try {
      return await CampaignSwarm.start((await this.#fault.surround?.()) ?? {}, this.#signal)
    } catch (error) {
      if (this.#signal?.aborted) return undefined
      throw error
    }
  }
}

/** All but the pieces and whole disks: logs, metadata, indexes, the ledger. */
async function keep({ net, ledger }: CampaignSwarm, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await cp(ledger, join(folder, 'ledger.jsonl'))
  const noPieces = (path: string): boolean => !path.endsWith('/store/pieces') && !path.endsWith('.img')
  await cp(net.folder, join(folder, 'swarm'), { recursive: true, filter: noPieces }).catch(() => {}) // it runs on, and files come and go
}
