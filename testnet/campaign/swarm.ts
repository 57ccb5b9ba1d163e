import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leash } from '../process/leash.ts'
import { startTestnet } from '../start.ts'
import type { Testnet } from '../testnet.ts'
import type { Ground } from './ground.ts'
import { Probe } from './probe.ts'
import { PROBE_PATHS } from './probe-paths.ts'

/** A testnet with a ledger beside it, for as many rounds of one fault as go well. */
export class CampaignSwarm implements AsyncDisposable {
  readonly net: Testnet
  readonly ledger: string
  readonly #ground: Ground
  readonly #folder: string
  readonly #leash: Disposable
  #probe: Promise<Probe> | undefined

  private constructor(net: Testnet, ground: Ground, folder: string, held: Disposable) {
    this.net = net
    this.ledger = join(folder, 'ledger.jsonl')
    this.#ground = ground
    this.#folder = folder
    this.#leash = held
  }

  static async start(ground: Ground, signal?: AbortSignal): Promise<CampaignSwarm> {
    const folder = await mkdtemp(join(tmpdir(), 'hiro-campaign-'))
    const dir = join(folder, 'swarm')
    const held = leash(dir, folder)
    try {
      const net = await startTestnet({ ...ground.options, dir, around: ground.around, signal })
      const swarm = new CampaignSwarm(net, ground, folder, held)
      await writeFile(swarm.ledger, '')
      for (const args of [['mkdir', '/load'], ...PROBE_PATHS.map((path) => ['add', '-', '--to', path])]) {
        const { code, stderr } = await net.hiro(args, { input: 'still there' })
        if (code !== 0) throw new Error(`hiro ${args.join(' ')} ended with ${code}: ${stderr}`)
      }
      return swarm
    } catch (error) {
      await ground.end?.()
      await rm(folder, { recursive: true, force: true })
      held[Symbol.dispose]()
      throw error
    }
  }

  /** Comes up when it is first asked for. */
  async probe(): Promise<Probe> {
    this.#probe ??= Probe.start(this.net, this.ledger)
    return await this.#probe
  }

  /** The fault is over: everything runs, and has joined. Throws when it does not come back. */
  async heal(): Promise<void> {
    const { net } = this
    await this.#ground.heal?.(net)
    for (const who of net.names) net.resume(who)
    const down = net.names.filter((who) => !net.alive(who))
    if (down.length > 0) await net.startAll(down)
    await net.waitJoined()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#probe?.catch(() => {}))?.[Symbol.asyncDispose]()
    await this.net.down({ keep: true })
    await this.#ground.end?.()
    await rm(this.#folder, { recursive: true, force: true })
    this.#leash[Symbol.dispose]()
  }
}
