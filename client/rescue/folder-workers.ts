import { isCidOf } from '../../shared/cid.ts'
import { HiroError } from '../../shared/errors.ts'
import type { WorkerInfo } from '../../shared/protocol/control/control.js'
import type { PeerAddress } from '../../shared/transport/transport.ts'
import type { PieceGet, PutOutcome, Workers } from '../workers/workers.ts'

/** Where pieces are searched: what a rescue needs of a worker's folder. */
export interface PieceFolder {
  /** Its path: names it to people, and stands for its peer id. */
  readonly store: string
  has(cid: string): boolean
  get(cid: string): Promise<Uint8Array>
}

/** Workers that are folders. Every copy is held against its name when it is read. */
export class FolderWorkers implements Workers {
  readonly #folders: ReadonlyMap<string, PieceFolder>

  constructor(folders: readonly PieceFolder[]) {
    this.#folders = new Map(folders.map((folder) => [folder.store, folder]))
  }

  holders(cid: string): WorkerInfo[] {
    return [...this.#folders.values()]
      .filter((folder) => folder.has(cid))
      .map(({ store }) => ({ peer: store, addresses: [], name: store, zone: '', alive: true }))
  }

  async get({ id }: PeerAddress, { cid, range, sizeBytes }: PieceGet): Promise<Uint8Array> {
    const folder = this.#folders.get(id)
    if (folder === undefined) throw new HiroError('unreachable', `no folder ${id}`)
    const bytes = await folder.get(cid)
    if (bytes.byteLength !== sizeBytes || !isCidOf(cid, bytes)) {
      throw new HiroError('integrity', 'not the bytes that its name stands for')
    }
    // In a buffer of its own, which the reader may give away.
    return new Uint8Array(range ? bytes.subarray(range.offset, range.offset + range.lengthBytes) : bytes)
  }

  async stat({ id }: PeerAddress, cids: readonly string[]): Promise<(number | undefined)[]> {
    const folder = this.#folders.get(id)
    return await Promise.all(
      cids.map(async (cid) => (folder?.has(cid) ? (await folder.get(cid)).byteLength : undefined)),
    )
  }

  async put(): Promise<PutOutcome[]> {
    throw new HiroError('usage', 'nothing is written in a rescue')
  }
}
