import { toHex } from '../../shared/ids.ts'
import { step } from '../../shared/steps.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, revisionOf, under } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { GarbageRecord, PieceRecord, RemovalRecord } from '../metadata/records.js'
import { deletePiece, isGone, putPiece } from '../repair/piece-lists.ts'
import { SHAPE } from '../shards/shape.ts'
import { isContentSeen, keepContent } from '../snapshots/kept-content.ts'

/** The store's limit of writes less room for one more piece with as many holders as there may be. */
const WRITES_PER_TRANSACTION = 100
const REFS_PER_TRANSACTION = 30

/** Unreferences the pieces of versions that nothing shows any more, once the delay for readers is over, and condemns those that nothing else needs. */
export async function collectGarbage(context: Context, signal: AbortSignal): Promise<void> {
  let last: string | undefined
  do {
    const rows = await context.store.scan(under('garbage/', { last }))
    for (const { key, value } of rows) {
      throwIfAborted(signal)
      if (GarbageRecord.decode(value).notBeforeMs <= context.clock.now()) await collectVersion(context, key)
    }
    last = rows.at(-1)?.key
  } while (last !== undefined)
}

async function collectVersion(context: Context, garbageKey: string): Promise<void> {
  const version = partsOf(garbageKey).join('/') // <file>/<version>
  for (let more = true; more; ) {
    step('version-collecting')
    await context.store.transact(async (tx) => {
      const [file = '', content] = version.split('/')
      if (await isContentSeen(tx, file, revisionOf(content))) {
        more = false
        return keepContent(tx, file, revisionOf(content))
      }
      more = !(await unreferenceSome(tx, version)) || !(await dropExtents(tx, version))
      if (!more) tx.delete(garbageKey)
    })
    step('version-collected')
  }
}

/** Whether that was the last reference. */
async function unreferenceSome(tx: Transaction, version: string): Promise<boolean> {
  const refs = await tx.scan(under(`ref/${version}/`, { limit: REFS_PER_TRANSACTION }))
  let writes = 0
  for (const { key } of refs) {
    if (writes >= WRITES_PER_TRANSACTION) return false
    writes += await unreference(tx, key)
  }
  return refs.length < REFS_PER_TRANSACTION && writes < WRITES_PER_TRANSACTION / 2
}

/** A reference that is there goes, and with the last one of it the piece. The result is how many writes that took. */
export async function unreference(tx: Transaction, refKey: string): Promise<number> {
  const cid = partsOf(refKey)[2] ?? ''
  tx.delete(refKey)
  const row = await tx.get(keys.piece(cid))
  const piece = row && PieceRecord.decode(row)
  if (piece === undefined) return 1
  if (piece.refs > 1) {
    tx.put(keys.piece(cid), PieceRecord.encode({ ...piece, refs: piece.refs - 1 }))
    return 2
  }
  // Condemning is final: whoever wants these bytes from now on pushes them anew.
  if (isGone(piece)) deletePiece(tx, cid, piece)
  else await putPiece(tx, cid, { ...piece, refs: 0, condemned: true })
  // Its shards follow, in steps of their own.
  if (piece.shards.length > 0) tx.put(keys.reform(cid), new Uint8Array())
  else if (piece.shape !== SHAPE.copies) tx.delete(keys.reform(cid))
  for (const holder of piece.holders) {
    tx.put(keys.removal(toHex(holder), cid), (revision) => RemovalRecord.encode({ revision }))
  }
  return 4 + piece.holders.length
}

/** Whether those were the last. */
async function dropExtents(tx: Transaction, version: string): Promise<boolean> {
  const rows = await tx.scan(under(`extents/${version}/`, { limit: REFS_PER_TRANSACTION }))
  for (const { key } of rows) tx.delete(key)
  return rows.length < REFS_PER_TRANSACTION
}
