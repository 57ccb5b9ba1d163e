import assert from 'node:assert/strict'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import { hasCode } from '../../shared/errors.ts'
import { pick } from '../../shared/random/choose.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { SimulatedDisk } from './disk/simulated-disk.ts'
import { openDiskPieceStore } from './disk-piece-store.ts'
import { MemoryPieceIndex } from './index/memory-piece-index.ts'
import type { PieceStore } from './piece-store.ts'
import { readAll, type Sample, sample, writeAll } from './test-pieces.ts'

const SEEDS = 300
const POWER_CUTS = 3
const RESERVE_BYTES = 50_000
/** Enough for most of the pieces below, so that some puts find the disk full. */
const DISK_SIZE_BYTES = 450_000
const SAMPLES = [500, 501, 65_537, 66_000, 70_000, 70_001, 80_000, 90_000].map((size) => sample(size))
const OTHER_BYTES = new Uint8Array(100_000)
/** Small enough for a piece to be appended in several steps. */
const SLICE_SIZE_BYTES = 60

/** What a piece's revision may be after a power cut; `undefined`: the piece may be absent. */
type Revisions = Set<number | undefined>

/** A piece and what the store has promised about it. Whoever uses it does one thing after the other. */
class Promised {
  readonly piece: Sample
  may: Revisions = new Set([undefined])
  receiptMustBeDue = false
  #nextRevision = 1

  constructor(piece: Sample) {
    this.piece = piece
  }

  async put(store: PieceStore, bytes: Uint8Array): Promise<void> {
    const before = this.may
    const revision = this.#nextRevision++
    this.may = new Set([...before, revision])
    const { cid } = this.piece
    try {
      const writer = await store.begin({ cid, sizeBytes: this.piece.bytes.byteLength, revision })
      if (writer) await writeAll(writer, bytes, bytes.byteLength < 70_000 ? SLICE_SIZE_BYTES : undefined)
      this.may = new Set([revision])
      this.receiptMustBeDue = true
    } catch (error) {
      assert(hasCode(error, 'no-room', 'integrity'), String(error))
      this.may = before
    }
  }

  async remove(store: PieceStore): Promise<void> {
    this.may = new Set([...this.may, undefined])
    this.receiptMustBeDue = false
    await store.remove(this.piece.cid, this.#nextRevision++)
    this.may = new Set([undefined])
  }

  async acknowledge(store: PieceStore): Promise<void> {
    this.receiptMustBeDue = false
    const due = await store.receiptsDue(100)
    await store.receiptsAcknowledged(due.filter(({ cid }) => cid === this.piece.cid))
  }

  async check(store: PieceStore): Promise<void> {
    const { cid, bytes } = this.piece
    const stat = await store.stat(cid)
    assert(this.may.has(stat?.revision), `revision ${stat?.revision} found, one of ${[...this.may]} promised`)
    if (stat) assert((await readAll(store, cid)).equals(bytes), 'not the bytes that were put')
    const due = (await store.receiptsDue(100)).some((receipt) => receipt.cid === cid)
    if (this.receiptMustBeDue) assert(due, 'a receipt is forgotten')
    this.may = new Set([stat?.revision])
    this.receiptMustBeDue = due
  }
}

/** Puts, removes and acknowledges one piece until the power is cut. */
async function use(store: PieceStore, promised: Promised, random: SeededRandom): Promise<never> {
  for (;;) {
    const step = random.below(10)
    if (step < 5) await promised.put(store, promised.piece.bytes)
    else if (step < 6) await promised.put(store, OTHER_BYTES.subarray(0, promised.piece.bytes.byteLength))
    else if (step < 8) await promised.remove(store)
    else await promised.acknowledge(store)
  }
}

/** Files below `pieces/` are those of pieces that the store has, under their own names, and it counts them right. */
async function checkTidy(store: PieceStore, disk: SimulatedDisk, pieces: readonly Promised[]): Promise<void> {
  const here = pieces.filter(({ may }) => !may.has(undefined)).map(({ piece }) => piece)
  const folders = (await disk.list('pieces')).filter((name) => name.length === 2)
  const files = await Promise.all(folders.map((folder) => disk.list(`pieces/${folder}`)))
  const expected = here.filter(({ bytes }) => bytes.byteLength > 65_536).map(({ cid }) => cid)
  assert.deepEqual(files.flat().toSorted(), expected.toSorted())
  const { pieces: count, usedBytes } = await store.usage()
  const expectedBytes = here.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  assert.deepEqual({ count, usedBytes }, { count: here.length, usedBytes: expectedBytes })
}

/** One store through several lives, each ended by a power cut at a random moment. */
async function lives(seed: number): Promise<void> {
  const clock = new SimulatedClock()
  const random = new SeededRandom(seed)
  let disk = new SimulatedDisk({
    clock,
    random: random.fork('disk'),
    capacityBytes: DISK_SIZE_BYTES,
    delays: { operationMs: 2, syncMs: 10 },
  })
  let index = new MemoryPieceIndex({ clock, random: random.fork('index'), commitMs: 10 })
  const open = (): Promise<PieceStore> =>
    openDiskPieceStore({ disk, index, clock, capacityBytes: 1e9, reserveBytes: RESERVE_BYTES })
  const pieces = SAMPLES.map((piece) => new Promised(piece))
  for (let life = 0; life < POWER_CUTS; life++) {
    const failures: unknown[] = []
    const run = open().then((store) =>
      Promise.all(pieces.map((piece) => use(store, piece, random.fork(`${life} ${piece.piece.cid}`)))),
    )
    run.catch((error: unknown) => failures.push(error))
    // Also in the middle of opening and sweeping.
    await clock.advance(random.below(pick(random, [20, 200])))
    disk = disk.crash()
    index = index.crash()
    assert.deepEqual(failures, [])
    const store = await clock.drive(open())
    for (const piece of pieces) await clock.drive(piece.check(store))
    await clock.drive(checkTidy(store, disk, pieces))
    await clock.drive(store.close())
    index = index.reopen()
  }
}

describe('a disk piece store whose power is cut at a random moment', () => {
  it(`has every piece that it acknowledged, whole, and nothing half-written (${SEEDS} seeds)`, async () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      await lives(seed).catch((cause: unknown) => {
        throw new Error(`seed ${seed}: ${String(cause)}`, { cause })
      })
    }
  })
})
