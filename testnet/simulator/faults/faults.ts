import { PieceRecord } from '../../../coordinator/metadata/records.js'
import { sleep } from '../../../shared/clock/sleep.ts'
import { hasCode } from '../../../shared/errors.ts'
import { toHex } from '../../../shared/ids.ts'
import { pick } from '../../../shared/random/choose.ts'
import type { SeededRandom } from '../../../shared/random/seeded-random.ts'
import type { PartitionMode } from '../../../shared/transport/memory-network.ts'
import type { Fault } from '../plan.ts'
import type { SimulatedProcess } from '../swarm/simulated-process.ts'
import type { SimulatedSwarm } from '../swarm/simulated-swarm.ts'
import type { SimulatedWorker } from '../swarm/simulated-worker.ts'
import { DamagedMetadata } from './damaged-metadata.ts'
import { SpoiledCopies } from './spoiled.ts'

/** Does to the swarm what the plan says. */
export class Faults {
  readonly #swarm: SimulatedSwarm
  readonly #random: SeededRandom
  #over = false
  readonly spoiled = new SpoiledCopies()
  readonly metadata: DamagedMetadata

  constructor(swarm: SimulatedSwarm, random: SeededRandom) {
    this.#swarm = swarm
    this.#random = random
    this.metadata = new DamagedMetadata(swarm, random)
    swarm.story.isExpected = (who, error) => this.#explains(who, error)
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
    for (const process of processes) process.resume()
    this.metadata.mend()
  }

  async #playOne(fault: Fault): Promise<void> {
    const { clock, story } = this.#swarm
    await sleep(clock, fault.when.atMs)
    if (this.#over) return
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
        if (process.up) story.count('stop')
        void process.stop()
        return await this.#startAfter([process], fault.downMs)
      }
      case 'pause': {
        const process = this.#swarm.find(fault.who)
        await this.#afterWork(process, fault.when.afterWork)
        if (this.#over || !process.pause()) return
        story.count('pause')
        await sleep(clock, fault.forMs)
        return process.resume()
      }
      case 'wipe': {
        const worker = this.#swarm.worker(fault.who)
        story.count('wiped disk')
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
        const worker = this.#swarm.worker(fault.who)
        story.tell(worker.name, 'has a full disk')
        story.count('full disk of a worker')
        worker.disk.full = true
        await sleep(clock, fault.forMs)
        if (this.#over) return
        story.tell(worker.name, 'has room again')
        worker.disk.full = false
        return
      }
      case 'rot':
        return this.#spoil(this.#swarm.worker(fault.who))
      case 'full-metadata':
        this.metadata.fill()
        await sleep(clock, fault.forMs)
        if (!this.#over) this.metadata.empty()
        return
      case 'rot-metadata': {
        await this.#afterWork(this.#swarm.coordinator, fault.when.afterWork)
        if (this.#over) return
        this.metadata.rot()
        await sleep(clock, fault.forMs)
        if (this.#over) return
        this.metadata.restore()
        void this.#swarm.coordinator.start()
      }
    }
  }

  #spoil(worker: SimulatedWorker): void {
    const { clock, story } = this.#swarm
    const copy = this.spoiled.spoilSome(worker, this.#random, clock.now())
    if (copy === undefined) return
    story.tell(worker.name, `has a flipped bit in the ${copy.where} of piece ${copy.cid}`)
    story.count(`bit flipped in the ${copy.where} of a piece`)
  }

  /** What a process takes for an error may be what was done to it. */
  #explains(who: string, error: unknown): boolean {
    if (who === 'coordinator') {
      const full = this.metadata.wasFull && hasCode(error, 'no-room')
      return full || (this.metadata.wasRotten && hasCode(error, 'metadata-damaged'))
    }
    const worker = this.#swarm.workers.find(({ name }) => name === who)
    return worker !== undefined && this.spoiled.anyOf(worker.index.storeId) && hasCode(error, 'integrity')
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
    story.count(`partition (${mode})`)
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
      if (process.up) this.#swarm.story.count('crash')
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
