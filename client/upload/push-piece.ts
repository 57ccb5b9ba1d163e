import { sleep } from '../../shared/clock/sleep.ts'
import { HiroError, hasCode, toHiroError } from '../../shared/errors.ts'
import type { PeerAddress } from '../../shared/transport/transport.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import { type Place, placesOf } from '../workers/places.ts'
import type { PutOutcome, Voucher } from '../workers/workers.ts'
import type { Intent } from './intent.ts'
import type { UploadPorts } from './ports.ts'

/** Between two looks for workers, while fewer than W hold a piece and no other can be reached. */
const LOOK_AGAIN_MS = 1_000
/** How long such a piece waits for workers. Longer than a worker's restart; then it is too few. */
const WORKERS_PATIENCE_MS = 10_000
/** A grant may have run out on the way; one that a fresh grant does not mend is a refusal. */
const REFUSALS_MAX = 2

/** Of a worker. */
export interface PieceVoucher extends Voucher {
  readonly peer: string
}

interface From {
  readonly holders?: readonly string[]
  /** Who takes or holds another shard of the same piece. */
  readonly siblings?: Set<string>
  /** Where vouchers are gathered, by who brings them to the coordinator. */
  readonly vouchers?: PieceVoucher[]
}

/** Of which upload, and to how many workers: R, and W. */
export type PushWanted = Pick<Intent, 'version' | 'copies' | 'copiesMin'>

export interface PieceToPush {
  readonly cid: string
  readonly sizeBytes: number
  /** The sealed bytes; asked for when there is a place for them. */
  bytes(signal: AbortSignal): Promise<Uint8Array>
}

/**
 * Brings a piece to as many workers as the upload asks for, besides `holders`, which have it. A worker that fails is left out and the rest of the way planned anew, as
 * often as it takes. Who takes or holds another shard of the same piece (`siblings`) is not asked, and whoever is asked is one of them. The result is who holds it, at least W (`copiesMin`); fewer than R (`copies`) only when no further worker can be reached.
 * Throws `too-few-workers`, `no-room`, `unreachable`, `refused`, `intent-ended`, what `bytes` throws, or the signal's reason.
 */
export async function pushPiece(
  ports: UploadPorts,
  intent: PushWanted,
  piece: PieceToPush,
  from: From & { readonly place?: Place },
  signal: AbortSignal,
): Promise<string[]> {
  return await new Push(ports, intent, piece, from, signal).run(from.place)
}

class Push {
  readonly #ports: UploadPorts
  readonly #intent: PushWanted
  readonly #piece: PieceToPush
  readonly #signal: AbortSignal
  readonly #holders: Set<string>
  readonly #siblings: Set<string> | undefined
  readonly #vouchers: PieceVoucher[] | undefined
  /** Who failed since all workers were last thought well of. */
  readonly #failed = new Set<string>()
  /** What went wrong last at whom. */
  readonly #failures = new Map<string, string>()
  #refusals = 0

  constructor(ports: UploadPorts, intent: PushWanted, piece: PieceToPush, from: From, signal: AbortSignal) {
    this.#ports = ports
    this.#intent = intent
    this.#piece = piece
    this.#signal = signal
    this.#holders = new Set(from.holders)
    this.#siblings = from.siblings
    this.#vouchers = from.vouchers
  }

  async run(first: Place | undefined): Promise<string[]> {
    const { clock } = this.#ports
    const giveUpAtMs = clock.now() + WORKERS_PATIENCE_MS
    for (let planned = first; this.#missing > 0; planned = undefined) {
      try {
        await this.#push(await this.#plan(planned))
      } catch (error) {
        if (!hasCode(error, 'too-few-workers', 'no-room')) throw error
        if (this.#enough) break
        if (clock.now() >= giveUpAtMs) throw this.#tooFew(error)
        await sleep(clock, LOOK_AGAIN_MS, this.#signal)
        this.#failed.clear()
      }
    }
    return [...this.#holders]
  }

  get #missing(): number {
    return this.#intent.copies - this.#holders.size
  }

  get #enough(): boolean {
    return this.#holders.size >= this.#intent.copiesMin
  }

  /** Where to push next: away from workers that failed just now, also with other pieces, unless that leaves too few. */
  async #plan(planned: Place | undefined): Promise<Place> {
    const { known } = this.#ports
    if (planned?.workers.every(({ id }) => !known.suspect(id))) return planned
    const suspects = known.suspects()
    try {
      if (suspects.length > 0) return await this.#place(suspects)
    } catch (error) {
      if (this.#enough || !hasCode(error, 'too-few-workers', 'no-room')) throw error
    }
    return planned ?? (await this.#place([]))
  }

  async #place(suspects: readonly string[]): Promise<Place> {
    const body = {
      version: this.#intent.version,
      chunks: 1,
      pieceBytesMax: this.#piece.sizeBytes,
      avoid: [...new Set([...this.#holders, ...(this.#siblings ?? []), ...this.#failed, ...suspects])],
      copies: this.#missing,
    }
    const { places } = await this.#ports.coordinator.call('place', body, { signal: this.#signal })
    const [place] = placesOf(places, 1)
    if (place === undefined || place.workers.length === 0) {
      throw new HiroError('too-few-workers', 'the coordinator names no worker for a piece')
    }
    for (const { id } of place.workers) this.#siblings?.add(id)
    return place
  }

  async #push({ workers: chain, grant }: Place): Promise<void> {
    const { cid } = this.#piece
    this.#ports.known.met(chain)
    const bytes = await this.#piece.bytes(this.#signal)
    const vouch = this.#vouchers !== undefined
    try {
      this.#judge(chain, await this.#ports.workers.put(chain, { cid, grant, bytes, vouch }, this.#signal))
    } catch (cause) {
      throwIfAborted(this.#signal)
      if (this.#refusals > REFUSALS_MAX) throw cause
      // Of the first worker's failure alone something is known.
      const { code, message } = toHiroError(cause)
      const first = chain.slice(0, 1)
      this.#judge(
        first,
        first.map(({ id }) => ({ peer: id, code, message })),
      )
    }
  }

  #judge(chain: readonly PeerAddress[], outcomes: readonly PutOutcome[]): void {
    const heard = outcomes.filter(({ peer }) => chain.some(({ id }) => id === peer))
    // Behind a worker that failed nobody knows: those may be asked next.
    const told = heard.filter(({ code }) => code !== 'unknown')
    const [first] = chain
    if (told.length === 0 && first) this.#noteFailure(first.id, 'bad-frame', 'it tells nothing of the piece')
    for (const { peer, code, message, voucher } of told) {
      if (code === undefined) this.#noteStored(peer, voucher)
      else if (code !== 'refused') this.#noteFailure(peer, code, message)
    }
    // Not the workers' fault: the next place comes with a new grant.
    const refused = told.find(({ code }) => code === 'refused')
    if (refused !== undefined && ++this.#refusals > REFUSALS_MAX) {
      throw new HiroError('refused', `a worker refused a piece: ${refused.message}`)
    }
  }

  #noteStored(peer: string, voucher: Voucher | undefined): void {
    if (voucher) this.#vouchers?.push({ peer, ...voucher })
    this.#holders.add(peer)
    this.#ports.known.worked(peer)
  }

  #noteFailure(peer: string, code: string, message: string): void {
    const { log, known } = this.#ports
    log.info('a worker did not take a piece', { peer, code, reason: message, cid: this.#piece.cid })
    this.#failed.add(peer)
    this.#failures.set(peer, `${peer}: ${code}, ${message}`)
    // One that is full is well, and says so at once.
    if (code !== 'no-room') known.failed(peer)
  }

  #tooFew(cause: HiroError): HiroError {
    const { copiesMin } = this.#intent
    const found = `a piece has ${this.#holders.size} copies, and needs ${copiesMin}; nothing was changed`
    const why = [cause.message, ...this.#failures.values()].join('; ')
    return new HiroError(cause.code, `${found} (${why})`, { cause })
  }
}
