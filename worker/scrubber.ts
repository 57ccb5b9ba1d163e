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
/** So many in a row that cannot be read: the disk is ill, not these pieces. */
const UNREADABLE_MAX = 3
const ILL_REST_MS = 60_000

/** Reads every piece once in a period, goes on where it was, and tells of copies that are bad. Resolves when `signal` is aborted. */
export async function scrub(ports: ScrubPorts, settings: ScrubSettings, signal: AbortSignal): Promise<void> {
  const { store, clock, log } = ports
  try {
    let after = await store.audit.note()
    for (;;) {
      try {
        after = await scrubFrom(ports, settings, after, signal)
      } catch (cause) {
        if (signal.aborted) return
        const error = toHiroError(cause, 'io')
        log.warn('scrubbing is interrupted', { error })
        await sleep(clock, ILL_REST_MS, signal)
      }
    }
  } catch (error) {
    if (!signal.aborted) log.error('scrubbing ended', { error: toHiroError(error, 'io') })
  }
}

/** Up to the next note; '' at the end. */
async function scrubFrom(
  ports: ScrubPorts,
  settings: ScrubSettings,
  after: string,
  signal: AbortSignal,
): Promise<string> {
  const { store, clock } = ports
  let [last, done, unreadable] = [after, 0, 0]
  while (done < PIECES_PER_NOTE) {
    const pieces = await store.audit.list(last, PAGE_PIECES)
    if (pieces.length === 0) {
      await store.audit.keepNote('')
      if (done === 0) await sleep(clock, EMPTY_REST_MS, signal)
      return ''
    }
    for (const { cid, sizeBytes } of pieces) {
      // Before, not after: a worker that has just started has other things to do.
      await sleep(clock, Math.min(await paceMs(store, settings, sizeBytes), REST_MS_MAX), signal)
      if (await reads(ports, cid)) unreadable = 0
      else if (++unreadable >= UNREADABLE_MAX) throw new HiroError('io', `${unreadable} pieces in a row cannot be read`)
      last = cid
    }
    done += pieces.length
  }
  await store.audit.keepNote(last)
  return last
}

/** `false`: it cannot be read just now. */
async function reads({ store, log, found }: ScrubPorts, cid: string): Promise<boolean> {
  try {
    if ((await store.audit.verify(cid)) !== 'bad') return true
    log.warn('a copy has rotted, and a new one is asked for', { cid })
    found(cid)
    return true
  } catch (error) {
    if (!hasCode(error, 'io')) throw error
    log.warn('a piece cannot be read', { cid, error: toHiroError(error) })
    return false
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
