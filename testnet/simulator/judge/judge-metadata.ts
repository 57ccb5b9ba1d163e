import { partsOf, revisionOf, keys as rows } from '../../../coordinator/metadata/keys.ts'
import {
  DirentRecord,
  GroupRecord,
  InodeRecord,
  IntentRecord,
  PieceRecord,
  StoreRecord,
} from '../../../coordinator/metadata/records.js'
import { contentOf } from '../../../coordinator/namespace/detach.ts'
import { type Trashed, trashedOf } from '../../../coordinator/namespace/trash.ts'
import { cidFromBytes } from '../../../shared/cid.ts'
import { ROOT_ID, toHex } from '../../../shared/ids.ts'
import { revisionKey } from '../../../shared/revision.ts'
import type { SpoiledCopies } from '../faults/spoiled.ts'

type State = ReadonlyMap<string, Uint8Array>
type Violated = (what: string) => void

const INTENT_OPEN = 0

/** What must hold between the rows of a coordinator that has nothing left to do. */
export function judgeMetadata(state: State, spoiled: SpoiledCopies, violated: Violated): void {
  const under = (prefix: string): [key: string, value: Uint8Array][] =>
    [...state].filter(([key]) => key.startsWith(prefix))
  const inodes = new Map(under('inode/').map(([key, value]) => [partsOf(key)[0] ?? '', InodeRecord.decode(value)]))
  const trash = under('trash/').map(([key, value]) => itemOf(key, value))
  const gone = new Set(trash.flatMap(({ id, record }) => (record.inode.folder ? [id] : [])))
  judgeTree(inodes, under('dirent/'), gone, violated)
  judgeTrashRows(trash, state, violated)
  const current = [...inodes].map(([id, inode]) => ({ id, inode }))
  judgeVersions([...current, ...trash.map(({ id, record: { inode } }) => ({ id, inode }))], state, violated)
  const anySpoiled = (cid: string): boolean => spoiled.anyOfPieces(new Set([cid]), Number.POSITIVE_INFINITY)
  judgeHolders(state, under('piece/'), under('held/'), anySpoiled, violated)
  for (const [key, value] of under('intent/')) {
    if (IntentRecord.decode(value).state === INTENT_OPEN) violated(`${key} is open for ever`)
  }
}

function judgeTree(
  inodes: ReadonlyMap<string, InodeRecord>,
  dirents: [string, Uint8Array][],
  inTrash: ReadonlySet<string>,
  violated: Violated,
): void {
  for (const [key, value] of dirents) {
    const inode = inodes.get(toHex(DirentRecord.decode(value).child))
    if (inode === undefined) violated(`${key} leads nowhere`)
    else if (rows.dirent(toHex(inode.parent), toHex(inode.tag)) !== key)
      violated(`${key} leads to an inode that is elsewhere`)
  }
  if (dirents.length !== inodes.size) violated(`${inodes.size} inodes have ${dirents.length} entries`)
  for (const [id, inode] of inodes) {
    const parent = toHex(inode.parent)
    if (parent !== ROOT_ID && !inodes.get(parent)?.folder && !inTrash.has(parent))
      violated(`inode ${id} is in no folder`)
  }
}

function itemOf(key: string, value: Uint8Array): Trashed {
  const [id = '', version] = partsOf(key)
  return trashedOf(id, revisionOf(version), value)
}

/** Each item has its row in the order of expiry, and what was removed one at its place; and there are no others. */
function judgeTrashRows(trash: readonly Trashed[], state: State, violated: Violated): void {
  const expected = new Set(
    trash.flatMap(({ id, version, record: { inode, replaced, revision, untilMs } }) => {
      const place = { parent: toHex(inode.parent), tag: toHex(inode.tag) }
      const removed = replaced ? [] : [rows.removed(place, revision, id, version)]
      return [rows.expiry(untilMs, id, version), ...removed]
    }),
  )
  for (const key of expected) if (!state.has(key)) violated(`${key} is missing`)
  for (const key of state.keys())
    if (/^(expiry|removed)\//.test(key) && !expected.has(key)) violated(`${key} is left over`)
}

/** The extents and references that there are belong to versions that are shown or in the trash, and these have theirs. */
function judgeVersions(
  versions: readonly { readonly id: string; readonly inode: InodeRecord }[],
  state: State,
  violated: Violated,
): void {
  const counts = new Map<string, number>()
  const expected = new Set<string>()
  const contents = new Set<string>()
  for (const { id: file, inode } of versions) {
    const { folder, groups } = inode
    const content = contentOf(inode)
    if (folder) continue
    if (contents.has(`${file}/${revisionKey(content)}`)) violated(`content ${content} of ${file} is there twice`)
    contents.add(`${file}/${revisionKey(content)}`)
    for (let group = 0; group < groups; group++) {
      const key = rows.extents(file, content, group)
      const value = state.get(key)
      expected.add(key)
      if (value === undefined) violated(`${key} is missing`)
      else
        for (const { cid } of GroupRecord.decode(value).pieces) expected.add(rows.ref(file, content, cidFromBytes(cid)))
    }
  }
  for (const key of expected) if (!state.has(key)) violated(`${key} is missing`)
  for (const key of state.keys()) {
    const [kind, file = '', version, cid = ''] = key.split('/')
    if (kind === 'ref') counts.set(cid, (counts.get(cid) ?? 0) + 1)
    // A reference that no extent needs is that of a piece which was pushed twice: it lives as long as its version.
    const isCurrent = contents.has(`${file}/${version}`)
    if ((kind === 'extents' && !expected.has(key)) || (kind === 'ref' && !isCurrent)) violated(`${key} is left over`)
  }
  for (const [key, value] of state) {
    if (!key.startsWith('piece/')) continue
    const { refs, condemned } = PieceRecord.decode(value)
    const counted = counts.get(partsOf(key)[0] ?? '') ?? 0
    if (condemned) violated(`${key} is condemned, and stays`)
    if (refs !== counted) violated(`${key} counts ${refs} references, there are ${counted}`)
  }
  for (const cid of counts.keys())
    if (!state.has(rows.piece(cid))) violated(`${rows.piece(cid)} is referenced, and missing`)
}

function judgeHolders(
  state: State,
  pieces: [string, Uint8Array][],
  held: [string, Uint8Array][],
  anySpoiled: (cid: string) => boolean,
  violated: Violated,
): void {
  const byPieces = new Set<string>()
  for (const [key, value] of pieces) {
    const { holders } = PieceRecord.decode(value)
    // A worker that finds its copy bad is no holder any more.
    if (holders.length === 0 && !anySpoiled(partsOf(key)[0] ?? '')) violated(`${key} has no holder`)
    for (const holder of holders.map(toHex)) {
      byPieces.add(rows.held(holder, partsOf(key)[0] ?? ''))
      const store = state.get(rows.store(holder))
      if (store === undefined || StoreRecord.decode(store).lost)
        violated(`${key} counts on store ${holder}, which is lost`)
    }
  }
  for (const key of byPieces) if (!state.has(key)) violated(`${key} is missing`)
  for (const [key] of held) if (!byPieces.has(key)) violated(`${key} has no piece that says so`)
}
