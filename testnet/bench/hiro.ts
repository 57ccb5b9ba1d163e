import { join } from 'node:path'
import { launcher } from '../process/entry.ts'
import type { Testnet } from '../testnet.ts'
import type { Contender } from './contender.ts'
import type { BenchContext } from './context.ts'
import { HiroMount } from './hiro-mount.ts'
import { type OwnTestnet, ownTestnet } from './own-testnet.ts'
import { dropCaches } from './tools/cold.ts'
import { type Command, run } from './tools/command.ts'

export const WORKERS = 3
export const COPIES = 3
/** Room for all runs, and for the pieces in between. */
const CAPACITY_BYTES_PER_RUN = 2

/** A fresh testnet; every command is the command line's, as people have it. */
export async function startHiro(context: BenchContext): Promise<Contender> {
  const { folder, sizeBytes, mountSizeBytes, runs, signal } = context
  const bytesPerRun = (sizeBytes + mountSizeBytes) * CAPACITY_BYTES_PER_RUN
  const capacityBytes = Math.max(2 ** 30, bytesPerRun * runs)
  const dir = join(folder, 'hiro')
  return new HiroContender(await ownTestnet({ dir, workers: WORKERS, copies: COPIES, capacityBytes, signal }), context)
}

class HiroContender implements Contender {
  readonly system = 'hiro'
  readonly #own: OwnTestnet
  readonly #net: Testnet
  readonly #context: BenchContext
  #mount: HiroMount | undefined

  constructor(own: OwnTestnet, context: BenchContext) {
    this.#own = own
    this.#net = own.net
    this.#context = context
  }

  addFile(source: string, name: string): Command {
    return this.#hiro('add', source, '--to', `/${name}`)
  }

  readFile(name: string): Command {
    return this.#hiro('cat', `/${name}`)
  }

  addTree(source: string, name: string): Command {
    return this.#hiro('add', source, '--to', `/${name}`)
  }

  getTree(name: string, target: string): Command {
    return this.#hiro('get', `/${name}`, target)
  }

  readSmall(name: string): Command {
    return this.readFile(name)
  }

  async mounted(): Promise<string> {
    this.#mount ??= new HiroMount(this.#context, (...args) => this.#hiro(...args))
    await this.#mount.mount()
    return this.#mount.folder
  }

  /** All processes start anew on emptied caches; then a command that reads no content brings the programs themselves back into the page cache. */
  async cool(): Promise<void> {
    const net = this.#net
    const { signal } = this.#context
    await this.#mount?.unmount()
    await Promise.all(net.names.map(async (who) => await net.stop(who)))
    await dropCaches()
    await net.startAll(net.names, { signal })
    await net.waitJoined()
    await run(this.#hiro('ls', '/'), signal)
    await this.#mount?.mount()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#mount?.[Symbol.asyncDispose]()
    await this.#own[Symbol.asyncDispose]()
  }

  #hiro(...args: string[]): Command {
    return { argv: [launcher(), ...args], env: { HIRO_HOME: this.#net.folder } }
  }
}
