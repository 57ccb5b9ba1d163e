import { firstRevisionOf } from '../../shared/revision.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import type { Reader, Revision, Transaction } from '../metadata/metadata-store.ts'
import { PieceRecord, RemovalRecord } from '../metadata/records.js'
import { UnknownPieceRecord } from './backup-records.js'
import { readEpoch } from './epoch.ts'

/**
 * Until when what belongs to a revision of an older life must not be collected, however little these metadata know of it; 0: it may be at once. After a restore they are as they were at the last
 * backup: what was published after that is not in them, or is an upload under way, and its pieces are all that is left of it. Whoever is about to collect what is not known, or given up, asks first.
 */
export async function keptUntilMs(reader: Reader, revision: Revision): Promise<number> {
  const epoch = await readEpoch(reader)
  return epoch !== undefined && epoch.restoredAtMs > 0 && revision <= epochEnd(epoch.number) ? epoch.keptUntilMs : 0
}

export interface HeldPiece {
  readonly store: string
  readonly cid: string
  readonly sizeBytes: number
  /** Newest it was put under. */
  readonly revision: Revision
}

/**
 * A worker holds a piece that nothing here wants. It is to be removed, or, after a restore and as long as it may be all that is left of something, only noted and reported. Two writes at most. The answer says whether it is kept.
 */
export async function removeUnlessKept(tx: Transaction, piece: HeldPiece, nowMs: number): Promise<boolean> {
  const { store, cid, sizeBytes, revision } = piece
  const kept = nowMs < (await keptUntilMs(tx, revision))
  if (kept) tx.put(keys.unknown(store, cid), UnknownPieceRecord.encode({ sizeBytes, revision }))
  else tx.put(keys.removal(store, cid), (revision) => RemovalRecord.encode({ revision }))
  return kept
}

const ROWS_PER_TRANSACTION = 50

/** Once their time is over, pieces that are still not known go like others that nobody wants. */
export async function collectUnknown(context: Context, signal: AbortSignal): Promise<void> {
  const epoch = await readEpoch(context.store)
  if (epoch === undefined || epoch.restoredAtMs === 0 || context.clock.now() < epoch.keptUntilMs) return
  for (;;) {
    throwIfAborted(signal)
    const rows = await context.store.scan(under('unknown/', { limit: ROWS_PER_TRANSACTION }))
    if (rows.length === 0) return
    await context.store.transact(async (tx) => {
      for (const { key } of rows) {
        const [store = '', cid = ''] = partsOf(key)
        tx.delete(key)
        const row = await tx.get(keys.piece(cid))
        const known = row !== undefined && !PieceRecord.decode(row).condemned
        if (!known) tx.put(keys.removal(store, cid), (revision) => RemovalRecord.encode({ revision }))
      }
    })
  }
}

/** What comes before all revisions of this life. */
function epochEnd(epoch: number): Revision {
  return firstRevisionOf(epoch) - 1
}
