import { cidOf, cidToBytes } from '../../shared/cid.ts'
import { HiroError } from '../../shared/errors.ts'
import { fromHex, newId } from '../../shared/ids.ts'
import { step } from '../../shared/steps.ts'
import { LinkedController } from '../../shared/work/signal.ts'
import type { HeldPiece } from '../download/held-piece.ts'
import type { VersionMap } from '../download/version-map.ts'
import { encodeFence, type Fence } from '../locks/fence.ts'
import { sealPiece } from '../seal/piece-cipher.ts'
import { sealedSize } from '../seal/piece-format.ts'
import { abandon, type Intent, type OpenedIntent, opened, renewLease } from '../upload/intent.ts'
import { Placements } from '../upload/placements.ts'
import type { UploadPorts } from '../upload/ports.ts'
import { type PieceVoucher, pushPiece } from '../upload/push-piece.ts'
import { DOUBTS_MAX, untilDone } from '../upload/until-done.ts'
import type { Place } from '../workers/places.ts'

/** Places for pieces of at most so many plaintext bytes are asked for beside those for whole chunks: room is kept free for what is placed. */
const SMALL_BYTES_MAX = 64 * 1024

/** Small pieces that are placed with the edit, so that the first need not ask. */
const PLACED_AT_FIRST = 2

/** A piece that was put for an edit. */
export interface PutPiece {
  readonly cid: string
  readonly key: Uint8Array
  /** Sealed; kept until a step has taken it. */
  readonly bytes: Uint8Array
  holders: readonly string[]
  readonly vouchers: PieceVoucher[]
}

/** What a step changes. */
export interface EditStep {
  readonly added: readonly PutPiece[]
  readonly groups: readonly {
    readonly group: number
    readonly sealed: Uint8Array
    readonly pieces: readonly string[]
  }[]
  readonly dropped: readonly number[]
  readonly sealedHead: Uint8Array
  /** `undefined`: as they are. */
  readonly sealedAttributes: Uint8Array | undefined
  /** Of the file. */
  readonly sizeBytes: number
  readonly last: boolean
  /** The bytes stay what they are. */
  readonly sameContent: boolean
  /** Of a lock that has to be held still. */
  readonly fence: Fence | undefined
}

export type Published = Pick<VersionMap, 'contentBytes' | 'committedAtMs'>

/** An edit of a file at the coordinator: pieces are put for it, and taken by its steps, each of which publishes a version. Kept alive until it is ended. */
export class Edit {
  readonly file: string
  readonly #ports: UploadPorts
  readonly #intent: Intent
  readonly #alive: LinkedController
  readonly #places: { readonly small: Placements; readonly large: Placements }
  #next: number
  #at: number
  /** Pieces that no step took yet. */
  readonly #loose = new Set<PutPiece>()
  #everLoose = false
  #published: Published = {}

  private constructor(
    ports: UploadPorts,
    { intent, places: first }: OpenedIntent,
    { base, chunkSizeBytes }: { base: number; chunkSizeBytes: number },
  ) {
    this.file = intent.file
    this.#ports = ports
    this.#intent = intent
    this.#next = intent.version
    this.#at = base
    this.#alive = new LinkedController()
    const { signal } = this.#alive
    const places = (chunkSizeBytes: number, first: readonly Place[]): Placements => {
      const wanted = { version: intent.version, first, aheadMin: 1, chunkSizeBytes, sizeHintBytes: undefined }
      return new Placements(ports, wanted, signal)
    }
    this.#places = { small: places(SMALL_BYTES_MAX, first), large: places(chunkSizeBytes, []) }
    renewLease(ports, intent, signal).catch((error: unknown) => this.#alive.abort(error))
  }

  /** `sizeBytes`: as large as the file is going to be. Throws `changed` where `base` is not the newest version of the file, `not-found`, `unreachable`, `too-few-workers`, `over-quota`. */
  static async open(
    ports: UploadPorts,
    wanted: { file: string; base: number; chunkSizeBytes: number; sizeBytes: number },
    signal: AbortSignal,
  ): Promise<Edit> {
    const { coordinator, random } = ports
    const { file, base, chunkSizeBytes, sizeBytes: logicalBytes } = wanted
    const upload = fromHex(newId(random))
    const pieceBytesMax = sealedSize(SMALL_BYTES_MAX)
    const body = { upload, file: fromHex(file), base, chunks: PLACED_AT_FIRST, pieceBytesMax, logicalBytes }
    const answer = await coordinator.call('openEdit', body, { signal })
    return new Edit(ports, opened(answer, { file, chunks: PLACED_AT_FIRST }), { base, chunkSizeBytes })
  }

  /** The version that the next step publishes: its groups and head are sealed for it. */
  get next(): number {
    return this.#next
  }

  /** The version that the file has to have for that. */
  get at(): number {
    return this.#at
  }

  /** What the coordinator said of its newest step. */
  get published(): Published {
    return this.#published
  }

  /** Seals `plain` and brings it to the workers. Throws as `pushPiece`. */
  async put(plain: Uint8Array, signal: AbortSignal): Promise<PutPiece> {
    using controller = new LinkedController(signal, this.#alive.signal)
    const { bytes, key } = sealPiece(plain, this.#ports.random)
    const vouchers: PieceVoucher[] = []
    const piece: PutPiece = { cid: cidOf(bytes), key, bytes, holders: [], vouchers }
    const placements = plain.byteLength <= SMALL_BYTES_MAX ? this.#places.small : this.#places.large
    const place = await placements.take()
    this.#loose.add(piece)
    piece.holders = await pushPiece(this.#ports, this.#intent, toPush(piece), { place, vouchers }, controller.signal)
    return piece
  }

  /** Publishes a step, and makes sure that what it adds has its copies. The result is the version. Throws `changed`, `not-found`, `intent-ended`, `too-few-workers`, `over-quota`, `unknown`. */
  async amend({ added, fence, sizeBytes: logicalBytes, ...wanted }: EditStep, signal: AbortSignal): Promise<number> {
    using controller = new LinkedController(signal, this.#alive.signal)
    const version = this.#next
    for (const piece of added) this.#loose.delete(piece)
    const loose = this.#everLoose || this.#loose.size > 0
    const pieces = added.map(({ cid, bytes }) => ({ cid: cidToBytes(cid), sizeBytes: bytes.byteLength, shards: [] }))
    const groups = wanted.groups.map((group) => ({ ...group, pieces: group.pieces.map(cidToBytes) }))
    const sealedAttributes = wanted.sealedAttributes ?? new Uint8Array()
    const body = {
      ...wanted,
      logicalBytes,
      dropped: [...wanted.dropped],
      edit: this.#intent.version,
      ...encodeFence(fence),
      version,
      added: pieces,
      groups,
      sealedAttributes,
      loose,
    }
    let doubts = 0
    const answer = await untilDone(this.#ports, controller.signal, async () => {
      const degraded = await this.#refill(added, controller.signal)
      const vouchers = added.flatMap((piece, index) => piece.vouchers.map((voucher) => ({ ...voucher, index })))
      step('amend-asking')
      const answer = await this.#ports.coordinator.call(
        'amend',
        { ...body, degraded, vouchers },
        { signal, mutating: true },
      )
      step('amend-answered')
      if (answer.short.length === 0) return answer
      // The coordinator's own connection to a worker may be new: it gets some time to hear of them.
      if (doubts++ < DOUBTS_MAX) return undefined
      for (const { index, holders } of answer.short) if (added[index]) added[index].holders = holders
      return undefined
    })
    this.#next = answer.next
    this.#at = version
    const { contentBytes, committedAtMs } = answer
    this.#published = { contentBytes, committedAtMs }
    if (wanted.last) this.#alive.abort(over())
    return version
  }

  /** Gives it up, or ends it after its last step. What was published stays. Never throws. */
  async end(): Promise<void> {
    if (this.#alive.signal.aborted) return
    this.#alive.abort(over())
    await abandon(this.#ports, this.#intent)
  }

  /** Pieces that were put, and will not be part of a step. */
  forget(pieces: readonly PutPiece[]): void {
    if (pieces.length > 0) this.#everLoose = true
    for (const piece of pieces) this.#loose.delete(piece)
  }

  /** Whether some piece has fewer copies than it shall have, because no other worker can be reached. */
  async #refill(added: readonly PutPiece[], signal: AbortSignal): Promise<boolean> {
    let degraded = false
    for (const piece of added) {
      if (piece.holders.length >= this.#intent.copies) continue
      piece.holders = await pushPiece(this.#ports, this.#intent, toPush(piece), piece, signal)
      degraded ||= piece.holders.length < this.#intent.copies
    }
    return degraded
  }
}

function toPush({ cid, bytes }: PutPiece): { cid: string; sizeBytes: number; bytes: () => Promise<Uint8Array> } {
  return { cid, sizeBytes: bytes.byteLength, bytes: async () => bytes }
}

/** Where a piece is that was put, as its reader wants to know it. */
export function heldPut({ known }: Pick<UploadPorts, 'known'>, { cid, bytes, holders }: PutPiece): HeldPiece {
  const peers = holders.flatMap((id) => known.addressOf(id) ?? [])
  return {
    cid,
    sizeBytes: bytes.byteLength,
    holders: peers.map((peer) => ({ ...peer, name: '', zone: '', alive: true })),
  }
}

function over(): HiroError {
  return new HiroError('aborted', 'the edit is over')
}
