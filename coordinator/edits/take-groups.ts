import { cidFromBytes, cidToBytes } from '../../shared/cid.ts'
import { HiroError } from '../../shared/errors.ts'
import { COLLECT_DELAY_MS } from '../../shared/limits.ts'
import { keys } from '../metadata/keys.ts'
import type { Transaction } from '../metadata/metadata-store.ts'
import { GroupRecord, ListedRecord } from '../metadata/records.js'
import type { Amend } from './wanted.ts'

/** Of how many groups more the file consists now, and how many bytes more its pieces have; less than 0: fewer. */
export interface Changed {
  readonly groups: number
  readonly bytes: number
}

interface Listing {
  readonly cid: Uint8Array
  readonly sizeBytes: number
  /** In how many groups more it is listed than it was. */
  more: number
}

/** Of a CID, to compare it by: in base32 it takes much longer. */
export function textOf(cid: Uint8Array): string {
  return Buffer.from(cid.buffer, cid.byteOffset, cid.byteLength).toString('latin1')
}

/** CIDs that fit a value. */
const CIDS_PER_RECORD = 1_500

/**
 * Puts the groups of a step in their place. How many groups list a piece is counted later, in the order of the steps (see the collector's edited-content.ts): a step may take out thousands. Throws `usage` for a
 * piece that was not added, and that no group which gives way listed.
 */
export async function takeGroups(
  tx: Transaction,
  at: { readonly file: string; readonly content: number; readonly atMs: number },
  { added, groups, dropped }: Pick<Amend, 'added' | 'groups' | 'dropped'>,
): Promise<Changed> {
  const listings = new Map<string, Listing>()
  for (const { cid, sizeBytes } of added) {
    const bytes = cidToBytes(cid)
    listings.set(textOf(bytes), { cid: bytes, sizeBytes, more: 0 })
  }
  let count = groups.length
  for (const number of [...groups.map(({ group }) => group), ...dropped]) {
    const row = await tx.get(keys.extents(at.file, at.content, number))
    if (row === undefined) continue
    count--
    for (const { cid, sizeBytes } of GroupRecord.decode(row).pieces) {
      const text = textOf(cid)
      const known = listings.get(text)
      if (known) known.more--
      else listings.set(text, { cid, sizeBytes, more: -1 })
    }
  }
  for (const { group, sealed, pieces } of groups) {
    const listed = pieces.map((cid) => {
      const listing = listings.get(textOf(cid))
      if (listing === undefined) throw new HiroError('usage', `piece ${cidFromBytes(cid)} was neither added nor there`)
      listing.more++
      return { cid, sizeBytes: listing.sizeBytes }
    })
    tx.put(keys.extents(at.file, at.content, group), GroupRecord.encode({ sealed, pieces: listed }))
  }
  for (const number of dropped) tx.delete(keys.extents(at.file, at.content, number))
  noteListed(tx, at, listings)
  const bytes = [...listings.values()].reduce((sum, { more, sizeBytes }) => sum + Math.sign(more) * sizeBytes, 0)
  return { groups: count, bytes }
}

function noteListed(
  tx: Transaction,
  { file, content, atMs }: { readonly file: string; readonly content: number; readonly atMs: number },
  listings: ReadonlyMap<string, Listing>,
): void {
  const of = (sign: 1 | -1): Uint8Array[] =>
    [...listings.values()].flatMap(({ cid, more }) => Array.from({ length: Math.max(0, sign * more) }, () => cid))
  const [more, fewer] = [of(1), of(-1)]
  for (let part = 0; more.length + fewer.length > 0; part++) {
    const some = more.splice(0, CIDS_PER_RECORD)
    const others = fewer.splice(0, CIDS_PER_RECORD - some.length)
    const record = ListedRecord.encode({ more: some, fewer: others, notBeforeMs: atMs + COLLECT_DELAY_MS })
    tx.put((revision) => keys.listed(file, content, revision, part), record)
  }
}
