import { createHash } from 'node:crypto'
import { sealAttributes } from '../../../client/seal/attributes.ts'
import { sealGroup } from '../../../client/seal/extents.ts'
import { sealHead } from '../../../client/seal/head.ts'
import type { Keys } from '../../../client/seal/keys.ts'
import { nameTag, sealName } from '../../../client/seal/names.ts'
import { sealedSize } from '../../../client/seal/piece-format.ts'
import { keys } from '../../../coordinator/metadata/keys.ts'
import type { Transaction } from '../../../coordinator/metadata/metadata-store.ts'
import {
  DirentRecord,
  GroupRecord,
  InodeRecord,
  LogRecord,
  PieceRecord,
  StoreRecord,
} from '../../../coordinator/metadata/records.js'
import { cidOf, cidToBytes } from '../../../shared/cid.ts'
import { fromHex, ROOT_ID, toHex } from '../../../shared/ids.ts'
import type { Random } from '../../../shared/random/random.ts'
import { SMALL_FILE_BYTES } from '../samples.ts'

export const FILES_PER_FOLDER = 1000
const COPIES = 3
const KEY_LENGTH_BYTES = 32
/** As they are added to a swarm: some hundreds in a second. */
const FILES_PER_SECOND = 500
const MTIME_MS = 1_700_000_000_000

export const folderName = (folder: number): string => `folder-${folder}`
export const fileName = (file: number): string => `file-${file}`

/**
 * The rows of files and folders. Ids are times and hashes of their numbers. What an upload leaves for a day only (its intent, its
 * result) is not among them.
 */
export class FileRows {
  written = 0
  readonly #keys: Keys
  readonly #random: Random
  /** The same bytes for all: contents are not read here, and sealing a million of them takes minutes. */
  #sealedGroup: Uint8Array | undefined
  readonly #stores = Array.from({ length: COPIES }, (_, at) => idOf(`store ${at}`))

  constructor(keys: Keys, random: Random) {
    this.#keys = keys
    this.#random = random
  }

  /** Three workers' stores. */
  stores(tx: Transaction): void {
    for (const store of this.#stores) this.#put(tx, keys.store(store), StoreRecord.encode({ peer: `peer of ${store}` }))
  }

  folder(tx: Transaction, folder: number): void {
    this.#entry(tx, { parent: ROOT_ID, id: folderId(folder), name: folderName(folder), mode: 0o755 }, () => ({
      folder: true,
    }))
    this.#log(tx, { change: 'make-folder', id: folderId(folder), parent: ROOT_ID }, () => 0)
  }

  /** A file of one piece on three stores. */
  file(tx: Transaction, folder: number, file: number): void {
    const [parent, id] = [folderId(folder), fileId(file)]
    const cid = cidOf(Buffer.from(`piece ${file}`))
    const sizeBytes = sealedSize(SMALL_FILE_BYTES)
    const extent = {
      offset: 0,
      lengthBytes: SMALL_FILE_BYTES,
      cid,
      pieceOffset: 0,
      key: this.#random.bytes(KEY_LENGTH_BYTES),
    }
    this.#entry(tx, { parent, id, name: fileName(file), mode: 0o644 }, (version) => {
      const head = { sizeBytes: SMALL_FILE_BYTES, groupVersions: [version] }
      return { version, groups: 1, sealedHead: sealHead(this.#keys, { file: id, version }, head, this.#random) }
    })
    const sealed = (this.#sealedGroup ??= sealGroup(
      this.#keys,
      { file: id, group: 0, version: 1 },
      [extent],
      this.#random,
    ))
    tx.put(
      (version) => keys.extents(id, version, 0),
      GroupRecord.encode({ sealed, pieces: [{ cid: cidToBytes(cid), sizeBytes }] }),
    )
    tx.put((version) => keys.ref(id, version, cid), new Uint8Array())
    this.written += 2
    const holders = this.#stores.map(fromHex)
    this.#put(
      tx,
      keys.piece(cid),
      PieceRecord.encode({ sizeBytes, refs: 1, copies: COPIES, holders, condemned: false }),
    )
    for (const store of this.#stores) this.#put(tx, keys.held(store, cid), new Uint8Array())
    this.#log(tx, { change: 'publish', id, parent }, (revision) => revision)
  }

  #entry(
    tx: Transaction,
    { parent, id, name, mode }: { parent: string; id: string; name: string; mode: number },
    rest: (version: number) => Partial<InodeRecord>,
  ): void {
    const tag = nameTag(this.#keys, parent, name)
    this.#put(tx, keys.dirent(parent, toHex(tag)), DirentRecord.encode({ child: fromHex(id) }))
    const inode = {
      parent: fromHex(parent),
      tag,
      sealedName: sealName(this.#keys, { parent, child: id, name }, this.#random),
      sealedAttributes: sealAttributes(this.#keys, id, { mode, mtimeMs: MTIME_MS }, this.#random),
      committedAtMs: MTIME_MS,
    }
    tx.put(keys.inode(id), (revision) => InodeRecord.encode({ ...inode, ...rest(revision), revision }))
    this.written++
  }

  #log(
    tx: Transaction,
    { change, id, parent }: { change: string; id: string; parent: string },
    version: (revision: number) => number,
  ): void {
    const record = { change, id: fromHex(id), parent: fromHex(parent), atMs: MTIME_MS }
    tx.put(keys.log, (revision) => LogRecord.encode({ ...record, version: version(revision) }))
    this.written++
  }

  #put(tx: Transaction, key: string, value: Uint8Array): void {
    tx.put(key, value)
    this.written++
  }
}

function folderId(folder: number): string {
  return madeAt(folder * FILES_PER_FOLDER, `folder ${folder}`)
}

function fileId(file: number): string {
  return madeAt(file, `file ${file}`)
}

/** Ids begin with the second in which something was made. */
function madeAt(file: number, text: string): string {
  const second = Math.floor(MTIME_MS / 1000 + file / FILES_PER_SECOND)
  return second.toString(16).padStart(8, '0') + idOf(text).slice(8)
}

function idOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, ROOT_ID.length)
}
