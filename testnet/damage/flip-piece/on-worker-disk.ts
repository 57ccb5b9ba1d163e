import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Who } from '../../layout.ts'
import type { Testnet } from '../../testnet.ts'
import type { Flip } from './flipping-store.ts'

/** What is looked for to find a byte of a piece in the pages of an index: sealed bytes are like no others. */
const WINDOW_BYTES = 12

/** Of a stopped worker: where a piece of it lies, by number of its byte. */
export interface PieceOnDisk {
  readonly sizeBytes: number
  flip(flip: Flip): void
}

/** A piece that a worker, which has to be stopped, keeps: in a file of its own or in the index. */
export function pieceOnDisk(net: Testnet, who: Who, cid: string): PieceOnDisk {
  const { store } = net.files(who)
  const index = join(store, 'index.db')
  const db = new DatabaseSync(index, { readOnly: true })
  const row = db.prepare('SELECT bytes FROM inline_bytes WHERE cid = ?').get(cid)
  db.close()
  const bytes = row?.['bytes']
  if (!(bytes instanceof Uint8Array)) {
    const path = join(store, 'pieces', cid.slice(-2), cid)
    return { sizeBytes: readFileSync(path).byteLength, flip: ({ at, mask }) => flipAt(path, at, mask) }
  }
  const flip = ({ at, mask }: Flip): void => {
    for (const place of placesInFile(index, bytes, at)) flipAt(index, place, mask)
  }
  return { sizeBytes: bytes.byteLength, flip }
}

/**
 * Pages follow in any order, each with a few bytes of its own; so a few bytes around `at` are looked for that lie on one page. All places: what SQLite moved within its pages
 * is left behind where it was, and looks the same.
 */
function placesInFile(index: string, bytes: Uint8Array, at: number): number[] {
  const file = readFileSync(index)
  for (let from = Math.max(0, at - WINDOW_BYTES + 1); from <= Math.min(at, bytes.byteLength - WINDOW_BYTES); from++) {
    const window = bytes.subarray(from, from + WINDOW_BYTES)
    const places: number[] = []
    for (let found = file.indexOf(window); found >= 0; found = file.indexOf(window, found + 1)) {
      places.push(found + at - from)
    }
    if (places.length > 0) return places
  }
  throw new Error(`byte ${at} of a piece is not in ${index}`)
}

function flipAt(path: string, at: number, mask: number): void {
  const file = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  byte.writeUInt8(byte.readUInt8(0) ^ mask)
  writeSync(file, byte, 0, 1, at)
  closeSync(file)
}
