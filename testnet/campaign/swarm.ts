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
  readonly probe: Probe
  readonly #ground: Ground
  readonly #folder: string
  readonly #leash: Disposable

  private constructor(
    parts: { readonly net: Testnet; readonly ledger: string; readonly probe: Probe },
    ground: Ground,
    folder: string,
    held: Disposable,
  ) {
    this.net = parts.net
    this.ledger = parts.ledger
    this.probe = parts.probe
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
      const ledger = join(folder, 'ledger.jsonl')
      await writeFile(ledger, '')
      const commands = [['mkdir', '/load'], ...PROBE_PATHS.map((path) => ['add', '-', '--to', path])]
      const begin = async (args: readonly string[]): Promise<void> => {
        const { code, stderr } = await net.hiro(args, { input: 'still there' })
        if (code !== 0) throw new Error(`hiro ${args.join(' ')} ended with ${code}: ${stderr}`)
      }
      await Promise.all(commands.map(begin))
      const probe = await Probe.start(net, ledger)
      return new CampaignSwarm({ net, ledger, probe }, ground, folder, held)
    } catch (error) {
      await ground.end?.()
      await rm(folder, { recursive: true, force: true })
      held[Symbol.dispose]()
      throw error
    }
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
    await this.probe[Symbol.asyncDispose]()
    await this.net.down({ keep: true })
    await this.#ground.end?.()
    await rm(this.#folder, { recursive: true, force: true })
    this.#leash[Symbol.dispose]()
  }
}
