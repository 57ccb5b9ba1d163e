import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cidOf } from '../../../shared/cid.ts'
import { systemClock } from '../../../shared/clock/system-clock.ts'
import { CHUNK_SIZE_BYTES } from '../../../shared/limits.ts'
import { systemRandom } from '../../../shared/random/system-random.ts'
import { nodeDisk } from '../../../worker/store/disk/node-disk.ts'
import { openDiskPieceStore } from '../../../worker/store/disk-piece-store.ts'
import { SqlitePieceIndex } from '../../../worker/store/index/sqlite-piece-index.ts'
import type { PieceStore } from '../../../worker/store/piece-store.ts'
import { type Step, timed } from './step.ts'

const SLICE_BYTES = 64 * 1024
/** Pieces at once, as many as one client sends. */
const LANES = 4

interface Piece {
  readonly cid: string
  readonly bytes: Uint8Array
}

/** A worker's store on a real disk: hashed, written, fsynced, renamed, indexed. */
export async function storeStep(parent: string): Promise<Step> {
  const folder = await mkdtemp(join(parent, 'store-'))
  await mkdir(join(folder, 'pieces'))
  const index = await SqlitePieceIndex.open(join(folder, 'index.db'), systemRandom)
  const limits = { capacityBytes: Number.MAX_SAFE_INTEGER, reserveBytes: 0 }
  const store = await openDiskPieceStore({ disk: nodeDisk(folder), index, clock: systemClock, ...limits })
  let revision = 0
  return {
    says: `pieces of 8 MiB on disk with fsync, ${LANES} at once, its hash included; one process`,
    turn: async (bytes) => {
      const pieces = Array.from({ length: Math.ceil(bytes / CHUNK_SIZE_BYTES) }, makePiece)
      const turn = await timed(bytes, async () => await putAll(store, pieces, ++revision))
      for (const { cid } of pieces) await store.remove(cid, revision)
      return turn
    },
    end: async () => {
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** Another name each time; most of the bytes may be the same. */
function makePiece(): Piece {
  const bytes = Buffer.alloc(CHUNK_SIZE_BYTES, systemRandom.bytes(SLICE_BYTES))
  return { cid: cidOf(bytes), bytes }
}

async function putAll(store: PieceStore, pieces: readonly Piece[], revision: number): Promise<void> {
  const waiting = pieces.values()
  const lane = async (): Promise<void> => {
    for (const { cid, bytes } of waiting) {
      const writer = await store.begin({ cid, sizeBytes: bytes.byteLength, revision })
      for (let at = 0; at < bytes.byteLength; at += SLICE_BYTES)
        await writer?.write(bytes.subarray(at, at + SLICE_BYTES))
      await writer?.finish()
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
