import { ProgressDeadline } from '../../shared/clock/deadline.ts'
import { HiroError, hasCode, toHiroError } from '../../shared/errors.ts'
import type { Peer } from '../../shared/piece-map.ts'
import { LinkedController, onAbort, throwIfAborted } from '../../shared/work/signal.ts'
import { free } from '../free.ts'
import type { BadCopies } from './bad-copies.ts'
import type { HeldPiece } from './held-piece.ts'
import type { DownloadPorts } from './ports.ts'

export interface WantedPiece {
  readonly piece: HeldPiece
  /** Absent: the whole piece. */
  readonly range?: { readonly offset: number; readonly lengthBytes: number } | undefined
  /** Checks and opens what a worker sent, in a buffer of its own. Throws `integrity`: this copy is bad; whatever else ends the search. */
  open(bytes: Uint8Array): Uint8Array
  /** Throws when a copy may rightly be gone: the version that it belongs to is not the current one any more. */
  requireCurrent(signal: AbortSignal): Promise<void>
  readonly badCopies: BadCopies
}

interface Failure {
  readonly peer: Peer
  readonly error: HiroError
}

type Settled = { readonly opened: Uint8Array } | Failure

interface Attempt {
  readonly settled: Promise<Settled>
  /** Resolves when nothing has come for longer than is usual of this worker. */
  readonly silent: Promise<undefined>
  wasSilent: boolean
}

/**
 * A piece, opened, from the first worker that gives a good copy. The best one is asked first; when it is silent for long the next is asked as well, and when it fails the
 * next in its place; whoever is first wins and the others are cut off. Throws `integrity` when every copy is bad, `unreachable` when none that may be
 * good can be reached, what `open` and `requireCurrent` throw, or the signal's reason.
 */
export async function fetchCopy(ports: DownloadPorts, wanted: WantedPiece, signal: AbortSignal): Promise<Uint8Array> {
  const { holders, sizeBytes } = wanted.piece
  const untried = ports.choice.order(holders, wanted.range?.lengthBytes ?? sizeBytes)
  const failures: Failure[] = []
  const running = new Set<Attempt>()
  using race = new LinkedController(signal)
  try {
    for (;;) {
      const next = running.size === 0 || [...running].every(({ wasSilent }) => wasSilent) ? untried.shift() : undefined
      if (next !== undefined) running.add(attempt(ports, wanted, next, race.signal))
      if (running.size === 0) throw verdict(wanted.piece, failures)
      const { attempt: first, settled } = await firstEvent(running)
      if (settled === undefined) {
        first.wasSilent = true
        continue
      }
      running.delete(first)
      throwIfAborted(signal)
      if ('opened' in settled) return settled.opened
      failures.push(settled)
      await judge(ports, wanted, settled, race.signal)
    }
  } finally {
    race.abort(new HiroError('aborted', 'another copy was faster'))
  }
}

async function firstEvent(running: Set<Attempt>): Promise<{ attempt: Attempt; settled: Settled | undefined }> {
  return await Promise.race(
    [...running].map(async (attempt) => {
      const settled = await (attempt.wasSilent ? attempt.settled : Promise.race([attempt.settled, attempt.silent]))
      return { attempt, settled }
    }),
  )
}

function attempt(ports: DownloadPorts, wanted: WantedPiece, peer: Peer, signal: AbortSignal): Attempt {
  const { choice, clock, workers } = ports
  const { cid, sizeBytes } = wanted.piece
  const silent = Promise.withResolvers<undefined>()
  const run = async (): Promise<Settled> => {
    using transfer = choice.begin(peer.id)
    using watch = new ProgressDeadline(clock, choice.rivalDelayMs(peer.id), `a piece from ${peer.name}`)
    using _ = onAbort(watch.signal, () => silent.resolve(undefined))
    const onProgress = (): void => {
      transfer.progress()
      watch.feed()
    }
    try {
      const bytes = await workers.get(peer, { cid, sizeBytes, range: wanted.range }, { signal, onProgress })
      transfer.done(bytes.byteLength)
      ports.known.worked(peer.id)
      const opened = wanted.open(bytes)
      free(bytes)
      return { opened }
    } catch (error) {
      return { peer, error: toHiroError(error) }
    }
  }
  return { settled: run(), silent: silent.promise, wasSilent: false }
}

function isBad({ error }: Failure): boolean {
  return hasCode(error, 'integrity', 'not-found')
}

/** What a failed copy means: for its worker, and for the search. */
async function judge(
  { known, log }: DownloadPorts,
  wanted: WantedPiece,
  failure: Failure,
  signal: AbortSignal,
): Promise<void> {
  const { peer, error } = failure
  const { cid } = wanted.piece
  log.info('a copy could not be read', { peer: peer.id, name: peer.name, cid, code: error.code, reason: error.message })
  if (error.code === 'version-unknown' || error.code === 'internal') throw error
  if (error.code === 'not-found') await wanted.requireCurrent(signal)
  if (isBad(failure)) wanted.badCopies.tell(cid, peer, error)
  else known.failed(peer.id)
}

function verdict({ cid, holders }: HeldPiece, failures: readonly Failure[]): HiroError {
  // Those that are away are among them: who is not, lost its disk, or said itself that its copy is bad.
  if (holders.length === 0) return new HiroError('integrity', `no good copy of a piece is left (${cid})`)
  const found = failures.map(({ peer, error }) => `${peer.name}: ${error.code}, ${error.message}`).join('; ')
  if (failures.every(isBad)) {
    return new HiroError('integrity', `every copy of a piece is bad (${cid}: ${found})`)
  }
  return new HiroError('unreachable', `no good copy of a piece can be reached (${cid}: ${found})`)
}
