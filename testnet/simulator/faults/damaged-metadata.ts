import { pick } from '../../../shared/random/choose.ts'
import type { Random } from '../../../shared/random/random.ts'
import type { SimulatedSwarm } from '../swarm/simulated-swarm.ts'

/** What is done to the disk below the coordinator's metadata, and when: only then may it be heard of. */
export class DamagedMetadata {
  readonly #swarm: SimulatedSwarm
  readonly #random: Random
  readonly #rotten: { readonly fromMs: number; toMs: number }[] = []
  wasFull = false

  constructor(swarm: SimulatedSwarm, random: Random) {
    this.#swarm = swarm
    this.#random = random
  }

  get wasRotten(): boolean {
    return this.#rotten.length > 0
  }

  fill(): void {
    this.wasFull = true
    this.#swarm.story.tell('coordinator', 'has a full disk')
    this.#swarm.story.count('full disk of the coordinator')
    this.#swarm.coordinator.disk.full = true
  }

  empty(): void {
    this.#swarm.story.tell('coordinator', 'has room again')
    this.#swarm.coordinator.disk.full = false
  }

  /** Flips a bit of some row. */
  rot(): void {
    const { clock, story, coordinator } = this.#swarm
    const rows = [...coordinator.history.state.keys()]
    if (rows.length === 0) return
    const key = pick(this.#random, rows)
    story.tell('coordinator', `has a flipped bit in ${key}`)
    story.count('bit flipped in the metadata')
    this.#rotten.push({ fromMs: clock.now(), toMs: Number.POSITIVE_INFINITY })
    coordinator.disk.rot(key)
  }

  /** As its operator does it, who starts the coordinator again where it refused. */
  restore(): void {
    const { clock, story, coordinator } = this.#swarm
    story.tell('coordinator', 'has its metadata restored')
    coordinator.disk.restore()
    for (const time of this.#rotten) time.toMs = Math.min(time.toMs, clock.now())
  }

  mend(): void {
    this.#swarm.coordinator.disk.full = false
    if (this.#rotten.some(({ toMs }) => toMs === Number.POSITIVE_INFINITY)) this.restore()
  }

  wasRottenWithin(fromMs: number, toMs: number): boolean {
    return this.#rotten.some((time) => time.fromMs <= toMs && time.toMs >= fromMs)
  }
}
