import { GROUP_EXTENTS_MAX } from '../../shared/limits.ts'
import { type Extent, sealGroup } from '../seal/extents.ts'
import type { Intent } from './intent.ts'
import { type GroupPiece, OpenGroup } from './open-group.ts'
import type { UploadPorts } from './ports.ts'

/**
 * Gathers the extents of a file into groups and seals each when it is full. Keeps the sealed bytes of every group (some 100 bytes per piece), as the coordinator
 * may ask for any of them again until the upload is published, and nothing else of those that are through.
 */
export class Groups {
  readonly #ports: UploadPorts
  readonly #intent: Intent
  readonly #take: (group: OpenGroup) => Promise<void>
  readonly #sealed: Uint8Array[] = []
  #extents: Extent[] = []
  #pieces: GroupPiece[] = []
  #taking: Promise<void> = Promise.resolve()

  /** `take` brings a full group into the upload, one after the other, while chunks of the next one travel; the last group is not among them. */
  constructor(ports: UploadPorts, intent: Intent, take: (group: OpenGroup) => Promise<void>) {
    this.#ports = ports
    this.#intent = intent
    this.#take = take
  }

  get count(): number {
    return this.#sealed.length
  }

  /** The next extent, and its piece. Waits while the group before the last one is still on its way. Throws what `take` throws. */
  async add(extent: Extent, piece: GroupPiece): Promise<void> {
    if (this.#extents.length === GROUP_EXTENTS_MAX) {
      const full = this.#seal()
      await this.#taking
      this.#taking = this.#take(full)
      this.#taking.catch(() => {}) // the next one who waits for it meets the error
    }
    this.#extents.push(extent)
    this.#pieces.push(piece)
  }

  /** Waits for all groups but the last, and gives that one; `undefined` for an empty file. */
  async finish(): Promise<OpenGroup | undefined> {
    const last = this.#extents.length > 0 ? this.#seal() : undefined
    await this.#taking
    return last
  }

  /** One that was through already. */
  again(group: number): OpenGroup | undefined {
    const sealed = this.#sealed[group]
    return sealed && OpenGroup.again(this.#ports.namespace.keys, this.#intent, group, sealed)
  }

  #seal(): OpenGroup {
    const { file, version } = this.#intent
    const group = this.#sealed.length
    const sealed = sealGroup(this.#ports.namespace.keys, { file, group, version }, this.#extents, this.#ports.random)
    this.#sealed.push(sealed)
    const open = new OpenGroup(group, sealed, this.#pieces)
    this.#extents = []
    this.#pieces = []
    return open
  }
}
