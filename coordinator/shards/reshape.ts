import { hasCode } from '../../shared/errors.ts'
import { ROOT_ID, toHex } from '../../shared/ids.ts'
import { revisionKey } from '../../shared/revision.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { DirentRecord, type InodeRecord, ReshapeRecord } from '../metadata/records.js'
import { contentOf } from '../namespace/detach.ts'
import { readInode } from '../namespace/tree.ts'
import { putShaped, readPiece } from './change-shape.ts'
import { policyAt } from './policy.ts'
import { isShard, type Policy, reshaped, weakens } from './shape.ts'

/** Reads: a child's policy; writes: its mark. */
const CHILDREN_PER_TRANSACTION = 60
/** Writes: the record, its rows in two lists. */
const PIECES_PER_TRANSACTION = 20

/** Takes the policy of a folder to what is in it: from folder to folder, from file to file, from piece to piece, in bounded steps, each of which leaves marks for the next. Killed anywhere, it goes on from there. */
export async function reshapeMarked(context: Context, signal: AbortSignal): Promise<void> {
  for (;;) {
    const rows = await context.store.scan(under('reshape/'))
    if (rows.length === 0) return
    for (const { key } of rows) while (await reshapeSome(context, partsOf(key)[0] ?? '')) throwIfAborted(signal)
  }
}

async function reshapeSome(context: Context, id: string): Promise<boolean> {
  const { value } = await context.store.transact(async (tx) => {
    const row = await tx.get(keys.reshape(id))
    if (row === undefined) return false
    const { last } = ReshapeRecord.decode(row)
    const inode = id === ROOT_ID ? undefined : await readInode(tx, id)
    const isFolder = id === ROOT_ID || inode?.folder === true
    const next = isFolder
      ? await markChildren(tx, id, last)
      : inode && (await reshapePieces(context, tx, id, inode, last))
    if (next === undefined) tx.delete(keys.reshape(id))
    else tx.put(keys.reshape(id), ReshapeRecord.encode({ last: next }))
    return next !== undefined
  })
  return value
}

/** The last one that was looked at; `undefined`: all were. */
async function markChildren(tx: Transaction, folder: string, last: string): Promise<string | undefined> {
  const options = { last: last || undefined, limit: CHILDREN_PER_TRANSACTION }
  const rows = await tx.scan(under(`dirent/${folder}/`, options))
  for (const { value } of rows) {
    const child = toHex(DirentRecord.decode(value).child)
    // One that asks for something itself does not change with what is above it.
    if ((await tx.get(keys.policy(child))) === undefined) {
      tx.put(keys.reshape(child), ReshapeRecord.encode({ last: '' }))
    }
  }
  return rows.length === CHILDREN_PER_TRANSACTION ? rows.at(-1)?.key : undefined
}

/** `undefined`: a folder above it was removed. If that comes back, what is in it is looked at again. */
async function policyNow(context: Context, tx: Transaction, file: string): Promise<Policy | undefined> {
  try {
    return (await policyAt(context, tx, file)).policy
  } catch (error) {
    if (hasCode(error, 'not-found')) return undefined
    throw error
  }
}

async function reshapePieces(
  context: Context,
  tx: Transaction,
  file: string,
  inode: InodeRecord,
  last: string,
): Promise<string | undefined> {
  const policy = await policyNow(context, tx, file)
  if (policy === undefined) return undefined
  const prefix = `ref/${file}/${revisionKey(contentOf(inode))}/`
  // Of another version: this one begins anew.
  const after = last.startsWith(prefix) ? last : undefined
  const rows = await tx.scan(under(prefix, { last: after, limit: PIECES_PER_TRANSACTION }))
  for (const { key } of rows) {
    const cid = key.slice(prefix.length)
    const piece = await readPiece(tx, cid)
    if (piece === undefined || piece.condemned || isShard(piece)) continue
    // Other files have a part in it, and what they ask for is not known here.
    if (piece.refs > 1 && weakens(piece, policy)) continue
    await putShaped(tx, cid, reshaped(piece, policy))
  }
  return rows.length === PIECES_PER_TRANSACTION ? rows.at(-1)?.key : undefined
}
