import type { Contender } from '../contender.ts'
import type { SystemName } from '../report.ts'
import { dropCaches } from '../tools/cold.ts'
import type { Command } from '../tools/command.ts'
import type { Place } from './place.ts'

/** A peer is used as people use it: through its mount, with the tools that every machine has. */
export class MountedContender implements Contender {
  readonly system: SystemName
  readonly #place: Place
  readonly #mount: () => Promise<void>

  constructor(system: SystemName, place: Place, mount: () => Promise<void>) {
    this.system = system
    this.#place = place
    this.#mount = mount
  }

  addFile(source: string, name: string): Command {
    return { argv: ['dd', `if=${source}`, `of=${this.#place.at(name)}`, 'bs=1M', 'conv=fsync', 'status=none'] }
  }

  readFile(name: string): Command {
    return { argv: ['dd', `if=${this.#place.at(name)}`, 'bs=1M', 'status=none'] }
  }

  addTree(source: string, name: string): Command {
    return { argv: ['/bin/sh', '-ec', 'cp -r "$0" "$1"; sync', source, this.#place.at(name)] }
  }

  getTree(name: string, target: string): Command {
    return { argv: ['cp', '-r', this.#place.at(name), target] }
  }

  async mounted(): Promise<string> {
    return this.#place.mount
  }

  /** Emptied caches and a new mount; its servers go on, as they would. */
  async cool(): Promise<void> {
    await this.#place.run(['umount', this.#place.mount])
    await dropCaches()
    await this.#mount()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#place[Symbol.asyncDispose]()
  }
}
