import { cidFromBytes } from '../../shared/cid.ts'
import { HiroError } from '../../shared/errors.ts'
import { toHex } from '../../shared/ids.ts'
import { revisionKey } from '../../shared/revision.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { keys, partsOf, under } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { GroupRecord, PieceRecord, RefRecord } from '../metadata/records.js'
import { contentOf } from '../namespace/detach.ts'
import { readInode } from '../namespace/tree.ts'
import { INTENT_OPEN, requireIntent, writeIntent } from '../operations/intents.ts'

/** Writes: reference and piece of each, its group, the intent. */
const PIECES_PER_TRANSACTION = 50

/**
 * Copies the rows of a file's content, its groups and references but no piece, to stand under an edit: what the edit began from stays as it is, and can be restored. Work for each
 * piece of the file, none for its bytes. Goes on where an earlier call was. Throws `changed`.
 */
export async function copyContent(context: Context, client: string, version: number): Promise<void> {
  for (let done = false; !done; ) {
    step('content-copying')
    const { value } = await context.store.transact(async (tx) => await copySome(tx, client, version))
    step('content-copied')
    done = value
  }
}

/** Whether that was all. */
async function copySome(tx: Transaction, client: string, version: number): Promise<boolean> {
  const intent = await requireIntent(tx, version, client)
  const { edit } = intent
  if (edit === undefined) throw new HiroError('usage', 'this upload is no edit')
  if (edit.copied || intent.state !== INTENT_OPEN) return true
  const file = toHex(intent.file)
  const inode = await readInode(tx, file)
  if (inode?.version !== edit.base) throw new HiroError('changed', 'the file has newer content, or was removed')
  const from = `extents/${file}/${revisionKey(contentOf(inode))}/`
  const [row, next] = await tx.scan(under(from, { last: edit.group || undefined, limit: 2 }))
  if (row === undefined) throw new HiroError('metadata-damaged', `the groups of file ${file} are not there`)
  const { pieces } = GroupRecord.decode(row.value)
  const some = pieces.slice(edit.piece, edit.piece + PIECES_PER_TRANSACTION)
  for (const { cid } of some) await listOnce(tx, { file, version, cid: cidFromBytes(cid) })
  const piece = edit.piece + some.length
  const whole = piece === pieces.length
  const copied = whole && next === undefined
  if (whole) tx.put(keys.extents(file, version, groupOf(row.key)), row.value)
  writeIntent(tx, version, {
    ...intent,
    edit: whole ? { ...edit, copied, group: row.key, piece: 0 } : { ...edit, piece },
  })
  return copied
}

/** A group more of the edit's content lists the piece. Two writes at most. */
async function listOnce(
  tx: Transaction,
  { file, version, cid }: { readonly file: string; readonly version: number; readonly cid: string },
): Promise<void> {
  const key = keys.ref(file, version, cid)
  const known = await tx.get(key)
  tx.put(key, RefRecord.encode({ groups: (known ? RefRecord.decode(known).groups : 0) + 1 }))
  if (known) return
  const row = await tx.get(keys.piece(cid))
  if (row === undefined) throw new HiroError('metadata-damaged', `nothing is known of piece ${cid} of file ${file}`)
  const piece = PieceRecord.decode(row)
  tx.put(keys.piece(cid), PieceRecord.encode({ ...piece, refs: piece.refs + 1 }))
}

function groupOf(extentsKey: string): number {
  return Number.parseInt(partsOf(extentsKey)[2] ?? '', 16)
}
