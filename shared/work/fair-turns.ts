import type { Clock } from '../clock/clock.ts'
import { HiroError } from '../errors.ts'
import { abortReason, onAbort, throwIfAborted } from './signal.ts'

export interface FairTurnsOptions {
  readonly clock: Clock
  /** Work at once while only one peer has any. Larger: nothing is gained beyond what keeps disk and processor busy. */
  readonly aloneMax: number
  /** While several have: work at once, of all together, and work begun in one round. Smaller: a newcomer, and every answer, waits less behind what others have begun. */
  readonly sharedMax: number
}

/** Work that takes longer waits for something else than this process, a disk most often, and lets the next one have its turn. */
const TURN_MS = 10
/** A peer counts as present for so long after its last work: one that asks one thing after the other is never away. */
const PRESENT_MS = 1_000

interface Peer {
  inside: number
  /** In this round. */
  begun: number
  readonly waiting: Set<() => void>
  seenMs: number
}

/**
 * Takes turns between peers, so that one that asks for a thousand things does not keep another's one waiting: each peer present has the same share of the places, and those that become free
 * go round. Alone, a peer has all. A turn ends after TURN_MS at the latest, so turns cannot wait for one another for ever.
 *
 * Shared turns come in rounds, and between two of them the event loop has its way: else work that never waits for anything would follow work without an end, and neither another peer's request nor what its disk answered
 * would be looked at meanwhile.
 */
export class FairTurns {
  readonly #options: FairTurnsOptions
  /** In the order of their turns. */
  readonly #peers = new Map<string, Peer>()
  #inside = 0
  #sweptMs = 0
  /** Someone had a turn in this round. */
  #roundOpen = false

  constructor(options: FairTurnsOptions) {
    this.#options = options
  }

  /** Runs `work` when it is this peer's turn. Aborting `signal` ends the wait; work that has begun heeds the signal itself. */
  async run<T>(id: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const peer = this.#present(id)
    if (this.#mayEnter(peer) && peer.waiting.size === 0) this.#enter(peer)
    else await this.#wait(peer, signal)
    const leave = this.#turn(peer)
    try {
      return await work()
    } finally {
      leave()
    }
  }

  #present(id: string): Peer {
    const { clock } = this.#options
    const now = clock.now()
    if (now - this.#sweptMs >= PRESENT_MS || now < this.#sweptMs) this.#sweep(now)
    const peer = this.#peers.get(id) ?? { inside: 0, begun: 0, waiting: new Set(), seenMs: now }
    peer.seenMs = now
    this.#peers.set(id, peer)
    return peer
  }

  #sweep(now: number): void {
    this.#sweptMs = now
    for (const [id, peer] of this.#peers) {
      const present = peer.inside > 0 || peer.waiting.size > 0 || Math.abs(now - peer.seenMs) < PRESENT_MS
      if (!present) this.#peers.delete(id)
    }
  }

  #mayEnter(peer: Peer): boolean {
    const { aloneMax, sharedMax } = this.#options
    if (this.#peers.size <= 1) return this.#inside < aloneMax
    const share = Math.max(1, Math.floor(sharedMax / this.#peers.size))
    if (peer.inside >= share || peer.begun >= share) return false
    // A peer that has nothing inside is never kept waiting by those that came when they were alone.
    return this.#inside < sharedMax || peer.inside === 0
  }

  #enter(peer: Peer): void {
    peer.inside++
    peer.begun++
    this.#inside++
    if (this.#roundOpen) return
    this.#roundOpen = true
    this.#options.clock.after(0, () => {
      this.#roundOpen = false
      for (const one of this.#peers.values()) one.begun = 0
      this.#goRound()
    })
  }

  async #wait(peer: Peer, signal: AbortSignal | undefined): Promise<void> {
    throwIfAborted(signal)
    const turn = Promise.withResolvers<void>()
    peer.waiting.add(turn.resolve)
    using _ = onAbort(signal, () => {
      if (peer.waiting.delete(turn.resolve))
        turn.reject(signal ? abortReason(signal) : new HiroError('aborted', 'given up'))
    })
    await turn.promise
  }

  /** The result ends the turn, if time has not yet. */
  #turn(peer: Peer): () => void {
    let over = false
    const leave = (): void => {
      if (over) return
      over = true
      cancel()
      peer.inside--
      this.#inside--
      this.#goRound()
    }
    const cancel = this.#options.clock.after(TURN_MS, leave)
    return leave
  }

  #goRound(): void {
    for (let found = true; found; ) {
      found = false
      for (const [id, peer] of this.#peers) {
        const [next] = peer.waiting
        if (next === undefined || !this.#mayEnter(peer)) continue
        // To the end of the round.
        this.#peers.delete(id)
        this.#peers.set(id, peer)
        peer.waiting.delete(next)
        this.#enter(peer)
        next()
        found = true
        break
      }
    }
  }
}
