import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Who } from '../layout.ts'
import type { Testnet } from '../testnet.ts'

/** A worker's store as it is now, to be put back later, as from an image of its disk. The worker is stopped for either. */
export class OldDisk implements AsyncDisposable {
  readonly #net: Testnet
  readonly #who: Who
  readonly #folder: string

  private constructor(net: Testnet, who: Who, folder: string) {
    this.#net = net
    this.#who = who
    this.#folder = folder
  }

  static async take(net: Testnet, who: Who): Promise<OldDisk> {
    const folder = await mkdtemp(join(tmpdir(), 'hiro-old-disk-'))
    await net.stop(who)
    await cp(net.files(who).store, join(folder, 'store'), { recursive: true })
    await net.start(who)
    return new OldDisk(net, who, folder)
  }

  /** It does not run then. */
  async putBack(): Promise<void> {
    const { store } = this.#net.files(this.#who)
    await this.#net.stop(this.#who)
    await rm(store, { recursive: true, force: true })
    await cp(join(this.#folder, 'store'), store, { recursive: true })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }
}
