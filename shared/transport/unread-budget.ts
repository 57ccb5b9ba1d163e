import {
  BUDGET_CHECK_BYTES,
  MEMBER_UNREAD_BYTES_MAX,
  STRANGER_UNREAD_BYTES_MAX,
  UNREAD_BYTES_MAX,
} from './stream-limits.ts'

/** What the budget looks at: a stream, or a connection's buffers. */
export interface Holder {
  readonly remotePeer: string
  readonly unreadBytes: number
}

export interface UnreadBudgetPorts {
  holders(): Iterable<Holder>
  isMember(peer: string): boolean
  expel(peer: string, why: string): void
}

/** Each stream has its limit; this bounds what all of a peer hold together, and all of a process. Adding up is done rarely, for it looks at every stream. */
export class UnreadBudget {
  readonly #ports: UnreadBudgetPorts
  #receivedBytes = 0

  constructor(ports: UnreadBudgetPorts) {
    this.#ports = ports
  }

  received(bytes: number): void {
    this.#receivedBytes += bytes
    if (this.#receivedBytes < BUDGET_CHECK_BYTES) return
    this.#receivedBytes = 0
    this.check()
  }

  check(): void {
    const ports = this.#ports
    const byPeer = new Map<string, number>()
    let total = 0
    for (const { remotePeer, unreadBytes } of ports.holders()) {
      byPeer.set(remotePeer, (byPeer.get(remotePeer) ?? 0) + unreadBytes)
      total += unreadBytes
    }
    if (total <= STRANGER_UNREAD_BYTES_MAX) return
    const strangersFirst = [...byPeer].map(([peer, bytes]) => ({ peer, bytes, member: ports.isMember(peer) }))
    strangersFirst.sort((a, b) => Number(a.member) - Number(b.member) || b.bytes - a.bytes)
    for (const { peer, bytes, member } of strangersFirst) {
      const tooMuch = bytes > (member ? MEMBER_UNREAD_BYTES_MAX : STRANGER_UNREAD_BYTES_MAX)
      if (!tooMuch && total <= UNREAD_BYTES_MAX) continue
      ports.expel(peer, `${bytes} bytes of it wait unread`)
      total -= bytes
    }
  }
}
