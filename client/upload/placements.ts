import type { Clock } from '../../shared/clock/clock.ts'
import { GRANT_TTL_MS, PLACEMENT_CHUNKS_MAX } from '../../shared/limits.ts'
import type { Coordinator } from '../control/coordinator.ts'
import { sealedSize } from '../seal/piece-format.ts'
import { type Place, placesOf } from '../workers/places.ts'

/** Places that wait unused for so long are dropped: their grant would run out on the way. */
const PLACE_KEEP_MS = GRANT_TTL_MS / 2
/** Of a source whose size is not known: small at first, as the coordinator keeps room free for what it places. */
const FIRST_BATCH_CHUNKS = 4

/** How many chunks to place at once with the intent. */
export function chunksAtFirst(firstChunkBytes: number, chunkSizeBytes: number, sizeHintBytes?: number): number {
  if (firstChunkBytes === 0) return 0
  if (firstChunkBytes < chunkSizeBytes) return 1
  if (sizeHintBytes === undefined) return FIRST_BATCH_CHUNKS
  return Math.max(1, Math.min(PLACEMENT_CHUNKS_MAX, Math.ceil(sizeHintBytes / chunkSizeBytes)))
}

interface Waiting {
  readonly place: Place
  readonly gotAtMs: number
}

export interface PlacementsSettings {
  readonly version: number
  /** Placed with the intent. */
  readonly first: readonly Place[]
  readonly chunkSizeBytes: number
  readonly sizeHintBytes: number | undefined
  /** Fewer left than this: the next ones are asked for. */
  readonly aheadMin: number
}

/** Gives each chunk of an upload its place, and asks for more ahead of need, so that no chunk waits for the coordinator. */
export class Placements {
  readonly #coordinator: Coordinator
  readonly #clock: Clock
  readonly #settings: PlacementsSettings
  readonly #signal: AbortSignal
  readonly #waiting: Waiting[] = []
  #batchChunks: number
  #placed = 0
  #asking: Promise<void> | undefined

  constructor(ports: { coordinator: Coordinator; clock: Clock }, settings: PlacementsSettings, signal: AbortSignal) {
    this.#coordinator = ports.coordinator
    this.#clock = ports.clock
    this.#settings = settings
    this.#signal = signal
    this.#batchChunks = settings.first.length
    this.#got(settings.first)
  }

  /** The next chunk's place. Throws `too-few-workers`, `no-room`, `unreachable`, `intent-ended`. */
  async take(): Promise<Place> {
    for (;;) {
      const oldest = this.#clock.now() - PLACE_KEEP_MS
      while ((this.#waiting[0]?.gotAtMs ?? oldest) < oldest) this.#waiting.shift()
      const next = this.#waiting.shift()
      if (next === undefined) {
        await this.#ask()
        continue
      }
      // If it fails, whoever then finds nothing left asks again and meets the error.
      if (this.#waiting.length < this.#settings.aheadMin && this.#expected() > 0) this.#ask().catch(() => {})
      return next.place
    }
  }

  /** How many chunks more there will be, by what is known of the size, than are placed. */
  #expected(): number {
    const { sizeHintBytes, chunkSizeBytes } = this.#settings
    if (sizeHintBytes === undefined) return PLACEMENT_CHUNKS_MAX
    return Math.max(0, Math.ceil(sizeHintBytes / chunkSizeBytes) - this.#placed)
  }

  /** One call at a time, for all who wait. */
  #ask(): Promise<void> {
    this.#asking ??= this.#placeMore().finally(() => {
      this.#asking = undefined
    })
    return this.#asking
  }

  async #placeMore(): Promise<void> {
    const known = this.#settings.sizeHintBytes !== undefined && this.#expected() > 0
    // The hint was wrong where a chunk more than expected comes: then it goes on as if there were none.
    const wanted = known ? this.#expected() : Math.max(FIRST_BATCH_CHUNKS, 2 * this.#batchChunks)
    const chunks = Math.min(PLACEMENT_CHUNKS_MAX, wanted)
    const { version, chunkSizeBytes } = this.#settings
    const body = { version, chunks, pieceBytesMax: sealedSize(chunkSizeBytes), avoid: [], copies: 0 }
    const { places } = await this.#coordinator.call('place', body, { signal: this.#signal })
    this.#batchChunks = chunks
    this.#got(placesOf(places, chunks))
  }

  #got(places: readonly Place[]): void {
    const gotAtMs = this.#clock.now()
    this.#placed += places.length
    for (const place of places) this.#waiting.push({ place, gotAtMs })
  }
}
