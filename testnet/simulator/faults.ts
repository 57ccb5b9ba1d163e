import { PieceRecord } from '../../coordinator/metadata/records.js'
import { sleep } from '../../shared/clock/sleep.ts'
import { toHex } from '../../shared/ids.ts'
import { pick } from '../../shared/random/choose.ts'
import type { SeededRandom } from '../../shared/random/seeded-random.ts'
import type { PartitionMode } from '../../shared/transport/memory-network.ts'
import type { Fault } from './plan.ts'
import type { SimulatedProcess } from './swarm/simulated-process.ts'
import type { SimulatedSwarm } from './swarm/simulated-swarm.ts'

/** Does to the swarm what the plan says. */
export class Faults {
  readonly #swarm: SimulatedSwarm
  readonly #random: SeededRandom
  #over = false
  crashes = 0

  constructor(swarm: SimulatedSwarm, random: SeededRandom) {
    this.#swarm = swarm
    this.#random = random
  }

  /** Resolves when each has happened and its time is over. */
  async play(faults: readonly Fault[]): Promise<void> {
    await Promise.all(faults.map(async (fault) => await this.#playOne(fault)))
  }

  /** Nothing more of it happens; partitions are healed, disks have room again. What is down stays so. */
  end(): void {
    this.#over = true
    const { processes, network, workers } = this.#swarm
    for (const a of processes) for (const b of processes) if (a !== b) network.heal(a.address.id, b.address.id)
    for (const worker of workers) worker.disk.full = false
  }

  async #playOne(fault: Fault): Promise<void> {
    const { clock, story } = this.#swarm
    await sleep(clock, fault.when.atMs)
    switch (fault.kind) {
      case 'crash': {
        const meant = this.#swarm.find(fault.who)
        await this.#afterWork(meant, fault.when.afterWork)
        // One that another fault has taken down already cannot lose its power.
        const process = meant.up ? meant : (this.#swarm.processes.find(({ up }) => up) ?? meant)
        this.#crash([process])
        return await this.#startAfter([process], fault.downMs)
      }
      case 'stop': {
        const process = this.#swarm.find(fault.who)
        if (!this.#over) void process.stop()
        return await this.#startAfter([process], fault.downMs)
      }
      case 'wipe': {
        const worker = this.#swarm.workers.find(({ name }) => name === fault.who)
        if (this.#over || worker === undefined) return
        if (worker.up) this.crashes++
        worker.wipe()
        return await this.#startAfter([worker], fault.downMs)
      }
      case 'crash-holders': {
        const holders = this.#holdersOfSomePiece().slice(1)
        this.#crash(holders)
        return await this.#startAfter(holders, fault.downMs)
      }
      case 'partition':
        return await this.#part([fault.between], fault)
      case 'isolate': {
        const others = this.#swarm.processes.map(({ name }) => name).filter((name) => name !== fault.who)
        return await this.#part(
          others.map((other) => [fault.who, other] as const),
          fault,
        )
      }
      case 'full-disk': {
        const worker = this.#swarm.workers.find(({ name }) => name === fault.who)
        if (this.#over || worker === undefined) return
        story.tell(worker.name, 'has a full disk')
        worker.disk.full = true
        await sleep(clock, fault.forMs)
        if (this.#over) return
        story.tell(worker.name, 'has room again')
        worker.disk.full = false
      }
    }
  }

  /** A line that two faults cut at once is whole again when the first of them is over. */
  async #part(
    pairs: readonly (readonly [string, string])[],
    { mode, forMs }: { mode: PartitionMode; forMs: number },
  ): Promise<void> {
    const { clock, network, story } = this.#swarm
    if (this.#over) return
    const peers = pairs.map(([a, b]) => [this.#swarm.find(a).address.id, this.#swarm.find(b).address.id] as const)
    const [[one, other] = ['', '']] = pairs
    const names = pairs.length === 1 ? `${one} and ${other}` : `${one} and everyone`
    story.tell('network', `parts ${names} (${mode})`)
    for (const [a, b] of peers) network.partition(a, b, mode)
    await sleep(clock, forMs)
    if (this.#over) return
    story.tell('network', `heals ${names}`)
    for (const [a, b] of peers) network.heal(a, b)
  }

  /** Waits for so much more work of a process, or for a while where it does none; then a few milliseconds, to be in the midst of it. */
  async #afterWork(process: SimulatedProcess, work: number): Promise<void> {
    if (work === 0) return
    const { clock } = this.#swarm
    await new Promise<void>((resolve) => {
      const cancel = clock.after(WORK_WAIT_MS_MAX, resolve)
      process.alarmAfterWork(work, () => {
        cancel()
        clock.after(this.#random.below(MIDST_MS_MAX), resolve)
      })
    })
  }

  #crash(processes: readonly SimulatedProcess[]): void {
    if (this.#over) return
    for (const process of processes) {
      if (process.up) this.crashes++
      process.crash()
    }
  }

  async #startAfter(processes: readonly SimulatedProcess[], downMs: number): Promise<void> {
    await sleep(this.#swarm.clock, downMs)
    if (!this.#over) for (const process of processes) void process.start()
  }

  #holdersOfSomePiece(): SimulatedProcess[] {
    const { state } = this.#swarm.coordinator.history
    const pieces = [...state].filter(([key]) => key.startsWith('piece/'))
    if (pieces.length === 0) return []
    const [, value] = pick(this.#random, pieces)
    const stores = PieceRecord.decode(value).holders.map(toHex)
    return this.#swarm.workers.filter(({ index }) => stores.includes(index.storeId))
  }
}

const WORK_WAIT_MS_MAX = 3_000
const MIDST_MS_MAX = 12
