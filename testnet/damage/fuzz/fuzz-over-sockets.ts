import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode } from '../../../shared/errors.ts'
import { readSecretFile } from '../../../shared/files/secret-file.ts'
import type { SeededRandom } from '../../../shared/random/seeded-random.ts'
import type { Channel } from '../../../shared/transport/channel.ts'
import { pause } from '../../process/wait.ts'
import { startTestnet } from '../../start.ts'
import type { Testnet } from '../../testnet.ts'
import { WirePeer } from '../../wire-peer.ts'
import { attack } from './attack.ts'
import type { FuzzResult } from './fuzz-in-memory.ts'
import { isFlat } from './memory.ts'
import { heldBytesOf, probedEnv } from './probed-heap.ts'
import { type FuzzedProtocol, targetOf } from './target.ts'

const PATH = '/honest'
const CONTENT_BYTES = 200_000
/** A peer that was told off for too much comes again after this, so often at most in a row. */
const OPEN_AGAIN_MS = 100
const OPENINGS_MAX = 600

/** A swarm of real processes, of which each can be asked what memory it holds. */
export class FuzzedSwarm implements AsyncDisposable {
  readonly #net: Testnet
  readonly #probes: string
  readonly #content: Buffer

  private constructor(net: Testnet, probes: string, content: Buffer) {
    this.#net = net
    this.#probes = probes
    this.#content = content
  }

  /** In `folder`, which is there. */
  static async start(folder: string, random: SeededRandom): Promise<FuzzedSwarm> {
    const probes = join(folder, 'probes')
    await mkdir(probes)
    const net = await startTestnet({ dir: join(folder, 'swarm'), workers: 2, env: probedEnv(probes) })
    const content = Buffer.from(random.bytes(CONTENT_BYTES))
    const { code, stderr } = await net.hiro(['add', '-', '--to', PATH], { input: content })
    if (code !== 0) throw new Error(`hiro add: ${stderr}`)
    return new FuzzedSwarm(net, probes, content)
  }

  /** Hostile frames at a role while clients read through the command line. */
  async fuzz(protocol: FuzzedProtocol, frames: number, random: SeededRandom): Promise<FuzzResult> {
    const net = this.#net
    const who = protocol === 'piece' ? 'worker-1' : 'coordinator'
    const pids = net.names.map((name) => net.pid(name))
    const secret = await readSecretFile(net.files('coordinator').secret)
    await using peer = await WirePeer.open()
    const { calls, hello } = await peer.control(net.address('coordinator'), secret)
    calls.close()
    const target = targetOf(protocol, { secret, pass: hello.pass })
    const attackWith = async (frames: number, label: string): Promise<number> =>
      await attack({
        frames,
        random: random.fork(label),
        open: async () => ({ channel: await openPatiently(peer, net.address(who), target.protocolId), target }),
      })

    const violations: string[] = []
    const served = { count: 0 }
    // What a process makes once, and keeps, is there before anything is weighed.
    await attackWith(Math.ceil(frames / 10), 'before')
    const heldBefore = await heldBytesOf(net.pid(who) ?? 0, this.#probes)
    let attacking = true
    const honest = (async () => {
      do violations.push(...(await this.#read(served)))
      while (attacking)
    })()
    const streams = await attackWith(frames, 'frames')
    attacking = false
    await honest
    violations.push(...(await this.#read(served)))
    const grownBytes = (await heldBytesOf(net.pid(who) ?? 0, this.#probes)) - heldBefore
    if (!isFlat(grownBytes, frames))
      violations.push(`memory of ${who} grew by ${grownBytes} bytes over ${frames} frames`)
    for (const [at, name] of net.names.entries()) {
      if (net.pid(name) !== pids[at]) violations.push(`${name} is not the process that it was`)
    }
    const bugs = (await net.logs(who)).split('\n').filter((line) => line.includes('a call failed for no good reason'))
    violations.push(...bugs.slice(0, 5))
    return { protocol, frames, streams, served: served.count, grownBytes, violations }
  }

  async #read(served: { count: number }): Promise<string[]> {
    const { code, stderr, stdoutBytes } = await this.#net.hiro(['cat', PATH])
    if (code !== 0) return [`hiro cat ended with ${code}: ${stderr.trim()}`]
    if (!stdoutBytes.equals(this.#content)) return ['hiro cat gave wrong bytes']
    served.count++
    return []
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#net.down()
  }
}

/** Whoever sends this is told to wait, or dropped; it comes back, as a hostile peer would. */
async function openPatiently(peer: WirePeer, address: string, protocolId: string): Promise<Channel> {
  for (let opening = 1; ; opening++) {
    try {
      return await peer.channel(address, protocolId)
    } catch (error) {
      if (opening === OPENINGS_MAX || !hasCode(error, 'unreachable', 'busy', 'timeout')) throw error
      await pause(OPEN_AGAIN_MS)
    }
  }
}
