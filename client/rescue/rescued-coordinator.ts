import { treeKeys } from '../../shared/backup/tree-keys.ts'
import { TreeDirent, TreeGroup, TreeInode, TreeShards } from '../../shared/backup/tree-records.js'
import { cidFromBytes } from '../../shared/cid.ts'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { fromHex, toHex } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import type { ControlCall, Coordinator, RequestOf, ResponseOf } from '../control/coordinator.ts'
import { openEntry } from '../namespace/entry.ts'
import type { Keys } from '../seal/keys.ts'
import { mapsOf } from './maps-of.ts'
import type { Rows } from './rows.ts'

const PAGE_ENTRIES = 256

/** Which of the places that are searched hold a piece. */
export type Holders = (cid: string) => readonly wire.WorkerInfo[]

/**
 * Answers what a reader asks of a coordinator from the rows of a backup; everything else it refuses. So what is read from folders goes through the same checks as what is read from a swarm. Entries that this
 * vault cannot open (another vault's, in the same swarm) are counted and left out.
 */
export class RescuedCoordinator implements Coordinator {
  readonly #rows: Rows
  readonly #keys: Keys
  readonly #holders: Holders
  unopened = 0

  constructor(rows: Rows, keys: Keys, holders: Holders) {
    this.#rows = rows
    this.#keys = keys
    this.#holders = holders
  }

  async call<Name extends ControlCall>(name: Name, body: RequestOf<Name>): Promise<ResponseOf<Name>> {
    const answer = this.#answer(name, body)
    return answer as ResponseOf<Name>
  }

  #answer(name: ControlCall, body: unknown): object {
    switch (name) {
      case 'lookup':
        return this.#lookup(body as wire.LookupRequest)
      case 'list':
        return this.#list(body as wire.ListRequest)
      case 'readMap':
        return this.#readMap(body as wire.ReadMapRequest)
      case 'readMaps':
        return this.#readMaps(body as wire.ReadMapsRequest)
      case 'reportBad':
        return {}
      default:
        throw new HiroError('usage', `nothing but reading is possible in a rescue, not ${name}`)
    }
  }

  #lookup({ parent, tag }: wire.LookupRequest): wire.LookupResponse {
    const value = this.#rows.get(treeKeys.dirent(toHex(parent), toHex(tag)))
    const entry = value && this.#entry(toHex(TreeDirent.decode(value).child))
    return entry ? { entry } : {}
  }

  #list({ folder, after }: wire.ListRequest): wire.ListResponse {
    const parent = toHex(folder)
    const last = after.byteLength > 0 ? treeKeys.dirent(parent, toHex(after)) : ''
    const entries: wire.Entry[] = []
    let from = last
    for (;;) {
      const rows = this.#rows.under(treeKeys.dirents(parent), from, PAGE_ENTRIES)
      for (const { value } of rows) {
        const entry = this.#entry(toHex(TreeDirent.decode(value).child))
        if (entry === undefined) continue
        if (this.#opens(parent, entry)) entries.push(entry)
        else this.unopened++
      }
      const more = rows.length === PAGE_ENTRIES
      // A page without any entry would have no last one to go on from.
      if (entries.length > 0 || !more) return { entries, more }
      from = rows.at(-1)?.key ?? from
    }
  }

  #readMap({ file, version, firstGroup, numbers }: wire.ReadMapRequest): wire.ReadMapResponse {
    const row = this.#rows.get(treeKeys.inode(toHex(file)))
    const inode = row && TreeInode.decode(row)
    const isCurrent = inode?.version === version
    // Older content that was published anew lies where it lay.
    const content = (isCurrent && inode.content) || version
    const group = numbers[0] ?? firstGroup
    const value = this.#rows.get(treeKeys.extents(toHex(file), content, group))
    if (value === undefined) {
      // A version without any group has none to show, but is current all the same.
      if (isCurrent) return { groups: [], workers: [] }
      throw new HiroError('not-found', 'the backup does not know this version')
    }
    const { sealed, pieces } = TreeGroup.decode(value)
    const workers: wire.WorkerInfo[] = []
    const holdersOf = (cid: Uint8Array): number[] =>
      this.#holders(cidFromBytes(cid)).map((worker) => {
        const known = workers.findIndex(({ peer }) => peer === worker.peer)
        return known === -1 ? workers.push(worker) - 1 : known
      })
    const located = pieces.map(({ cid, sizeBytes }) => {
      const shards = this.#shards(cid, holdersOf)
      return { cid, sizeBytes, holders: holdersOf(cid), copies: 0, ...(shards && { shards }) }
    })
    return { groups: [{ group, sealed, pieces: located }], workers }
  }

  #readMaps({ files }: wire.ReadMapsRequest): wire.ReadMapsResponse {
    return mapsOf(files, (wanted) => this.#readMap({ ...wanted, firstGroup: 0, groups: 1 }))
  }

  /** `undefined`: it was kept as copies, as far as the backup knows. */
  #shards(cid: Uint8Array, holdersOf: (cid: Uint8Array) => number[]): wire.ShardMap | undefined {
    const value = this.#rows.get(treeKeys.piece(cidFromBytes(cid)))
    if (value === undefined) return undefined
    const { dataShards, parityShards, shards } = TreeShards.decode(value)
    if (shards.length === 0) return undefined
    return { dataShards, parityShards, shards: shards.map((shard) => ({ cid: shard, holders: holdersOf(shard) })) }
  }

  #entry(id: string): wire.Entry | undefined {
    const value = this.#rows.get(treeKeys.inode(id))
    if (value === undefined) return undefined
    const { tag, folder, sealedName, sealedAttributes, version, sealedHead, revision, committedAtMs } =
      TreeInode.decode(value)
    return { id: fromHex(id), tag, folder, sealedName, sealedAttributes, version, sealedHead, revision, committedAtMs }
  }

  #opens(parent: string, entry: wire.Entry): boolean {
    try {
      openEntry(this.#keys, { parent, parentPath: '/' }, entry)
      return true
    } catch (error) {
      if (hasCode(error, 'integrity')) return false
      throw error
    }
  }
}
