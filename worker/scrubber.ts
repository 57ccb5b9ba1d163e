import type { Clock } from '../shared/clock/clock.ts'
import { sleep } from '../shared/clock/sleep.ts'
import { HiroError, hasCode, toHiroError } from '../shared/errors.ts'
import type { Log } from '../shared/log.ts'
import type { PieceStore } from './store/piece-store.ts'

export interface ScrubSettings {
  /** In so long every piece is read once. */
  readonly periodMs: number
  /** Reading never goes faster, whatever the period. */
  readonly bytesPerSecondMax: number
}

export interface ScrubPorts {
  readonly store: PieceStore
  readonly clock: Clock
  readonly log: Log
  /** This copy is bad. */
  readonly found: (cid: string) => void
}

const PAGE_PIECES = 64
/** What a piece costs besides its bytes: opening it, and a turn of the disk's head. */
const PIECE_OVERHEAD_BYTES = 4_096
/** Until an empty store is looked at again. */
const EMPTY_REST_MS = 60_000
/** Between two pieces at most: with few of them, a pass is over before its period. */
const REST_MS_MAX = 3_600_000
/** How far it has come is kept after so many pieces: a restart reads at most these again. */
const PIECES_PER_NOTE = 256
/** So many in a row that cannot be read: the disk is ill, not these pieces. They are read again with the next pass. */
const UNREADABLE_MAX = 3
const ILL_REST_MS = 60_000

/** Reads every piece once in a period, goes on where it was, and tells of copies that are bad. Resolves when `signal` is aborted. */
export async function scrub(ports: ScrubPorts, settings: ScrubSettings, signal: AbortSignal): Promise<void> {
  const { store, clock, log } = ports
  const reader = new Reader(ports)
  let [last, done] = ['', 0]
  while (!signal.aborted) {
    try {
      if (done === 0 && last === '') last = await store.audit.note()
      const pieces = await store.audit.list(last, PAGE_PIECES)
      for (const { cid, sizeBytes } of pieces) {
        // Before, not after: a worker that has just started has other things to do.
        await sleep(clock, Math.min(await paceMs(store, settings, sizeBytes), REST_MS_MAX), signal)
        last = cid
        await reader.read(cid)
      }
      done += pieces.length
      if (pieces.length === 0) {
        if (done === 0) await sleep(clock, EMPTY_REST_MS, signal)
        last = ''
      }
      if (pieces.length > 0 && done < PIECES_PER_NOTE) continue
      await store.audit.keepNote(last)
      done = 0
    } catch (cause) {
      if (signal.aborted) return
      log.warn('scrubbing is interrupted', { error: toHiroError(cause, 'io') })
      await sleep(clock, ILL_REST_MS, signal).catch(() => {})
    }
  }
}

/** Tells a piece that cannot be read on a disk that is well, and is bad, from a disk that is ill. */
class Reader {
  readonly #ports: ScrubPorts
  /** Could not be read, and nothing has been since. */
  #unreadable: string[] = []

  constructor(ports: ScrubPorts) {
    this.#ports = ports
  }

  /** Throws `io` when the disk seems to be ill. */
  async read(cid: string): Promise<void> {
    try {
      await this.#verify(cid, false)
    } catch (error) {
      if (!hasCode(error, 'io')) throw error
      this.#ports.log.warn('a piece cannot be read', { cid, error: toHiroError(error) })
      if (this.#unreadable.push(cid) < UNREADABLE_MAX) return
      this.#unreadable = []
      throw new HiroError('io', `${UNREADABLE_MAX} pieces in a row cannot be read`)
    }
    for (const unreadable of this.#unreadable.splice(0)) await this.#verify(unreadable, true)
  }

  async #verify(cid: string, diskIsWell: boolean): Promise<void> {
    const { store, log, found } = this.#ports
    if ((await store.audit.verify(cid, { diskIsWell })) !== 'bad') return
    log.warn('a copy has rotted, and a new one is asked for', { cid })
    found(cid)
  }
}

/** How long a piece may take: its share of the period, and no less than the rate allows. */
async function paceMs(
  store: PieceStore,
  { periodMs, bytesPerSecondMax }: ScrubSettings,
  sizeBytes: number,
): Promise<number> {
  const { usedBytes, pieces } = await store.usage()
  const costBytes = sizeBytes + PIECE_OVERHEAD_BYTES
  const share = costBytes / Math.max(usedBytes + pieces * PIECE_OVERHEAD_BYTES, costBytes)
  return Math.max(share * periodMs, (costBytes / bytesPerSecondMax) * 1_000)
}
