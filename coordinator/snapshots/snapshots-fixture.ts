import assert from 'node:assert/strict'
import { newId, ROOT_ID } from '../../shared/ids.ts'
import type { Member } from '../membership/members.ts'
import { keys } from '../metadata/keys.ts'
import { PieceRecord, SnapshotRecord } from '../metadata/records.js'
import { makeFolder } from '../operations/make-folder.ts'
import { move } from '../operations/move.ts'
import { readMap } from '../operations/read-map.ts'
import { remove } from '../operations/remove.ts'
import { TestSwarm, tagOf } from '../operations/test-swarm.ts'
import { openRestore, restore } from '../trash/restore.ts'
import { dropSnapshot } from './drop-snapshot.ts'
import { type FoundThen, listAt, lookupAt } from './read-snapshot.ts'
import { takeSnapshot } from './take-snapshot.ts'

export const TRASH_MS = 3_600_000
const sealedName = new Uint8Array([1])
/** Rows of a file that was, and of what kept it. */
const LEFTOVERS = ['past/', 'kept/', 'taken/', 'snapshot/', 'trash/', 'garbage/', 'detached/', 'ref/', 'extents/']

/** What specs about snapshots do with a tree. */
export class SnapshotsBench {
  readonly swarm = new TestSwarm({ trashMs: TRASH_MS })
  workers: Member[] = []

  async start(): Promise<void> {
    this.workers = await this.swarm.joinWorkers(3)
  }

  async file(name: string, parent = ROOT_ID): Promise<{ file: string; version: number; cid: string }> {
    return await this.swarm.addFile(name, this.workers, { parent })
  }

  async replace(name: string, file: string, parent = ROOT_ID): Promise<{ version: number; cid: string }> {
    return await this.swarm.addFile(name, this.workers, { parent, file, replace: true })
  }

  async folder(name: string, parent = ROOT_ID): Promise<string> {
    const id = newId(this.swarm.random)
    const place = { parent, tag: tagOf(name), id, sealedName, sealedAttributes: sealedName }
    await makeFolder(this.swarm.context, place)
    return id
  }

  async remove(name: string, id: string, parent = ROOT_ID, now = false): Promise<void> {
    await remove(this.swarm.context, { parent, tag: tagOf(name), id, recursive: true, now })
  }

  async move(
    id: string,
    from: { name: string; parent?: string },
    to: { name: string; parent?: string },
  ): Promise<void> {
    const [parent, newParent] = [from.parent ?? ROOT_ID, to.parent ?? ROOT_ID]
    const tags = { tag: tagOf(from.name), newTag: tagOf(to.name) }
    await move(this.swarm.context, { id, parent, newParent, ...tags, sealedName: new Uint8Array([7]) })
  }

  async restore(name: string, id: string, version: number, parent = ROOT_ID): Promise<void> {
    const number = await openRestore(this.swarm.context)
    const sealedHead = version === 0 ? new Uint8Array() : new Uint8Array([9])
    await restore(this.swarm.context, { number, id, version, parent, tag: tagOf(name), sealedName, sealedHead })
  }

  /** The result is its revision. */
  async take(name: string, folder = ROOT_ID, id = newId(this.swarm.random)): Promise<number> {
    return await takeSnapshot(this.swarm.context, { folder, tag: tagOf(name), id, sealedName })
  }

  async drop(name: string, folder = ROOT_ID): Promise<void> {
    const row = await this.swarm.context.store.get(keys.snapshot(folder, tagOf(name)))
    const id = Buffer.from(SnapshotRecord.decode(row ?? assert.fail('no such snapshot')).id).toString('hex')
    await dropSnapshot(this.swarm.context, { folder, tag: tagOf(name), id })
  }

  async at(revision: number, name: string, parent = ROOT_ID): Promise<FoundThen | undefined> {
    return await lookupAt(this.swarm.context, revision, { parent, tag: tagOf(name) })
  }

  /** All of a folder then, by pages of two. */
  async allAt(revision: number, folder = ROOT_ID): Promise<FoundThen[]> {
    const all: FoundThen[] = []
    for (let after: string | undefined, more = true; more; ) {
      const { entries, next } = await listAt(this.swarm.context, revision, folder, { after, limit: 2 })
      all.push(...entries)
      more = next !== undefined
      after = next
    }
    return all
  }

  /** CIDs of a version, which has to be one that is kept. */
  async read(file: string, version: number): Promise<string[]> {
    const groups = await readMap(this.swarm.context, { file, version, firstGroup: 0, groups: 0, older: true })
    const pieces = groups.flatMap(({ pieces }) => pieces.map(({ cid }) => cid))
    for (const cid of pieces) await this.whole(cid)
    return pieces
  }

  async whole(cid: string): Promise<void> {
    const row = (await this.swarm.context.store.get(keys.piece(cid))) ?? assert.fail('its piece is gone')
    assert.equal(PieceRecord.decode(row).condemned, false, 'its piece is gone')
  }

  /** Two rounds: what the first one lets go is due with the second. */
  async collect(afterMs = 60_000): Promise<void> {
    await this.swarm.collect(afterMs)
    await this.swarm.collect()
    // Nobody has heard of them meanwhile.
    await this.start()
  }

  async nothingLeft(...except: string[]): Promise<void> {
    for (const prefix of LEFTOVERS) {
      if (!except.includes(prefix)) assert.deepEqual(await this.swarm.keysUnder(prefix), [], prefix)
    }
    assert.equal(await this.swarm.context.store.get(keys.sift), undefined)
  }
}
