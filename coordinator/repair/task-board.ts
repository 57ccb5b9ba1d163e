import type { Clock } from '../../shared/clock/clock.ts'
import type { Member } from '../membership/members.ts'
import { ByteRate } from './byte-rate.ts'
import type { Transfer } from './transfer.ts'

/** Under way from one worker, so that it has enough to do until the next round. More: faster repair. Less: its readers and writers feel it less. */
const PIECES_PER_SOURCE_MAX = 512
const BYTES_PER_SOURCE_MAX = 64 * 1024 * 1024
/** Under way in all. */
const PIECES_MAX = 4_096
/** A piece that could not be brought to its targets rests for so long. */
const REST_MS = 5_000
/** One that was brought there is left alone for so long: the receipts of those that have it now may be slower than the word of who sent it. */
const SETTLING_MS = 1_000
/** A worker that was told and says nothing more. */
const OVERDUE_MS = 60_000

interface UnderWay extends Transfer {
  readonly sinceMs: number
}

interface Load {
  pieces: number
  bytes: number
  /** Of its rate: what it was told to send and has not had the time for, when it was last looked at. */
  aheadBytes: number
  atMs: number
}

export interface TaskOutcome {
  readonly cid: string
  /** Empty: done. */
  readonly code: string
}

/** Who sends what to whom just now, so that nobody has too much to do. In memory only. */
export class TaskBoard {
  readonly #clock: Clock
  readonly #bytesPerSecondMax: number
  readonly #underWay = new Map<string, UnderWay>()
  /** By source, its store id. */
  readonly #loads = new Map<string, Load>()
  readonly #reserved = new Map<string, number>()
  readonly #resting = new Map<string, { untilMs: number; avoid: Set<string> }>()
  /** Shards by CID: where they were sent last. */
  readonly #sent = new Map<string, { peer: string; atMs: number }>()
  readonly #done: ByteRate

  /** `bytesPerSecondMax`: of one worker that sends. */
  constructor(clock: Clock, bytesPerSecondMax: number) {
    this.#clock = clock
    this.#bytesPerSecondMax = bytesPerSecondMax
    this.#done = new ByteRate(clock)
  }

  get piecesUnderWay(): number {
    return this.#underWay.size
  }

  get bytesPerSecond(): number {
    return this.#done.bytesPerSecond
  }

  get full(): boolean {
    return this.#underWay.size >= PIECES_MAX
  }

  mayBegin(cid: string): boolean {
    return !this.#underWay.has(cid) && (this.#resting.get(cid)?.untilMs ?? 0) <= this.#clock.now()
  }

  /** The one with the least to send, other than those that failed to send it before; `undefined`: all have enough to do. */
  leastBusy(holders: readonly Member[], cid: string): Member | undefined {
    const avoid = this.#resting.get(cid)?.avoid
    const willing = holders.filter(({ store }) => !avoid?.has(store))
    const [best] = (willing.length > 0 ? willing : holders)
      .map((member) => ({ member, load: this.#loadOf(member.store) }))
      .toSorted((a, b) => a.load.bytes - b.load.bytes)
    if (best === undefined) return undefined
    const { pieces, bytes, aheadBytes } = best.load
    const free = pieces < PIECES_PER_SOURCE_MAX && bytes < BYTES_PER_SOURCE_MAX && aheadBytes < this.#bytesPerSecondMax
    return free ? best.member : undefined
  }

  reservedAt(peer: string): number {
    return this.#reserved.get(peer) ?? 0
  }

  /** To whom a shard was sent a moment ago: it may be there, though its receipt is not. */
  sentTo(shard: string): string | undefined {
    return this.#sent.get(shard)?.peer
  }

  begin(transfer: Transfer): void {
    const atMs = this.#clock.now()
    for (const { cid, target } of transfer.shards?.outputs ?? []) this.#sent.set(cid, { peer: target.peer, atMs })
    this.#underWay.set(transfer.cid, { ...transfer, sinceMs: this.#clock.now() })
    this.#count(transfer, 1)
    const load = this.#loadOf(transfer.source.store)
    load.aheadBytes += transfer.sizeBytes * transfer.targets.length
  }

  /** What ended. Of one that is not under way (any more) nothing is changed. */
  ended(store: string, { cid, code }: TaskOutcome): Transfer | undefined {
    const transfer = this.#underWay.get(cid)
    if (transfer?.source.store !== store) return undefined
    this.#end(transfer)
    if (code !== '') {
      this.#rest(transfer)
      // Another worker may be the better one; what arrived all the same is told by then.
      for (const { cid } of transfer.shards?.outputs ?? []) this.#sent.delete(cid)
    } else {
      if (transfer.targets.length > 0) {
        this.#resting.set(cid, { untilMs: this.#clock.now() + SETTLING_MS, avoid: new Set() })
      } else this.#resting.delete(cid)
      this.#done.add(transfer.sizeBytes * transfer.targets.length)
    }
    return transfer
  }

  /** What a worker took with it when it left, or does not tell of any more. */
  forgetOverdue(): void {
    const now = this.#clock.now()
    for (const transfer of this.#underWay.values()) {
      if (now - transfer.sinceMs < OVERDUE_MS) continue
      this.#end(transfer)
      this.#rest(transfer)
    }
    for (const [cid, { atMs }] of this.#sent) if (atMs + OVERDUE_MS < now) this.#sent.delete(cid)
    for (const [cid, { untilMs }] of this.#resting) if (untilMs + OVERDUE_MS < now) this.#resting.delete(cid)
  }

  /** Its worker is gone. */
  left(store: string): void {
    for (const transfer of this.#underWay.values()) if (transfer.source.store === store) this.#end(transfer)
    this.#loads.delete(store)
  }

  #rest({ cid, source }: Transfer): void {
    const avoid = this.#resting.get(cid)?.avoid ?? new Set()
    this.#resting.set(cid, { untilMs: this.#clock.now() + REST_MS, avoid: avoid.add(source.store) })
  }

  #end(transfer: Transfer): void {
    this.#underWay.delete(transfer.cid)
    this.#count(transfer, -1)
  }

  #loadOf(store: string): Load {
    const now = this.#clock.now()
    const load = this.#loads.get(store) ?? { pieces: 0, bytes: 0, aheadBytes: 0, atMs: now }
    load.aheadBytes = Math.max(0, load.aheadBytes - ((now - load.atMs) / 1_000) * this.#bytesPerSecondMax)
    load.atMs = now
    this.#loads.set(store, load)
    return load
  }

  #count({ source, targets, sizeBytes }: Transfer, sign: 1 | -1): void {
    const load = this.#loadOf(source.store)
    load.pieces += sign
    load.bytes += sign * sizeBytes
    for (const { peer } of targets) {
      const bytes = (this.#reserved.get(peer) ?? 0) + sign * sizeBytes
      if (bytes > 0) this.#reserved.set(peer, bytes)
      else this.#reserved.delete(peer)
    }
  }
}
