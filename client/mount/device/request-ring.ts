import { REQUEST_BYTES_MAX } from '../fuse/constants.ts'

/** Requests that were read and whose memory is not free again. Only a WRITE keeps it for longer than it takes to be understood, so these are writes under way; while there are so many, nothing is read. */
const SLOTS = 64
/** Counts go on below zero behind 2^31, and a remainder would too. */
const SLOT_MASK = SLOTS - 1

// Words of the control memory.
/** Requests that were put, all told. */
const PUT = 0
/** Slots that were freed, all told. */
const FREED = 1
/** Nobody changes it; see `#turn`. */
const TURN = 2
const FIRST_BUSY = 16
const FIRST_SLOT = FIRST_BUSY + SLOTS
const FIRST_LENGTH = FIRST_SLOT + SLOTS
const CONTROL_WORDS = FIRST_LENGTH + SLOTS

/** Requests taken in one go before the event loop has a turn: what they wait for may come by it. */
const TAKEN_AT_ONCE_MAX = 64

export interface RingMemory {
  readonly control: SharedArrayBuffer
  /** Touched as far as it was needed: the lowest free slot is used. */
  readonly requests: SharedArrayBuffer
}

export function ringMemory(): RingMemory {
  return {
    control: new SharedArrayBuffer(CONTROL_WORDS * Int32Array.BYTES_PER_ELEMENT),
    requests: new SharedArrayBuffer(SLOTS * REQUEST_BYTES_MAX),
  }
}

/** The end of the thread that reads, and may block. */
export class RingFiller {
  readonly #control: Int32Array
  readonly #slots: readonly Uint8Array[]

  constructor({ control, requests }: RingMemory) {
    this.#control = new Int32Array(control)
    this.#slots = slotsOf(requests)
  }

  /** Waits for room. */
  room(): { readonly slot: number; readonly memory: Uint8Array } {
    for (;;) {
      const freed = Atomics.load(this.#control, FREED)
      for (const [slot, memory] of this.#slots.entries()) {
        if (Atomics.load(this.#control, FIRST_BUSY + slot) === 0) return { slot, memory }
      }
      Atomics.wait(this.#control, FREED, freed)
    }
  }

  put(slot: number, lengthBytes: number): void {
    const put = Atomics.load(this.#control, PUT)
    Atomics.store(this.#control, FIRST_BUSY + slot, 1)
    Atomics.store(this.#control, FIRST_SLOT + (put & SLOT_MASK), slot)
    Atomics.store(this.#control, FIRST_LENGTH + slot, lengthBytes)
    Atomics.store(this.#control, PUT, (put + 1) | 0)
    Atomics.notify(this.#control, PUT)
  }
}

/** The end of the event loop, which never blocks. */
export class RingDrain {
  readonly #control: Int32Array
  readonly #slots: readonly Uint8Array[]
  #taken = 0
  #closed = false

  constructor({ control, requests }: RingMemory) {
    this.#control = new Int32Array(control)
    this.#slots = slotsOf(requests)
  }

  /** Hands each request to `receive`, whose promise, if it gives one, says when its memory is free. Until `close`. */
  async run(receive: (request: Uint8Array) => Promise<void> | undefined): Promise<void> {
    let inOneGo = 0
    for (;;) {
      while (this.#taken !== Atomics.load(this.#control, PUT)) {
        this.#takeOne(receive)
        if (++inOneGo % TAKEN_AT_ONCE_MAX === 0) await this.#turn()
      }
      if (this.#closed) return
      const more = Atomics.waitAsync(this.#control, PUT, this.#taken)
      if (more.async) await more.value
    }
  }

  /** For when the thread has ended: `run` ends, behind what was put. */
  close(): void {
    this.#closed = true
    Atomics.notify(this.#control, PUT)
  }

  #takeOne(receive: (request: Uint8Array) => Promise<void> | undefined): void {
    const slot = Atomics.load(this.#control, FIRST_SLOT + (this.#taken & SLOT_MASK))
    this.#taken = (this.#taken + 1) | 0
    const lengthBytes = Atomics.load(this.#control, FIRST_LENGTH + slot)
    const memory = this.#slots[slot]
    if (memory === undefined) return
    const over = receive(memory.subarray(0, lengthBytes))
    if (over === undefined) this.#free(slot)
    else void over.then(() => this.#free(slot))
  }

  #free(slot: number): void {
    Atomics.store(this.#control, FIRST_BUSY + slot, 0)
    Atomics.add(this.#control, FREED, 1)
    Atomics.notify(this.#control, FREED)
  }

  /** A wait that this thread ends itself, by a task of the event loop. */
  async #turn(): Promise<void> {
    const turn = Atomics.waitAsync(this.#control, TURN, 0)
    Atomics.notify(this.#control, TURN)
    if (turn.async) await turn.value
  }
}

function slotsOf(requests: SharedArrayBuffer): readonly Uint8Array[] {
  return Array.from(
    { length: SLOTS },
    (_, slot) => new Uint8Array(requests, slot * REQUEST_BYTES_MAX, REQUEST_BYTES_MAX),
  )
}
