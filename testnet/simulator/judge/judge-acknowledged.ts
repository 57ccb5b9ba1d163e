import { keys as rows } from '../../../coordinator/metadata/keys.ts'
import { GroupRecord, PieceRecord, StoreRecord } from '../../../coordinator/metadata/records.js'
import { cidFromBytes } from '../../../shared/cid.ts'
import { toHex } from '../../../shared/ids.ts'
import type { Operation } from '../work/operation.ts'
import type { TreeHistory } from './tree-history.ts'

/** "Acknowledged" means: every piece on as many workers as the result says, by their receipts, in the transaction that published it; at least W of them. */
export function judgeAcknowledged(
  { timeline }: TreeHistory,
  { wanted, answer: { published } }: Operation,
  swarm: { copies: number; copiesMin: number },
  violated: (what: string) => void,
): void {
  if (published === undefined || (wanted.kind !== 'add' && wanted.kind !== 'replace')) return
  const { copies = swarm.copies, copiesMin = swarm.copiesMin } = wanted
  const { file, version, revision } = published
  if (published.copies < Math.min(copies, copiesMin)) violated(`acknowledged with fewer than ${copiesMin} copies`)
  if (published.copies > copies) violated(`only ${copies} copies were asked for`)
  const peerOf = (store: string): string | undefined => {
    const record = timeline.at(rows.store(store), revision)
    const { peer, lost } = record ? StoreRecord.decode(record) : { peer: '', lost: true }
    return lost ? undefined : peer
  }
  for (const value of timeline.under(rows.extents(file, version, 0).slice(0, -8), revision).values()) {
    for (const { cid } of GroupRecord.decode(value).pieces) {
      const record = timeline.at(rows.piece(cidFromBytes(cid)), revision)
      const stores = record ? PieceRecord.decode(record).holders.map(toHex) : []
      const peers = new Set(stores.map(peerOf).filter((peer) => peer !== undefined))
      if (peers.size < published.copies) violated(`a piece had ${peers.size} copies when it was published`)
    }
  }
}
