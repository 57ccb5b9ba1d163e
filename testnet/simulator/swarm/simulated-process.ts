import type { ClockView, SimulatedClock } from '../../../shared/clock/simulated-clock.ts'
import { hasCode } from '../../../shared/errors.ts'
import type { Identity } from '../../../shared/identity.ts'
import { identityFromSeed } from '../../../shared/identity.ts'
import type { Log } from '../../../shared/log.ts'
import type { SeededRandom } from '../../../shared/random/seeded-random.ts'
import type { MemoryNetwork } from '../../../shared/transport/memory-network.ts'
import type { PeerAddress, Transport } from '../../../shared/transport/transport.ts'
import { describe, type Storyteller } from '../story.ts'

/** What all processes of a simulated swarm have in common. */
export interface World {
  readonly clock: SimulatedClock
  readonly network: MemoryNetwork
  readonly random: SeededRandom
  readonly story: Storyteller
}

/** What a process has from its start to its end. */
export interface Life {
  readonly clock: ClockView
  readonly random: SeededRandom
  readonly log: Log
  over: boolean
  /** Enters the network. Once; at the same point of its start as the role's main does. */
  join(): Transport
}

/**
 * One process of the swarm: the real code of a role on simulated engines. What it keeps (identity, disk) outlives it; everything else is gone when its power is cut, and
 * nothing of it happens any more: its timers do not fire, its network and disk never answer.
 */
export abstract class SimulatedProcess {
  readonly name: string
  readonly identity: Identity
  readonly address: PeerAddress
  protected readonly world: World
  /** What its disks run on: they outlive the life of a process, and stand still with it. */
  protected readonly hardware: ClockView
  /** How long it has stood still, up to the last time it went on. */
  pausedMs = 0
  readonly #skewMs: number
  #life: Life | undefined
  #lives = 0
  #paused: { readonly sinceMs: number; readonly over: PromiseWithResolvers<void> } | undefined
  #work = 0
  #workAlarm: { readonly work: number; readonly ring: () => void } | undefined

  constructor(world: World, { name, skewMs, listens }: { name: string; skewMs: number; listens: boolean }) {
    this.world = world
    this.name = name
    this.#skewMs = skewMs
    this.hardware = world.clock.view()
    this.identity = identityFromSeed(world.random.fork(`identity of ${name}`).bytes(32))
    this.address = { id: this.identity.peerId, addresses: listens ? [`/sim/${name}`] : [] }
  }

  get up(): boolean {
    return this.#life !== undefined
  }

  /** Resolves when it is not paused, or dead. */
  async awake(): Promise<void> {
    await this.#paused?.over.promise
  }

  /** Makes the role, on what was kept. Never settles when the process dies meanwhile. */
  protected abstract begin(life: Life): Promise<void>
  /** Told to stop, as by SIGTERM: does what the role's main then does. */
  protected abstract end(life: Life): Promise<void>
  /** The power is cut: what it kept is from now on as it will be found. */
  protected abstract lose(): void

  /** Starts it where it is not up. Resolves when it serves. */
  async start(): Promise<void> {
    if (this.#life !== undefined) return
    const { world, name } = this
    const [listening] = this.address.addresses
    const life: Life = {
      clock: world.clock.view(this.#skewMs),
      random: world.random.fork(`life ${++this.#lives} of ${name}`),
      log: world.story.log(name, () => !life.over),
      over: false,
      join: () => world.network.join(this.address.id, listening),
    }
    this.#life = life
    world.story.tell(name, this.#lives === 1 ? 'starts' : 'starts again')
    await this.begin(life).catch((error: unknown) => {
      if (life.over) return
      // A full or damaged disk is told, and tried again when someone has mended that.
      if (!hasCode(error, 'no-room') && !world.story.isExpected(name, error))
        world.story.violated(`${name} cannot start: ${describe(error)}`)
      world.story.tell(name, `cannot start: ${describe(error)}`)
      this.crash()
    })
  }

  /** Cuts its power. */
  crash(): void {
    if (this.#life === undefined) return
    this.world.story.tell(this.name, 'loses its power')
    this.resume()
    this.lose()
    this.world.network.kill(this.address.id)
    this.#close()
  }

  /** Ends it in order, and then cuts the power: what counts has to be on its disk by then. Never settles when the process dies meanwhile. */
  async stop(): Promise<void> {
    const life = this.#life
    if (life === undefined) return
    await this.awake()
    if (life.over) return
    this.world.story.tell(this.name, 'is told to stop')
    await unlessOver(life, this.end(life))
    this.lose()
    this.#close()
    this.world.story.tell(this.name, 'has stopped')
  }

  /** Stands still, as by SIGSTOP, until `resume`: nothing of it happens. Whatever it waits for may come meanwhile, and is found then. */
  pause(): boolean {
    if (this.#life === undefined || this.#paused !== undefined) return false
    const { clock, network, story } = this.world
    story.tell(this.name, 'stands still')
    this.#paused = { sinceMs: clock.now(), over: Promise.withResolvers() }
    this.#life.clock.pause()
    this.hardware.pause()
    network.pause(this.address.id)
    return true
  }

  /** Idempotent. */
  resume(): void {
    if (this.#paused === undefined) return
    const { clock, network, story } = this.world
    const { sinceMs, over } = this.#paused
    this.#paused = undefined
    this.pausedMs += clock.now() - sinceMs
    story.tell(this.name, 'goes on')
    this.#life?.clock.resume()
    this.hardware.resume()
    network.resume(this.address.id)
    over.resolve()
  }

  /** Calls `ring` when so much more work (commits, disk operations) was begun. */
  alarmAfterWork(work: number, ring: () => void): void {
    this.#workAlarm = { work: this.#work + work, ring }
  }

  protected worked(): void {
    this.#work++
    if (this.#workAlarm === undefined || this.#workAlarm.work > this.#work) return
    const { ring } = this.#workAlarm
    this.#workAlarm = undefined
    ring()
  }

  #close(): void {
    if (this.#life === undefined) return
    this.#life.clock.stop()
    this.#life.over = true
    this.#life = undefined
  }
}

/** What the dead ask for never comes. */
export async function unlessOver<T>(life: Life, work: Promise<T>): Promise<T> {
  const settled = await Promise.allSettled([work])
  if (life.over) return await new Promise<never>(() => {})
  const [result] = settled
  if (result.status === 'rejected') throw result.reason
  return result.value
}
