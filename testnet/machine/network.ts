import { readdirSync } from 'node:fs'
import { pick } from '../../shared/random/choose.ts'
import { systemRandom } from '../../shared/random/system-random.ts'
import { atEnd } from '../process/leash.ts'
import { need } from './need.ts'
import { isOrphan, ownMark } from './owner.ts'
import { tool } from './tool.ts'

/** Where `ip netns` keeps its names. */
const NAMES_FOLDER = '/run/netns'
/** The third number of all addresses of one network; any that this machine's own routes leave free. */
const NETS = Array.from({ length: 256 }, (_, at) => at)
const PREFIX = '10.213'
/** The last number: this process's end, the router's, and from here on the parties'. */
const [OUTSIDE, ROUTER, FIRST_PARTY] = [254, 253, 1]

let made = 0

/**
 * Machines of their own, as far as the network goes: a namespace for each party, with one address, and a router between them that lies in another. This process reaches
 * all of them too, and is no party. What a cut takes away is dropped by the router, in silence and by direction, so that a party learns of it as it would of a cable
 * that was pulled somewhere: not at all.
 */
export class Network implements AsyncDisposable {
  readonly #name: string
  readonly #parties: readonly string[]
  readonly #leash: Disposable
  #net = -1
  #cuts: (readonly [from: string, to: string])[] = []

  private constructor(parties: readonly string[]) {
    this.#name = `${ownMark()}-${made++}`
    this.#parties = parties
    this.#leash = atEnd('for name; do ip netns delete "$name"; done', this.#namespaces)
  }

  /** Why there can be none here; see need.ts. */
  static lack(): Promise<string | undefined> {
    return need(['ip', 'nsenter'], async () => {
      await using network = await Network.make(['one', 'two'])
      await network.cut([['one', 'two']])
    })
  }

  static async make(parties: readonly string[]): Promise<Network> {
    await deleteOrphans()
    const network = new Network(parties)
    try {
      await network.#make()
      return network
    } catch (error) {
      await network[Symbol.asyncDispose]()
      throw error
    }
  }

  /** The IPv4 address of a party. */
  host(party: string): string {
    return this.#address(FIRST_PARTY + this.#indexOf(party))
  }

  /** Words before a command that is to run as this party. They give way to it. */
  before(party: string): readonly string[] {
    return ['nsenter', `--net=${NAMES_FOLDER}/${this.#namespace(this.#indexOf(party))}`, '--']
  }

  /** From now on nothing gets from the first to the second of each pair; the other way it does. */
  async cut(pairs: readonly (readonly [from: string, to: string])[]): Promise<void> {
    this.#cuts = [...this.#cuts, ...pairs]
    await this.#rules('add', pairs)
  }

  /** All is whole again. */
  async heal(): Promise<void> {
    const cuts = this.#cuts
    this.#cuts = []
    await this.#rules('delete', cuts)
  }

  /** Processes that still run in it go on, alone. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const name of this.#namespaces) await tool('ip', ['netns', 'delete', name]).catch(() => {}) // not made, or gone
    this.#leash[Symbol.dispose]()
  }

  async #rules(verb: 'add' | 'delete', pairs: readonly (readonly [from: string, to: string])[]): Promise<void> {
    const lines = pairs.map(([from, to]) => `rule ${verb} from ${this.host(from)} to ${this.host(to)} blackhole\n`)
    await tool('ip', ['-n', this.#router, '-batch', '-'], lines.join(''))
  }

  async #make(): Promise<void> {
    for (const name of this.#namespaces) {
      await tool('ip', ['netns', 'add', name])
      await tool('ip', ['-n', name, 'link', 'set', 'lo', 'up'])
    }
    const forward = 'echo 1 > /proc/sys/net/ipv4/ip_forward'
    await tool('nsenter', [`--net=${NAMES_FOLDER}/${this.#router}`, '--', 'sh', '-c', forward])
    this.#net = await this.#plugIn()
    for (const [at, party] of this.#parties.entries()) {
      const inside = ['-n', this.#namespace(at)]
      await tool('ip', [
        'link',
        'add',
        'eth0',
        'netns',
        this.#namespace(at),
        'type',
        'veth',
        'peer',
        'name',
        `to-${at}`,
        'netns',
        this.#router,
      ])
      await this.#routerEnd(`to-${at}`, this.host(party))
      await this.#ownEnd(inside, 'eth0', this.host(party))
      await tool('ip', [...inside, 'route', 'add', 'default', 'via', this.#address(ROUTER), 'dev', 'eth0', 'onlink'])
    }
  }

  /** Connects this process's own network to the router, under a number that is free here; of several runs at once, each finds another. */
  async #plugIn(): Promise<number> {
    for (;;) {
      const net = pick(systemRandom, NETS)
      const device = `hiro-${net}`
      const peer = ['peer', 'name', 'outside', 'netns', this.#router]
      const isMine = await tool('ip', ['link', 'add', device, 'type', 'veth', ...peer]).then(() => true, unlessExists)
      if (!isMine) continue
      this.#net = net
      await this.#routerEnd('outside', this.#address(OUTSIDE))
      await this.#ownEnd([], device, this.#address(OUTSIDE))
      const all = `${PREFIX}.${net}.0/24`
      await tool('ip', ['route', 'add', all, 'via', this.#address(ROUTER), 'dev', device, 'onlink'])
      return net
    }
  }

  async #ownEnd(inside: readonly string[], device: string, address: string): Promise<void> {
    await tool('ip', [...inside, 'address', 'add', `${address}/32`, 'dev', device])
    await tool('ip', [...inside, 'link', 'set', device, 'up'])
  }

  async #routerEnd(device: string, address: string): Promise<void> {
    const router = ['-n', this.#router]
    await tool('ip', [...router, 'address', 'add', `${this.#address(ROUTER)}/32`, 'dev', device])
    await tool('ip', [...router, 'link', 'set', device, 'up'])
    await tool('ip', [...router, 'route', 'add', `${address}/32`, 'dev', device])
  }

  get #router(): string {
    return `${this.#name}-router`
  }

  get #namespaces(): string[] {
    return [this.#router, ...this.#parties.map((_, at) => this.#namespace(at))]
  }

  #namespace(at: number): string {
    return `${this.#name}-${at}`
  }

  #address(last: number): string {
    return `${PREFIX}.${this.#net}.${last}`
  }

  #indexOf(party: string): number {
    const at = this.#parties.indexOf(party)
    if (at < 0) throw new Error(`${party} is no party of this network`)
    return at
  }
}

function unlessExists(error: unknown): false {
  if (error instanceof Error && error.message.includes('File exists')) return false
  throw error
}

/** What a killed run, whose leash was killed too, has left. */
async function deleteOrphans(): Promise<void> {
  let names: string[]
  try {
    names = readdirSync(NAMES_FOLDER)
  } catch {
    return // nobody has made a namespace yet
  }
  for (const name of names) if (isOrphan(name)) await tool('ip', ['netns', 'delete', name]).catch(() => {})
}
