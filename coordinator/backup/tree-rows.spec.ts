import assert from 'node:assert/strict'
import { treeKeys } from '../../shared/backup/tree-keys.ts'
import { TreeDirent, TreeGroup, TreeInode, TreeShards } from '../../shared/backup/tree-records.js'
import { newId, toHex } from '../../shared/ids.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { keys } from '../metadata/keys.ts'
import { DirentRecord, GroupRecord, InodeRecord, PieceRecord } from '../metadata/records.js'

describe('what a rescue reads of the metadata', () => {
  const random = new SeededRandom('tree rows')
  const [file, parent, tag] = [newId(random), newId(random), toHex(random.bytes(32))]

  it('lies where the coordinator puts it', () => {
    assert.equal(treeKeys.inode(file), keys.inode(file))
    assert.equal(treeKeys.dirent(parent, tag), keys.dirent(parent, tag))
    assert.equal(treeKeys.piece('bafkrei'), keys.piece('bafkrei'))
    assert(keys.dirent(parent, tag).startsWith(treeKeys.dirents(parent)))
    for (const [version, group] of [
      [2 ** 40, 0],
      [3 * 2 ** 40 + 77, 300],
    ] as const) {
      assert.equal(treeKeys.extents(file, version, group), keys.extents(file, version, group))
    }
  })

  it('has the fields that the coordinator writes', () => {
    const inode = {
      parent: random.bytes(16),
      tag: random.bytes(32),
      folder: true,
      sealedName: random.bytes(90),
      sealedAttributes: random.bytes(80),
      version: 2 ** 40 + 5,
      sealedHead: random.bytes(70),
      groups: 3,
      revision: 2 ** 41,
      committedAtMs: 1_234,
      content: 2 ** 40 + 4,
    }
    const read = TreeInode.decode(InodeRecord.encode(inode))
    for (const [name, value] of Object.entries(inode)) {
      assert.deepEqual(plain(read[name as keyof typeof read]), plain(value), name)
    }
    const child = random.bytes(16)
    assert.equal(toHex(TreeDirent.decode(DirentRecord.encode({ child })).child), toHex(child))
    const group = { sealed: random.bytes(50), pieces: [{ cid: random.bytes(36), sizeBytes: 77 }] }
    const { sealed, pieces } = TreeGroup.decode(GroupRecord.encode(group))
    assert.equal(toHex(sealed), toHex(group.sealed))
    assert.deepEqual(
      pieces.map(({ cid, sizeBytes }) => [toHex(cid), sizeBytes]),
      group.pieces.map(({ cid, sizeBytes }) => [toHex(cid), sizeBytes]),
    )
    const kept = { dataShards: 4, parityShards: 2, shards: [random.bytes(36), random.bytes(36)] }
    const piece = TreeShards.decode(PieceRecord.encode({ ...PieceRecord.decode(new Uint8Array()), ...kept }))
    assert.deepEqual({ ...piece, shards: piece.shards.map(toHex) }, { ...kept, shards: kept.shards.map(toHex) })
  })
})

function plain(value: unknown): unknown {
  return value instanceof Uint8Array ? toHex(value) : value
}
