import { newId, ROOT_ID } from '../../shared/ids.ts'
import { amend } from '../edits/amend.ts'
import { openEdit } from '../edits/open-edit.ts'
import type { Member } from '../membership/members.ts'
import { readInode } from '../namespace/tree.ts'
import { commit } from '../operations/commit.ts'
import { makeFile } from '../operations/make-file.ts'
import { makeFolder } from '../operations/make-folder.ts'
import { move } from '../operations/move.ts'
import { openPack } from '../operations/open-intent.ts'
import { type PublishedPacked, publishPacked } from '../operations/publish-packed.ts'
import { remove } from '../operations/remove.ts'
import { CLIENT, TestSwarm, tagOf } from '../operations/test-swarm.ts'
import { openRestore, restore } from '../trash/restore.ts'
import { type QuotaUse, readQuotaUse, setQuota } from './quotas.ts'
import { recountMarked } from './recount.ts'

const TRASH_MS = 1_000_000
const SEALED = new Uint8Array([1])

/** A swarm whose operations take sizes, for specs of quotas: each of them is one call, and two can be under way at once. */
export class QuotaSwarm {
  readonly swarm: TestSwarm
  #workers: Member[] = []

  constructor(swarm = new TestSwarm({ trashMs: TRASH_MS })) {
    this.swarm = swarm
  }

  async begin(): Promise<void> {
    this.#workers = await this.swarm.joinWorkers(3)
  }

  /** An upload that lacks nothing but its commit. */
  async uploaded(
    name: string,
    logicalBytes: number | undefined,
    { parent = ROOT_ID, ...more }: { parent?: string; file?: string; replace?: boolean } = {},
  ): Promise<{ file: string; version: number; commit: () => Promise<void> }> {
    const { swarm } = this
    const file = more.file ?? newId(swarm.random)
    const { version } = await swarm.open({ ...more, name, parent, file })
    const piece = swarm.piece(`${name} ${version}`)
    await swarm.receipt(piece.cid, version, ...this.#workers)
    const lastGroup = { version, group: 0, sealed: SEALED, pieces: [piece], degraded: false }
    const wanted = { version, groups: 1, sealedHead: SEALED, sealedAttributes: SEALED, lastGroup, logicalBytes }
    return { file, version, commit: async () => void (await commit(swarm.context, CLIENT, wanted)) }
  }

  async add(
    name: string,
    logicalBytes: number | undefined,
    where: { parent?: string; file?: string; replace?: boolean } = {},
  ): Promise<string> {
    const { file, commit } = await this.uploaded(name, logicalBytes, where)
    await commit()
    return file
  }

  async edit(file: string, logicalBytes: number): Promise<void> {
    const { context, random } = this.swarm
    const base = (await readInode(context.store, file))?.version ?? 0
    const wanted = { upload: newId(random), file, base, chunks: 0, pieceBytesMax: 1000 }
    const { version: edit } = await openEdit(context, CLIENT, wanted)
    const step = {
      added: [],
      vouchers: [],
      groups: [],
      dropped: [0],
      degraded: false,
      sealedHead: SEALED,
      sealedAttributes: undefined,
    }
    await amend(context, CLIENT, { ...step, edit, version: edit, last: true, loose: false, logicalBytes })
  }

  async pack(files: readonly { name: string; parent: string; sizeBytes: number }[]): Promise<PublishedPacked> {
    const { swarm } = this
    const pack = newId(swarm.random)
    const opening = { upload: newId(swarm.random), pack, folder: ROOT_ID, copiesMin: 0, pieceBytes: 1000 }
    const { version } = await openPack(swarm.context, CLIENT, opening)
    const piece = swarm.piece(`pack ${version}`)
    await swarm.receipt(piece.cid, version, ...this.#workers)
    const sealed = { sealedName: SEALED, sealedAttributes: SEALED, sealedHead: SEALED }
    const packed = files.map(({ name, parent, sizeBytes }) => ({
      ...sealed,
      parent,
      tag: tagOf(name),
      file: newId(swarm.random),
      sealedGroup: sizeBytes > 0 ? SEALED : new Uint8Array(),
      sizeBytes,
    }))
    return await publishPacked(swarm.context, CLIENT, { version, piece, degraded: false, files: packed })
  }

  async folder(name: string, parent = ROOT_ID): Promise<string> {
    const id = newId(this.swarm.random)
    await makeFolder(this.swarm.context, { ...place(name, parent), id, sealedName: SEALED, sealedAttributes: SEALED })
    return id
  }

  async empty(name: string, parent = ROOT_ID): Promise<string> {
    const id = newId(this.swarm.random)
    const wanted = { ...place(name, parent), id, sealedName: SEALED, sealedAttributes: SEALED }
    await makeFile(this.swarm.context, CLIENT, wanted)
    return id
  }

  async rm(id: string, at: Place, now = false): Promise<void> {
    await remove(this.swarm.context, { ...at, id, recursive: true, now })
  }

  async mv(id: string, at: Place, to: Place, replace = false): Promise<void> {
    const wanted = { ...at, id, newParent: to.parent, newTag: to.tag, sealedName: SEALED, replace }
    await move(this.swarm.context, wanted)
  }

  async back(id: string, version: number, to: Place): Promise<void> {
    const { context } = this.swarm
    const number = await openRestore(context)
    const sealedHead = version === 0 ? new Uint8Array() : SEALED
    await restore(context, { number, id, version, ...to, sealedName: SEALED, sealedHead })
  }

  async quota(folder: string, bytesMax: number, filesMax = 0): Promise<void> {
    await setQuota(this.swarm.context, folder, { bytesMax, filesMax })
  }

  async recount(): Promise<void> {
    await recountMarked(this.swarm.context, new AbortController().signal)
  }

  /** What the trash and the collector have to do, all of it; workers are there afterwards. */
  async collect(): Promise<void> {
    await this.swarm.collect(TRASH_MS)
    await this.begin()
  }

  /** `bytes/files` of the quota that holds there. */
  async used(id = ROOT_ID): Promise<string> {
    const { usedBytes, usedFiles } = await this.use(id)
    return `${usedBytes}/${usedFiles}`
  }

  async use(id = ROOT_ID): Promise<QuotaUse> {
    const found = await readQuotaUse(this.swarm.context, id)
    if (found === undefined) throw new Error('no quota holds there')
    return found.use
  }
}

export interface Place {
  readonly parent: string
  readonly tag: string
}

export function place(name: string, parent = ROOT_ID): Place {
  return { parent, tag: tagOf(name) }
}
