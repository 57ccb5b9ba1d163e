import { partsOf, keys as rows } from '../../../coordinator/metadata/keys.ts'
import {
  DirentRecord,
  GroupRecord,
  InodeRecord,
  IntentRecord,
  PieceRecord,
  StoreRecord,
} from '../../../coordinator/metadata/records.js'
import { cidFromBytes } from '../../../shared/cid.ts'
import { ROOT_ID, toHex } from '../../../shared/ids.ts'
import { revisionKey } from '../../../shared/revision.ts'

type State = ReadonlyMap<string, Uint8Array>
type Violated = (what: string) => void

const INTENT_OPEN = 0

/** What must hold between the rows of a coordinator that has nothing left to do. */
export function judgeMetadata(state: State, violated: Violated): void {
  const under = (prefix: string): [key: string, value: Uint8Array][] =>
    [...state].filter(([key]) => key.startsWith(prefix))
  const inodes = new Map(under('inode/').map(([key, value]) => [partsOf(key)[0] ?? '', InodeRecord.decode(value)]))
  judgeTree(inodes, under('dirent/'), violated)
  judgeVersions(inodes, state, violated)
  judgeHolders(state, under('piece/'), under('held/'), violated)
  for (const [key, value] of under('intent/')) {
    if (IntentRecord.decode(value).state === INTENT_OPEN) violated(`${key} is open for ever`)
  }
}

function judgeTree(
  inodes: ReadonlyMap<string, InodeRecord>,
  dirents: [string, Uint8Array][],
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
    if (parent !== ROOT_ID && !inodes.get(parent)?.folder) violated(`inode ${id} is in no folder`)
  }
}

/** The extents and references that there are belong to current versions, and current versions have theirs. */
function judgeVersions(inodes: ReadonlyMap<string, InodeRecord>, state: State, violated: Violated): void {
  const counts = new Map<string, number>()
  const expected = new Set<string>()
  for (const [file, { version, folder, groups }] of inodes) {
    for (let group = 0; !folder && group < groups; group++) {
      const key = rows.extents(file, version, group)
      const value = state.get(key)
      expected.add(key)
      if (value === undefined) violated(`${key} is missing`)
      else
        for (const { cid } of GroupRecord.decode(value).pieces) expected.add(rows.ref(file, version, cidFromBytes(cid)))
    }
  }
  for (const key of expected) if (!state.has(key)) violated(`${key} is missing`)
  for (const key of state.keys()) {
    const [kind, file = '', version, cid = ''] = key.split('/')
    if (kind === 'ref') counts.set(cid, (counts.get(cid) ?? 0) + 1)
    // A reference that no extent needs is that of a piece which was pushed twice: it lives as long as its version.
    const current = inodes.get(file)
    const isCurrent = current !== undefined && revisionKey(current.version) === version
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
  violated: Violated,
): void {
  const byPieces = new Set<string>()
  for (const [key, value] of pieces) {
    const { holders } = PieceRecord.decode(value)
    if (holders.length === 0) violated(`${key} has no holder`)
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
